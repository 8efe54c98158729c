"""Three small signals are one conversation: the rule as pure functions, dates in and a sentence out.

Not a score: it counts weak signals about one pupil from different people in some school weeks, and says which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ondersteuning.lijstscore import met_hoofdletter, telwoord
from zorgapp.kern.schooljaar import Periode, is_schooldag

WEKEN_TERUG_MAX = 60  # a calendar that is all holidays ends here


@dataclass(frozen=True)
class Grens:
    """How many small signals, from how many different people, in how many school weeks."""

    signalen: int
    mensen: int
    weken: int


@dataclass(frozen=True)
class Klein:
    """One small signal: a row (`soort`, `id`), by whom, when, and about which domain (may be empty)."""

    soort: str
    id: int
    wie: int
    op: datetime
    domein: str = ""


@dataclass(frozen=True)
class Samen:
    """What the rule found: the sentence and the rows behind it, the oldest first."""

    zin: str
    rijen: tuple[Klein, ...]

    @property
    def nieuwste_op(self) -> datetime:
        return max(r.op for r in self.rijen)

    @property
    def domein(self) -> str:
        """The domain, when all rows share one."""
        domeinen = {r.domein for r in self.rijen}
        return domeinen.pop() if len(domeinen) == 1 else ""


def begin_van_schoolweken(dag: date, weken: int, vrij: Iterable[Periode]) -> date:
    """The Monday on which the last `weken` school weeks before and with `dag` began.

    A week counts when it has a school day; the week of `dag` always counts. Raises ValueError below 1.
    """
    if weken < 1:
        raise ValueError("aantal weken is kleiner dan een")
    perioden = tuple(vrij)
    maandag = dag - timedelta(days=dag.weekday())
    over = weken - 1
    for _ in range(WEKEN_TERUG_MAX):
        if not over:
            return maandag
        maandag -= timedelta(days=7)
        over -= any(is_schooldag(maandag + timedelta(days=n), perioden) for n in range(5))
    return maandag


def samen(klein: Iterable[Klein], grens: Grens) -> Samen | None:
    """The conversation that small signals ask for; None when they are too few or from too few people.

    The rows must be those of the window already (see `begin_van_schoolweken`).
    """
    rijen = tuple(sorted(klein, key=lambda r: (r.op, r.soort, r.id)))
    mensen = len({r.wie for r in rijen})
    if len(rijen) < grens.signalen or mensen < grens.mensen:
        return None
    return Samen(_zin(len(rijen), mensen, grens.weken), rijen)


def _zin(aantal: int, mensen: int, weken: int) -> str:
    wie = "één collega" if mensen == 1 else f"{telwoord(mensen)} collega's"
    wanneer = "één schoolweek" if weken == 1 else f"{telwoord(weken)} schoolweken"
    return f"{met_hoofdletter(telwoord(aantal))} kleine signalen van {wie} in {wanneer}. Samen zijn ze een gesprek waard."
