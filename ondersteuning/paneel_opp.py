"""What the file of a pupil shows of his OPP: whether he must have one, why and by when, the one he has, earlier ones."""

from dataclasses import dataclass

from leerlingen.access import Grond, Toegangsgrond, mag_contacten_zien
from leerlingen.models import Leerling
from ondersteuning.models import OppStatus
from ondersteuning.opp.termijnen import Haast
from ondersteuning.oppplicht import Eerder, stand_van
from ondersteuning.oppreden import redenzin
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class PaneelOpp:
    """The OPP that is not closed (None: none) and, when none is in force though one must be, why and how urgent.

    heel: sees why, and the decisions behind it; beginnen: may begin one. eerder: those that were closed, for who reads
    an OPP whole; a teacher finds them in the timeline.
    """

    opp_id: int | None
    loopt: bool
    zin: str
    haast: Haast | None
    heel: bool
    beginnen: bool
    eerder: tuple[Eerder, ...] = ()


def paneel_opp(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> PaneelOpp | None:
    """Read the panel of an opened file; None for who only passes by, and for a teacher as long as no OPP is in force."""
    if grond.grond == Toegangsgrond.VERLENING and not mag_contacten_zien(werkplek, grond):
        return None
    stand = stand_van(werkplek, leerling)
    loopt = stand.opp_status == OppStatus.LOOPT
    heel = mag_contacten_zien(werkplek, grond)
    beginnen = grond.grond == Toegangsgrond.ZORGCOORDINATOR and stand.opp_id is None
    moet = stand.plicht if heel and not loopt else None
    leider = grond.grond == Toegangsgrond.TEAMLEIDER
    eerder = stand.eerder if heel or leider else ()
    if not heel and not loopt and not (leider and stand.opp_id) and not eerder:
        return None
    if heel and moet is None and stand.opp_id is None and not beginnen and not eerder:
        return None
    hoe = stand.haast if moet else None
    return PaneelOpp(stand.opp_id, loopt, redenzin(moet, werkplek.dag), hoe, heel, beginnen, eerder)
