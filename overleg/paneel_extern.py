"""What the page of a meeting shows who makes its agenda: which items outsiders see, and where to change that."""

from django.db.models import QuerySet

from overleg.access import Overlegblik
from overleg.models import Agendapunt, Overleg
from overleg.panelen import Paneel
from overleg.soorten import regels
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


def paneel_extern(werkplek: Werkplek, overleg: Overleg, mag: Overlegblik) -> list[Agendapunt] | None:
    """The items this person sees, each with whether outsiders do (one statement); None where no outsiders come."""
    if not mag.agenda or not regels(overleg.soort).externen:
        return None
    return _punten.lees(werkplek, overleg.pk)


@vaste_vraag
def _punten(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id)
    return rijen.op_agenda().select_related("leerling")


EXTERN = Paneel("extern", "overleg/_paneel_extern.html", paneel_extern, links=False)
