"""Where the lines of the template land in a school year, as pure functions: free periods in, days out."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from beleid.jaarsjabloon import REGELS, Regel
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag

_DAG = timedelta(days=1)


@dataclass(frozen=True)
class Plaats:
    """A line with its first and last day. `geschoven`: the week it wished for is free; `te_laat`: after its last day."""

    regel: Regel
    van: date
    tot: date
    geschoven: bool = False
    te_laat: bool = False


def in_jaar(jaar: Schooljaar, maand: int, dag: int) -> date:
    """The day of a month within a school year."""
    return date(jaar.beginjaar if maand >= 8 else jaar.beginjaar + 1, maand, dag)


def schoolweken(jaar: Schooljaar, vrij: Sequence[Periode]) -> list[Periode]:
    """First and last school day of every week of the year that has any; empty for a year that is all free."""
    weken: list[Periode] = []
    dag = jaar.begin
    while dag <= jaar.eind:
        zondag = min(dag + timedelta(days=6 - dag.weekday()), jaar.eind)
        dagen = [dag + timedelta(days=n) for n in range((zondag - dag).days + 1)]
        school = [d for d in dagen if is_schooldag(d, vrij)]
        if school:
            weken.append(Periode(school[0], school[-1]))
        dag = zondag + _DAG
    return weken


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _dichtstbij(weken: Sequence[Periode], wens: date) -> int:
    """The school week nearest to the week of `wens`; as near before as after: the later one."""
    maandag = _maandag(wens)
    return min(
        range(len(weken)),
        key=lambda i: (abs((_maandag(weken[i].van) - maandag).days), -weken[i].van.toordinal()),
    )


def plaats(regel: Regel, jaar: Schooljaar, weken: Sequence[Periode], vrij: Sequence[Periode]) -> Plaats:
    """Give a line its days: school days both, in the nearest school week, or not after its last day."""
    wens = in_jaar(jaar, regel.maand, regel.dag)
    if not weken:
        return Plaats(regel, wens, wens, geschoven=True)
    if regel.uiterlijk:
        nummer = max(bisect_right([week.van for week in weken], wens) - 1, 0)
        van = weken[max(nummer - regel.weken + 1, 0)].van
        tot = max((d for d in _dagen(weken[nummer], vrij) if d <= wens), default=weken[nummer].tot)
        return Plaats(regel, van, tot, _maandag(tot) != _maandag(wens), tot > wens)
    nummer = _dichtstbij(weken, wens)
    tot = weken[min(nummer + regel.weken - 1, len(weken) - 1)].tot
    return Plaats(regel, weken[nummer].van, tot, _maandag(weken[nummer].van) != _maandag(wens))


def _dagen(week: Periode, vrij: Sequence[Periode]) -> Iterable[date]:
    dagen = (week.van + timedelta(days=n) for n in range((week.tot - week.van).days + 1))
    return (dag for dag in dagen if is_schooldag(dag, vrij))


def plaats_alle(jaar: Schooljaar, vrij: Sequence[Periode]) -> list[Plaats]:
    """Every line of the template in this year, by its first day."""
    weken = schoolweken(jaar, vrij)
    return sorted((plaats(regel, jaar, weken, vrij) for regel in REGELS), key=lambda p: (p.van, p.tot))


def vakanties_in(jaar: Schooljaar, vrij: Iterable[Periode]) -> int:
    """How many free periods of five days or more begin in this year; zero means: nobody entered the holidays.

    The summer of the year before, which ends in August, is not one of this year.
    """
    return sum(jaar.begin <= p.van <= jaar.eind and (p.tot - p.van).days >= 4 for p in vrij)


def zelfde_week(van: date, tot: date, jaar: Schooljaar, weken: Sequence[Periode]) -> Periode:
    """Days of the year before, in the nearest school week of `jaar`, as many days long, and inside that year."""
    lengte = tot - van
    wens = min(max(van + timedelta(days=364), jaar.begin), jaar.eind)
    if weken:
        week = weken[_dichtstbij(weken, wens)]
        wens = min(max(wens, week.van), week.tot)
    return Periode(wens, min(wens + lengte, jaar.eind))
