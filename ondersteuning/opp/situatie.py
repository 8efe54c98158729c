"""What the administration says about a pupil, as the Situatie that decides whether he must have an OPP (rules 1 to 5).

No database in here: rows in, a `Situatie` out.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from ondersteuning.opp.termijnen import Situatie

PRO_PATROON = r"^ *(pro|praktijk[a-z]*)([^a-z]|$)"
"""A level in the words of a school that is practical education: "PrO", "pro 1", "Praktijkonderwijs"; case is ignored.

The same pattern is used in SQL, so it keeps to what Python and PostgreSQL both read.
"""
_PRO = re.compile(PRO_PATROON, re.IGNORECASE)


def is_pro(niveau: str) -> bool:
    """Whether the level of a class is practical education."""
    return bool(_PRO.search(niveau))


class Bron(StrEnum):
    """Where one thing that is known of a pupil comes from."""

    EXTRA = "extra"  # running extra support: a trajectory or an arrangement
    PRO = "pro"  # a running decision: practical education
    PLEK = "plek"  # a placement of a pupil who is now in practical education
    TIJDELIJK = "tijdelijk"  # a temporary placement
    OPP = "opp"  # an OPP that is not closed
    EERDER = "eerder"  # an OPP that was closed
    TERUG = "terug"  # an OPP to look back on
    KEUZE = "keuze"  # what the school chose


@dataclass(frozen=True)
class Feit:
    """One thing that is known of a pupil: since when, and for a temporary placement till when (`tot`).

    `pro`: a placement in practical education. An OPP has its number and state, and its last day in `van`.
    """

    bron: Bron
    van: date | None
    tot: date | None = None
    pro: bool = False
    nummer: int = 0
    status: str = ""


@dataclass(frozen=True)
class Bekend:
    """Everything that is known of one pupil that matters for an OPP."""

    ingeschreven_op: date | None
    feiten: tuple[Feit, ...] = field(default=())

    def van(self, bron: Bron) -> list[Feit]:
        """The facts of one kind."""
        return [feit for feit in self.feiten if feit.bron == bron]

    def situatie(self) -> Situatie:
        """What decides; LWOO and basis offerings are in none of the kinds, so they never count (rules 4 and 5)."""
        tijdelijk = max(
            (f for f in self.van(Bron.TIJDELIJK) if f.van), key=lambda f: _dag(f.van), default=None
        )
        pro = [_dag(f.van) for f in self.van(Bron.PRO)]
        sinds = pro_sinds(self.ingeschreven_op, ((_dag(f.van), f.pro) for f in self.van(Bron.PLEK)))
        return Situatie(
            ingeschreven_op=self.ingeschreven_op,
            tijdelijk_van=tijdelijk.van if tijdelijk else None,
            definitief_op=tijdelijk.tot if tijdelijk else None,
            pro_van=min([*pro, *([sinds] if sinds else [])], default=None),
            extra_van=tuple(sorted(_dag(f.van) for f in self.van(Bron.EXTRA))),
        )


def _dag(dag: date | None) -> date:
    assert dag is not None
    return dag


def pro_sinds(ingeschreven_op: date | None, plaatsingen: Iterable[tuple[date, bool]]) -> date | None:
    """Since when somebody is in practical education: the first placement of the last unbroken run, None without one.

    A next class of the same kind is no new start. Who never was in another class is in it since he was enrolled.
    `plaatsingen` are (first day, practical education) of classes whose level is known; the last one is where he is now.
    """
    sinds: date | None = None
    altijd = True
    for van, pro in sorted(plaatsingen):
        if not pro:
            sinds, altijd = None, False
        elif sinds is None:
            sinds = van
    if sinds is not None and altijd and ingeschreven_op is not None:
        return min(sinds, ingeschreven_op)
    return sinds
