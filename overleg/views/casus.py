"""Cases without a name in intervisie and scholing: reading them, bringing one in, changing one's own."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.views.trajectvorm import draai_terug, verstuur
from overleg.access_casus import casussen_van, get_casus, get_casusoverleg
from overleg.access_naamcheck import namen_in
from overleg.casus import STAPPEN
from overleg.forms.casus import CasusForm
from overleg.forms.coach import SluitForm
from overleg.loop import Stap, mag_stap
from overleg.models import Agendapunt
from overleg.services.casus import casus_inbrengen, casus_weghalen, casus_wijzigen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = "Deze casus is net veranderd. Kijk wat er nu staat; wat jij typte staat er nog."


def _form(request: ZorgRequest, begin: dict[str, Any]) -> CasusForm:
    data = request.POST if request.method == "POST" else None
    return CasusForm(data, initial=begin, namen_in=lambda tekst: namen_in(request.werkplek, tekst))


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def casussen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The cases of one meeting, how the group works, and the form to bring one in."""
    werkplek = request.werkplek
    overleg, _ = get_casusoverleg(werkplek, pk)
    sleutel = f"casus:{pk}"
    concept = concept_lezen(werkplek, sleutel)
    form = _form(request, dict(concept.inhoud))
    uit = verstuur(request, form, lambda: _breng_in(request, pk, form), VEROUDERD)
    if uit.waarde is not None:
        concept_weg(door=werkplek, sleutel=sleutel)
        gedaan(request, "Je casus staat op de agenda.")
        return redirect("overleg:casus", pk)
    context = {
        "o": overleg,
        "pagina": casussen_van(werkplek, overleg, request.GET.get("p")),
        "stappen": STAPPEN,
        "open": mag_stap(overleg.status, Stap.AGENDA),
        "form": form,
        "concept": concept_attrs(werkplek, sleutel, concept.versie),
    }
    return render(request, "overleg/casus.html", context, status=uit.status)


def _breng_in(request: ZorgRequest, pk: int, form: CasusForm) -> Agendapunt:
    return casus_inbrengen(door=request.werkplek, overleg_id=pk, casus=form.casus(), op=timezone.now())


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def wijzigen(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Change one's own case; another window that was first shows both texts."""
    overleg, rij = get_casus(request.werkplek, pk, punt)
    form = _form(
        request,
        {"onderwerp": rij.onderwerp, "vraag": rij.vraag, "verhaal": rij.toelichting, "versie": rij.versie},
    )

    def doe() -> Agendapunt:
        versie = form.cleaned_data["versie"] or 0
        return casus_wijzigen(
            door=request.werkplek, overleg_id=pk, pk=punt, versie=versie, casus=form.casus()
        )

    uit = verstuur(request, form, doe, VEROUDERD)
    if uit.waarde is not None:
        gedaan(request, "Bewaard.")
        return redirect("overleg:casus", pk)
    if uit.status == 409:
        form.data = {**request.POST.dict(), "versie": str(rij.versie)}
    context = {"o": overleg, "rij": rij, "form": form, "verouderd": uit.status == 409}
    return render(request, "overleg/casus_wijzigen.html", context, status=uit.status)


@vereist(Recht.OVERLEG)
@require_POST
def weg(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Take one's own case off the agenda."""
    get_casus(request.werkplek, pk, punt)
    form: forms.Form = SluitForm(request.POST)
    versie = form.cleaned_data["versie"] if form.is_valid() else 0
    draai_terug(
        request,
        lambda: casus_weghalen(door=request.werkplek, overleg_id=pk, pk=punt, versie=versie),
        VEROUDERD,
        "Je casus staat niet meer op de agenda.",
    )
    return redirect("overleg:casus", pk)
