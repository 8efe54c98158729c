"""The page of a meeting that is on, and what an open page hears of the others."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from overleg.access_agenda import leg_inzage_vast
from overleg.access_live import LOOPT, stand_van
from overleg.forms.afspraak import AfspraakVelden
from overleg.liveafspraak import nieuwe_vorm
from overleg.livebeeld import Livebeeld, lees_live
from overleg.loop import Overlegstatus
from overleg.models import Overleg, Verslagdeel
from zorgapp.accounts.middleware import voor_script
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import klok
from zorgapp.werk.access import wie_schrijft

DELEN = ("kop", "agenda", "wie", "nu", "vorige", "verder", "uit")
"""The parts of the page that follow the others, each with the template `overleg/_live_<deel>.html`."""
OVER = {
    Overlegstatus.GEPLAND: "Dit overleg is nog niet begonnen.",
    Overlegstatus.AFGESLOTEN: "Dit overleg is afgesloten.",
    Overlegstatus.AFGEZEGD: "Dit overleg gaat niet door.",
}


def lees_bij(request: ZorgRequest, pk: int, punt: int | None, *, gezien: bool = False) -> Livebeeld:
    """One meeting with one of its items as this person sees it; `gezien` logs a look at its pupil. 404 otherwise."""
    beeld = lees_live(request.werkplek, pk, punt, timezone.now())
    if gezien and beeld.punt:
        leg_inzage_vast(request.werkplek, [beeld.punt])
    return beeld


def niet_bezig(request: ZorgRequest, overleg: Overleg) -> HttpResponse | None:
    """Where one goes when the meeting is not on: to its own page, which says more; None when it is on."""
    if overleg.status in LOOPT:
        return None
    messages.info(request, OVER[Overlegstatus(overleg.status)])
    return redirect("overleg:overleg", overleg.pk)


@vereist(Recht.OVERLEG)
@require_GET
def live(request: ZorgRequest, pk: int) -> HttpResponse:
    """To the item that is discussed, else the first one that is open; without one the page says so.

    A meeting that begins opens with what comes back of the last time and belongs to none of its items.
    """
    beeld = lees_bij(request, pk, None)
    if elders := niet_bezig(request, beeld.o):
        return elders
    if beeld.opent_met_los:
        return redirect("overleg:live_los", pk)
    if beeld.eerste:
        return redirect("overleg:live_punt", pk, beeld.eerste.pk)
    return render(request, "overleg/live.html", beeld.context)


@vereist(Recht.OVERLEG)
@require_GET
def live_punt(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """One item of a meeting that is on."""
    beeld = lees_bij(request, pk, punt, gezien=True)
    return niet_bezig(request, beeld.o) or toon(request, beeld)


def toon(
    request: ZorgRequest,
    beeld: Livebeeld,
    *,
    form: AfspraakVelden | None = None,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    """Render the page; `form` is a new agreement that was refused."""
    context = beeld.context | {"wie_schrijft": wie_schrijft(request.werkplek)} | extra
    if beeld.mag.notuleren and beeld.punt:
        context["form"] = form or nieuwe_vorm(request.werkplek, beeld)
    return render(request, "overleg/live.html", context, status=status)


@voor_script
@vereist(Recht.OVERLEG)
@never_cache
@require_GET
def live_stand(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """What changed since the page was drawn: 204 for nothing, else the parts that follow and the minutes as they are.

    404 when this person takes part no longer. Not logged: the page was, when it opened.
    """
    stand = stand_van(request.werkplek, pk, punt)
    if stand == request.GET.get("s", ""):
        return HttpResponse(status=204)
    beeld = lees_live(request.werkplek, pk, punt, timezone.now(), ook_leerling=False)
    uit: dict[str, Any] = {"stand": stand, "weg": OVER.get(Overlegstatus(beeld.o.status), "")}
    context = beeld.context | {
        "werkplek": request.werkplek,
        "vandaag": request.werkplek.dag,
        "csrf_token": get_token(request),
    }
    uit["deel"] = {deel: render_to_string(f"overleg/_live_{deel}.html", context) for deel in DELEN}
    uit["notulen"] = notulen_van(request.werkplek, beeld.verslag, met_extern=beeld.mag.notuleren)
    return JsonResponse(uit)


def notulen_van(werkplek: Werkplek, deel: Verslagdeel | None, *, met_extern: bool) -> dict[str, Any]:
    """The minutes as a script reads them; `wie` is who wrote last, when that is another."""
    if deel is None:
        return {"versie": 0, "tekst": "", "extern": "", "op": "", "wie": ""}
    ander = deel.bewaard_door_id != werkplek.user.pk
    return {
        "versie": deel.versie,
        "tekst": deel.tekst,
        "extern": deel.tekst_extern if met_extern else "",
        "op": klok(deel.bewaard_op),
        "wie": deel.bewaard_door.voornaam if ander else "",
    }


def terug_naar(pk: int, punt: int | None, anker: str = "", **vraag: str) -> HttpResponse:
    """Back to the page of this item, at `anker`."""
    antwoord = redirect("overleg:live_punt", pk, punt) if punt else redirect("overleg:live", pk)
    if vraag or anker:
        antwoord["Location"] += (f"?{urlencode(vraag)}" if vraag else "") + (f"#{anker}" if anker else "")
    return antwoord
