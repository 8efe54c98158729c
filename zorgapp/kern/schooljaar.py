"""School years and school days as pure functions: dates in, dates out, the free days come as an argument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, Self


class Periode(NamedTuple):
    """A closed period of dates: both ends belong to it."""

    van: date
    tot: date


@dataclass(frozen=True, order=True)
class Schooljaar:
    """A Dutch school year, 1 August to 31 July (WVO 2020 art. 1.1; DOMAIN 19)."""

    beginjaar: int

    @classmethod
    def van(cls, dag: date) -> Self:
        """Return the school year that `dag` belongs to."""
        return cls(dag.year if dag.month >= 8 else dag.year - 1)

    @classmethod
    def uit_label(cls, label: str) -> Self:
        """Read `2026-2027`; raises ValueError when the two years do not follow each other."""
        eerste, _, tweede = label.strip().partition("-")
        if not (
            eerste.isascii() and eerste.isdigit() and len(eerste) == 4 and tweede == str(int(eerste) + 1)
        ):
            raise ValueError(f"geen schooljaar: {label!r}")
        return cls(int(eerste))

    @property
    def begin(self) -> date:
        return date(self.beginjaar, 8, 1)

    @property
    def eind(self) -> date:
        return date(self.beginjaar + 1, 7, 31)

    def __str__(self) -> str:
        return f"{self.beginjaar}-{self.beginjaar + 1}"


def is_schooldag(dag: date, vrij: Iterable[Periode]) -> bool:
    """Say whether `dag` is Monday to Friday and in none of the free periods."""
    return dag.weekday() < 5 and not any(p.van <= dag <= p.tot for p in vrij)


def na_schooldagen(dag: date, aantal: int, vrij: Iterable[Periode]) -> date:
    """Return the date that lies `aantal` school days after `dag`; `dag` itself does not count.

    With `aantal` 0: `dag` when it is a school day, else the first one after it. Raises ValueError below 0,
    and when no school day is left within ten years (a calendar that is entirely free).
    """
    if aantal < 0:
        raise ValueError("aantal schooldagen is kleiner dan nul")
    perioden = tuple(vrij)
    grens = dag + timedelta(days=3660)
    if aantal == 0:
        while not is_schooldag(dag, perioden):
            dag += timedelta(days=1)
            if dag > grens:
                raise ValueError("geen schooldag gevonden")
        return dag
    while aantal:
        dag += timedelta(days=1)
        if dag > grens:
            raise ValueError("geen schooldag gevonden")
        aantal -= is_schooldag(dag, perioden)
    return dag


def laatste_schooldag(dag: date, vrij: Iterable[Periode]) -> date:
    """Return `dag` or the nearest school day before it; after a year of free days `dag` itself."""
    perioden = tuple(vrij)
    for terug in range(366):
        kandidaat = dag - timedelta(days=terug)
        if is_schooldag(kandidaat, perioden):
            return kandidaat
    return dag


def schooldagen_tussen(van: date, tot: date, vrij: Iterable[Periode]) -> int:
    """Count the school days after `van` up to and including `tot`; negative when `tot` lies before `van`."""
    if tot < van:
        return -schooldagen_tussen(tot, van, vrij)
    perioden = tuple(vrij)
    return sum(is_schooldag(van + timedelta(days=n), perioden) for n in range(1, (tot - van).days + 1))


def leeftijd(geboren: date | None, dag: date) -> int | None:
    """Return the age in whole years on `dag`; a birthday on 29 February counts from 1 March in other years."""
    if geboren is None:
        return None
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))
