"""What the file of a pupil shows of his HGW form and of advice that went to the lessons."""

from dataclasses import dataclass

from django.db.models import QuerySet

from leerlingen.access import Grond, Toegangsgrond
from leerlingen.models import Leerling
from ondersteuning.access_hgw import inzicht
from ondersteuning.models import Hgw, HgwStatus, Lesoverdracht
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MEEST = 5


@dataclass(frozen=True)
class PaneelHgw:
    """The form that holds and the draft (None: none) and open hand-overs; complaints stand on the timeline.

    `schrijven`: may write a form and hand over. `eigen` are ids of people whose hand-overs this reader may open.
    """

    nu: Hgw | None
    concept: Hgw | None
    overdrachten: list[Lesoverdracht]
    schrijven: bool
    coordinator: bool
    eigen: tuple[int, ...]


def paneel_hgw(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> PaneelHgw | None:
    """Read the panel of an opened file in two queries; None for a teacher."""
    mag = inzicht(werkplek, grond)
    if not mag.heel:
        return None
    coordinator = grond.grond == Toegangsgrond.ZORGCOORDINATOR
    formulieren = _formulieren.lees(leerling.pk)
    return PaneelHgw(
        nu=next((f for f in formulieren if f.status == HgwStatus.VAST), None),
        concept=next((f for f in formulieren if f.status == HgwStatus.CONCEPT), None),
        overdrachten=_overdrachten.lees(leerling.pk),
        schrijven=mag.schrijven,
        coordinator=coordinator,
        eigen=werkplek.namens,
    )


@vaste_vraag
def _formulieren(leerling_id: int) -> QuerySet:
    rijen = Hgw.objects.filter(leerling_id=leerling_id, status__in=(HgwStatus.VAST, HgwStatus.CONCEPT))
    return rijen.annotate(eigenaar_naam=naam_van("eigenaar")).order_by("nummer")


@vaste_vraag
def _overdrachten(leerling_id: int) -> QuerySet:
    rijen = Lesoverdracht.objects.open().filter(leerling_id=leerling_id)
    return rijen.select_related("eigenaar").order_by("volgende_datum", "pk")[:MEEST]
