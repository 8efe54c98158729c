"""Proposals: what lists and small signals say together, and what a person does with it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from leerlingen.coordinatoren import coordinatoren
from ondersteuning.access_voorstellen import get_voorstel, voorstelpagina
from ondersteuning.forms.invullen import AfwijsForm
from ondersteuning.forms.signaal import WEET_NIET, SignaalForm
from ondersteuning.models import Signaalvoorstel
from ondersteuning.services.signaal import GeenZicht
from ondersteuning.services.voorstellen import voorstel_afwijzen, voorstel_omzetten
from ondersteuning.voorstelbeeld import achtergrond, beginwoorden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.pagina import PER_PAGINA_RUIM
from zorgapp.werk.access import wie_schrijft
from zorgapp.werk.services import concept_lezen, concept_weg
from zorgapp.werk.services.concepten import ConceptStand

AL_BESLIST = "Een collega besliste dit net. Dit is wat er nu staat."


@vereist(Recht.VOORSTEL)
@require_GET
def overzicht(request: ZorgRequest) -> HttpResponse:
    """Proposals that wait, the newest first."""
    pagina = voorstelpagina(request.werkplek, request.GET.get("p"), PER_PAGINA_RUIM)
    return render(request, "ondersteuning/lijsten/voorstellen.html", {"pagina": pagina})


def _een(request: ZorgRequest, pk: int, status: int = 200, **extra: Any) -> HttpResponse:
    voorstel_ = get_voorstel(request.werkplek, pk)
    context = {"voorstel": voorstel_, "rijen": achtergrond(request.werkplek, voorstel_), **extra}
    return render(request, "ondersteuning/lijsten/voorstel.html", context, status=status)


@vereist(Recht.VOORSTEL)
@require_GET
def voorstel(request: ZorgRequest, pk: int) -> HttpResponse:
    """One proposal with the rows behind it, as far as this person may see them."""
    return _een(request, pk)


@vereist(Recht.VOORSTEL)
@require_POST
def afwijzen(request: ZorgRequest, pk: int) -> HttpResponse:
    """No signal is needed, and why."""
    form = AfwijsForm(request.POST)
    if not form.is_valid():
        return _een(request, pk, 422, form=form)
    try:
        voorstel_afwijzen(door=request.werkplek, pk=pk, reden=form.cleaned_data["reden"], op=timezone.now())
    except Verouderd:
        return _een(request, pk, 409, form=form, verouderd=AL_BESLIST)
    gedaan(request, "Goed. Dit komt terug als er iets nieuws bij komt.")
    return redirect("ondersteuning:voorstellen")


def _concept(pk: int) -> str:
    return f"voorstel:{pk}"


def _begin(request: ZorgRequest, nu: Signaalvoorstel, concept: ConceptStand) -> dict[str, Any]:
    """A draft, or the words of the proposal: nothing is typed twice."""
    getypt = dict(concept.inhoud)
    if isinstance(getypt.get("geprobeerd"), str):
        getypt["geprobeerd"] = [getypt["geprobeerd"]]
    woorden = beginwoorden(nu, achtergrond(request.werkplek, nu))
    begin = {"wat_zie_je": woorden, "domein": nu.domein or WEET_NIET}
    return begin | getypt | {"leerling": nu.leerling_id, "sleutel": uuid.uuid4()}


def _formulier(
    request: ZorgRequest, nu: Signaalvoorstel, form: SignaalForm | None = None, status: int = 200
) -> HttpResponse:
    concept = concept_lezen(request.werkplek, _concept(nu.pk))
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag, nu.leerling)
    context = {
        "form": form or SignaalForm(initial=_begin(request, nu, concept), werkplek=request.werkplek),
        "voorstel": nu,
        "gekozen": nu.leerling,
        "coordinator": wie[0] if wie else None,
        "concept": _concept(nu.pk),
        "concept_wie": wie_schrijft(request.werkplek),
        "versie": concept.versie,
    }
    return render(request, "ondersteuning/lijsten/voorstel_signaal.html", context, status=status)


@vereist(Recht.VOORSTEL)
@require_http_methods(["GET", "POST"])
def signaal(request: ZorgRequest, pk: int) -> HttpResponse:
    """The signal form, already filled with what is known."""
    nu = get_voorstel(request.werkplek, pk)
    if nu.status != "open" and request.method == "GET":
        return redirect("ondersteuning:voorstel", pk)
    if request.method == "GET":
        return _formulier(request, nu)
    form = SignaalForm(request.POST, werkplek=request.werkplek)
    if not form.is_valid():
        return _formulier(request, nu, form, 422)
    try:
        gemaakt = voorstel_omzetten(door=request.werkplek, pk=pk, gegevens=form.gegevens(), op=timezone.now())
    except GeenZicht:
        form.add_error("leerling", "Dit voorstel gaat over een andere leerling.")
        return _formulier(request, nu, form, 422)
    except Verouderd:
        messages.error(request, AL_BESLIST)
        return redirect("ondersteuning:voorstel", pk)
    return _verstuurd(request, pk, gemaakt)


def _verstuurd(request: ZorgRequest, pk: int, gemaakt: Any) -> HttpResponse:
    """To the sender's thanks; somebody who comes second to the proposal."""
    concept_weg(door=request.werkplek, sleutel=_concept(pk))
    if gemaakt.indiener_id != request.werkplek.user.pk:
        messages.info(request, AL_BESLIST)
        return redirect("ondersteuning:voorstel", pk)
    return redirect("ondersteuning:signaal_verstuurd", gemaakt.pk)
