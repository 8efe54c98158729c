"""The cut one looks at: one school year or term, one location and one level at a time; never dates of one's own.

Months count from August (0) to July (11). The terms are four months each: August to November, December to March, April
to July.
"""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import TextChoices

from zorgapp.kern.schooljaar import Schooljaar

JAREN = 5
TERMEN = {1: "augustus tot en met november", 2: "december tot en met maart", 3: "april tot en met juli"}
MAANDEN = 12
SNEDEVRAAG = ("jaar", "periode", "locatie", "niveau")
"""The names under which the address asks for a cut."""
ALLEEN_NU = frozenset({"kaarten", "docenten", "plekken", "opp_orde"})
"""Figures that cannot be worked out afterwards: earlier terms are taken over from the state of the night before."""
_MAANDWOORD = ("aug", "sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul")


class Niveau(TextChoices):
    """Levels as a school leader says them; what a class is called in the administration is brought back to these."""

    BRUGKLAS = "brug", "Brugklas"
    PRO = "pro", "Praktijkonderwijs"
    BASIS_KADER = "bk", "Basis/kader"
    MAVO = "mavo", "Mavo"
    HAVO = "havo", "Havo"
    VWO = "vwo", "Vwo"
    ANDERS = "anders", "Ander niveau"


_WOORDEN = (
    (Niveau.BRUGKLAS, ("brug", "onderbouw")),
    (Niveau.PRO, ("praktijk", "pro")),
    (Niveau.BASIS_KADER, ("basis", "kader", "bb", "kb", "bk", "-b", "-k")),
    (Niveau.MAVO, ("mavo", "tl", "gl", "gemengd", "theoretisch")),
    (Niveau.HAVO, ("havo",)),
    (Niveau.VWO, ("vwo", "athen", "gymn")),
)


def niveau_van(tekst: str) -> str:
    """The level of a class by the word of the administration; a class of two levels counts for the lower one, "" is unknown."""
    kaal = tekst.strip().lower()
    if not kaal:
        return ""
    for niveau, woorden in _WOORDEN:
        if any(woord in kaal for woord in woorden):
            return niveau.value
    return Niveau.ANDERS.value


def maand_van(dag: date) -> int:
    """The month of the school year a day lies in: August is 0, July 11."""
    return (dag.month + 4) % MAANDEN


def term_van(dag: date) -> int:
    """The term a day lies in: 1, 2 or 3."""
    return maand_van(dag) // 4 + 1


def eind_van_term(jaar: Schooljaar, term: int) -> date:
    """The last day of a term."""
    return (date(jaar.beginjaar, 11, 30), date(jaar.beginjaar + 1, 3, 31), jaar.eind)[term - 1]


def begin_van_maand(jaar: Schooljaar, maand: int) -> date:
    """The first day of a month of the school year."""
    kalender = (maand + 7) % MAANDEN + 1
    return date(jaar.beginjaar + (kalender < 8), kalender, 1)


def maandwoord(maand: int) -> str:
    """Short name of a month of the school year: "aug"."""
    return _MAANDWOORD[maand]


@dataclass(frozen=True)
class Snede:
    """What is looked at; term 0 is the whole year, location 0 the whole school, niveau "" every level."""

    jaar: Schooljaar
    term: int = 0
    locatie: int = 0
    niveau: str = ""
    locatienaam: str = ""

    @property
    def hele_school(self) -> bool:
        """No location and no level chosen: what is about the school as a whole can be said."""
        return not self.locatie and not self.niveau

    @property
    def maanden(self) -> range:
        """The months it covers."""
        return range((self.term - 1) * 4, self.term * 4) if self.term else range(MAANDEN)

    @property
    def vraag(self) -> str:
        """Its query string, which gives the same cut again."""
        delen = {"jaar": str(self.jaar)}
        if self.term:
            delen["periode"] = str(self.term)
        if self.locatie:
            delen["locatie"] = str(self.locatie)
        if self.niveau:
            delen["niveau"] = self.niveau
        return urlencode(delen)

    @property
    def waarvan(self) -> str:
        """Of whom, in words: "alle locaties, alle niveaus"."""
        niveau = Niveau(self.niveau).label.lower() if self.niveau else "alle niveaus"
        return f"{self.locatienaam or 'alle locaties'}, {niveau}"

    @property
    def wanneer(self) -> str:
        """When, in words."""
        jaar = f"Schooljaar {self.jaar.beginjaar}–{self.jaar.beginjaar + 1}"
        return f"{jaar}, {TERMEN[self.term]}" if self.term else jaar

    @property
    def nummer(self) -> int:
        """The cut as one number, as a job of the worker carries it."""
        niveau = [*Niveau.values].index(self.niveau) + 1 if self.niveau else 0
        return ((self.locatie * 16 + niveau) * 4 + self.term) * 1024 + self.jaar.beginjaar - 2000


def uit_nummer(nummer: int) -> tuple[int, int, int, str]:
    """(first year, term, location, level) of `Snede.nummer`; ValueError for a number that is no cut."""
    rest, jaar = divmod(nummer, 1024)
    rest, term = divmod(rest, 4)
    locatie, niveau = divmod(rest, 16)
    if nummer < 0 or niveau > len(Niveau) or jaar > 100:
        raise ValueError("geen snede")
    return jaar + 2000, term, locatie, Niveau.values[niveau - 1] if niveau else ""
