"""The list of agreements as pure functions: which filters there are, what the address keeps, and how rows are grouped."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.db.models import TextChoices
from django.utils.http import urlencode

from zorgapp.kern.velden import gelezen_nummer

SESSIE_LAAT = "afspraken_laat"
"""Where the session keeps how many of one's own agreements are late (zorgapp.web.tellers); taken away when one changes."""


class Wie(TextChoices):
    """Whose agreements; `ALLEN` is everything of one meeting that one may see."""

    MIJN = "mijn", "Van mij"
    TEAM = "team", "Mijn team"
    NIEMAND = "niemand", "Van niemand"
    ALLEN = "allen", "Van iedereen"


class Toon(TextChoices):
    """Which of them."""

    OPEN = "open", "Open"
    TE_LAAT = "te_laat", "Over tijd"
    KLAAR = "klaar", "Klaar"


class Groep(TextChoices):
    """The subheads of the list."""

    OVER_TIJD = "over_tijd", "Over tijd"
    VANDAAG = "vandaag", "Vandaag"
    DEZE_WEEK = "deze_week", "Deze week"
    LATER = "later", "Later"


@dataclass(frozen=True)
class Keus:
    """What somebody chose to see; it stands in the address, so that it can be kept and sent on."""

    wie: str = Wie.MIJN
    toon: str = Toon.OPEN
    overleg_id: int | None = None

    @property
    def adres(self) -> str:
        """The query of this choice, without the default ones."""
        delen: dict[str, Any] = {}
        if self.wie_blijft:
            delen["wie"] = self.wie
        if self.toon != Toon.OPEN:
            delen["toon"] = self.toon
        if self.overleg_id:
            delen["overleg"] = self.overleg_id
        return urlencode(delen)

    @property
    def wie_blijft(self) -> bool:
        """Whether another meeting keeps whose: not "mine" by itself, which a meeting opens for everybody."""
        return self.wie != (Wie.ALLEN if self.overleg_id else Wie.MIJN)

    def met(self, **anders: Any) -> "Keus":
        """The same choice with something else."""
        return replace(self, **anders)


def lees_keus(vraag: Mapping[str, str], mag: Iterable[str]) -> Keus:
    """Read a choice from an address; what is unknown or not in `mag` (the values of Wie for this person) is the default."""
    overleg_id = gelezen_nummer(vraag.get("overleg"))
    wie, toon = vraag.get("wie", ""), vraag.get("toon", "")
    toegestaan = {*mag, Wie.ALLEN} if overleg_id else set(mag)
    standaard = Wie.ALLEN if overleg_id else Wie.MIJN
    return Keus(
        Wie(wie) if wie in toegestaan else standaard,
        Toon(toon) if toon in Toon.values else Toon.OPEN,
        overleg_id,
    )


def groep_van(klaar_op: date, dag: date) -> Groep:
    """Under which subhead an open agreement stands on `dag`; a week ends on Sunday."""
    if klaar_op < dag:
        return Groep.OVER_TIJD
    if klaar_op == dag:
        return Groep.VANDAAG
    return Groep.DEZE_WEEK if klaar_op <= dag + timedelta(days=6 - dag.weekday()) else Groep.LATER


def groepeer(rijen: Iterable[Any], dag: date) -> list[tuple[Groep, list[Any]]]:
    """Rows in order of `klaar_op`, under their subheads."""
    return [(groep, list(van)) for groep, van in groupby(rijen, key=lambda rij: groep_van(rij.klaar_op, dag))]
