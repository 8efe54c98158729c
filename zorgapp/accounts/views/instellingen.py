"""Settings with an effective date, and the guided first run."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from zorgapp.accounts import access, eersterun
from zorgapp.accounts.forms.school import InstellingForm
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.instellingen import instellingen_bevestigen as bevestig
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.overzicht import instellingen_overzicht
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.school import eerste_stappen_afronden
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dagdatum


@vereist(Recht.INSTELLINGEN)
@require_GET
def instellingen(request: ZorgRequest) -> HttpResponse:
    """All settings with what counts now and what will count later."""
    gegevens = {
        "rijen": instellingen_overzicht(access.waarden(request.werkplek), request.werkplek.dag),
        "stappen": eersterun.te_tonen(request.werkplek),
    }
    return render(request, "accounts/instellingen.html", gegevens)


@vereist(Recht.INSTELLINGEN)
@require_POST
def instellingen_bevestigen(request: ZorgRequest) -> HttpResponse:
    """Keep the settings as they are: the first run's second step."""
    bevestig(door=request.werkplek)
    gedaan(request, "Deze instellingen gelden nu voor jullie school.")
    return redirect("accounts:eerste_stappen")


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def instelling(request: ZorgRequest, sleutel: str) -> HttpResponse:
    """Change one setting from a date on."""
    if sleutel not in SOORTEN:
        raise Http404
    soort, werkplek = SOORTEN[sleutel], request.werkplek
    [rij] = instellingen_overzicht(access.waarden(werkplek).filter(sleutel=sleutel), werkplek.dag, sleutel)
    form = InstellingForm(request.POST or None, soort=soort, waarde=rij.waarde, vandaag=werkplek.dag)
    if form.is_valid():
        try:
            nieuw = instelling_zetten(door=werkplek, sleutel=sleutel, **form.cleaned_data)
        except ValueError as fout:
            form.add_error("waarde", str(fout))
        else:
            wanneer = "nu" if nieuw.geldig_vanaf <= werkplek.dag else f"vanaf {dagdatum(nieuw.geldig_vanaf)}"
            gedaan(request, f"{soort.label}: {soort.in_woorden(nieuw.waarde)}. Dit geldt {wanneer}.")
            return redirect("accounts:instellingen")
    gegevens = {"form": form, "rij": rij}
    return render(request, "accounts/instelling.html", gegevens, status=422 if form.errors else 200)


@vereist(Recht.INSTELLINGEN)
@require_http_methods(["GET", "POST"])
def eerste_stappen(request: ZorgRequest) -> HttpResponse:
    """The guided first run: what is done, what comes next; POST closes it."""
    if request.method == "POST":
        eerste_stappen_afronden(door=request.werkplek)
        gedaan(request, "De eerste stappen zijn klaar. Alles blijft te veranderen bij Instellingen.")
        return redirect("accounts:instellingen")
    stappen = eersterun.standen(request.werkplek)
    gegevens = {"stappen": stappen, "open": sum(not s.klaar for s in stappen)}
    return render(request, "accounts/eerste_stappen.html", gegevens)
