"""What the file of a pupil shows of agreements: the open ones this reader may see, and the way to a new one."""

from dataclasses import dataclass
from datetime import date

from leerlingen.access import Grond
from leerlingen.models import Leerling
from overleg.access_afspraken import PANEEL_MAX, Regel, VanLeerling, afspraken_van_leerling, mag_maken
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class PaneelAfspraken:
    """Open agreements by date; `meer`: there are others besides. `maken`: may agree something new about this pupil.

    eigen_dagen: what the menu of the same page counts (`eigen_aan_de_beurt`).
    """

    regels: list[Regel]
    meer: bool
    maken: bool
    eigen_dagen: list[date]


def paneel_afspraken(
    werkplek: Werkplek, leerling: Leerling, grond: Grond, stand: VanLeerling | None = None
) -> PaneelAfspraken | None:
    """The panel of an opened file (one statement, none with `stand`); None when there is nothing to show or do."""
    if not werkplek.mag(Recht.AFSPRAAK):
        return None
    stand = stand or afspraken_van_leerling(werkplek, leerling)
    maken = mag_maken(werkplek, leerling, grond, stand.regie)
    if not stand.regels and not maken:
        return None
    return PaneelAfspraken(
        stand.regels[:PANEEL_MAX], len(stand.regels) > PANEEL_MAX, maken, stand.eigen_dagen
    )
