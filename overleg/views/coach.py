"""The coachlijn: one's questions, a new one, and the conversation of two people."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.views.trajectvorm import geweigerd, verstuur
from overleg.access_coach import berichten_van, coach_kring, eerste_tekst, get_vraag, vragenblad
from overleg.access_naamcheck import namen_in
from overleg.coachbeeld import mag_intrekken, zin_bij
from overleg.forms.coach import BerichtForm, SluitForm, VraagForm
from overleg.models import Coachvraag
from overleg.services.coach import (
    bericht_sturen,
    coach_vragen,
    coachvraag_gezien,
    coachvraag_intrekken,
    coachvraag_sluiten,
)
from overleg.stats import coachvragen_in, coachzin
from zorgapp.accounts.coordinatie import is_coordinator
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_nummer
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

NIEUW = "coach:nieuw"
VEROUDERD = "Er kwam net een bericht bij. Lees het eerst en sluit daarna af."


@vereist(Recht.COACHLIJN)
@require_GET
def coachlijn(request: ZorgRequest) -> HttpResponse:
    """The questions to me and my own; for a coordinator also how many were asked this year."""
    werkplek = request.werkplek
    pagina = vragenblad(werkplek, request.GET.get("p"))
    cijfer = ""
    if is_coordinator(werkplek):
        cijfer = coachzin(coachvragen_in(werkplek, Schooljaar.van(werkplek.dag)))
    context = {"pagina": pagina, "zin": zin_bij(pagina.rijen), "cijfer": cijfer}
    return render(request, "overleg/coachlijn.html", context)


def _namen(request: ZorgRequest) -> Any:
    return lambda tekst: namen_in(request.werkplek, tekst)


@vereist(Recht.COACHLIJN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """A question to a coach; `na` is an earlier question of one's own whose coach left, to ask again."""
    werkplek, data = request.werkplek, request.POST if request.method == "POST" else None
    concept = concept_lezen(werkplek, NIEUW)
    begin = dict(concept.inhoud) or _opnieuw(request)
    form = VraagForm(data, kring=coach_kring(werkplek), namen_in=_namen(request), initial=begin)
    uit = verstuur(request, form, lambda: _vraag(request, form), "")
    if uit.waarde is None:
        attrs = concept_attrs(werkplek, NIEUW, concept.versie)
        context = {"form": form, "concept": attrs}
        return render(request, "overleg/coach_nieuw.html", context, status=uit.status)
    concept_weg(door=werkplek, sleutel=NIEUW)
    gedaan(request, f"Verstuurd. {uit.waarde.coach.voornaam} krijgt bericht.")
    return redirect("overleg:coachvraag", uit.waarde.pk)


def _vraag(request: ZorgRequest, form: VraagForm) -> Coachvraag:
    velden = {naam: form.cleaned_data[naam] for naam in ("coach", "onderwerp", "tekst", "sleutel")}
    return coach_vragen(door=request.werkplek, op=timezone.now(), **velden)


def _opnieuw(request: ZorgRequest) -> dict[str, Any]:
    """What one asked of a coach who left, to ask of another; nothing for anybody else's question."""
    na = gelezen_nummer(request.GET.get("na"))
    if na is None:
        return {}
    vraag = get_vraag(request.werkplek, na)
    if vraag.vrager_id != request.werkplek.user.pk:
        return {}
    return {"onderwerp": vraag.onderwerp, "tekst": eerste_tekst(vraag)}


def _sleutel(pk: int) -> str:
    """The key of the draft of a message."""
    return f"coach:{pk}"


@vereist(Recht.COACHLIJN)
@require_http_methods(["GET", "POST"])
def coachvraag(request: ZorgRequest, pk: int) -> HttpResponse:
    """The conversation, and writing in it; what is on the screen counts as seen."""
    werkplek = request.werkplek
    vraag = get_vraag(werkplek, pk)
    if request.method == "GET":
        return _gesprek(request, vraag)
    form = BerichtForm(request.POST, namen_in=_namen(request))
    velden = ("tekst", "sleutel")

    def stuur() -> Any:
        inhoud = {naam: form.cleaned_data[naam] for naam in velden}
        return bericht_sturen(door=werkplek, pk=pk, op=timezone.now(), **inhoud)

    uit = geweigerd(form, stuur, "")
    if uit.waarde is None:
        return _gesprek(request, vraag, uit.status, form)
    concept_weg(door=werkplek, sleutel=_sleutel(pk))
    gedaan(request, "Verstuurd.")
    return redirect("overleg:coachvraag", pk)


def _gesprek(
    request: ZorgRequest, vraag: Coachvraag, status: int = 200, form: forms.Form | None = None
) -> HttpResponse:
    werkplek = request.werkplek
    pagina = berichten_van(vraag.pk, request.GET.get("p"))
    if pagina.nummer == 1 and vraag.ongelezen:  # type: ignore[attr-defined]
        coachvraag_gezien(door=werkplek, pk=vraag.pk, tot=pagina.rijen[0].op)
    concept = concept_lezen(werkplek, _sleutel(vraag.pk))
    context = {
        "vraag": vraag,
        "van_mij": vraag.vrager_id == werkplek.user.pk,
        "pagina": pagina,
        "berichten": pagina.rijen[::-1],
        "intrekken": mag_intrekken(werkplek.user.pk, vraag, pagina.rijen),
        "form": form or BerichtForm(initial=dict(concept.inhoud), namen_in=_namen(request)),
        "concept": concept_attrs(werkplek, _sleutel(vraag.pk), concept.versie),
    }
    return render(request, "overleg/coachvraag.html", context, status=status)


@vereist(Recht.COACHLIJN)
@require_POST
def sluiten(request: ZorgRequest, pk: int) -> HttpResponse:
    """Asker or coach is done with it."""
    vraag, form = get_vraag(request.werkplek, pk), SluitForm(request.POST)
    uit = geweigerd(
        form,
        lambda: coachvraag_sluiten(
            door=request.werkplek, pk=pk, versie=form.cleaned_data["versie"], op=timezone.now()
        ),
        VEROUDERD,
    )
    if uit.waarde is None:
        for fouten in form.errors.values():
            messages.error(request, " ".join(map(str, fouten)))
        return _gesprek(request, get_vraag(request.werkplek, vraag.pk), uit.status)
    gedaan(request, "Afgesloten. Een nieuw bericht opent de vraag weer.")
    return redirect("overleg:coachlijn")


@vereist(Recht.COACHLIJN)
@require_POST
def intrekken(request: ZorgRequest, pk: int) -> HttpResponse:
    """The asker takes it back before an answer."""
    uit = geweigerd(
        forms.Form(),
        lambda: coachvraag_intrekken(door=request.werkplek, pk=pk, op=timezone.now()),
        "",
    )
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return _gesprek(request, get_vraag(request.werkplek, pk), uit.status)
    gedaan(request, "Ingetrokken. Je coach ziet deze vraag niet meer.")
    return redirect("overleg:coachlijn")
