"""How far a rondvraag is: per item how many were asked and answered, and whom one may remind today.

Numbers and names of colleagues only; they say nothing of what was answered.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet

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


@dataclass(frozen=True)
class Rondgang:
    """How far the rondvraag of an agenda is, per item; `herinneren`: how many colleagues one may remind today."""

    standen: dict[int, Stand] = field(default_factory=dict)
    herinneren: int = 0


def rondgang_van(overleg_id: int, dag: date) -> Rondgang:
    """Numbers of an opened meeting; they say nothing of what was answered (one statement)."""
    gevraagd: Counter[int] = Counter()
    klaar: Counter[int] = Counter()
    wie = set()
    for punt_id, collega_id, beantwoord, hoort in _gevraagden.lees(overleg_id, *_dag(dag)):
        gevraagd[punt_id] += 1
        klaar[punt_id] += beantwoord
        if not (beantwoord or hoort):
            wie.add(collega_id)
    return Rondgang({punt: Stand(aantal, klaar[punt]) for punt, aantal in gevraagd.items()}, len(wie))


@vaste_vraag
def _gevraagden(overleg_id: int, vanaf: datetime, tot: datetime) -> QuerySet:
    rijen = Rondvraag.objects.filter(punt__overleg_id=overleg_id, ingetrokken_op__isnull=True)
    rijen = rijen.exclude(punt__status=Puntstatus.VERVALLEN)
    beantwoord = ExpressionWrapper(Q(beantwoord_op__isnull=False), output_field=BooleanField())
    rijen = rijen.annotate(beantwoord=beantwoord, hoort=Exists(_hoort_vandaag(vanaf, tot)))
    return rijen.values_list("punt_id", "collega_id", "beantwoord", "hoort")


def _dag(dag: date) -> tuple[datetime, datetime]:
    return begin_van(dag), begin_van(dag + timedelta(days=1))


def _hoort_vandaag(vanaf: datetime, tot: datetime) -> QuerySet:
    """What the colleague of a question hears of any rondvraag between these moments."""
    rijen = Herinnering.objects.filter(
        ontvanger_id=OuterRef("collega_id"), soort__in=SOORTNAMEN, niet_voor__gte=vanaf, niet_voor__lt=tot
    )
    return rijen.exclude(status=Status.VERVALLEN)


def te_herinneren(overleg_id: int, dag: date) -> list[Rondvraag]:
    """What nobody answered yet on an opened agenda, of colleagues who hear nothing of a rondvraag on `dag` (one statement).

    Somebody who was asked today, was reminded today or hears of it today as the last day is not reminded besides.
    """
    return _te_herinneren.lees(overleg_id, *_dag(dag))


@vaste_vraag
def _te_herinneren(overleg_id: int, vanaf: datetime, tot: datetime) -> QuerySet:
    rijen = Rondvraag.objects.filter(
        punt__overleg_id=overleg_id,
        punt__status=Puntstatus.OPEN,
        beantwoord_op__isnull=True,
        ingetrokken_op__isnull=True,
    )
    return rijen.exclude(Exists(_hoort_vandaag(vanaf, tot))).order_by("collega_id", "pk")
