"""Looking back on an OPP, reading what was said, correcting it, and noting what stands in the ROD."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from ondersteuning.access_opp import get_opp_heel
from ondersteuning.access_opp_jaar import (
    Terugblik,
    evaluaties_van,
    get_opp_rod,
    get_oppevaluatie,
    get_terugblik,
)
from ondersteuning.forms.opp_jaar import OppEvaluatieForm, RodForm, VerbeterForm
from ondersteuning.models import OppConclusie, OppEvaluatie
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.opp.termijnen import Teruggekeken
from ondersteuning.opp.terugkijken import voorstel
from ondersteuning.services.opp_jaar import opp_evalueren, oppevaluatie_verbeteren, rod_vastleggen
from ondersteuning.views.trajectvorm import geweigerd, met_concept, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.services import concept_weg

VEROUDERD = (
    "Intussen is een volgende versie vastgesteld. Kijk of de doelen nog kloppen; wat je schreef staat er nog."
)
VERBETERD = "Een collega verbeterde deze evaluatie net. Kijk wat er nu staat; wat jij typte staat er nog."
ROD_VEROUDERD = "Een collega paste dit OPP net aan. Kijk wat er nu staat en leg het opnieuw vast."
HIER = "ondersteuning:opp_evaluaties"


def _sleutel(pk: int) -> str:
    return f"oppevaluatie:{pk}"


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def evalueer(request: ZorgRequest, pk: int) -> HttpResponse:
    """Look back together; the text is kept while one types, and what it leads to happens at once."""
    werkplek = request.werkplek
    try:
        blik = get_terugblik(werkplek, pk)
    except DaadNietToegestaan as fout:
        messages.info(request, str(fout))
        return redirect(HIER, pk)
    begin = {"gehouden_op": werkplek.dag, "volgende_op": _volgende(blik, werkplek.dag)}
    if request.method == "GET":
        form, concept = met_concept(
            werkplek, _sleutel(pk), lambda velden: OppEvaluatieForm(blik=blik, begin=begin | velden)
        )
        return _toon(request, blik, form, 200, concept=concept)
    form = OppEvaluatieForm(request.POST, blik=blik, begin=begin)
    uit = geweigerd(form, lambda: _leg_vast(request, pk, form), VEROUDERD)
    if uit.waarde is None:
        return _toon(request, blik, form, uit.status)
    concept_weg(door=werkplek, sleutel=_sleutel(pk))
    return _verder(request, pk, uit.waarde)


def _volgende(blik: Terugblik, dag: date) -> date:
    """The next day that is proposed, as if today counts."""
    nu = (Teruggekeken(dag, True, True),)
    return voorstel(Feiten(dag, 1, {}, begindatum=blik.opp.begindatum, evaluaties=nu), None)


def _leg_vast(request: ZorgRequest, pk: int, form: OppEvaluatieForm) -> OppEvaluatie:
    return opp_evalueren(
        door=request.werkplek,
        pk=pk,
        sleutel=form.cleaned_data["sleutel"],
        oppversie_id=form.cleaned_data["oppversie"],
        woorden=form.woorden(),
        verder=form.verder(),
        doelen=form.uitkomsten(),
        op=timezone.now(),
    )


def _toon(
    request: ZorgRequest, blik: Terugblik, form: OppEvaluatieForm, status: int, **extra: Any
) -> HttpResponse:
    """The form; after a 409 it is about the version that is in force now, so that sending it again is a choice."""
    if status == 409:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["oppversie"] = str(blik.versie.pk)  # type: ignore[index]
    context = {"form": form, "opp": blik.opp, "versie": blik.versie, **extra}
    return render(request, "ondersteuning/opp/jaar_evaluatie.html", context, status=status)


def _verder(request: ZorgRequest, pk: int, evaluatie: OppEvaluatie) -> HttpResponse:
    """What was concluded leads on: to the next version, to closing, or back."""
    gedaan(request, "Vastgelegd.")
    if evaluatie.conclusie == OppConclusie.BIJSTELLEN:
        return redirect("ondersteuning:opp_scherm", pk, "start")
    if evaluatie.conclusie == OppConclusie.AFSLUITEN:
        return redirect("ondersteuning:opp_beheer", pk)
    return redirect(HIER, pk)


@vereist(Recht.OPP)
@require_GET
def evaluaties(request: ZorgRequest, pk: int) -> HttpResponse:
    """Every evaluation of one OPP with its goals."""
    opp, mag, _ = get_opp_heel(request.werkplek, pk)
    context = {"opp": opp, "mag": mag, "evaluaties": evaluaties_van(pk)}
    return render(request, "ondersteuning/opp/jaar_evaluaties.html", context)


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def verbeter(request: ZorgRequest, pk: int) -> HttpResponse:
    """Correct its words."""
    rij, opp, _ = get_oppevaluatie(request.werkplek, pk)
    form = VerbeterForm(verzonden(request), evaluatie=rij)
    status = 200
    if form.is_bound:
        uit = geweigerd(
            form,
            lambda: oppevaluatie_verbeteren(
                door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], woorden=form.woorden()
            ),
            VERBETERD,
        )
        if uit.waarde is not None:
            gedaan(request, "Verbeterd. Wat er eerst stond blijft bewaard.")
            return redirect(HIER, opp.pk)
        status = uit.status
    return _toon_verbeter(request, pk, form, status)


def _toon_verbeter(request: ZorgRequest, pk: int, form: VerbeterForm, status: int) -> HttpResponse:
    rij, opp, _ = get_oppevaluatie(request.werkplek, pk)
    if status == 409:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["versie"] = str(rij.versie)  # type: ignore[index]
    context = {"form": form, "opp": opp, "evaluatie": rij, "verouderd": status == 409}
    return render(request, "ondersteuning/opp/jaar_verbeter.html", context, status=status)


@vereist(Recht.OPP_BEHEREN)
@require_http_methods(["GET", "POST"])
def rod(request: ZorgRequest, pk: int) -> HttpResponse:
    """What stands in the ROD of one OPP, and noting it."""
    werkplek = request.werkplek
    opp = get_opp_rod(werkplek, pk)
    form = RodForm(verzonden(request))
    if not form.is_bound:
        return _toon_rod(request, pk, None, 200)
    uit = geweigerd(
        form,
        lambda: rod_vastleggen(
            door=werkplek,
            pk=opp.pk,
            versie=form.cleaned_data["versie"],
            wat=form.cleaned_data["wat"],
            op=form.cleaned_data["op"],
        ),
        ROD_VEROUDERD,
    )
    if uit.waarde is None:
        return _toon_rod(request, pk, form, uit.status)
    gedaan(request, "Vastgelegd.")
    return redirect("ondersteuning:opp_rod", pk)


def _toon_rod(request: ZorgRequest, pk: int, gezonden: RodForm | None, status: int) -> HttpResponse:
    """Both dates, each with its form; a refused one keeps what was typed and is about the newest version."""
    opp = get_opp_rod(request.werkplek, pk)
    if gezonden is not None and status == 409:
        gezonden.data = gezonden.data.copy()  # type: ignore[attr-defined]
        gezonden.data["versie"] = str(opp.versie)  # type: ignore[index]
    delen = []
    for wat, kop, dag, op, door in (
        ("begin", "Begin van het OPP", opp.begindatum, opp.rod_begin_op, opp.rod_begin_door),
        ("eind", "Einde van het OPP", opp.einddatum, opp.rod_eind_op, opp.rod_eind_door),
    ):
        begin = {"versie": opp.versie, "wat": wat, "op": op or request.werkplek.dag}
        form = gezonden if gezonden and gezonden.data.get("wat") == wat else RodForm(initial=begin)
        form.auto_id = f"{wat}_%s"
        delen.append({"kop": kop, "dag": dag, "op": op, "door": door, "form": form})
    context = {"opp": opp, "delen": delen}
    return render(request, "ondersteuning/opp/jaar_rod.html", context, status=status)
