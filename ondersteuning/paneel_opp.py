"""What the file of a pupil shows of his OPP: how it stands, and the way to its page."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from leerlingen.access import Grond, Toegangsgrond
from leerlingen.models import Leerling
from ondersteuning.access_opp import blik
from ondersteuning.models import Opp, OppStatus, OppVersie, Versiestatus
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class PaneelOpp:
    """The OPP that runs or is being made, else the last one (None: none). heel: reads all of it; beginnen: may begin one.

    concept: a version is being made. eerder: how many were closed before.
    """

    opp: Opp | None
    concept: bool
    heel: bool
    beginnen: bool
    eerder: int


def paneel_opp(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> PaneelOpp | None:
    """Read the panel of an opened file in one query; None for a teacher when nothing is in force."""
    rijen = _opps.lees(leerling.pk)
    nu = next((rij for rij in rijen if rij.status != OppStatus.AFGESLOTEN), None)
    opp = nu or next(iter(rijen), None)
    mag = blik(werkplek, opp or Opp(opsteller_id=0), grond)
    if not mag.heel and (nu is None or nu.status != OppStatus.LOOPT):
        return None
    return PaneelOpp(
        opp=opp,
        concept=bool(nu and nu.concept_),
        heel=mag.heel,
        beginnen=nu is None and grond.grond == Toegangsgrond.ZORGCOORDINATOR,
        eerder=sum(rij.status == OppStatus.AFGESLOTEN for rij in rijen if rij is not opp),
    )


@vaste_vraag
def _opps(leerling_id: int) -> QuerySet:
    concept = OppVersie.objects.filter(opp=OuterRef("pk"), status=Versiestatus.CONCEPT)
    rijen = Opp.objects.filter(leerling_id=leerling_id).annotate(concept_=Exists(concept))
    return rijen.select_related("opsteller").order_by("-pk")[:10]
