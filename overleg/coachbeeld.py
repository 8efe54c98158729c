"""What the pages of the coachlijn say, from rows that were read: no database, no clock."""

from collections.abc import Sequence
from typing import Any

from overleg.coachloop import na_intrekken
from overleg.models import Coachbericht, Coachvraag
from zorgapp.kern.aantallen import hoeveel


def zin_bij(rijen: Sequence[Any]) -> str:
    """The first sentence above a page of questions: how many have something new."""
    if not rijen:
        return "Hulp voor jezelf, van een collega."
    nieuw = sum(rij.ongelezen for rij in rijen)
    if nieuw:
        return f"{hoeveel(nieuw, 'vraag heeft', 'vragen hebben')} een nieuw bericht."
    return "Niets nieuws."


def mag_intrekken(zelf: int, vraag: Coachvraag, laatste: Sequence[Coachbericht]) -> bool:
    """Whether to offer taking it back: one's own, without an answer among the last messages. The service decides."""
    if vraag.vrager_id != zelf:
        return False
    try:
        na_intrekken(vraag.status, beantwoord=any(rij.door_id == vraag.coach_id for rij in laatste))
    except ValueError:
        return False
    return True
