"""The rondvraag: asking teachers of a pupil beforehand, and answering it in three short answers."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ondersteuning.views.trajectvorm import draai_terug, geweigerd, naar_nieuwste, verstuur, verzonden
from overleg.access import get_overleg_om
from overleg.access_rondvraag import (
    antwoorden_bij,
    beantwoorde_rondvragen,
    get_punt_om_te_vragen,
    get_rondvraag,
    heeft_begonnen,
    kandidaten_voor,
    open_rondvragen,
)
from overleg.forms.agenda import AntwoordForm, RondvraagForm, begin_rondvraag
from overleg.models import Agendapunt, Rondvraag
from overleg.services import rondvraag as dienst
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.schooljaar import laatste_schooldag
from zorgapp.kern.velden import gelezen_nummer, gelezen_versie
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_lezen, concept_weg

VEROUDERD = (
    "Je hebt dit in een ander scherm al beantwoord. Hieronder staat dat antwoord; wat je typte staat er nog."
)
VELDEN = ("goed", "zie", "helpt")


def _sleutel(pk: int) -> str:
    return f"rondvraag:{pk}"


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def vragen(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Whom to ask about the pupil of an item; who was asked stands there with what he answered."""
    werkplek = request.werkplek
    rij = get_punt_om_te_vragen(werkplek, pk, punt)
    mensen = kandidaten_voor(werkplek, rij)
    begin = begin_rondvraag(mensen, _uiterlijk(werkplek, timezone.localdate(rij.overleg.begin)))
    form = RondvraagForm(verzonden(request), initial=begin, kandidaten=mensen)
    uit = verstuur(request, form, lambda: _vraag(request, rij, form), VEROUDERD)
    if uit.waarde is not None:
        gedaan(request, f"Gevraagd aan {hoeveel(len(uit.waarde), 'collega', 'collega’s')}.")
        return redirect("overleg:rondvraag_vragen", pk, punt)
    context = {"form": form, "p": rij, "o": rij.overleg, "mensen": mensen}
    context["antwoorden"] = antwoorden_bij(werkplek, pk).get(punt, [])
    context["gekozen"] = _gekozen(form)
    context["te_vragen"] = any(mens.stand in ("", "geen_les") for mens in mensen)
    return render(request, "overleg/rondvraag_vragen.html", context, status=uit.status)


def _gekozen(form: forms.Form) -> set[int]:
    """Who is ticked: as it was sent, or as suggested."""
    if not form.is_bound:
        return set(form.initial["collegas"])
    return {gelezen_nummer(waarde) for waarde in form.data.getlist("collegas")} - {None}  # type: ignore[attr-defined]


def _uiterlijk(werkplek: Werkplek, dag: date) -> date:
    """The school day before the meeting, but not in the past."""
    voor = laatste_schooldag(dag - timedelta(days=1), vrije_perioden(werkplek.dag))
    return max(voor, werkplek.dag)


def _vraag(request: ZorgRequest, punt: Agendapunt, form: RondvraagForm) -> list[Rondvraag]:
    return dienst.rondvraag_vragen(
        door=request.werkplek, punt_id=punt.pk, op=timezone.now(), **form.cleaned_data
    )


@vereist(Recht.OVERLEG)
@require_POST
def intrekken(request: ZorgRequest, pk: int, punt: int, rondvraag: int) -> HttpResponse:
    """Take a question back that was not answered."""
    get_punt_om_te_vragen(request.werkplek, pk, punt)
    draai_terug(
        request,
        lambda: dienst.rondvraag_intrekken(
            door=request.werkplek, punt_id=punt, pk=rondvraag, op=timezone.now()
        ),
        VEROUDERD,
        "Deze collega hoeft niet meer te antwoorden.",
    )
    return redirect("overleg:rondvraag_vragen", pk, punt)


