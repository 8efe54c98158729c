"""What a page of the figures is made of."""

from dataclasses import dataclass, replace
from datetime import date

from beleid.cijfers.publicatie import MINSTENS
from beleid.cijfers.snede import Snede, maand_van
from beleid.cijfers.telling import Telling
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Bron:
    """What a page is made of: the counts, the cut, the day they count up to and including, and the school's own term."""

    telling: Telling
    snede: Snede
    dag: date
    norm: int = 0

    @property
    def maand(self) -> int:
        """The last month of the cut that has begun: 11 for a school year that is over."""
        return maand_van(self.dag) if self.dag <= self.snede.jaar.eind else 11

    @property
    def leerlingen(self) -> int:
        """How many pupils there were in the cut."""
        return sum(self.telling.stond("leerlingen", self.snede).values())

    @property
    def te_klein(self) -> bool:
        return self.leerlingen < MINSTENS

    @property
    def vorig(self) -> bool:
        """Whether the same cut of last year had enough pupils to say anything about."""
        eerder = replace(self.snede, jaar=Schooljaar(self.snede.jaar.beginjaar - 1))
        return sum(self.telling.stond("leerlingen", eerder).values()) >= MINSTENS
