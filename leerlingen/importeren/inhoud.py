"""What a file with pupils says, the same for every format; knows no database."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from zorgapp.kern.schooljaar import Schooljaar

MAX_REGELS = 50_000


class LeesFout(Exception):
    """The file as a whole cannot be read; the text is Dutch and says what to do."""


class WaardeFout(ValueError):
    """One value of one pupil cannot be right; the text is Dutch."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A parent or other contact; None means that the file does not say."""

    naam: str
    relatie: str | None = None
    gezag: str | None = None
    huishouden: int | None = None
    telefoon: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Regel:
    """One pupil in a file. `nummer` is the line (CSV, XLSX) or the how-manieth pupil (EDEXML)."""

    nummer: int
    leerlingnummer: str
    roepnaam: str
    tussenvoegsel: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    email: str = ""
    eckid: str = ""
    vestiging: str = ""
    ingeschreven_op: date | None = None
    uitgeschreven_op: date | None = None
    klas: str = ""
    leerjaar: int | None = None
    niveau: str = ""
    lesgroepen: tuple[str, ...] = ()
    contacten: tuple[Contact, ...] = ()
    mentor: str = ""

    @property
    def op_naam(self) -> bool:
        """A dummy key: this pupil can only be found by name and birth date (DOMAIN 54)."""
        return self.leerlingnummer.startswith("#")

    @property
    def naam(self) -> str:
        return " ".join(deel for deel in (self.roepnaam, self.tussenvoegsel, self.achternaam) if deel)


@dataclass(frozen=True, slots=True)
class Fout:
    """Why one line is left out; `sleutel` is its leerlingnummer when that could be read."""

    nummer: int
    melding: str
    sleutel: str = ""


@dataclass(slots=True)
class Inhoud:
    """A whole file. `velden` are the fields it has for at least one pupil: only those may change anything."""

    soort: str
    regels: list[Regel] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)
    velden: set[str] = field(default_factory=set)
    schooljaar: Schooljaar | None = None
    school: str = ""
    codes: dict[tuple[str, str], str] = field(default_factory=dict)
    let_op: list[str] = field(default_factory=list)
    mentoren: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    opgemerkt: dict[str, list[int]] = field(default_factory=dict)

    def merk_op(self, wat: str, nummer: int) -> None:
        """Note something about one line that is no reason to refuse it."""
        self.opgemerkt.setdefault(wat, []).append(nummer)

    def voeg_toe(self, regel: Regel) -> None:
        """Add a pupil; raises LeesFout past MAX_REGELS."""
        if len(self.regels) >= MAX_REGELS:
            raise LeesFout(f"Dit bestand heeft meer dan {MAX_REGELS} leerlingen. Splits het in delen.")
        self.regels.append(regel)

    def weiger(self, nummer: int, melding: str, sleutel: str = "") -> None:
        """Leave one line out, with the reason."""
        if len(self.fouten) >= MAX_REGELS:
            raise LeesFout("Bijna geen regel in dit bestand klopt. Kijk of je het goede bestand koos.")
        self.fouten.append(Fout(nummer, melding, sleutel))

    def zonder_dubbele(self) -> None:
        """Refuse every second and later pupil with a number that was used before in the file."""
        gezien: dict[str, int] = {}
        uniek = []
        for regel in self.regels:
            eerder = gezien.setdefault(regel.leerlingnummer, regel.nummer)
            if eerder == regel.nummer:
                uniek.append(regel)
            else:
                self.weiger(
                    regel.nummer,
                    f"Leerlingnummer {regel.leerlingnummer} staat ook op plek {eerder}. De eerste telt.",
                    regel.leerlingnummer,
                )
        self.regels = uniek


def kaal(tekst: str) -> str:
    """Lower case without accents and double spaces, to find a name again."""
    ontleed = unicodedata.normalize("NFKD", tekst)
    return " ".join("".join(t for t in ontleed if not unicodedata.combining(t)).casefold().split())


def opsomming(nummers: Iterable[int], hoeveel: int = 5) -> str:
    """Return "3, 8 en 12", or the first `hoeveel` and how many more."""
    lijst = sorted(nummers)
    getoond = [str(n) for n in lijst[:hoeveel]]
    if len(lijst) > hoeveel:
        return f"{', '.join(getoond)} en nog {len(lijst) - hoeveel}"
    return " en ".join(filter(None, [", ".join(getoond[:-1]), getoond[-1]]))
