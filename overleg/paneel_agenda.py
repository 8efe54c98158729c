"""What the page of a meeting shows of its agenda being made: how far it is, and the ways to make and to read it."""

from dataclasses import dataclass

from overleg.access import Overlegblik
from overleg.access_live import plekken_van
from overleg.loop import Overlegstatus, Puntstatus, Stap, mag_stap
from overleg.models import Overleg
from overleg.panelen import Paneel
from overleg.voorstelwoorden import tijd_in_woorden
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Agendastand:
    """How full it is in words, and how many visible items have no question yet. `maakt`: this reader makes it."""

    tijd: str
    zonder_vraag: int
    maakt: bool
    lezen: bool


def lees(werkplek: Werkplek, overleg: Overleg, mag: Overlegblik) -> Agendastand | None:
    """The panel (one statement); None once nothing can change and nothing is to be prepared."""
    if not mag_stap(overleg.status, Stap.AGENDA):
        return None
    plekken = plekken_van(werkplek, overleg)
    punten = [plek.punt for plek in plekken if plek.punt]
    if not mag.agenda and not punten:
        return None
    return Agendastand(
        tijd_in_woorden(sum(plek.minuten for plek in plekken), overleg.minuten),
        sum(punt.status == Puntstatus.OPEN and not punt.vraag for punt in punten),
        mag.agenda,
        bool(punten) and overleg.status == Overlegstatus.GEPLAND,
    )


AGENDA = Paneel("agenda", "overleg/_paneel_agenda.html", lees)
