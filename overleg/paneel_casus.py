"""On the page of intervisie and scholing: the way to the cases, for who takes part."""

from dataclasses import dataclass

from overleg.access import Overlegblik
from overleg.casus import MET_CASUS
from overleg.loop import Stap, mag_stap
from overleg.models import Overleg
from overleg.panelen import Paneel
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Casuspaneel:
    """Whether one can still be brought in."""

    open: bool


def _lees(werkplek: Werkplek, overleg: Overleg, mag: Overlegblik) -> Casuspaneel | None:
    if overleg.soort not in MET_CASUS or not mag.deelnemer:
        return None
    return Casuspaneel(mag_stap(overleg.status, Stap.AGENDA))


CASUS = Paneel("casus", "overleg/_casus_paneel.html", _lees)
