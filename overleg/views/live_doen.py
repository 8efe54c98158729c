"""What is done during a meeting: agreements, who is there, to the next item, a pause, one more pupil."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from ondersteuning.views.trajectvorm import draai_terug, geweigerd, verstuur, verzonden
from ondersteuning.workflow import StapNietToegestaan
from overleg.access import get_overleg, get_overleg_om
from overleg.forms.afspraak import HERSTEL, AfspraakVelden, TikForm
from overleg.forms.live import (
    AanwezigForm,
    LeerlingErbij,
    OnderwerpErbij,
    StapForm,
    VerderForm,
)
from overleg.liveafspraak import nieuwe_vorm
from overleg.livebeeld import Livebeeld
from overleg.loop import Puntstatus, Stap
from overleg.models import Afspraak, Overleg
from overleg.services.afspraak import afspraak_maken
from overleg.services.agenda import punt_toevoegen
from overleg.services.live import antwoord_geven, naar_volgend, overleg_hervatten
from overleg.services.overleg import aanwezig_zetten, stap_zetten
from overleg.services.terugnemen import begin_terugnemen
from overleg.services.tijd import punt_afronden, punt_beginnen
from overleg.soorten import regels
from overleg.views.live import lees_bij, niet_bezig, terug_naar, toon
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.toegang import ZorgRequest, vereist
from zorgapp.kern.berichten import gedaan
from zorgapp.kern.velden import gelezen_versie

VEROUDERD = "Een collega was je net voor. Dit is de stand van nu; kijk of jouw keuze nog klopt."


def _doe(request: ZorgRequest, doe: Callable[[], Any]) -> Any:
    """Run a service; why it was refused is told on the page that follows. None then."""
    uit = geweigerd(Form(), doe, VEROUDERD)
    if uit.melding:
        messages.error(request, uit.melding)
    return uit.waarde


def _fout(form: Form) -> str:
    return " ".join(str(fout) for fouten in form.errors.values() for fout in fouten)


@vereist(Recht.OVERLEG)
@require_POST
def live_antwoord(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """How an earlier agreement went, with one tap; htmx gets the list of them back."""
    get_overleg(request.werkplek, pk)
    form = TikForm(request.POST)
    if not form.is_valid() or form.cleaned_data["tik"][2] == HERSTEL:
        messages.error(request, _fout(form) or "Kies opnieuw.")
        return terug_naar(pk, punt, "vorige")
    nummer, versie, stand = form.cleaned_data["tik"]
    uit = geweigerd(
        Form(),
        lambda: antwoord_geven(
            door=request.werkplek, overleg_id=pk, pk=nummer, versie=versie, stand=stand, op=timezone.now()
        ),
        VEROUDERD,
    )
    return _na_tik(request, pk, punt, "vorige", uit.melding)


def _na_tik(request: ZorgRequest, pk: int, punt: int, deel: str, fout: str) -> HttpResponse:
    """The part that was tapped as it is now; without htmx the page at that part."""
    if request.headers.get("HX-Request"):
        beeld = lees_bij(request, pk, punt)
        context = beeld.context | {"deel_fout": fout, "getikt": True}
        return render(request, f"overleg/_live_{deel}.html", context, status=422 if fout else 200)
    if fout:
        messages.error(request, fout)
    return terug_naar(pk, punt, deel)


@vereist(Recht.OVERLEG)
@require_POST
def live_afspraak(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """A new agreement about this item; `meer` gives the form with every field, with what was typed."""
    get_overleg_om(request.werkplek, pk, "notuleren")
    beeld = lees_bij(request, pk, punt)
    if "meer" in request.POST:
        return _nieuw(request, beeld, nieuwe_vorm(request.werkplek, beeld, begin=request.POST))
    form = nieuwe_vorm(request.werkplek, beeld, request.POST)
    uit = geweigerd(form, lambda: _leg_vast(request, punt, form), VEROUDERD)
    if uit.waarde is None:
        return _nieuw(request, beeld, form, uit.status)
    if not request.headers.get("HX-Request"):
        gedaan(request, f"Vastgelegd voor {uit.waarde.eigenaar.voornaam}.")
        return terug_naar(pk, punt, "nieuw")
    beeld = lees_bij(request, pk, punt)
    context = beeld.context | {"form": nieuwe_vorm(request.werkplek, beeld), "vastgelegd": uit.waarde}
    return render(request, "overleg/_live_vastgelegd.html", context)


def _leg_vast(request: ZorgRequest, punt: int, form: AfspraakVelden) -> Afspraak:
    return afspraak_maken(
        door=request.werkplek,
        punt_id=punt,
        gegevens=form.gegevens(),
        sleutel=form.cleaned_data["sleutel"],
        op=timezone.now(),
    )


def _nieuw(request: ZorgRequest, beeld: Livebeeld, form: AfspraakVelden, status: int = 200) -> HttpResponse:
    """The form with what was typed: alone for htmx, else on its page."""
    if request.headers.get("HX-Request"):
        return render(request, "overleg/_live_nieuw.html", beeld.context | {"form": form}, status=status)
    return toon(request, beeld, form=form, status=status)


# the meeting itself


@vereist(Recht.OVERLEG)
@require_POST
def live_nu(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Turn to this item: its clock runs, that of the one before stops."""
    get_overleg_om(request.werkplek, pk, "notuleren")
    lees_bij(request, pk, punt)
    _doe(request, lambda: punt_beginnen(door=request.werkplek, pk=punt, op=timezone.now()))
    return terug_naar(pk, punt)


