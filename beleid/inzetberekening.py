"""What the work takes per week, month by month, beside the hours that were promised: pure functions, minutes in and out.

It is a reckoning, not a registration: pieces of work that zorgapp counted times what the school says one takes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from beleid.inzet import Werksoort
from zorgapp.kern.datums import MAANDEN
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag

BEGINNORMEN: dict[Werksoort, int] = {
    Werksoort.SIGNAAL: 40,
    Werksoort.TRAJECT_LICHT: 5,
    Werksoort.TRAJECT_MIDDEL: 15,
    Werksoort.TRAJECT_ZWAAR: 30,
    Werksoort.OPP: 10,
    Werksoort.OVERLEG: 60,
    Werksoort.PLAN: 20,
}
"""Minutes to begin with, for a school to change: a rule of thumb, no norm of any law."""
STUKS = frozenset({Werksoort.SIGNAAL, Werksoort.OVERLEG})
"""Work that takes its minutes once, when it comes; the rest takes them every week that it is open."""
AFRONDING = 30
SCHOOLWEEK = 5

Telling = Mapping[tuple[Werksoort, date], int]


@dataclass(frozen=True)
class Maand:
    """One month: minutes a school week that the work takes, rounded to half hours, and each kind's part of it."""

    begin: date
    nodig: int
    delen: tuple[tuple[Werksoort, int], ...] = ()
    verwacht: bool = False

    @property
    def naam(self) -> str:
        return MAANDEN[self.begin.month - 1]

    def tekort(self, hebt: int) -> int:
        """Minutes a week that are missing; 0 when there is enough."""
        return max(self.nodig - hebt, 0)


def maanden_van(jaar: Schooljaar) -> list[date]:
    """The first days of the twelve months, August first."""
    return [date(jaar.beginjaar + (maand > 12), (maand - 1) % 12 + 1, 1) for maand in range(8, 20)]


def laatste_dag(maand: date) -> date:
    """The last day of the month that begins on `maand`."""
    return (maand.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def schooldagen(van: date, tot: date, vrij: Iterable[Periode]) -> int:
    """School days from `van` up to and including `tot`."""
    perioden = tuple(vrij)
    return sum(is_schooldag(van + timedelta(days=n), perioden) for n in range((tot - van).days + 1))


def _per_week(aantal: int, dagen: int) -> Fraction:
    """Pieces a school week; less than a week counts as one, so that one meeting in two days stays one."""
    return Fraction(aantal * SCHOOLWEEK, max(dagen, SCHOOLWEEK))


def nodig_per_maand(
    jaar: Schooljaar,
    geteld: Telling,
    normen: Mapping[Werksoort, int],
    vrij: Iterable[Periode],
    dag: date,
) -> list[Maand]:
    """What the work takes in each month of `jaar`, in minutes per school week.

    `geteld` holds, by kind and first day of the month, how many came (STUKS) or on how many days together they were open
    (the rest); signals also of the year before. A month without a school week counts for the part that is school. Signals
    of months to come are expected as many as a year before, or else as many a week as this year so far.
    """
    perioden = tuple(vrij)
    zover = _signalen_zover(jaar, geteld, perioden, dag)
    return [_maand(maand, geteld, normen, perioden, dag, zover) for maand in maanden_van(jaar)]


def _signalen_zover(
    jaar: Schooljaar, geteld: Telling, vrij: tuple[Periode, ...], dag: date
) -> Fraction | None:
    """Signals a school week of this year so far; None while less than a school week has gone."""
    tot = min(dag, jaar.eind)
    dagen = schooldagen(jaar.begin, tot, vrij) if tot >= jaar.begin else 0
    aantal = sum(geteld.get((Werksoort.SIGNAAL, maand), 0) for maand in maanden_van(jaar))
    return _per_week(aantal, dagen) if dagen >= SCHOOLWEEK else None


def _maand(
    maand: date,
    geteld: Telling,
    normen: Mapping[Werksoort, int],
    vrij: tuple[Periode, ...],
    dag: date,
    zover: Fraction | None,
) -> Maand:
    eind = laatste_dag(maand)
    dagen = schooldagen(maand, eind, vrij)
    school = min(Fraction(dagen, SCHOOLWEEK), Fraction(1))
    delen = []
    verwacht = False
    for soort in Werksoort:
        aantal = geteld.get((soort, maand), 0)
        if soort is Werksoort.SIGNAAL:
            gegaan = schooldagen(maand, min(eind, dag), vrij) if dag >= maand else 0
            verwacht = gegaan < min(SCHOOLWEEK, dagen)
            stuks = _verwacht(maand, dagen, geteld, zover) * school if verwacht else _per_week(aantal, gegaan)
        elif soort in STUKS:
            stuks = _per_week(aantal, dagen)
        else:
            stuks = Fraction(aantal, eind.day) * school
        delen.append((soort, round(stuks * normen.get(soort, 0)) if dagen else 0))
    som = sum(minuten for _, minuten in delen)
    return Maand(maand, round(som / AFRONDING) * AFRONDING, tuple(delen), verwacht)


def _verwacht(maand: date, dagen: int, geteld: Telling, zover: Fraction | None) -> Fraction:
    """Signals a school week of a month to come."""
    vorig = geteld.get((Werksoort.SIGNAAL, maand.replace(year=maand.year - 1)), 0)
    return _per_week(vorig, dagen) if vorig else zover or Fraction(0)


def krapste(maanden: Iterable[Maand], hebt: int, dag: date) -> Maand | None:
    """The month that is talked about: this one when it is short, else the first to come that is, else the worst that was."""
    kort = [maand for maand in maanden if maand.tekort(hebt)]
    komt = [maand for maand in kort if laatste_dag(maand.begin) >= dag]
    return komt[0] if komt else max(kort, key=lambda maand: maand.nodig, default=None)


def in_uren(minuten: int) -> str:
    """Minutes as hours: 960 is "16", 450 is "7,5"; at most two digits behind the comma."""
    return f"{minuten / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def zin(maanden: Iterable[Maand], hebt: int | None, gevraagd: int, dag: date) -> str:
    """The picture in one sentence, in words of a school."""
    if hebt is None:
        vraag = f" Gevraagd is {in_uren(gevraagd)} uur per week." if gevraagd else ""
        return f"Er zijn nog geen uren toegezegd.{vraag}"
    maand = krapste(maanden, hebt, dag)
    if maand is None:
        return f"Met {in_uren(hebt)} uur per week kom je dit jaar uit."
    kwam = "kwam" if laatste_dag(maand.begin) < dag else "kom"
    return f"In {maand.naam} {kwam} je {in_uren(maand.tekort(hebt))} uur per week tekort."
