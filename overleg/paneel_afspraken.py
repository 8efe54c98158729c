"""What the file of a pupil shows of agreements: the open ones this reader may see, and the way to a new one."""

from dataclasses import dataclass

from leerlingen.access import Grond
from leerlingen.models import Leerling
from overleg.access_afspraken import PANEEL_MAX, Regel, afspraken_van_leerling, als_regel, mag_maken
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class PaneelAfspraken:
    """Open agreements by date; `meer`: there are others besides. `maken`: may agree something new about this pupil."""

    regels: list[Regel]
    meer: bool
    maken: bool


def paneel_afspraken(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> PaneelAfspraken | None:
    """The panel of an opened file (one statement, two for who has no contacts); None when there is nothing to show or do."""
    if not werkplek.mag(Recht.AFSPRAAK):
        return None
    rijen = afspraken_van_leerling(werkplek, leerling.pk)
    maken = mag_maken(werkplek, leerling, grond)
    if not rijen and not maken:
        return None
    regels = [als_regel(werkplek, rij) for rij in rijen[:PANEEL_MAX]]
    return PaneelAfspraken(regels, len(rijen) > PANEEL_MAX, maken)
