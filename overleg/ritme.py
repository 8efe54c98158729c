"""The dates of a series: dates in, dates out; weeks without lessons do not count (DOMAIN §10)."""

from collections.abc import Iterable
from datetime import date, timedelta

from zorgapp.kern.schooljaar import Periode, is_schooldag

REEKS_MAX = 60
WEKEN_MAX = 12
_WEEK = timedelta(days=7)


def reeks_datums(
    eerste: date, elke: int, tot: date, vrij: Iterable[Periode], hoeveel: int = REEKS_MAX
) -> list[date]:
    """The days of a series that begins on or after `eerste`, always on that weekday, every `elke` weeks, up to `tot`.

    A week in which that day is free does not count: the meeting moves to the next week, and the rhythm goes on from
    there. Raises ValueError when `elke` is not 1 to 12.
    """
    if not 1 <= elke <= WEKEN_MAX:
        raise ValueError("het ritme is 1 tot 12 weken")
    perioden = tuple(vrij)
    dagen: list[date] = []
    dag, gewacht = eerste, elke
    while dag <= tot and len(dagen) < hoeveel:
        if is_schooldag(dag, perioden):
            if gewacht >= elke:
                dagen.append(dag)
                gewacht = 0
            gewacht += 1
        dag += _WEEK
    return dagen


def volgende_na(dagen: Iterable[date], dag: date) -> date | None:
    """The first day of a series after `dag`."""
    return min((d for d in dagen if d > dag), default=None)
