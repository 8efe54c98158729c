"""Talks about an OPP: the list with a form to plan one, writing one down, and noting that it was not held."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

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
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = "Een collega paste dit gesprek net aan. Dit is de nieuwste stand; wat jij typte staat er nog."
VERANDERD = (
    "Een collega veranderde net de tekst waarover jullie praatten. Kijk of dit nog klopt en kies opnieuw."
)
TEKSTEN = ("samenvatting", "eens", "oneens", "vervolgstap")


def _sleutel(pk: int) -> str:
    return f"oppoverleg:{pk}"


@vereist(Recht.OPP_WERKEN)
@require_http_methods(["GET", "POST"])
def lijst(request: ZorgRequest, pk: int) -> HttpResponse:
    """The talks about one OPP, and planning one."""
    werkplek = request.werkplek
    opp, mag = get_opp_samen(werkplek, pk)
    versie = huidige_versie(opp.pk)
    if request.method == "POST" and not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    if request.method == "POST" and versie is None:
        return _melding(request, pk, dienst.DICHT)
    form = _planform(request, opp) if mag.schrijven and versie is not None else None
    if form is not None and form.is_valid():
        plan = form.plan()
        if probeer(form, lambda: dienst.overleg_plannen(door=werkplek, pk=pk, plan=plan, op=timezone.now())):
            gedaan(request, "Gepland. Leg na het gesprek vast wat er is besproken.")
            return redirect("ondersteuning:opp_overleg", pk)
    context = {"opp": opp, "mag": mag, "form": form, "versie": versie, "overleggen": overleggen_van(opp.pk)}
    context["hash"] = hash_perspectief(versie) if versie else ""
    fout = 422 if form is not None and form.errors else 200
    return render(request, "ondersteuning/opp/overleg.html", context, status=fout)


def _planform(request: ZorgRequest, opp: Opp) -> vorm.PlanForm:
    """The form to plan a talk: who has gezag and the pupil are ticked."""
    wie = kandidaten(request.werkplek, opp)
    begin = {"wie": [k.sleutel for k in wie if k.gezag or k.leerling]}
    data: Any = request.POST if request.method == "POST" else None
    return vorm.PlanForm(data, initial=begin, kandidaten=wie, vandaag=request.werkplek.dag)


def _melding(request: ZorgRequest, pk: int, fout: str) -> HttpResponse:
    """The list with what is refused, and what was typed."""
    opp, mag = get_opp_samen(request.werkplek, pk)
    getypt = [t for t in request.POST.values() if isinstance(t, str) and len(t) > 20 and " " in t]
    context = {"opp": opp, "mag": mag, "overleggen": overleggen_van(opp.pk), "fout": fout, "getypt": getypt}
    return render(request, "ondersteuning/opp/overleg.html", context, status=409)


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
    status, fout = 200, ""
    if form.is_valid() or form.errors:
        status, fout = _bewaar_plan(request, rij, form)
    if status == 302:
        return redirect("ondersteuning:opp_overleg", rij.opp_id)
    context = {"o": rij, "mag": mag, "form": form, "fout": fout}
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
    """The form as it is opened, with one's own draft, or as it was sent; `versie` counts as having seen the newest."""
    werkplek = request.werkplek
    wie, oppversie = deelnemers_van(rij), huidige_versie(rij.opp_id)
    gepland = rij.status == Overlegstatus.GEPLAND and oppversie is not None
    hashes = besproken_hashes(oppversie, rij.wanneer) if gepland and oppversie else [rij.hash]
    begin = vorm.begin_verslag(rij, wie)
    data: Any = request.POST if request.method == "POST" else None
    if data is None:
        concept = concept_lezen(werkplek, _sleutel(rij.pk)).inhoud
        begin |= {naam: concept[naam] for naam in TEKSTEN if isinstance(concept.get(naam), str)}
    elif versie is not None:
        data = data.copy()
        data["versie"] = str(versie)
        data.pop("besproken", None)
        data["besproken"] = hashes[0] if len(hashes) == 1 else ""
    return vorm.VerslagForm(
        data,
        initial=begin,
        deelnemers=wie,
        kandidaten=kandidaten(werkplek, rij.opp),
        hashes=hashes,
        vandaag=werkplek.dag,
    )


def _leg_vast(request: ZorgRequest, rij: Overeenstemming, form: vorm.VerslagForm) -> Overeenstemming:
    wat = {"versie": form.cleaned_data["versie"], "verslag": form.verslag()}
    bewaard = dienst.overleg_vastleggen(door=request.werkplek, pk=rij.pk, op=timezone.now(), **wat)
    concept_weg(door=request.werkplek, sleutel=_sleutel(rij.pk))
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
        sleutel = _sleutel(rij.pk)
        versie = concept_lezen(request.werkplek, sleutel).versie
        context |= {"wie": form.deelnemers, "concept_attrs": concept_attrs(request.werkplek, sleutel, versie)}
    return render(request, "ondersteuning/opp/overleg_verslag.html", context | extra, status=status)


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
    gedaan(request, "Genoteerd dat het niet doorging. Plan een nieuw gesprek.")
    return redirect("ondersteuning:opp_overleg", rij.opp_id)
