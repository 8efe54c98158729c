"""Setting a list out, following how far colleagues are, reminding once and closing; and the count without names."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.access_lijsten import deelname, get_campagne, get_lijst, invullers, klassen_van
from ondersteuning.forms.lijsten import CampagneForm, begin_van_campagne
from ondersteuning.services.campagnes import (
    NietUitTeZetten,
    campagne_herinneren,
    campagne_sluiten,
    campagne_starten,
)
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import bladzijde


@vereist(Recht.LIJSTEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """Choose classes and dates for one list."""
    werkplek = request.werkplek
    lijst = get_lijst(werkplek, pk)
    post = request.POST if request.method == "POST" else None
    form = CampagneForm(post, initial=begin_van_campagne(werkplek.dag), werkplek=werkplek)
    if form.is_valid():
        try:
            campagne_ = probeer(
                form,
                lambda: campagne_starten(
                    door=werkplek, lijst_id=pk, gegevens=form.gegevens(), op=timezone.now()
                ),
            )
        except NietUitTeZetten as fout:
            form.add_error(None, str(fout))
        else:
            if campagne_:
                gedaan(request, "De lijst staat uit. Collega's zien hem op hun Vandaag.")
                return redirect("ondersteuning:campagne", campagne_.pk)
    context = {"form": form, "lijst": lijst}
    return render(
        request, "ondersteuning/lijsten/uitzetten.html", context, status=422 if form.errors else 200
    )


@vereist(Recht.LIJSTEN)
@require_GET
def campagne(request: ZorgRequest, pk: int) -> HttpResponse:
    """How far colleagues are; names are here for the coordinator only, to help."""
    nu = get_campagne(request.werkplek, pk)
    alle = invullers(nu)
    actief = [i for i in alle if not i.vervallen_op]
    bezig = [i for i in actief if not i.klaar_op]
    context = {
        "campagne": nu,
        "klassen": klassen_van(nu),
        "klaar": [i for i in actief if i.klaar_op],
        "bezig": bezig,
        "weg": [i for i in alle if i.vervallen_op],
        "totaal": len(actief),
        "te_herinneren": sum(not i.herinnerd_op for i in bezig),
        "loopt": nu.gesloten_op is None and nu.van <= request.werkplek.dag,
    }
    return render(request, "ondersteuning/lijsten/campagne.html", context)


@vereist(Recht.LIJSTEN)
@require_POST
def herinner(request: ZorgRequest, pk: int) -> HttpResponse:
    """One gentle reminder for who is not ready and had none yet."""
    try:
        aantal = campagne_herinneren(door=request.werkplek, pk=pk, op=timezone.now())
    except Verouderd:
        messages.error(request, "Deze lijst loopt nu niet. Er gaat geen herinnering uit.")
    else:
        wie = hoeveel(aantal, "collega krijgt", "collega's krijgen")
        gedaan(
            request,
            f"{wie} één regel in de dagelijkse mail."
            if aantal
            else "Iedereen heeft al een herinnering gehad. Meer sturen we niet.",
        )
    return redirect("ondersteuning:campagne", pk)


@vereist(Recht.LIJSTEN)
@require_POST
def sluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """No more answers; what was seen goes into the files."""
    campagne_sluiten(door=request.werkplek, pk=pk, op=timezone.now())
    gedaan(request, "Gesloten. Wat opviel staat bij de leerlingen en onder Voorstellen.")
    return redirect("ondersteuning:campagne", pk)


@vereist(Recht.LIJST_DEELNAME)
@require_GET
def deelnames(request: ZorgRequest) -> HttpResponse:
    """How many colleagues filled in each list: numbers only."""
    pagina = bladzijde(deelname(request.werkplek), request.GET.get("p"))
    return render(request, "ondersteuning/lijsten/deelname.html", {"pagina": pagina})
