"""Changing a facility card: adding from the catalogue, one facility, the period and the reason."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.access import get_leerling
from leerlingen.access_kaart import (
    eis,
    faciliteiten,
    get_kaartgrond,
    get_toekenning,
    kaart_van,
    mag_wijzigen,
    toekenningen_van,
)
from leerlingen.access_kaartlezers import vakken_rond
from leerlingen.forms.kaart import GrondForm, PeriodeForm, ToekenningForm
from leerlingen.models import Leerling
from leerlingen.services.kaart import (
    kaart_geldig_maken,
    toekenning_herstellen,
    toekenning_stoppen,
    toekenning_wijzigen,
)
from leerlingen.services.kaartgrond import kaartgrond_vastleggen
from zorgapp.accounts.forms.basis import probeer
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.services import concept_lezen

VEROUDERD = "Een collega paste deze kaart net aan. Dit is de nieuwste stand; wat jij typte staat er nog."


def samenstelsleutel(leerling_id: int) -> str:
    """The key of the draft of what is being put on a card."""
    return f"kaart:{leerling_id}"


def open_om_te_wijzigen(
    request: ZorgRequest, pk: int, handeling: Handeling = Handeling.GEWIJZIGD
) -> Leerling:
    """The pupil, for his coordinator; 403 for who may only read the card."""
    leerling, grond = get_leerling(request.werkplek, pk, handeling)
    eis(mag_wijzigen(grond))
    return leerling


def _toon(
    request: ZorgRequest, leerling: Leerling, status: int = 200, form: PeriodeForm | None = None, **extra: Any
) -> HttpResponse:
    kaart = kaart_van(leerling.pk)
    toekenningen = toekenningen_van(leerling.pk, request.werkplek.dag)
    al = {rij.faciliteit_id for rij in toekenningen}
    context = {
        "leerling": leerling,
        "kaart": kaart,
        "toekenningen": toekenningen,
        "catalogus": [f for f in faciliteiten(request.werkplek) if f.pk not in al],
        "bezig": bool(concept_lezen(request.werkplek, samenstelsleutel(leerling.pk)).inhoud),
        "periode": form or (PeriodeForm(kaart=kaart) if kaart else None),
        **extra,
    }
    return render(request, "leerlingen/kaart/wijzigen.html", context, status=status)


@vereist(Recht.KAART_WIJZIGEN)
@require_GET
def wijzigen(request: ZorgRequest, pk: int) -> HttpResponse:
    """What stands on the card, and the catalogue to add from."""
    return _toon(request, open_om_te_wijzigen(request, pk, Handeling.BEKEKEN))


@vereist(Recht.KAART_WIJZIGEN)
@require_http_methods(["GET", "POST"])
def toekenning(request: ZorgRequest, pk: int, toekenning_id: int) -> HttpResponse:
    """One facility as it applies to this pupil; a stale form shows both texts."""
    kijkt = Handeling.BEKEKEN if request.method == "GET" else Handeling.GEWIJZIGD
    werkplek, leerling = request.werkplek, open_om_te_wijzigen(request, pk, kijkt)
    rij = get_toekenning(leerling.pk, toekenning_id)
    form = ToekenningForm(
        request.POST if request.method == "POST" else None,
        rij=rij,
        vakken=vakken_rond(leerling.pk, werkplek.dag),
    )
    status, verouderd = 200, ""
    if request.method == "POST":
        status = 422
        if form.is_valid():
            verouderd = _bewaar(request, form, leerling, toekenning_id)
            if not form.errors and not verouderd:
                gedaan(request, "Bewaard.")
                return redirect("leerlingen:kaart_wijzigen", leerling.pk)
            status = 409 if verouderd else 422
    context = {"leerling": leerling, "rij": get_toekenning(leerling.pk, rij.pk), "form": form}
    context["verouderd"] = verouderd
    return render(request, "leerlingen/kaart/toekenning.html", context, status=status)


def _bewaar(request: ZorgRequest, form: ToekenningForm, leerling: Leerling, pk: int) -> str:
    """Try the service; what it refuses stands in the form, a stale card gives the sentence about it."""
    stand = form.cleaned_data["stand"]
    return _of_verouderd(
        lambda: probeer(
            form,
            lambda: toekenning_wijzigen(
                door=request.werkplek,
                leerling=leerling,
                pk=pk,
                stand=stand,
                gegevens=form.gegevens(),
                op=timezone.now(),
            ),
        )
    )


def _of_verouderd(doe: Callable[[], object]) -> str:
    try:
        doe()
    except Verouderd:
        return VEROUDERD
    return ""


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def stoppen(request: ZorgRequest, pk: int, toekenning_id: int) -> HttpResponse:
    """Take a facility off the card, with a way back."""
    leerling = open_om_te_wijzigen(request, pk)
    stand = gelezen_nummer(request.POST.get("stand") or request.GET.get("stand"), 9)
    try:
        toekenning_stoppen(
            door=request.werkplek,
            leerling=leerling,
            pk=toekenning_id,
            stand=-1 if stand is None else stand,
            op=timezone.now(),
        )
    except Verouderd:
        messages.error(request, "Een collega paste deze kaart net aan. Kijk wat er nu staat.")
    else:
        herstel = reverse("leerlingen:kaart_toekenning_terug", args=[leerling.pk, toekenning_id])
        gedaan(request, "Van de kaart gehaald.", herstel=herstel)
    return redirect("leerlingen:kaart_wijzigen", leerling.pk)


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def terug(request: ZorgRequest, pk: int, toekenning_id: int) -> HttpResponse:
    """Put an ended facility back."""
    leerling = open_om_te_wijzigen(request, pk)
    try:
        toekenning_herstellen(door=request.werkplek, leerling=leerling, pk=toekenning_id, op=timezone.now())
        gedaan(request, "Staat weer op de kaart.")
    except ValidationError as fout:
        messages.error(request, " ".join(fout.messages))
    return redirect("leerlingen:kaart_wijzigen", leerling.pk)


@vereist(Recht.KAART_WIJZIGEN)
@require_POST
def periode(request: ZorgRequest, pk: int) -> HttpResponse:
    """From when to when the card holds."""
    leerling, form = open_om_te_wijzigen(request, pk), PeriodeForm(request.POST)
    if not form.is_valid():
        return _toon(request, leerling, 422, form)
    data = form.cleaned_data
    verouderd = _of_verouderd(
        lambda: probeer(
            form,
            lambda: kaart_geldig_maken(
                door=request.werkplek,
                leerling=leerling,
                stand=data["stand"],
                van=data["geldig_van"],
                tot=data["geldig_tot"],
            ),
        )
    )
    if form.errors or verouderd:
        return _toon(request, leerling, 409 if verouderd else 422, form, verouderd=verouderd)
    gedaan(request, "Bewaard. De kaart geldt in die tijd.")
    return redirect("leerlingen:kaart_wijzigen", leerling.pk)


@vereist(Recht.LEERLING_INZIEN)
@require_http_methods(["GET", "POST"])
def grond(request: ZorgRequest, pk: int) -> HttpResponse:
    """Why there is a card: read by coordinator and assigned begeleider, written by the coordinator."""
    werkplek = request.werkplek
    leerling, reden = get_leerling(werkplek, pk)
    rij, mag = get_kaartgrond(werkplek, leerling, reden), mag_wijzigen(reden)
    form = GrondForm(request.POST if request.method == "POST" else None, rij=rij)
    verouderd = ""
    if request.method == "POST":
        eis(mag)
        if form.is_valid():
            verouderd = _bewaar_grond(request, form, leerling)
            if not form.errors and not verouderd:
                gedaan(request, "Bewaard. Docenten zien dit niet.")
                return redirect("leerlingen:kaart_grond", leerling.pk)
    status = 409 if verouderd else 422 if form.errors else 200
    context = {"leerling": leerling, "rij": rij, "form": form, "mag": mag, "verouderd": verouderd}
    return render(request, "leerlingen/kaart/grond.html", context, status=status)


def _bewaar_grond(request: ZorgRequest, form: GrondForm, leerling: Leerling) -> str:
    return _of_verouderd(
        lambda: probeer(
            form,
            lambda: kaartgrond_vastleggen(
                door=request.werkplek,
                leerling=leerling,
                versie=form.cleaned_data["versie"],
                gegevens=form.gegevens(),
                op=timezone.now(),
            ),
        )
    )
