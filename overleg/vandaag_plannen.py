"""What Vandaag shows of meetings: the next one of today in which somebody takes part, and how far it was prepared."""

from dataclasses import dataclass

from overleg.access import deelnemers_van
from overleg.access_agenda import agenda_van
from overleg.access_plannen import eigen_vandaag
from overleg.models import Deelname, Overleg
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel

GEZICHTEN = 6


@dataclass(frozen=True)
class Straks:
    """A meeting of today with what this person sees of it; counts only, no names of pupils."""

    overleg: Overleg
    deelnemers: list[Deelname]
    punten: int
    zonder_vraag: int
    leidt: bool
    meer: int

    @property
    def wat(self) -> str:
        """How full the agenda is, and how much of it was prepared: "6 punten, 4 voorbereid"."""
        if not self.punten:
            return "Nog geen punten"
        klaar = self.punten - self.zonder_vraag
        return f"{hoeveel(self.punten, 'punt', 'punten')}, {klaar or 'niets'} voorbereid"


def straks(werkplek: Werkplek) -> Straks | None:
    """The first meeting of today that is not over; None without one (then one statement, else four)."""
    eigen = eigen_vandaag(werkplek) if werkplek.mag(Recht.OVERLEG) else []
    if not eigen:
        return None
    overleg = eigen[0]
    punten = agenda_van(werkplek, overleg).punten
    return Straks(
        overleg,
        deelnemers_van(overleg.pk)[:GEZICHTEN],
        len(punten),
        sum(not punt.vraag for punt in punten),
        overleg.voorzitter_id in werkplek.namens,
        len(eigen) - 1,
    )
