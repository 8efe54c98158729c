"""Where the agreement on a handelingsdeel stands, worked out from who was asked and what they said (rules 8 to 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ondersteuning.opp.loop import Handelingsdeel

HERINNERINGEN = 2
"""So many recorded reminders before silence may pass, when the school's setting allows it at all."""
ADVIES_WEKEN = 10
"""Weeks in which the Geschillencommissie passend onderwijs gives its opinion (DOMAIN §1.2)."""


@dataclass(frozen=True)
class Gevraagde:
    """One person who was asked about the handelingsdeel as it now stands.

    akkoord: True, False, or None for no answer yet. herinnerd: recorded reminders. mag: may decide on this day, that
    is: has gezag, or is the pupil from 18 (rule 9); who lost that no longer counts, whatever he said.
    """

    naam: str
    akkoord: bool | None
    herinnerd: int = 0
    mag: bool = True

    def zwijgt(self, stil_mag: bool) -> bool:
        """He did not answer, and his silence may not pass (yet)."""
        return self.akkoord is None and not (stil_mag and self.herinnerd >= HERINNERINGEN)


def stand(gevraagden: Iterable[Gevraagde], *, stil_mag: bool) -> Handelingsdeel:
    """Return the state of a handelingsdeel that was put before these people.

    One refusal means no agreement, and silence leaves it open. Silence alone is never agreement: at least one person
    who may decide said yes.
    """
    tellen = [g for g in gevraagden if g.mag]
    if any(g.akkoord is False for g in tellen):
        return Handelingsdeel.GEEN_OVEREENSTEMMING
    if any(g.akkoord for g in tellen) and not any(g.zwijgt(stil_mag) for g in tellen):
        return Handelingsdeel.AKKOORD
    return Handelingsdeel.VOORGELEGD


def geschil_uiterlijk(vastgesteld_op: date, dagen: int) -> date:
    """The last day to bring a dispute: `dagen` (school setting) after the OPP was set."""
    return vastgesteld_op + timedelta(days=dagen)
