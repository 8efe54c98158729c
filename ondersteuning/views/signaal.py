"""Filing a signal on a phone, and reading what became of it."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from leerlingen.access import VRAAG_MAX, mentoren_van, zichtbare_leerlingen, zoek_leerlingen
from leerlingen.coordinatoren import coordinatoren
from ondersteuning.access import (
    besluiten_van,
    eigen_signalen,
    get_eigen_signaal,
    signaal_ingezien,
)
from ondersteuning.forms.signaal import SignaalForm
from ondersteuning.services.signaal import antwoord_gelezen, signaal_indienen
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.pagina import PER_PAGINA_RUIM, bladzijde
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.access import wie_schrijft
from zorgapp.werk.services import concept_lezen, concept_weg

CONCEPT = "signaal:nieuw"


def _formulier(request: ZorgRequest, form: SignaalForm, status: int = 200, **extra: Any) -> HttpResponse:
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag)
    gekozen = form.gekozen
    context = {
        "form": form,
        "gekozen": gekozen,
        "mentoren": mentoren_van(gekozen.klas_nu, request.werkplek) if gekozen else [],
        "coordinator": wie[0] if wie else None,
        "concept": CONCEPT,
        "concept_wie": wie_schrijft(request.werkplek),
        **extra,
    }
    return render(request, "ondersteuning/signaal_form.html", context, status=status)


@vereist(Recht.SIGNAAL_INDIENEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """The form; a draft on the server fills it, a valid post sends it once."""
    if request.method == "GET":
        versie, begin = _begin(request)
        return _formulier(request, SignaalForm(initial=begin, werkplek=request.werkplek), versie=versie)
    form = SignaalForm(request.POST, werkplek=request.werkplek)
    if "zoek" in request.POST or "kies" in request.POST:
        return _zonder_script(request)
    if not form.is_valid():
        return _formulier(request, form, 422, versie=concept_lezen(request.werkplek, CONCEPT).versie)
    signaal = signaal_indienen(
        door=request.werkplek,
        sleutel=form.cleaned_data["sleutel"],
        gegevens=form.gegevens(),
        op=timezone.now(),
    )
    concept_weg(door=request.werkplek, sleutel=CONCEPT)
    return redirect("ondersteuning:signaal_verstuurd", signaal.pk)


def _zonder_script(request: ZorgRequest) -> HttpResponse:
    """Searching and choosing a pupil in a browser without script: the form again, with all that was typed."""
    begin: dict[str, Any] = request.POST.dict() | {"geprobeerd": request.POST.getlist("geprobeerd")}
    begin["leerling"] = request.POST.get("kies", "")
    q = request.POST.get("q", "")[:VRAAG_MAX]
    extra = {"gevonden": zoek_leerlingen(request.werkplek, q), "gezocht": True, "q": q} if q else {}
    return _formulier(request, SignaalForm(initial=begin, werkplek=request.werkplek), **extra)


def _begin(request: ZorgRequest) -> tuple[int, dict[str, Any]]:
    """First values of the form: the stored draft, then what the address asks (a pupil's page links here)."""
    concept = concept_lezen(request.werkplek, CONCEPT)
    begin: dict[str, Any] = dict(concept.inhoud)
    try:
        begin["sleutel"] = uuid.UUID(str(begin.get("sleutel")))
    except ValueError:
        begin["sleutel"] = uuid.uuid4()
    if isinstance(begin.get("geprobeerd"), str):  # one ticked box is stored as one text
        begin["geprobeerd"] = [begin["geprobeerd"]]
    if gelezen_nummer(request.GET.get("leerling")) is not None:
        begin["leerling"] = request.GET["leerling"]
    return concept.versie, begin


@vereist(Recht.SIGNAAL_INDIENEN)
@require_GET
def kies_leerling(request: ZorgRequest) -> HttpResponse:
    """Fragment of the form: pupils found, or the chosen one. Finds only whom the sender may see."""
    werkplek = request.werkplek
    if "leerling" in request.GET:
        nummer = gelezen_nummer(request.GET["leerling"])
        gekozen = zichtbare_leerlingen(werkplek).filter(pk=nummer).first() if nummer else None
        mentoren = mentoren_van(gekozen.klas_nu, werkplek) if gekozen else []
        return render(
            request,
            "ondersteuning/_over_wie.html",
            {"gekozen": gekozen, "mentoren": mentoren, "fragment": True},
        )
    q = request.GET.get("q", "")[:VRAAG_MAX]
    context = {"gevonden": zoek_leerlingen(werkplek, q, 6), "gezocht": len(q.strip()) >= 2, "q": q}
    return render(request, "ondersteuning/_gevonden.html", context)


@vereist(Recht.SIGNAAL_INDIENEN)
@require_GET
def verstuurd(request: ZorgRequest, pk: int) -> HttpResponse:
    """Thanks, with what happens next, by whom and before when; once there is an answer, the answer."""
    signaal = get_eigen_signaal(request.werkplek, pk)
    if signaal.terugkoppeling.gegeven_op:
        return redirect("ondersteuning:mijn_signaal", pk)
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag, signaal.leerling)
    context = {"signaal": signaal, "coordinator": wie[0] if wie else None}
    return render(request, "ondersteuning/signaal_verstuurd.html", context)


@vereist(Recht.SIGNAAL_INDIENEN)
@require_GET
def mijn(request: ZorgRequest) -> HttpResponse:
    """Everything one sent, with status and answer."""
    pagina = bladzijde(
        eigen_signalen(request.werkplek).select_related("terugkoppeling__besluit__door"),
        request.GET.get("p"),
        PER_PAGINA_RUIM,
    )
    return render(request, "ondersteuning/mijn_signalen.html", {"pagina": pagina})


@vereist(Recht.SIGNAAL_INDIENEN)
@require_GET
def mijn_signaal(request: ZorgRequest, pk: int) -> HttpResponse:
    """One signal of one's own with the answers; opening it counts as read."""
    signaal = get_eigen_signaal(request.werkplek, pk)
    signaal_ingezien(request.werkplek, signaal, eigen=True)
    antwoord_gelezen(door=request.werkplek, signaal=signaal, op=timezone.now())
    wie = coordinatoren(request.werkplek.school.pk, request.werkplek.dag, signaal.leerling)
    context = {
        "signaal": signaal,
        "besluiten": besluiten_van(signaal),
        "coordinator": wie[0] if wie else None,
    }
    return render(request, "ondersteuning/mijn_signaal.html", context)
