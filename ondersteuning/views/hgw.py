"""The HGW forms of a pupil: what holds now and its versions, filling in, finishing, closing."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.zienswijzen import zienswijzen_bij
from ondersteuning.access_hgw import (
    behoeften_uit_hgw,
    behoeften_van_trajecten,
    get_hgw,
    get_leerling_hgw,
    inhoud_op,
    inhoud_van,
    versies_van,
)
from ondersteuning.documents.hgw import SLEUTEL
from ondersteuning.forms.hgw import HgwForm, SluitHgwForm
from ondersteuning.hgwbronnen import herkomst_van
from ondersteuning.hgwlezen import lees
from ondersteuning.hgwvelden import VELDEN
from ondersteuning.models import Hgw, HgwStatus
from ondersteuning.samenvoegen import voeg_samen
from ondersteuning.services.hgw import (
    HgwBotsing,
    HgwOnvolledig,
    HgwVast,
    hgw_afronden,
    hgw_beginnen,
    hgw_bewaren,
    hgw_sluiten,
    hgw_weggooien,
)
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.documenten import pdf_aanvragen
from zorgapp.werk.services import concept_lezen, concept_weg


def _sleutel(pk: int) -> str:
    return f"hgw:{pk}"


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def van_leerling(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """What holds now and the versions; for a teacher what the pupil needs in his lesson."""
    leerling, mag = get_leerling_hgw(request.werkplek, leerling_id)
    context: dict[str, Any] = {"leerling": leerling, "mag": mag}
    if not mag.heel:
        context["behoeften"] = behoeften_uit_hgw(leerling, voor_les=True)
        return render(request, "ondersteuning/hgw/behoeften.html", context)
    versies = versies_van(request.werkplek, leerling.pk)
    stand = {status: next((v for v in versies if v.status == status), None) for status in HgwStatus}
    context |= {
        "versies": versies,
        "concept": stand[HgwStatus.CONCEPT],
        "nu": stand[HgwStatus.VAST],
        "behoeften": behoeften_uit_hgw(leerling),
    }
    return render(request, "ondersteuning/hgw/leerling.html", context)


@vereist(Recht.LEERLING_INZIEN)
@require_POST
def begin(request: ZorgRequest, leerling_id: int) -> HttpResponse:
    """Begin a form, or go on with the one that was begun."""
    hgw = hgw_beginnen(door=request.werkplek, leerling_id=leerling_id, op=timezone.now())
    return redirect("ondersteuning:hgw_invullen", hgw.pk)


@vereist(Recht.LEERLING_INZIEN)
@require_GET
def hgw(request: ZorgRequest, pk: int) -> HttpResponse:
    """One version to read and to print."""
    return _lezen(request, pk)


def _lezen(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    rij, mag = get_hgw(request.werkplek, pk)
    context = {"hgw": rij, "mag": mag, "delen": lees(rij), "status": HgwStatus(rij.status)}
    context |= {"bron": f"hgw:{pk}", "zienswijzen": zienswijzen_bij(request.werkplek, f"hgw:{pk}"), **extra}
    return render(request, "ondersteuning/hgw/hgw.html", context, status=status)


@vereist(Recht.LEERLING_INZIEN)
@require_http_methods(["GET", "POST"])
def invullen(request: ZorgRequest, pk: int) -> HttpResponse:
    """The form: saved, or finished with the button for that; a colleague's newer words are never overwritten."""
    rij, mag = get_hgw(request.werkplek, pk)
    if not mag.schrijven:
        raise PermissionDenied("hgw schrijven")
    if request.method == "GET":
        if rij.status != HgwStatus.CONCEPT:
            return redirect("ondersteuning:hgw", pk)
        return _formulier(request, rij, _begin(request, rij))
    form = HgwForm(request.POST, vandaag=request.werkplek.dag)
    if not form.is_valid():
        return _formulier(request, rij, form, 422)
    return _bewaar(request, rij, form)


