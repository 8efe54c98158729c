"""Making a nieuwsbrief: beginning it, its title, taking over proposals, its items, placing it."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from beleid.access_nieuws import get_bericht, get_brief
from beleid.forms.nieuws import BerichtForm, PlaatsForm, TitelForm
from beleid.models import Nieuwsbericht, Nieuwsbrief
from beleid.services.nieuws import (
    bericht_overnemen,
    bericht_toevoegen,
    bericht_weghalen,
    bericht_wijzigen,
    brief_beginnen,
    brief_hernoemen,
    brief_plaatsen,
)
from beleid.views.nieuws import maakblad
from beleid.views.protocol import StandForm
from ondersteuning.views.trajectvorm import geweigerd, naar_nieuwste, verstuur, verzonden
from overleg.access_naamcheck import namen_in
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan, opgelet
from zorgapp.kern.datums import maandnaam
from zorgapp.werk.access import concept_attrs
from zorgapp.werk.services import concept_bewaren, concept_lezen, concept_weg

VEROUDERD = "Een collega paste deze nieuwsbrief net aan. Kijk eerst wat er nu staat."


def namencheck(request: ZorgRequest) -> Callable[[str], list[str]]:
    """Which names of pupils stand in a text."""
    return lambda tekst: namen_in(request.werkplek, tekst)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def nieuw(request: ZorgRequest) -> HttpResponse:
    """Begin a letter; when one is being made already, that one opens."""
    begin = {"titel": f"Nieuws van {maandnaam(request.werkplek.dag)} {request.werkplek.dag.year}"}
    form = TitelForm(verzonden(request), namen_in=namencheck(request), initial=begin)

    def doe() -> Nieuwsbrief:
        return brief_beginnen(door=request.werkplek, titel=form.cleaned_data["titel"], op=timezone.now())

    uit = verstuur(request, form, doe, VEROUDERD)
    if uit.waarde is None:
        return render(request, "beleid/nieuws_vorm.html", {"form": form}, status=uit.status)
    return redirect("beleid:nieuws_brief", uit.waarde.pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def titel(request: ZorgRequest, pk: int) -> HttpResponse:
    """Another title."""
    brief, _ = get_brief(request.werkplek, pk)
    begin = {"versie": brief.versie, "titel": brief.titel}
    form = TitelForm(verzonden(request), namen_in=namencheck(request), initial=begin)

    def doe() -> Nieuwsbrief:
        versie, naam = form.cleaned_data["versie"] or 0, form.cleaned_data["titel"]
        return brief_hernoemen(door=request.werkplek, pk=pk, versie=versie, titel=naam)

    uit = verstuur(request, form, doe, VEROUDERD)
    if uit.waarde is None:
        if uit.status == 409:
            naar_nieuwste(form, brief.versie)
        context = {"form": form, "brief": brief, "verouderd": uit.status == 409}
        return render(request, "beleid/nieuws_vorm.html", context, status=uit.status)
    gedaan(request, "Aangepast.")
    return redirect("beleid:nieuws_brief", pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def overnemen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Take a proposal over, in one tap."""
    bron = request.POST.get("bron", "").replace("\x00", "")[:40]
    uit = geweigerd(
        StandForm(), lambda: bericht_overnemen(door=request.werkplek, pk=pk, bron=bron), VEROUDERD
    )
    if uit.waarde is None:
        opgelet(request, uit.melding)
    else:
        gedaan(request, "Het staat in de nieuwsbrief. Je kunt de woorden nog aanpassen.")
    return redirect("beleid:nieuws_brief", pk)


