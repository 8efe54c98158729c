"""The free days of a demo school for any year, and the day the demo tells about; dates in, dates out.

Invented after the Dutch pattern (autumn, Christmas, spring, May, summer and the feast days); a real school enters
its own in the application.
"""

from datetime import date, timedelta
from functools import lru_cache

from zorgapp.kern.schooljaar import Periode, Schooljaar, laatste_schooldag, na_schooldagen


def pasen(jaar: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar (the anonymous computus)."""
    a, b, c = jaar % 19, jaar // 100, jaar % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    maand, dag = divmod(h + m - 7 * n + 114, 31)
    return date(jaar, maand, dag + 1)


def _week(jaar: int, nummer: int, weken: int = 1) -> Periode:
    """Saturday before ISO week `nummer` up to and including the Sunday after `weken` weeks."""
    maandag = date.fromisocalendar(jaar, nummer, 1)
    return Periode(maandag - timedelta(days=2), maandag + timedelta(days=7 * weken - 1))


def vrije_dagen(beginjaar: int) -> list[tuple[str, Periode]]:
    """Name and period of every free spell that starts in the school year of 1 August `beginjaar`."""
    volgend = beginjaar + 1
    paas = pasen(volgend)
    kerst = date(beginjaar, 12, 25)
    kerstzaterdag = kerst - timedelta(days=(kerst.weekday() + 2) % 7)
    koningsdag = date(volgend, 4, 27)
    if koningsdag.weekday() == 6:
        koningsdag -= timedelta(days=1)
    hemelvaart = paas + timedelta(days=39)
    return [
        ("Herfstvakantie", _week(beginjaar, 43)),
        ("Kerstvakantie", Periode(kerstzaterdag, kerstzaterdag + timedelta(days=15))),
        ("Voorjaarsvakantie", _week(volgend, 8)),
        ("Pasen", Periode(paas - timedelta(days=2), paas + timedelta(days=1))),
        ("Koningsdag", Periode(koningsdag, koningsdag)),
        ("Meivakantie", _week(volgend, 18)),
        ("Hemelvaart", Periode(hemelvaart, hemelvaart + timedelta(days=1))),
        ("Pinksteren", Periode(paas + timedelta(days=50), paas + timedelta(days=50))),
        ("Zomervakantie", _zomer(volgend)),
    ]


def _zomer(jaar: int) -> Periode:
    """Six weeks from the Saturday after ISO week 28: it ends in the next school year."""
    zaterdag = date.fromisocalendar(jaar, 28, 6)
    return Periode(zaterdag, zaterdag + timedelta(days=43))


def alle_vrije_dagen(op: date) -> list[tuple[str, Periode]]:
    """Free spells from the summer before last year up to the end of the year after `op`."""
    jaar = Schooljaar.van(op).beginjaar
    oudste = vrije_dagen(jaar - 2)[-1:]
    return oudste + [rij for n in (-1, 0, 1) for rij in vrije_dagen(jaar + n)]


@lru_cache(maxsize=8)
def perioden(op: date) -> tuple[Periode, ...]:
    """The same as bare periods."""
    return tuple(periode for _, periode in alle_vrije_dagen(op))


def demodag(vandaag: date) -> date:
    """The last school day up to `vandaag`."""
    return laatste_schooldag(vandaag, perioden(vandaag))


def schooldag_terug(op: date, aantal: int) -> date:
    """The school day `aantal` before `op`, but not before the first one of its school year.

    Relations such as a mentorship start with the year, so nobody acts on a pupil before that.
    """
    vrij = perioden(op)
    eerste = na_schooldagen(Schooljaar.van(op).begin, 0, vrij)
    dag = op
    for _ in range(aantal):
        dag = laatste_schooldag(dag - timedelta(days=1), vrij)
    return max(dag, min(eerste, op))


def verhaaldag(op: date, terug: int) -> date:
    """School day `terug` before the demo day `op`; a negative number lies ahead."""
    return na_schooldagen(op, -terug, perioden(op)) if terug < 0 else schooldag_terug(op, terug)