def _bewaar(request: ZorgRequest, rij: Hgw, form: HgwForm) -> HttpResponse:
    data, werkplek = form.cleaned_data, request.werkplek
    klaar = "afronden" in request.POST
    wat: dict[str, Any] = {"door": werkplek, "pk": rij.pk, "inhoud": form.inhoud(), "op": timezone.now()}
    try:
        (hgw_afronden if klaar else hgw_bewaren)(versie=data["versie"], basis=data["basis"], **wat)
    except HgwBotsing as botsing:
        return _botsing(request, botsing, data["basis"])
    except HgwOnvolledig as fout:
        for veld, zin in fout.fouten.items():
            form.add_error(veld, zin)
        return _formulier(request, rij, form, 422)
    except HgwVast as fout:
        return _lezen(request, rij.pk, 409, fout=str(fout), getypt=_getypt(rij, form))
    concept_weg(door=werkplek, sleutel=_sleutel(rij.pk))
    gedaan(request, "Vastgelegd. Deze versie verandert niet meer." if klaar else "Bewaard.")
    if klaar:
        return redirect("ondersteuning:hgw", rij.pk)
    return redirect("ondersteuning:hgw_leerling", rij.leerling_id)


def _getypt(rij: Hgw, form: HgwForm) -> list[tuple[str, str]]:
    """What was typed and is not in the form, for when it can no longer be saved."""
    return [
        (veld.label, form[naam].value())
        for naam, veld in VELDEN.items()
        if form[naam].value() != getattr(rij, naam)
    ]


def _botsing(request: ZorgRequest, botsing: HgwBotsing, basis: int) -> HttpResponse:
    """The form again with both texts; sending it now counts as having seen the other's."""
    form = HgwForm(initial={"versie": botsing.hgw.versie, "basis": basis}, vandaag=request.werkplek.dag)
    form.toon_botsing(botsing.samen.inhoud, botsing.samen.botsingen)
    rij, _ = get_hgw(request.werkplek, botsing.hgw.pk)
    return _formulier(request, rij, form, 409)


def _begin(request: ZorgRequest, rij: Hgw) -> HgwForm:
    """The form as it is opened: one's own draft, put together with what a colleague saved since."""
    nu = inhoud_van(rij)
    form = HgwForm(initial={**nu, "versie": rij.versie, "basis": rij.versie}, vandaag=request.werkplek.dag)
    concept = concept_lezen(request.werkplek, _sleutel(rij.pk)).inhoud
    if concept:
        oud = gelezen_versie(str(concept.get("basis")))
        samen = voeg_samen(inhoud_op(rij, oud), form.uit_concept(concept), nu)
        form.toon_botsing({**samen.inhoud, "basis": oud}, samen.botsingen)
    return form


def _formulier(request: ZorgRequest, rij: Hgw, form: HgwForm, status: int = 200) -> HttpResponse:
    versie = concept_lezen(request.werkplek, _sleutel(rij.pk)).versie
    context = {
        "hgw": rij,
        "form": form,
        "delen": form.delen(herkomst_van(rij)),
        "trajecten": behoeften_van_trajecten(rij.leerling_id),
        "concept_attrs": concept_attrs(request.werkplek, _sleutel(rij.pk), versie),
    }
    return render(request, "ondersteuning/hgw/invullen.html", context, status=status)


@vereist(Recht.LEERLING_INZIEN)
@require_POST
def sluit(request: ZorgRequest, pk: int) -> HttpResponse:
    """The goals are met, or no longer count."""
    if not get_hgw(request.werkplek, pk)[1].schrijven:
        raise PermissionDenied("hgw schrijven")
    form = SluitHgwForm(request.POST)
    if not form.is_valid():
        return _lezen(request, pk, 422, form=form)
    data = form.cleaned_data
    try:
        rij = hgw_sluiten(
            door=request.werkplek, pk=pk, versie=data["versie"], effect=data["effect"], op=timezone.now()
        )
    except HgwVast as fout:
        return _lezen(request, pk, 409, form=form, fout=str(fout))
    gedaan(request, "Afgerond. Een volgend formulier begint opnieuw.")
    return redirect("ondersteuning:hgw_leerling", rij.leerling_id)


@vereist(Recht.LEERLING_INZIEN)
@require_POST
def pdf(request: ZorgRequest, pk: int) -> HttpResponse:
    """Have a finished version made as a PDF."""
    taak = pdf_aanvragen(door=request.werkplek, soort=SLEUTEL, object_id=pk)
    return redirect("werk:taak", taak.pk)


@vereist(Recht.LEERLING_INZIEN)
@require_POST
def weg(request: ZorgRequest, pk: int) -> HttpResponse:
    """Throw a draft away."""
    try:
        leerling_id = hgw_weggooien(door=request.werkplek, pk=pk)
    except HgwVast as fout:
        messages.error(request, str(fout))
        return redirect("ondersteuning:hgw", pk)
    concept_weg(door=request.werkplek, sleutel=_sleutel(pk))
    gedaan(request, "Weggegooid.")
    return redirect("ondersteuning:hgw_leerling", leerling_id)
