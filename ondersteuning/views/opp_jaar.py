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
from ondersteuning.views.oppschets import (
    INTUSSEN,
    Schets,
    bewaak,
    getypt_van,
    niet_bewaard,
    schets,
    verouderd,
    weg,
)
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verzonden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

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
        return _gaat_niet(request, pk, str(fout))
    eigen = schets(werkplek, _sleutel(pk))
    begin = {"gehouden_op": werkplek.dag, "volgende_op": _volgende(blik, werkplek.dag)}
    if request.method == "GET":
        form = OppEvaluatieForm(blik=blik, begin=begin | _sleutel_van(eigen))
        return _toon(request, blik, form, 200, eigen)
    form = OppEvaluatieForm(request.POST, blik=blik, begin=begin)
    uit = geweigerd(form, lambda: _leg_vast(request, pk, form), VEROUDERD)
    if uit.waarde is None:
        return _toon(request, blik, form, uit.status, eigen)
    weg(werkplek, eigen.sleutel)
    return _verder(request, pk, uit.waarde)


def _sleutel_van(eigen: Schets) -> dict[str, Any]:
    """The key of the evaluation a draft was begun with, so that sending it in two tabs is one."""
    return {"sleutel": eigen.velden["sleutel"]} if "sleutel" in eigen.velden else {}


def _gaat_niet(request: ZorgRequest, pk: int, fout: str) -> HttpResponse:
    """It was closed meanwhile: what was sent is shown, to copy; else back to what there is."""
    if getypt := getypt_van(OppEvaluatieForm.velden_van(request.POST), request.POST):
        opp, _, _ = get_opp_heel(request.werkplek, pk)
        return niet_bewaard(request, opp, "Kijk samen terug", fout, getypt)
    messages.info(request, fout)
    return redirect(HIER, pk)


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
    request: ZorgRequest, blik: Terugblik, form: OppEvaluatieForm, status: int, eigen: Schets
) -> HttpResponse:
    """The form; after a 409 it is about the version that is in force now, so that sending it again is a choice."""
    if status == 409:
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["oppversie"] = str(blik.versie.pk)  # type: ignore[index]
    concept = bewaak(form, eigen)
    anders = concept and verouderd(eigen, oppversie=blik.versie.pk)
    context = {"form": form, "opp": blik.opp, "versie": blik.versie, "concept": concept}
    context["intussen"] = VEROUDERD if anders else ""
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
    status, eigen = 200, schets(request.werkplek, f"oppterugblik:{pk}")
    if form.is_bound:
        uit = geweigerd(
            form,
            lambda: oppevaluatie_verbeteren(
                door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], woorden=form.woorden()
            ),
            VERBETERD,
        )
        if uit.waarde is not None:
            weg(request.werkplek, eigen.sleutel)
            gedaan(request, "Verbeterd. Wat er eerst stond blijft bewaard.")
            return redirect(HIER, opp.pk)
        status = uit.status
    return _toon_verbeter(request, pk, form, status, eigen)


def _toon_verbeter(
    request: ZorgRequest, pk: int, form: VerbeterForm, status: int, eigen: Schets
) -> HttpResponse:
    """The form with one's own draft, and what stands there when a colleague saved since."""
    rij, opp, _ = get_oppevaluatie(request.werkplek, pk)
    if status == 409:
        naar_nieuwste(form, rij.versie)
    oud = bewaak(form, eigen) and verouderd(eigen, versie=rij.versie)
    context = {"form": form, "opp": opp, "evaluatie": rij, "verouderd": status == 409 or oud}
    context["intussen"] = INTUSSEN if oud else ""
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
        naar_nieuwste(gezonden, opp.versie)
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
