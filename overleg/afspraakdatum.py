"""The dates of agreements as pure functions: which ones are proposed, and what is said of a day without school."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zorgapp.kern.datums import dagdatum, dagdatum_kort
from zorgapp.kern.schooljaar import Periode, is_schooldag, na_schooldagen

VRIJDAG = 4
HOOGSTENS = timedelta(days=731)


@dataclass(frozen=True)
class Voorstel:
    """One date to choose with a tap."""

    dag: date
    label: str


def voorstellen(vandaag: date, vrij: Iterable[Periode], volgend: date | None = None) -> list[Voorstel]:
    """The coming Friday, this weekday next week, and the day of the next meeting; each once and in order.

    A day in a weekend or a holiday moves to the next school day; the day of a meeting is one already.
    """
    perioden = tuple(vrij)
    vrijdag = vandaag + timedelta(days=(VRIJDAG - vandaag.weekday() - 1) % 7 + 1)
    gewoon = {
        na_schooldagen(dag, 0, perioden)
        for dag in (vrijdag, vandaag + timedelta(days=7), vandaag + timedelta(days=14))
    }
    gekozen = sorted(dag for dag in gewoon if dag != volgend)[:2]
    lijst = [Voorstel(dag, dagdatum_kort(dag)) for dag in gekozen]
    if volgend is not None and volgend > vandaag:
        lijst.append(Voorstel(volgend, "volgend overleg"))
    return lijst


def geen_schooldag(dag: date, vrij: Iterable[Periode]) -> str:
    """Why `dag` is no school day and which one comes next, as a sentence; empty when it is one."""
    perioden = tuple(vrij)
    if is_schooldag(dag, perioden):
        return ""
    waarom = "in het weekend" if dag.weekday() > VRIJDAG else "in een vakantie of op een vrije dag"
    straks = na_schooldagen(dag, 0, perioden)
    return (
        f"{dagdatum(dag).capitalize()} valt {waarom}. De eerste schooldag daarna is {dagdatum_kort(straks)}."
    )
