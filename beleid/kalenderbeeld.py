"""The jaarkalender as it is drawn, as pure functions: rows and their blocks on twelve months, and lists by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from beleid.access_jaar import Groepsperiode, Overlegmaand
from beleid.jaarplaatsing import in_jaar
from beleid.jaarsjabloon import WETTELIJK
from beleid.jaarstroken import Activiteitstatus, Strook
from beleid.models import Activiteit, Scholing
from overleg.kalender import soortnaam
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.datums import MAANDEN, dagdatum
from zorgapp.kern.schooljaar import Schooljaar

WET, OVERLEG = "In de wet", "Overleg"
BLOKKEN, BLOKKEN_KORT = 72, 46  # blocks of the strip on its own page, and on Beleid en jaar
PER_LIJST, PER_LIJST_KORT = 20, 6  # activities in the list by month
DELEN = ("aug–okt", "nov–jan", "feb–apr", "mei–jul")
KORT = ("aug", "sep", "okt", "nov", "dec", "jan", "feb", "mrt", "apr", "mei", "jun", "jul")


@dataclass(frozen=True)
class Blokje:
    """A block from month `maand` (1 is August), `duur` months long. `stand`: klaar, nu, focus or nothing."""

    maand: int
    duur: int
    tekst: str
    stand: str = ""
    loopt: bool = False
    pk: int | None = None
    uitleg: str = ""


@dataclass(frozen=True)
class Baan:
    """A row of the calendar; `meer` is how many blocks of it are left out on a screen."""

    label: str
    blokken: Sequence[Blokje]
    meer: int = 0


@dataclass(frozen=True)
class Maand:
    """A month of the year with what begins in it."""

    naam: str
    nummer: int
    nu: bool
    rijen: Sequence[Activiteit]


def maandnummer(dag: date) -> int:
    """1 for August to 12 for July."""
    return (dag.month - 8) % 12 + 1


def loopt(rij: Activiteit, dag: date) -> bool:
    """Planned, and this is one of its days."""
    return rij.status == Activiteitstatus.GEPLAND and rij.van <= dag <= rij.tot


def _stand(rij: Activiteit, dag: date) -> str:
    if rij.status == Activiteitstatus.KLAAR:
        return "klaar"
    if rij.strook == Strook.ONTWIKKELPUNT:
        return "focus"
    return "nu" if loopt(rij, dag) else ""


def _blokje(rij: Activiteit, dag: date) -> Blokje:
    maand = maandnummer(rij.van)
    duur = maandnummer(rij.tot) - maand + 1
    waar = f" ({rij.vestiging.naam})" if rij.vestiging else ""
    return Blokje(maand, duur, f"{rij.titel}{waar}", _stand(rij, dag), loopt(rij, dag), rij.pk)


def _overlegbaan(rijen: Iterable[Overlegmaand]) -> Baan:
    """Kinds of meeting; months that follow each other as one block."""
    uit: list[Blokje] = []
    for soort, groep in groupby(rijen, key=lambda rij: rij.soort):
        naam = "ZAT" if soort == "zat" else soortnaam(soort)
        reeks: list[Overlegmaand] = []
        for rij in [*groep, None]:
            if reeks and (rij is None or maandnummer(rij.maand) != maandnummer(reeks[-1].maand) + 1):
                keer = hoeveel(sum(r.aantal for r in reeks), "keer", "keer")
                uit.append(Blokje(maandnummer(reeks[0].maand), len(reeks), naam, uitleg=f"{naam}, {keer}"))
                reeks = []
            if rij is not None:
                reeks.append(rij)
    return Baan(OVERLEG, uit)


def _groepsbaan(rijen: Iterable[Groepsperiode]) -> Baan:
    blokken = [
        Blokje(maandnummer(r.van), maandnummer(r.tot) - maandnummer(r.van) + 1, r.aanbod) for r in rijen
    ]
    return Baan("Groepen", list(dict.fromkeys(blokken)))


def _scholing(rij: Scholing) -> Blokje:
    return Blokje(maandnummer(rij.datum), 1, rij.titel, uitleg=f"{rij.titel}, {dagdatum(rij.datum)}")


def _wetbaan(jaar: Schooljaar) -> Baan:
    dagen = sorted((in_jaar(jaar, maand, dag), wat) for maand, dag, wat in WETTELIJK)
    blokken = [
        Blokje(
            maandnummer(dag),
            1,
            f"{dag.day} {KORT[maandnummer(dag) - 1]}",
            uitleg=f"{dag.day} {MAANDEN[dag.month - 1]}: {wat}",
        )
        for dag, wat in dagen
    ]
    return Baan(WET, blokken)


def banen(
    rijen: Sequence[Activiteit],
    overleg: Iterable[Overlegmaand],
    groepen: Iterable[Groepsperiode],
    jaar: Schooljaar,
    dag: date,
    strook: str = "",
    scholing: Iterable[Scholing] = (),
) -> list[Baan]:
    """Every row with something in it; with `strook` only that row and what a law says. `scholing` joins its own row."""
    blokken: dict[str, list[Blokje]] = {waarde: [] for waarde in Strook.values}
    for rij in rijen:
        if rij.status != Activiteitstatus.VERVALLEN:
            blokken[rij.strook].append(_blokje(rij, dag))
    blokken[Strook.SCHOLING] += [_scholing(rij) for rij in scholing]
    blokken[Strook.SCHOLING].sort(key=lambda blok: blok.maand)
    eigen = [Baan(str(naam), blokken[w]) for w, naam in Strook.choices if strook in ("", w)]
    los = [] if strook else [_overlegbaan(overleg), _groepsbaan(groepen)]
    return [baan for baan in [*eigen, *los, _wetbaan(jaar)] if baan.blokken]


def maanden(rijen: Sequence[Activiteit], van: int, tot: int, dag: date | None) -> list[Maand]:
    """Months `van` to `tot` (1 is August) with what begins in them; `dag` is today when it lies in this year."""
    nu = maandnummer(dag) if dag else 0
    return [
        Maand(
            MAANDEN[(nummer + 6) % 12],
            nummer,
            nummer == nu,
            [rij for rij in rijen if maandnummer(rij.van) == nummer],
        )
        for nummer in range(van, tot + 1)
    ]


def zonder_wet(rijen: Sequence[Baan]) -> list[Baan]:
    """The rows without the days of the law, which stand below it on paper."""
    return [baan for baan in rijen if baan.label != WET]


def op_scherm(rijen: Sequence[Baan], hoogstens: int) -> list[Baan]:
    """At most so many blocks: of full rows the first ones, and how many more there are; paper has them all."""
    per_baan = max((len(baan.blokken) for baan in rijen), default=0)
    while per_baan > 1 and sum(min(len(baan.blokken), per_baan) for baan in rijen) > hoogstens:
        per_baan -= 1
    return [
        replace(baan, blokken=baan.blokken[:per_baan], meer=max(0, len(baan.blokken) - per_baan))
        for baan in rijen
    ]


def kort(rijen: Sequence[Baan]) -> list[Baan]:
    """The rows of look 9, and meetings: what stands on the page Beleid en jaar."""
    voor = {Strook.ONTWIKKELPUNT.label, Strook.SIGNALEREN.label, Strook.OPP_KAART.label, Strook.SAMEN.label}
    return [baan for baan in rijen if baan.label in voor or baan.label == OVERLEG]


def kolommen(jaar: Schooljaar, dag: date) -> list[tuple[str, bool]]:
    """The names above the months, and which of them is now."""
    nu = maandnummer(dag) if Schooljaar.van(dag) == jaar else 0
    return [(naam, nummer == nu) for nummer, naam in enumerate(KORT, 1)]
