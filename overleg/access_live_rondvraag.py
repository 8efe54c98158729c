"""What teachers wrote beforehand about the pupil on the table, and who did not answer, for who may read the answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F
from django.db.models.functions import JSONObject

from overleg.access_rondvraag import leest_antwoorden
from overleg.access_rondvraag_stand import Stand
from overleg.models import Rondvraag
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek

LANG = 300
"""Letters of all answers together from which they begin folded."""
KORT = 240
"""Letters of one answer that the page of the meeting shows; all of it stands with what one reads before."""


@dataclass(frozen=True)
class Blik:
    """What one teacher wrote."""

    naam: str
    teksten: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Blikken:
    """The answers about one item, and the names of who was asked and did not answer."""

    antwoorden: Sequence[Blik] = ()
    wacht: Sequence[str] = ()

    @property
    def stand(self) -> Stand:
        """How many were asked and answered: whether two views are on paper."""
        return Stand(len(self.antwoorden) + len(self.wacht), len(self.antwoorden))

    @property
    def _lengten(self) -> list[int]:
        return [len(tekst) for blik in self.antwoorden for _, tekst in blik.teksten]

    @property
    def lang(self) -> bool:
        """Whether the answers begin folded."""
        return sum(self._lengten) > LANG

    @property
    def ingekort(self) -> bool:
        """Whether an answer is longer than what is shown of it."""
        return any(lengte > KORT for lengte in self._lengten)


def blikken_als_waarde(werkplek: Werkplek, punt_id: int) -> ArraySubquery:
    """The rondvraag of an item as one value, for who asked it and who takes part; empty for others. See `uit_waarde`.

    It is read with the item itself: the page of a meeting has no statement to spare.
    """
    rijen = Rondvraag.objects.filter(leest_antwoorden(werkplek), punt_id=punt_id, ingetrokken_op__isnull=True)
    return ArraySubquery(
        rijen.order_by("beantwoord_op", "pk")
        .annotate(
            blik=JSONObject(
                naam=naam_van("collega"),
                klaar=F("beantwoord_op"),
                goed=F("goed"),
                zie=F("zie"),
                helpt=F("helpt"),
            )
        )
        .values("blik")
    )


def uit_waarde(rijen: Iterable[dict[str, str | None]]) -> Blikken:
    """The answers, and who did not answer, out of what `blikken_als_waarde` gave."""
    antwoorden, wacht = [], []
    for rij in rijen:
        naam = str(rij["naam"])
        if rij["klaar"] is None:
            wacht.append(naam)
            continue
        delen = (("Gaat goed", rij["goed"]), ("Ziet", rij["zie"]), ("Helpt", rij["helpt"]))
        antwoorden.append(Blik(naam, tuple((kop, tekst) for kop, tekst in delen if tekst)))
    return Blikken(antwoorden, wacht)
