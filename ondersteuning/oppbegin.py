"""What is proposed when somebody begins an OPP: why, by when, and whether the pupil is in practical education."""

from dataclasses import dataclass
from datetime import date

from leerlingen.models import Leerling
from ondersteuning.opp.termijnen import Plicht, Reden
from ondersteuning.oppplicht import plicht_van
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Voorstel:
    """What the form of a new OPP begins with; `plicht` is None when the pupil need not have one."""

    plicht: Plicht | None

    @property
    def pro(self) -> bool:
        return self.plicht is not None and self.plicht.reden == Reden.PRO

    @property
    def aanleiding(self) -> str:
        return str(self.plicht.reden if self.plicht else Reden.EXTRA)

    @property
    def uiterlijk(self) -> date | None:
        return self.plicht.uiterlijk if self.plicht else None


def voorstel(werkplek: Werkplek, leerling: Leerling) -> Voorstel:
    """Work it out for an opened pupil (rules 1 to 5)."""
    return Voorstel(plicht_van(werkplek, leerling))