@vereist(Recht.BELEID_WERKEN)
@require_http_methods(["GET", "POST"])
def bericht(request: ZorgRequest, pk: int, bericht_id: int | None = None) -> HttpResponse:
    """An item of one's own, or other words for one that is there; what is typed is kept on the server meanwhile."""
    werkplek = request.werkplek
    brief, _ = get_brief(werkplek, pk)
    rij = get_bericht(brief, bericht_id) if bericht_id else None
    sleutel = f"nieuws:{pk}:{bericht_id or 'nieuw'}"
    concept = concept_lezen(werkplek, sleutel)
    begin: dict[str, Any] = {"versie": brief.versie}
    begin |= {veld: getattr(rij, veld) for veld in ("kop", "tekst") if rij}
    begin |= {veld: concept.inhoud[veld] for veld in ("kop", "tekst") if veld in concept.inhoud}
    form = BerichtForm(verzonden(request), namen_in=namencheck(request), initial=begin)
    uit = verstuur(request, form, lambda: _schrijf(request, pk, bericht_id, form), VEROUDERD)
    if uit.waarde is not None:
        concept_weg(door=werkplek, sleutel=sleutel)
        gedaan(request, "Het staat in de nieuwsbrief.")
        return redirect("beleid:nieuws_brief", pk)
    if uit.status == 409:
        naar_nieuwste(form, brief.versie)
    context = {"form": form, "brief": brief, "bericht": rij, "verouderd": uit.status == 409}
    context["concept"] = concept_attrs(werkplek, sleutel, concept.versie)
    return render(request, "beleid/nieuws_bericht.html", context, status=uit.status)


def _schrijf(request: ZorgRequest, pk: int, bericht_id: int | None, form: BerichtForm) -> Nieuwsbericht:
    velden = {veld: form.cleaned_data[veld] for veld in ("kop", "tekst")}
    if bericht_id is None:
        return bericht_toevoegen(door=request.werkplek, pk=pk, **velden)
    versie = form.cleaned_data["versie"] or 0
    return bericht_wijzigen(door=request.werkplek, pk=pk, bericht_id=bericht_id, versie=versie, **velden)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def bericht_weg(request: ZorgRequest, pk: int, bericht_id: int) -> HttpResponse:
    """Out of the letter; the words stay ready as a draft of a new item."""
    werkplek, form = request.werkplek, StandForm(request.POST)

    def doe() -> Nieuwsbericht:
        versie = form.cleaned_data["versie"]
        return bericht_weghalen(door=werkplek, pk=pk, bericht_id=bericht_id, versie=versie)

    uit = geweigerd(form, doe, VEROUDERD)
    if uit.waarde is None:
        opgelet(request, uit.melding or "Laad de pagina opnieuw.")
        return redirect("beleid:nieuws_brief", pk)
    if uit.waarde.bron:
        gedaan(request, "Weggehaald. Het staat weer bij wat je kunt vertellen.")
    else:
        sleutel = f"nieuws:{pk}:nieuw"
        inhoud = {"kop": uit.waarde.kop, "tekst": uit.waarde.tekst}
        versie = concept_lezen(werkplek, sleutel).versie
        concept_bewaren(door=werkplek, sleutel=sleutel, versie=versie, inhoud=inhoud)
        gedaan(request, "Weggehaald. De woorden staan nog klaar bij ‘Eigen bericht’.")
    return redirect("beleid:nieuws_brief", pk)


@vereist(Recht.BELEID_WERKEN)
@require_POST
def plaatsen(request: ZorgRequest, pk: int) -> HttpResponse:
    """Place it for everybody; a name that is in it is asked about once."""
    brief, berichten = get_brief(request.werkplek, pk)
    inhoud = "\n".join((brief.titel, *(f"{b.kop}\n{b.tekst}" for b in berichten)))
    form = PlaatsForm(request.POST, namen_in=namencheck(request), inhoud=inhoud)

    def doe() -> Nieuwsbrief:
        versie = form.cleaned_data["versie"]
        return brief_plaatsen(door=request.werkplek, pk=pk, versie=versie, op=timezone.now())

    uit = geweigerd(form, doe, VEROUDERD)
    if uit.waarde is not None:
        gedaan(request, "Geplaatst. Je collega’s horen het in hun dagelijkse mail.")
        return redirect("beleid:nieuws_brief", pk)
    if brief.geplaatst_op:
        opgelet(request, uit.melding or "Deze nieuwsbrief is al geplaatst.")
        return redirect("beleid:nieuws_brief", pk)
    return maakblad(request, brief, berichten, form, uit.status)
