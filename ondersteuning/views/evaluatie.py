"""Evaluating a trajectory, reading an evaluation and correcting it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from leerlingen.zienswijzen import zienswijzen_bij
from ondersteuning.access_traject import (
    get_evaluatie,
    get_evaluatie_om_te_lezen,
    get_traject_om_te_sturen,
)
from ondersteuning.access_trajectdelen import doelen_van
from ondersteuning.evaluatieversies import eerdere_versies
from ondersteuning.forms.evaluatie import CorrectieForm, EvaluatieForm
from ondersteuning.models import Conclusie, Evaluatie, Traject
from ondersteuning.services.evaluaties import evaluatie_corrigeren, evaluatie_vastleggen
from ondersteuning.trajectloop import na_schoolweken
from ondersteuning.views.trajectvorm import geweigerd, met_concept, toon_vorm, verstuur, verzonden
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.services import concept_weg

VEROUDERD = "Een collega paste dit traject net aan. Kijk wat er nu staat; wat jij typte staat er nog."


def _begin(werkplek: Werkplek, traject: Traject) -> dict[str, Any]:
    """Today, and the next evaluation that the school's term proposes, never after the end."""
    dag = werkplek.dag
    volgende = na_schoolweken(dag, instelling("trajectevaluatie", dag), vrije_perioden(dag))
    return {"gehouden_op": dag, "evaluatie_op": min(volgende, traject.eind) if traject.eind else volgende}


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest, pk: int) -> HttpResponse:
    """An evaluation: what was said, each goal now, how it goes on."""
    werkplek = request.werkplek
    traject = get_traject_om_te_sturen(werkplek, pk)
    doelen, begin, sleutel = doelen_van(pk), _begin(werkplek, traject), f"evaluatie:{pk}"
    if request.method == "GET":
        form, concept = met_concept(
            werkplek,
            sleutel,
            lambda velden: EvaluatieForm(traject=traject, doelen=doelen, begin=begin | velden),
        )
        return toon_vorm(request, form, traject, "Evalueer", concept=concept, met_concept=True)
    form = EvaluatieForm(request.POST, traject=traject, doelen=doelen, begin=begin)
    uit = geweigerd(form, lambda: _leg_vast(werkplek, pk, form), VEROUDERD)
    if uit.waarde is None:
        return toon_vorm(request, form, traject, "Evalueer", uit.status)
    return _klaar(request, uit.waarde.conclusie, pk, sleutel)


def _leg_vast(werkplek: Werkplek, pk: int, form: EvaluatieForm) -> Evaluatie:
    return evaluatie_vastleggen(
        door=werkplek,
        pk=pk,
        versie=form.cleaned_data["versie"],
        tekst=form.tekst(),
        besloten=form.besloten(),
        standen=form.standen(),
        op=timezone.now(),
    )


def _klaar(request: ZorgRequest, conclusie: str, pk: int, sleutel: str) -> HttpResponse:
    """What is finished goes on to the closing form."""
    concept_weg(door=request.werkplek, sleutel=sleutel)
    if conclusie == Conclusie.AFRONDEN:
        gedaan(request, "Vastgelegd. Sluit het traject nu af, of doe dat op de laatste dag.")
        return redirect("ondersteuning:traject_afsluiten", pk)
    gedaan(request, "Vastgelegd.")
    return redirect("ondersteuning:traject", pk)


@vereist(Recht.TRAJECT)
@require_GET
def evaluatie(request: ZorgRequest, pk: int) -> HttpResponse:
    """One evaluation, with what it said before it was corrected."""
    rij = get_evaluatie_om_te_lezen(request.werkplek, pk)
    context = {
        "evaluatie": rij,
        "traject": rij.traject,
        "eerder": eerdere_versies(rij) if rij.versie > 1 else [],
        "bron": f"evaluatie:{rij.pk}",
        "zienswijzen": zienswijzen_bij(request.werkplek, f"evaluatie:{rij.pk}"),
        "mag": request.werkplek.mag(Recht.NOTITIES),
    }
    return render(request, "ondersteuning/traject/evaluatie.html", context)


@vereist(Recht.TRAJECT)
@require_http_methods(["GET", "POST"])
def corrigeer(request: ZorgRequest, pk: int) -> HttpResponse:
    """Correct its words."""
    rij = get_evaluatie(request.werkplek, pk)
    form = CorrectieForm(verzonden(request), evaluatie=rij)
    uit = verstuur(
        request,
        form,
        lambda: evaluatie_corrigeren(
            door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], tekst=form.tekst()
        ),
        "Een collega verbeterde deze evaluatie net. Kijk wat er nu staat; wat jij typte staat er nog.",
    )
    if uit.waarde:
        gedaan(request, "Verbeterd. Wat er eerst stond blijft te lezen.")
        return redirect("ondersteuning:evaluatie", pk)
    extra = {"evaluatie": rij, "versie": rij.versie}
    return toon_vorm(request, form, rij.traject, "Verbeter de evaluatie", uit.status, **extra)
