"""What became known after an OPP was filled, per screen: taking it over without writing anything over, or not at all."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from ondersteuning.access_opp_editor import Werk
from ondersteuning.forms.opp_editor import NeemForm, NietOverForm
from ondersteuning.opp.velden import SCHERM, VELDEN
from ondersteuning.oppnieuws import aanbod
from ondersteuning.services.opp_editor import VraagtOpnieuw, nieuws_overnemen, vraagt_opnieuw
from ondersteuning.services.opp_nieuws import feit_niet_overnemen, feit_toch_tonen
from ondersteuning.views.opp_vorm import EERST_KIJKEN, OPNIEUW, met_versie
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan


@vereist(Recht.OPP_WERKEN)
@require_GET
@met_versie
def nieuws(request: ZorgRequest, werk: Werk, scherm: str) -> HttpResponse:
    """What is new for the fields of one screen, as far as the writer may read it; asked by htmx or on its own page."""
    assert werk.versie is not None
    velden = [veld.naam for veld in SCHERM[scherm].velden if werk.opp.pro or not veld.pro]
    gevonden, afgewezen = aanbod(request.werkplek, werk.opp.leerling, werk.versie, velden)
    deel = bool(request.headers.get("HX-Request"))
    context = {
        "opp": werk.opp,
        "versie": werk.versie,
        "scherm": SCHERM[scherm],
        "nieuws": [(nieuw, VELDEN[nieuw.veld]) for nieuw in gevonden],
        "afgewezen": [(een, VELDEN[een.feit.feit.veld]) for een in afgewezen],
        "opnieuw": scherm == "handelingsdeel" and vraagt_opnieuw(werk.versie),
        "fragment": deel,
    }
    return render(request, f"ondersteuning/opp/{'_nieuws' if deel else 'nieuws'}.html", context)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def neem(request: ZorgRequest, werk: Werk, scherm: str) -> HttpResponse:
    """Take over what is new for one field."""
    form = NeemForm(request.POST)
    try:
        if not form.is_valid():
            raise Verouderd
        data = form.cleaned_data
        nieuws_overnemen(
            door=request.werkplek,
            pk=werk.opp.pk,
            veld=data["veld"],
            nummer=data["nummer"],
            gewaarschuwd=data["gewaarschuwd"],
            op=timezone.now(),
        )
        gedaan(request, "Het staat erbij, onder wat er al stond.")
    except Verouderd:
        messages.error(request, EERST_KIJKEN)
    except VraagtOpnieuw:
        messages.error(request, OPNIEUW)
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("ondersteuning:opp_scherm", werk.opp.pk, scherm)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def niet(request: ZorgRequest, werk: Werk, scherm: str) -> HttpResponse:
    """One fact is not taken over, and is no longer offered; the message has the way back."""
    form = NietOverForm(request.POST)
    pk = werk.opp.pk
    try:
        if not form.is_valid():
            raise Verouderd
        data = form.cleaned_data
        wat = {"veld": data["veld"], "bron": data["bron"], "nummer": data["bronnummer"]}
        rij = feit_niet_overnemen(
            door=request.werkplek, pk=pk, afdruk=data["afdruk"], op=timezone.now(), **wat
        )
        terug = reverse("ondersteuning:opp_toch_tonen", args=[pk, scherm, rij.pk])
        gedaan(request, "Niet overgenomen. Het komt terug als de bron verandert.", herstel=terug)
    except Verouderd:
        messages.error(request, EERST_KIJKEN)
    return redirect("ondersteuning:opp_scherm", pk, scherm)


@vereist(Recht.OPP_WERKEN)
@require_POST
@met_versie
def toch(request: ZorgRequest, werk: Werk, scherm: str, rij: int) -> HttpResponse:
    """Offer it again."""
    feit_toch_tonen(door=request.werkplek, pk=werk.opp.pk, rij_id=rij)
    gedaan(request, "Het staat weer bij wat er nieuw is.")
    return redirect("ondersteuning:opp_scherm", werk.opp.pk, scherm)
