"""Talks about an OPP: the list with a form to plan one, writing one down, and noting that it was not held.

Every form keeps what is typed in it; a draft that was typed before a colleague saved is shown beside his words.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_huishouden import leest_apart
from ondersteuning.access_opp_overleg import (
    besproken_hashes,
    deelnemers_van,
    get_opp_samen,
    get_overleg,
    kandidaten,
    overleggen_van,
)
from ondersteuning.forms import opp_overleg as vorm
from ondersteuning.models import Opp, Overeenstemming, Overlegstatus
from ondersteuning.opp.loop import DaadNietToegestaan
from ondersteuning.oppakkoord import huidige_versie
from ondersteuning.oppfeiten import hash_perspectief
from ondersteuning.services import opp_overleg as dienst
from ondersteuning.views.oppschets import (
    INTUSSEN,
    Schets,
    bewaak,
    getypt_van,
    schets,
    schetsen,
    verouderd,
    vul,
    weg,
)
from zorgapp.accounts.forms.basis import getypt, probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan

VEROUDERD = "Een collega paste dit gesprek net aan. Dit is de nieuwste stand; wat jij typte staat er nog."
VERANDERD = (
    "Een collega veranderde net de tekst waarover jullie praatten. Kijk of dit nog klopt en kies opnieuw."
)


def _sleutel(pk: int, wat: str = "") -> str:
    return f"oppoverleg:{pk}{wat}"


def _plansleutel(opp_id: int) -> str:
    return f"opp:{opp_id}:overleg"


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def lijst(request: ZorgRequest, pk: int) -> HttpResponse:
    """The talks about one OPP, and planning one."""
    werkplek = request.werkplek
    opp, mag = get_opp_samen(werkplek, pk)
    if request.method == "GET":
        return _toon_lijst(request, opp, mag)
    if not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    form = _planform(request, opp, request.POST)
    if huidige_versie(opp.pk) is None:
        return _toon_lijst(request, opp, mag, 409, fout=dienst.DICHT, getypt=getypt(form))
    if form.is_valid():
        plan = form.plan()
        if probeer(form, lambda: dienst.overleg_plannen(door=werkplek, pk=pk, plan=plan, op=timezone.now())):
            weg(werkplek, _plansleutel(pk))
            gedaan(request, "Gepland. Leg na het gesprek vast wat er is besproken.")
            return redirect("ondersteuning:opp_overleg", pk)
    return _toon_lijst(request, opp, mag, 422, form=form)


def _toon_lijst(
    request: ZorgRequest,
    opp: Opp,
    mag: Oppblik,
    status: int = 200,
    form: vorm.PlanForm | None = None,
    **extra: Any,
) -> HttpResponse:
    """The page, with the drafts of its forms (read in one query)."""
    versie, overleggen = huidige_versie(opp.pk), overleggen_van(opp.pk)
    context = {"opp": opp, "mag": mag, "versie": versie, "overleggen": overleggen}
    if mag.schrijven and versie is not None:
        gepland = [o for o in overleggen if o.status == Overlegstatus.GEPLAND]
        plan, afzeg = _plansleutel(opp.pk), {o.pk: _sleutel(o.pk, ":afzeggen") for o in gepland}
        eigen = schetsen(request.werkplek, [plan, *afzeg.values()])
        form = form or _planform(request, opp, None)
        bewaak(form, eigen[plan])
        for o in gepland:
            o.schets = eigen[afzeg[o.pk]]
        apart = leest_apart(opp.leerling, versie.vraagversie_id, request.werkplek.dag)
        context |= {"form": form, "hash": hash_perspectief(versie), "apart": apart}
    return render(request, "ondersteuning/opp/overleg.html", context | extra, status=status)


def _planform(request: ZorgRequest, opp: Opp, data: Any) -> vorm.PlanForm:
    """The form to plan a talk: who has gezag and the pupil are ticked."""
    wie = kandidaten(request.werkplek, opp)
    begin = {"wie": [k.sleutel for k in wie if k.gezag or k.leerling]}
    return vorm.PlanForm(data, initial=begin, kandidaten=wie, vandaag=request.werkplek.dag)


def _melding(request: ZorgRequest, pk: int, fout: str) -> HttpResponse:
    """The list with what is refused, and what was typed."""
    opp, mag = get_opp_samen(request.werkplek, pk)
    typte = [tekst for _, tekst in getypt_van(vorm.AfzegForm.base_fields, request.POST)]
    return _toon_lijst(request, opp, mag, 409, fout=fout, getypt=typte)


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def verzet(request: ZorgRequest, pk: int) -> HttpResponse:
    """Change the day or the people of a planned talk."""
    werkplek = request.werkplek
    rij, mag = get_overleg(werkplek, pk)
    if not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    wie = deelnemers_van(rij)
    form = vorm.PlanForm(
        request.POST if request.method == "POST" else None,
        initial=vorm.begin_plan(rij, wie),
        kandidaten=kandidaten(werkplek, rij.opp),
        vandaag=werkplek.dag,
        knop="Bewaar de nieuwe afspraak",
    )
    eigen = schets(werkplek, _sleutel(pk, ":verzet"))
    status, fout = 200, ""
    if form.is_valid() or form.errors:
        status, fout = _bewaar_plan(request, rij, form)
    if status == 302:
        weg(werkplek, eigen.sleutel)
        return redirect("ondersteuning:opp_overleg", rij.opp_id)
    if bewaak(form, eigen) and verouderd(eigen, versie=rij.versie):
        fout = INTUSSEN
    context = {"o": rij, "mag": mag, "form": form, "fout": fout, "nu": deelnemers_van(rij) if fout else []}
    return render(request, "ondersteuning/opp/overleg_verzet.html", context, status=status)


def _bewaar_plan(request: ZorgRequest, rij: Overeenstemming, form: vorm.PlanForm) -> tuple[int, str]:
    """Store a changed plan; 302 when that went well, else the status and the sentence to show."""
    if not form.is_valid():
        return 422, ""
    versie, plan = form.cleaned_data["versie"] or 0, form.plan()
    try:
        gelukt = probeer(
            form, lambda: dienst.overleg_verzetten(door=request.werkplek, pk=rij.pk, versie=versie, plan=plan)
        )
    except (Verouderd, DaadNietToegestaan) as fout:
        rij.refresh_from_db()
        form.data = {**form.data.dict(), "wie": form.data.getlist("wie"), "versie": str(rij.versie)}
        return 409, str(fout) or VEROUDERD
    if gelukt is None:
        return 422, ""
    gedaan(request, "De afspraak is aangepast. Laat het weten aan wie komt.")
    return 302, ""


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def verslag(request: ZorgRequest, pk: int) -> HttpResponse:
    """One talk: who came and what was said; a draft on the server keeps what is typed."""
    rij, mag = get_overleg(request.werkplek, pk)
    if request.method == "POST" and not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    form = _verslagform(request, rij) if mag.schrijven else None
    if request.method == "GET" or form is None or not form.is_valid():
        status = 422 if form is not None and form.errors else 200
        return _toon(request, rij, mag, form, status)
    try:
        gelukt = probeer(form, lambda: _leg_vast(request, rij, form))
    except (Verouderd, DaadNietToegestaan, dienst.TekstVeranderd) as fout:
        nieuwst, mag = get_overleg(request.werkplek, pk)
        zin = str(fout) or (VERANDERD if isinstance(fout, dienst.TekstVeranderd) else VEROUDERD)
        opnieuw = _verslagform(request, nieuwst, versie=nieuwst.versie)
        return _toon(request, nieuwst, mag, opnieuw, 409, fout=zin, nieuwste=nieuwst)
    if gelukt is None:
        return _toon(request, rij, mag, form, 422)
    gedaan(request, "Vastgelegd.")
    return redirect("ondersteuning:opp_overleg", rij.opp_id)


def _verslagform(request: ZorgRequest, rij: Overeenstemming, versie: int | None = None) -> vorm.VerslagForm:
    """The form as it is opened or as it was sent; `versie` counts as having seen the newest."""
    werkplek = request.werkplek
    wie, oppversie = deelnemers_van(rij), huidige_versie(rij.opp_id)
    gepland = rij.status == Overlegstatus.GEPLAND and oppversie is not None
    hashes = besproken_hashes(oppversie, rij.wanneer) if gepland and oppversie else [rij.hash]
    data: Any = request.POST if request.method == "POST" else None
    if data is not None and versie is not None:
        data = data.copy()
        data["versie"] = str(versie)
        data.pop("besproken", None)
        data["besproken"] = hashes[0] if len(hashes) == 1 else ""
    return vorm.VerslagForm(
        data,
        initial=vorm.begin_verslag(rij, wie),
        deelnemers=wie,
        kandidaten=kandidaten(werkplek, rij.opp),
        hashes=hashes,
        vandaag=werkplek.dag,
    )


def _leg_vast(request: ZorgRequest, rij: Overeenstemming, form: vorm.VerslagForm) -> Overeenstemming:
    wat = {"versie": form.cleaned_data["versie"], "verslag": form.verslag()}
    bewaard = dienst.overleg_vastleggen(door=request.werkplek, pk=rij.pk, op=timezone.now(), **wat)
    weg(request.werkplek, _sleutel(rij.pk))
    return bewaard


def _toon(
    request: ZorgRequest,
    rij: Overeenstemming,
    mag: Any,
    form: vorm.VerslagForm | None,
    status: int,
    **extra: Any,
) -> HttpResponse:
    context: dict[str, Any] = {"o": rij, "mag": mag, "form": form}
    if form is None:
        context["wie"] = deelnemers_van(rij)
    else:
        eigen = schets(request.werkplek, _sleutel(rij.pk))
        context |= {"wie": form.deelnemers, "concept_attrs": eigen.attrs, **_eigen_woorden(rij, form, eigen)}
    return render(request, "ondersteuning/opp/overleg_verslag.html", context | extra, status=status)


def _eigen_woorden(rij: Overeenstemming, form: vorm.VerslagForm, eigen: Schets) -> dict[str, Any]:
    """One's own draft in the form, with what a colleague saved since; of a talk that was called off only the words."""
    vul(form, eigen)
    if rij.status == Overlegstatus.AFGEZEGD:
        typte = getypt(form) or [tekst for _, tekst in getypt_van(form.fields, eigen.velden)]
        return {"fout": dienst.GING_NIET_DOOR, "getypt": typte} if typte else {}
    if not form.is_bound and verouderd(eigen, versie=rij.versie):
        return {"fout": INTUSSEN, "nieuwste": rij}
    return {}


@vereist(Recht.OPP_WERKEN)
@require_POST
def afzeggen(request: ZorgRequest, pk: int) -> HttpResponse:
    """A planned talk was not held."""
    rij, mag = get_overleg(request.werkplek, pk)
    form = vorm.AfzegForm(request.POST)
    if not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    if not form.is_valid():
        return _melding(request, rij.opp_id, " ".join(str(f) for rij_ in form.errors.values() for f in rij_))
    try:
        dienst.overleg_afzeggen(door=request.werkplek, pk=pk, **form.cleaned_data)
    except (Verouderd, DaadNietToegestaan) as fout:
        return _melding(request, rij.opp_id, str(fout) or VEROUDERD)
    weg(request.werkplek, _sleutel(pk, ":afzeggen"))
    gedaan(request, "Genoteerd dat het niet doorging. Plan een nieuw gesprek.")
    return redirect("ondersteuning:opp_overleg", rij.opp_id)
