"""When a daily mail may go, as pure functions: the moments one can choose, and the days without school that follow."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from zorgapp.kern.schooljaar import Periode, na_schooldagen

EERSTE, LAATSTE, STAP = 6 * 60, 22 * 60, 30
MOMENTEN = tuple(range(EERSTE, LAATSTE + 1, STAP))
"""Minutes after midnight, every half hour from 6.00 to 22.00."""


def klok(minuut: int) -> str:
    """Return "16.30" for 990."""
    return f"{minuut // 60}.{minuut % 60:02d}"


def minuut_van(op: datetime) -> int:
    """The minute of the local day."""
    lokaal = timezone.localtime(op)
    return lokaal.hour * 60 + lokaal.minute


def begin_van(dag: date) -> datetime:
    """Midnight of `dag` in the local time zone."""
    return datetime.combine(dag, time(), timezone.get_current_timezone())


def vrij_tot(dag: date, vrij: Iterable[Periode]) -> date:
    """The last day before the next school day after `dag`: `dag` itself when that is tomorrow, Sunday on a Friday.

    `dag` itself too when the calendar holds no school day any more.
    """
    try:
        return na_schooldagen(dag, 1, vrij) - timedelta(days=1)
    except ValueError:
        return dag
