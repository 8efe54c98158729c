"""What the file of a pupil shows of his HGW form and of advice that went to the lessons."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from leerlingen.access import Grond
from leerlingen.models import Leerling
from ondersteuning.access_hgw import inzicht
from ondersteuning.models import Hgw, HgwStatus, Lesoverdracht
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MEEST = 5


@dataclass(frozen=True)
class PaneelHgw:
    """The form that holds, the draft (None: none, or not for this reader) and open hand-overs.

    Complaints stand on the timeline.

    `schrijven`: may write a form and hand over. A hand-over has `te_openen` when this reader may open it.
    """

    nu: Hgw | None
    concept: Hgw | None
    overdrachten: list[Lesoverdracht]
    schrijven: bool


def paneel_hgw(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> PaneelHgw | None:
    """Read the panel of an opened file in two queries; None for a teacher."""
    mag = inzicht(werkplek, grond)
    if not mag.heel:
        return None
    formulieren = _formulieren.lees(werkplek, leerling.pk)
    return PaneelHgw(
        nu=next((f for f in formulieren if f.status == HgwStatus.VAST), None),
        concept=next((f for f in formulieren if f.status == HgwStatus.CONCEPT), None),
        overdrachten=_overdrachten.lees(werkplek, leerling.pk),
        schrijven=mag.schrijven,
    )


@vaste_vraag
def _formulieren(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    rijen = Hgw.objects.zichtbaar_voor(werkplek)
    rijen = rijen.filter(leerling_id=leerling_id, status__in=(HgwStatus.VAST, HgwStatus.CONCEPT))
    return rijen.annotate(eigenaar_naam=naam_van("eigenaar")).order_by("nummer")


@vaste_vraag
def _overdrachten(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    te_openen = Lesoverdracht.objects.zichtbaar_voor(werkplek).filter(pk=OuterRef("pk"))
    rijen = Lesoverdracht.objects.open().filter(leerling_id=leerling_id).annotate(te_openen=Exists(te_openen))
    return rijen.select_related("eigenaar").order_by("volgende_datum", "pk")[:MEEST]