@vereist(Recht.OVERLEG)
@require_POST
def herinner(request: ZorgRequest, pk: int) -> HttpResponse:
    """Remind who was asked for this meeting and did not answer, each once a day."""
    get_overleg_om(request.werkplek, pk, "agenda")
    doe = lambda: dienst.rondvraag_herinneren(  # noqa: E731
        door=request.werkplek, overleg_id=pk, op=timezone.now()
    )
    uit = geweigerd(forms.Form(), doe, VEROUDERD)
    if uit.melding:
        messages.error(request, uit.melding)
    elif uit.waarde:
        gedaan(request, f"{hoeveel(uit.waarde, 'collega krijgt', 'collega’s krijgen')} een herinnering.")
    else:
        gedaan(request, "Iedereen hoort vandaag al van de rondvraag.")
    return redirect("overleg:agenda", pk)


@vereist(Recht.OVERLEG)
@require_GET
def lijst(request: ZorgRequest) -> HttpResponse:
    """What I am asked, and what I answered and can still change."""
    werkplek = request.werkplek
    context = {"open": open_rondvragen(werkplek), "klaar": beantwoorde_rondvragen(werkplek)}
    return render(request, "overleg/rondvragen.html", context)


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def antwoord(request: ZorgRequest, pk: int) -> HttpResponse:
    """Three short questions about one pupil; a draft on the server keeps what is typed."""
    rij = get_rondvraag(request.werkplek, pk)
    form = AntwoordForm(verzonden(request), initial=_begin(request, rij))
    uit = verstuur(request, form, lambda: _beantwoord(request, pk, form), VEROUDERD)
    if uit.waarde:
        gedaan(request, "Dank je wel. Tot het overleg begint kun je het nog aanpassen.")
        return redirect("overleg:rondvragen")
    if uit.status == 409:
        rij = get_rondvraag(request.werkplek, pk)
        naar_nieuwste(form, rij.versie)
    sleutel = _sleutel(pk)
    context: dict[str, Any] = {"r": rij, "form": form, "verouderd": uit.status == 409}
    context["begonnen"] = heeft_begonnen(rij)
    versie = concept_lezen(request.werkplek, sleutel).versie
    context["concept_attrs"] = concept_attrs(request.werkplek, sleutel, versie)
    return render(request, "overleg/rondvraag.html", context, status=uit.status)


def _begin(request: ZorgRequest, rij: Rondvraag) -> dict[str, Any]:
    """What was answered, or one's own draft on top of it."""
    begin = {"goed": rij.goed, "zie": rij.zie, "helpt": rij.helpt, "versie": rij.versie}
    concept = concept_lezen(request.werkplek, _sleutel(rij.pk)).inhoud
    return begin | {naam: concept[naam] for naam in VELDEN if isinstance(concept.get(naam), str)}


def _beantwoord(request: ZorgRequest, pk: int, form: AntwoordForm) -> Rondvraag:
    rij = dienst.rondvraag_beantwoorden(
        door=request.werkplek,
        pk=pk,
        versie=form.cleaned_data["versie"],
        antwoord=form.antwoord(),
        op=timezone.now(),
    )
    concept_weg(door=request.werkplek, sleutel=_sleutel(pk))
    return rij


@vereist(Recht.OVERLEG)
@require_POST
def geen_les(request: ZorgRequest, pk: int) -> HttpResponse:
    """Say that one does not teach this pupil any more; that ends it."""
    form = forms.Form(request.POST)
    nummer = gelezen_versie(request.POST.get("versie"))
    werkplek = request.werkplek
    uit = geweigerd(
        form,
        lambda: dienst.rondvraag_geen_les(door=werkplek, pk=pk, versie=nummer, op=timezone.now()),
        VEROUDERD,
    )
    if uit.waarde is None:
        return redirect("overleg:rondvraag", pk)
    concept_weg(door=werkplek, sleutel=_sleutel(pk))
    gedaan(request, "Doorgegeven. Je hoeft hier niets meer te doen.")
    return redirect("overleg:rondvragen")
