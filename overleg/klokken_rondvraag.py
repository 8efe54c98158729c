"""The clocks of a rondvraag: who is asked reads it in his daily mail, and once more on the last day; nameless."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.access_rondvraag import is_nog_van
from overleg.models import Rondvraag
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_soort_vervallen, plan
from zorgapp.notifications.soorten import Soort

GEVRAAGD, HERINNERING = "rondvraag_gevraagd", "rondvraag_herinnering"


def rondvraag_gevraagd(rij: Rondvraag, op: datetime) -> None:
    """Tell the teacher in the daily mail, and remind him on the last day when that is another day."""
    _plan(GEVRAAGD, rij, op)
    if rij.uiterlijk > timezone.localdate(op):
        _plan(HERINNERING, rij, begin_van(rij.uiterlijk))


def _plan(soort: str, rij: Rondvraag, niet_voor: datetime) -> None:
    plan(
        school_id=rij.school_id,
        soort=soort,
        sleutel=f"{soort}:{rij.pk}:{rij.versie}",
        ontvanger_id=rij.collega_id,
        object_id=rij.pk,
        niet_voor=niet_voor,
    )


def rondvraag_klaar(rij: Rondvraag) -> None:
    """Answered or taken back: what he was still to hear about it lapses."""
    for soort in (GEVRAAGD, HERINNERING):
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
        "vraag over een leerling om vandaag te beantwoorden",
        "vragen over leerlingen om vandaag te beantwoorden",
        _nog_open,
        pagina=_LIJST,
    ),
)
