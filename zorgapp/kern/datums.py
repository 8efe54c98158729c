"""Dutch dates and times in words, as pure functions: what "today" is comes in as an argument.

A moment with a time zone is first brought to local time (`TIME_ZONE`). No locale is loaded and nothing is formatted by
pattern: every day of the month and every minute has its text ready, because lists show dozens of them.
"""

from datetime import date, datetime

from django.utils.timezone import get_default_timezone

from zorgapp.kern.aantallen import hoeveel

DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_DAG_KORT = tuple(naam[:2] for naam in DAGEN)
_MAAND_KORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_LANG = tuple(tuple(f"{dag} {maand}" for dag in range(32)) for maand in MAANDEN)
_KORT = tuple(tuple(f"{dag} {maand}" for dag in range(32)) for maand in _MAAND_KORT)
_KLOK = tuple(tuple(f"{uur:02}.{minuut:02}" for minuut in range(60)) for uur in range(24))


def _lokaal(moment: datetime) -> datetime:
    """Return the moment in local time; a naive one is local already."""
    return moment.astimezone(get_default_timezone()) if moment.tzinfo else moment


def _dag(moment: date) -> date:
    """Return the local calendar day of a date or a moment."""
    if isinstance(moment, datetime):
        return _lokaal(moment).date()
    return moment


def _jaar(dag: date, vandaag: date | None) -> str:
    """Return " 2025" when the day lies in another year than today, else nothing."""
    return f" {dag.year}" if vandaag is not None and dag.year != vandaag.year else ""


def dag_maand(moment: date, vandaag: date | None = None) -> str:
    """Return "8 december"; with `vandaag` the year is added when it differs: "8 december 2025"."""
    dag = _dag(moment)
    return _LANG[dag.month - 1][dag.day] + _jaar(dag, vandaag)


def dag_maand_kort(moment: date, vandaag: date | None = None) -> str:
    """Return "23 nov", with the year when it is not this one: "23 nov 2025"."""
    dag = _dag(moment)
    return _KORT[dag.month - 1][dag.day] + _jaar(dag, vandaag)


def dagdatum(moment: date, vandaag: date | None = None) -> str:
    """Return "di 8 december", with the year when it is not this one."""
    dag = _dag(moment)
    return f"{_DAG_KORT[dag.weekday()]} {_LANG[dag.month - 1][dag.day]}{_jaar(dag, vandaag)}"


def dagdatum_kort(moment: date, vandaag: date | None = None) -> str:
    """Return "wo 25 nov", with the year when it is not this one."""
    dag = _dag(moment)
    return f"{_DAG_KORT[dag.weekday()]} {_KORT[dag.month - 1][dag.day]}{_jaar(dag, vandaag)}"


def dagdatum_lang(moment: date, vandaag: date | None = None) -> str:
    """Return "dinsdag 24 november", with the year when it is not this one."""
    dag = _dag(moment)
    return f"{DAGEN[dag.weekday()]} {_LANG[dag.month - 1][dag.day]}{_jaar(dag, vandaag)}"


def maandnaam(moment: date, vandaag: date | None = None) -> str:
    """Return "November", a heading in the timeline, with the year when it is not this one."""
    dag = _dag(moment)
    return MAANDEN[dag.month - 1].capitalize() + _jaar(dag, vandaag)


def klok(moment: datetime) -> str:
    """Return the local time as "13.00"."""
    lokaal = _lokaal(moment)
    return _KLOK[lokaal.hour][lokaal.minute]


def tijd(moment: datetime) -> str:
    """Return the local time as "13.00 uur"."""
    return f"{klok(moment)} uur"


def geleden(moment: date, vandaag: date) -> str:
    """Return how someone would say it: "vandaag 08.12", "gisteren", "vrijdag", else "wo 25 nov".

    Today is written with the time when there is one, the six days before it as a word, anything else (the future
    included) as a date, with its year when that is not this one.
    """
    dag = _dag(moment)
    verschil = (vandaag - dag).days
    if verschil == 0:
        return f"vandaag {klok(moment)}" if isinstance(moment, datetime) else "vandaag"
    if verschil == 1:
        return "gisteren"
    if 1 < verschil < 7:
        return DAGEN[dag.weekday()]
    return dagdatum_kort(dag, vandaag)


def aantal_dagen(aantal: int) -> str:
    """Return "1 dag", "5 dagen"."""
    return hoeveel(aantal, "dag", "dagen")
