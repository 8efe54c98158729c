"""The clocks of a rondvraag: who is asked reads it in his daily mail, on the last day, and when who asked presses; nameless."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.access_rondvraag import is_nog_van
from overleg.models import Rondvraag
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort

SOORTNAMEN = GEVRAAGD, HERINNERING, NOGMAALS = (
    "rondvraag_gevraagd",
    "rondvraag_herinnering",
    "rondvraag_nogmaals",
)


def rondvraag_gevraagd(rij: Rondvraag, op: datetime) -> None:
    """Tell the teacher in the daily mail, and remind him on the last day when that is another day."""
    _plan(GEVRAAGD, rij, op)
    if rij.uiterlijk > timezone.localdate(op):
        _plan(HERINNERING, rij, begin_van(rij.uiterlijk))


def rondvraag_nogmaals(rij: Rondvraag, op: datetime) -> bool:
    """Remind the teacher in the daily mail because somebody pressed; False when that was done already on this day."""
    return _plan(NOGMAALS, rij, op, f":{timezone.localdate(op):%Y%m%d}") is not None


def _plan(soort: str, rij: Rondvraag, niet_voor: datetime, hoe: str = "") -> Herinnering | None:
    return plan(
        school_id=rij.school_id,
        soort=soort,
        sleutel=f"{soort}:{rij.pk}:{rij.versie}{hoe}",
        ontvanger_id=rij.collega_id,
        object_id=rij.pk,
        niet_voor=niet_voor,
    )


def rondvraag_klaar(rij: Rondvraag) -> None:
    """Answered or taken back: what he was still to hear about it lapses."""
    for soort in (GEVRAAGD, HERINNERING, NOGMAALS):
        laat_soort_vervallen(school_id=rij.school_id, soort=soort, object_id=rij.pk)


def _nog_open(rij: Any, op: datetime) -> bool:
    """Still asked, before the meeting, and he still teaches the pupil."""
    werkplek = ontvanger_nu(rij, op)
    return werkplek is not None and is_nog_van(werkplek, rij.object_id, op)


_LIJST = "overleg:rondvragen"
SOORTEN = (
    Soort(GEVRAAGD, "vraag over een leerling", "vragen over leerlingen", _nog_open, pagina=_LIJST),
    Soort(
        HERINNERING,
        "vraag over een leerling om nu te beantwoorden",
        "vragen over leerlingen om nu te beantwoorden",
        _nog_open,
        pagina=_LIJST,
        voor_vrij=True,
    ),
    Soort(
        NOGMAALS,
        "vraag over een leerling die nog op je antwoord wacht",
        "vragen over leerlingen die nog op je antwoord wachten",
        _nog_open,
        pagina=_LIJST,
    ),
)
