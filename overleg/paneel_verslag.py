"""What the page of a meeting shows once it is closed: the way to one's report."""

from overleg.access import Overlegblik
from overleg.loop import Overlegstatus
from overleg.models import Overleg
from overleg.panelen import Paneel
from zorgapp.accounts.werkplek import Werkplek


def lees(werkplek: Werkplek, overleg: Overleg, mag: Overlegblik) -> bool | None:
    """True for a closed meeting (no statement); None otherwise."""
    return True if overleg.status == Overlegstatus.AFGESLOTEN else None


PANEEL = Paneel("verslag", "overleg/_paneel_verslag.html", lees, links=False)
