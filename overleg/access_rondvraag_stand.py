"""How far a rondvraag is: per item how many were asked and answered, and whom one may remind today.

Numbers and names of colleagues only; they say nothing of what was answered.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from ondersteuning.klokken import begin_van
from overleg.klokken_rondvraag import SOORTNAMEN
from overleg.loop import Puntstatus
from overleg.models import Rondvraag
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.notifications.models import Herinnering, Status

TWEE = 2
"""Views that should be on paper before a pupil is discussed."""
"""How the kinds of reminder of a rondvraag begin."""


@dataclass(frozen=True)
class Stand:
    """How many were asked about an item and how many answered; who does not teach the pupil any more does not count."""

    gevraagd: int
    beantwoord: int

    @property
    def wacht(self) -> int:
        """How many did not answer."""
        return self.gevraagd - self.beantwoord

    @property
    def genoeg(self) -> bool:
        """At least two views are on paper."""
        return self.beantwoord >= TWEE

    @property
    def woorden(self) -> str:
        """How many answered, and as long as there are not two how many were asked."""
        antwoorden = hoeveel(self.beantwoord, "antwoord", "antwoorden")
        return antwoorden if self.genoeg else f"{antwoorden}, {self.gevraagd} gevraagd"


def standen_van(overleg_id: int) -> dict[int, Stand]:
    """Numbers per item of an opened meeting; they say nothing of what was answered (one statement)."""
    return {punt: Stand(gevraagd, klaar) for punt, gevraagd, klaar in _standen.lees(overleg_id)}


@vaste_vraag
def _standen(overleg_id: int) -> QuerySet:
    rijen = Rondvraag.objects.filter(punt__overleg_id=overleg_id, ingetrokken_op__isnull=True)
    geteld = rijen.order_by().values("punt_id")
    geteld = geteld.annotate(n=Count("pk"), klaar=Count("pk", filter=Q(beantwoord_op__isnull=False)))
    return geteld.values_list("punt_id", "n", "klaar")


def te_herinneren(overleg_id: int, dag: date) -> list[Rondvraag]:
    """What nobody answered yet on an opened agenda, of colleagues who hear nothing of a rondvraag on `dag` (one statement).

    Somebody who was asked today, was reminded today or hears of it today as the last day is not reminded besides.
    """
    return _te_herinneren.lees(overleg_id, begin_van(dag), begin_van(dag + timedelta(days=1)))


@vaste_vraag
def _te_herinneren(overleg_id: int, vanaf: datetime, tot: datetime) -> QuerySet:
    vandaag = Herinnering.objects.filter(
        ontvanger_id=OuterRef("collega_id"), soort__in=SOORTNAMEN, niet_voor__gte=vanaf, niet_voor__lt=tot
    )
    vandaag = vandaag.exclude(status=Status.VERVALLEN)
    rijen = Rondvraag.objects.filter(
        punt__overleg_id=overleg_id,
        punt__status=Puntstatus.OPEN,
        beantwoord_op__isnull=True,
        ingetrokken_op__isnull=True,
    )
    return rijen.exclude(Exists(vandaag)).order_by("collega_id", "pk")
