"""Proposals for a school's free days: feast days computed, school holidays as the ministries publish them.

Only proposals: a school ticks what it keeps and may change every date. Pure functions, dates in and dates out.

Netherlands: the overview of the Rijksoverheid per school year and region; summer, Christmas and one week in May are
fixed by regulation, autumn and spring are advice. Flanders: the holidays follow rules around 1 November, Christmas
and Easter (besluit van de Vlaamse Regering over de vakantieregeling), so they are computed.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from zorgapp.kern.schooljaar import Schooljaar

REGIOS = (("noord", "Noord"), ("midden", "Midden"), ("zuid", "Zuid"))
_DAG = timedelta(days=1)

# name -> (noord, midden, zuid), or one period for the whole country; first and last day, weekends included.
_Periode = tuple[date, date]
_NEDERLAND: dict[int, dict[str, tuple[_Periode, ...]]] = {
    2025: {
        "Herfstvakantie": (
            (date(2025, 10, 18), date(2025, 10, 26)),
            (date(2025, 10, 18), date(2025, 10, 26)),
            (date(2025, 10, 11), date(2025, 10, 19)),
        ),
        "Kerstvakantie": ((date(2025, 12, 20), date(2026, 1, 4)),),
        "Voorjaarsvakantie": (
            (date(2026, 2, 21), date(2026, 3, 1)),
            (date(2026, 2, 14), date(2026, 2, 22)),
            (date(2026, 2, 14), date(2026, 2, 22)),
        ),
        "Meivakantie": ((date(2026, 4, 25), date(2026, 5, 3)),),
        "Zomervakantie": (
            (date(2026, 7, 4), date(2026, 8, 16)),
            (date(2026, 7, 18), date(2026, 8, 30)),
            (date(2026, 7, 11), date(2026, 8, 23)),
        ),
    },
    2026: {
        "Herfstvakantie": (
            (date(2026, 10, 10), date(2026, 10, 18)),
            (date(2026, 10, 17), date(2026, 10, 25)),
            (date(2026, 10, 17), date(2026, 10, 25)),
        ),
        "Kerstvakantie": ((date(2026, 12, 19), date(2027, 1, 3)),),
        "Voorjaarsvakantie": (
            (date(2027, 2, 20), date(2027, 2, 28)),
            (date(2027, 2, 20), date(2027, 2, 28)),
            (date(2027, 2, 13), date(2027, 2, 21)),
        ),
        "Meivakantie": ((date(2027, 4, 24), date(2027, 5, 2)),),
        "Zomervakantie": (
            (date(2027, 7, 10), date(2027, 8, 22)),
            (date(2027, 7, 17), date(2027, 8, 29)),
            (date(2027, 7, 24), date(2027, 9, 5)),
        ),
    },
    2027: {
        "Herfstvakantie": (
            (date(2027, 10, 16), date(2027, 10, 24)),
            (date(2027, 10, 16), date(2027, 10, 24)),
            (date(2027, 10, 23), date(2027, 10, 31)),
        ),
        "Kerstvakantie": ((date(2027, 12, 25), date(2028, 1, 9)),),
        "Voorjaarsvakantie": (
            (date(2028, 2, 19), date(2028, 2, 27)),
            (date(2028, 2, 26), date(2028, 3, 5)),
            (date(2028, 2, 26), date(2028, 3, 5)),
        ),
        "Meivakantie": ((date(2028, 4, 29), date(2028, 5, 7)),),
        "Zomervakantie": (
            (date(2028, 7, 15), date(2028, 8, 27)),
            (date(2028, 7, 8), date(2028, 8, 20)),
            (date(2028, 7, 22), date(2028, 9, 3)),
        ),
    },
}


@dataclass(frozen=True)
class Voorstel:
    """One proposed free period; both ends belong to it."""

    naam: str
    van: date
    tot: date

    @property
    def sleutel(self) -> str:
        """The value of its tick box."""
        return f"{self.van.isoformat()}_{self.tot.isoformat()}"


def pasen(jaar: int) -> date:
    """Return Easter Sunday of a year of the Gregorian calendar (the anonymous algorithm)."""
    eeuw, rest = divmod(jaar, 100)
    gulden = jaar % 19
    maan = (19 * gulden + eeuw - eeuw // 4 - (8 * eeuw + 13) // 25 + 15) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (gulden + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


def _maandag(dag: date) -> date:
    """Monday of the week of `dag`; of the next one when it is a weekend day."""
    maandag = dag - timedelta(days=dag.weekday())
    return maandag if dag.weekday() < 5 else maandag + timedelta(days=7)


def feestdagen(schooljaar: Schooljaar) -> list[Voorstel]:
    """Dutch days without school that can fall on a school day, outside the school holidays or not."""
    jaar = schooljaar.beginjaar + 1
    paas = pasen(jaar)
    koning = date(jaar, 4, 27)
    koning -= _DAG if koning.weekday() == 6 else timedelta(0)
    hemelvaart = paas + timedelta(days=39)
    dagen = [
        Voorstel("Goede Vrijdag", paas - 2 * _DAG, paas - 2 * _DAG),
        Voorstel("Tweede paasdag", paas + _DAG, paas + _DAG),
        Voorstel("Koningsdag", koning, koning),
        Voorstel("Hemelvaart en de vrijdag erna", hemelvaart, hemelvaart + _DAG),
        Voorstel("Tweede pinksterdag", paas + timedelta(days=50), paas + timedelta(days=50)),
    ]
    if jaar % 5 == 0:
        dagen.append(Voorstel("Bevrijdingsdag", date(jaar, 5, 5), date(jaar, 5, 5)))
    return [d for d in dagen if d.van.weekday() < 5 or d.tot.weekday() < 5]


def schoolvakanties(schooljaar: Schooljaar, regio: str) -> list[Voorstel]:
    """Dutch school holidays of a region; empty for a year that is not published yet. KeyError for a made-up region."""
    plek = {sleutel: nummer for nummer, (sleutel, _) in enumerate(REGIOS)}[regio]
    return [
        Voorstel(naam, *(perioden[0] if len(perioden) == 1 else perioden[plek]))
        for naam, perioden in _NEDERLAND.get(schooljaar.beginjaar, {}).items()
    ]


def vlaanderen(schooljaar: Schooljaar) -> list[Voorstel]:
    """Flemish school holidays and free days, by their rules."""
    begin, jaar = schooljaar.beginjaar, schooljaar.beginjaar + 1
    paas = pasen(jaar)
    herfst = (
        _maandag(date(begin, 11, 1)) if date(begin, 11, 1).weekday() != 5 else date(begin, 11, 1) - 5 * _DAG
    )
    kerst = _maandag(date(begin, 12, 25))
    krokus = paas - timedelta(days=48)
    if paas.month == 3:
        lente = paas + _DAG
    elif paas > date(jaar, 4, 15):
        lente = paas - timedelta(days=13)
    else:
        lente = date(jaar, 4, 1) + timedelta(days=(7 - date(jaar, 4, 1).weekday()) % 7)
    hemelvaart = paas + timedelta(days=39)
    dagen = [
        Voorstel("Herfstvakantie", herfst, herfst + 6 * _DAG),
        Voorstel("Wapenstilstand", date(begin, 11, 11), date(begin, 11, 11)),
        Voorstel("Kerstvakantie", kerst, kerst + 13 * _DAG),
        Voorstel("Krokusvakantie", krokus, krokus + 6 * _DAG),
        Voorstel("Paasvakantie", lente, lente + 13 * _DAG),
        Voorstel("Paasmaandag", paas + _DAG, paas + _DAG),
        Voorstel("Dag van de Arbeid", date(jaar, 5, 1), date(jaar, 5, 1)),
        Voorstel("Hemelvaart en de vrijdag erna", hemelvaart, hemelvaart + _DAG),
        Voorstel("Pinkstermaandag", paas + timedelta(days=50), paas + timedelta(days=50)),
        Voorstel("Zomervakantie", date(jaar, 7, 1), date(jaar, 8, 31)),
    ]
    return [d for d in dagen if d.van.weekday() < 5 or d.tot > d.van]


def voorstellen(schooljaar: Schooljaar, regio: str, vlaams: bool = False) -> list[Voorstel]:
    """Everything worth proposing in one school year, by date; a feast day inside a holiday is left out."""
    vakanties = vlaanderen(schooljaar) if vlaams else schoolvakanties(schooljaar, regio)
    los = [] if vlaams else feestdagen(schooljaar)
    alles = vakanties + [d for d in los if not _valt_in(d, vakanties)]
    return sorted((v for v in alles if not _valt_in(v, alles)), key=lambda v: (v.van, v.tot))


def _valt_in(dag: Voorstel, perioden: list[Voorstel]) -> bool:
    return any(p is not dag and p.van <= dag.van and dag.tot <= p.tot for p in perioden)