@vereist(Recht.OVERLEG)
@require_POST
def live_verder(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Discussed, or moved to the next time: to the next item. Open again: back to this one."""
    get_overleg_om(request.werkplek, pk, "notuleren")
    lees_bij(request, pk, punt)
    form, door, op = VerderForm(request.POST), request.werkplek, timezone.now()
    if not form.is_valid():
        messages.error(request, _fout(form))
        return terug_naar(pk, punt)
    status = form.cleaned_data["status"]
    if status == Puntstatus.OPEN:
        _doe(request, lambda: punt_afronden(door=door, pk=punt, status=status, op=op))
        return terug_naar(pk, punt)
    uit = geweigerd(Form(), lambda: (naar_volgend(door=door, pk=punt, status=status, op=op),), VEROUDERD)
    if uit.waarde is None:
        messages.error(request, uit.melding)
        return terug_naar(pk, punt)
    if uit.waarde[0] is None:
        gedaan(request, "Dit was het laatste punt. De agenda is rond.")
    return terug_naar(pk, uit.waarde[0].pk if uit.waarde[0] else punt)


@vereist(Recht.OVERLEG)
@require_POST
def live_stap(request: ZorgRequest, pk: int) -> HttpResponse:
    """A pause, or on again with the item that was open."""
    get_overleg_om(request.werkplek, pk, "leiden")
    form, door, op = StapForm(request.POST), request.werkplek, timezone.now()
    if not form.is_valid():
        messages.error(request, VEROUDERD)
        return terug_naar(pk, None)
    data = form.cleaned_data
    if data["stap"] == Stap.PAUZEREN:
        _doe(request, lambda: stap_zetten(door=door, pk=pk, versie=data["versie"], stap=Stap.PAUZEREN, op=op))
    else:
        _doe(
            request,
            lambda: overleg_hervatten(door=door, pk=pk, versie=data["versie"], punt_id=data["punt"], op=op),
        )
    return terug_naar(pk, data["punt"])


@vereist(Recht.OVERLEG)
@require_POST
def live_terug(request: ZorgRequest, pk: int) -> HttpResponse:
    """Herstel: it had not begun yet."""
    get_overleg_om(request.werkplek, pk, "leiden")
    versie = gelezen_versie(request.GET.get("versie", ""))
    draai_terug(
        request,
        lambda: begin_terugnemen(door=request.werkplek, pk=pk, versie=versie, op=timezone.now()),
        VEROUDERD,
        "Het overleg is nog niet begonnen.",
    )
    return redirect("overleg:overleg", pk)


@vereist(Recht.OVERLEG)
@require_POST
def live_aanwezig(request: ZorgRequest, pk: int, punt: int) -> HttpResponse:
    """Who is there, with one tap; htmx gets the list back."""
    get_overleg_om(request.werkplek, pk, "notuleren")
    form = AanwezigForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Kies opnieuw.")
        return terug_naar(pk, punt)
    nummer, aanwezig = form.cleaned_data["wie"]
    try:
        aanwezig_zetten(door=request.werkplek, pk=pk, deelname_id=nummer, aanwezig=aanwezig)
        fout = ""
    except StapNietToegestaan as weigering:
        fout = str(weigering)
    return _na_tik(request, pk, punt, "wie", fout)


@vereist(Recht.OVERLEG)
@require_http_methods(["GET", "POST"])
def live_erbij(request: ZorgRequest, pk: int) -> HttpResponse:
    """One more pupil (or subject) at the end of the agenda, while the meeting is on."""
    overleg, _ = get_overleg_om(request.werkplek, pk, "agenda")
    if elders := niet_bezig(request, overleg):
        return elders
    soort = regels(overleg.soort)
    vorm = LeerlingErbij if soort.leerlingen else OnderwerpErbij
    form: Any = vorm(verzonden(request), werkplek=request.werkplek, initial={"minuten": soort.minuten})
    uit = verstuur(request, form, lambda: _erbij(request, overleg, form), VEROUDERD)
    if uit.waarde is None:
        context = {"form": form, "o": overleg, "leerlingen": soort.leerlingen}
        return render(request, "overleg/live_erbij.html", context, status=uit.status)
    gedaan(request, "Staat onderaan de agenda.")
    return redirect("overleg:live", pk)


def _erbij(request: ZorgRequest, overleg: Overleg, form: Any) -> Any:
    return punt_toevoegen(
        door=request.werkplek, overleg_id=overleg.pk, gegevens=form.gegevens(), op=timezone.now()
    )
