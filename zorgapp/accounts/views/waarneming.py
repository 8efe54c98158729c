"""Being away with a deputy: everybody for himself, beheerder and coordinator for others too."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from zorgapp.accounts import access
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.forms.school import WaarnemingForm
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.waarneming import waarneming_regelen, waarneming_stoppen
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.datums import dagdatum


@vereist(Recht.WAARNEMING)
@require_http_methods(["GET", "POST"])
def waarneming(request: ZorgRequest) -> HttpResponse:
    """Running and coming deputising, and a form for a new one."""
    werkplek = request.werkplek
    form = WaarnemingForm(request.POST or None, werkplek=werkplek)
    if form.is_valid():
        velden = {"afwezige": werkplek.user} | form.cleaned_data
        nieuw = probeer(form, lambda: waarneming_regelen(door=werkplek, **velden))
        if nieuw:
            gedaan(request, f"{nieuw.waarnemer.naam} neemt waar tot en met {dagdatum(nieuw.tot)}.")
            return redirect("accounts:waarneming")
    kan_zelf = any(a.rol in access.ROLLEN_WAARNEEMBAAR for a in werkplek.aanstellingen)
    gegevens = {
        "form": form if kan_zelf or form.voor_anderen else None,
        "waarnemingen": access.waarnemingen(werkplek),
        "voor_anderen": form.voor_anderen,
    }
    return render(request, "accounts/waarneming.html", gegevens, status=422 if form.errors else 200)


@vereist(Recht.WAARNEMING)
@require_POST
def stoppen(request: ZorgRequest, pk: int) -> HttpResponse:
    """End deputising now."""
    rij = access.get_waarneming(request.werkplek, pk)
    waarneming_stoppen(door=request.werkplek, waarneming=rij)
    gedaan(request, f"{rij.waarnemer.naam} neemt niet meer waar voor {rij.afwezige.naam}.")
    return redirect("accounts:waarneming")
