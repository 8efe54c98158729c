"""How many OPPs that are in force are in legal order: for the coordinator who is not and why, else figures alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ondersteuning.access_opp_orde import (
    Ordetelling,
    lopende,
    niet_in_orde,
    tel,
    versies_in_kracht,
)
from ondersteuning.models import Opp, OppVersie
from ondersteuning.opp.wacht import DAARNA, REGELS, Regel, Uitslag, bekijk
from ondersteuning.oppfeiten import feiten_van_alle
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.onderdrukking import DREMPEL, onderdruk
from zorgapp.kern.pagina import Pagina
from zorgapp.kern.velden import gelezen_nummer


@dataclass(frozen=True)
class Orderij:
    """One OPP in force that is not in order, with the rules that miss something."""

    opp: Opp
    versie: OppVersie
    rood: list[Uitslag]


@dataclass(frozen=True)
class Orde:
    """The list for a coordinator: one page of those that are not in order, of one rule when it is asked for.

    per_regel: (rule, how many OPPs miss something there), the most first.
    """

    lopend: int
    niet: int
    per_regel: list[tuple[Regel, int]]
    regel: int
    pagina: Pagina

    @property
    def procent(self) -> int | None:
        """Share that is in order, in whole per cents, rounded down: 100 is every one. None when none is in force."""
        return 100 * (self.lopend - self.niet) // self.lopend if self.lopend else None


def lees_orde(werkplek: Werkplek, regel: str = "", gevraagd: str | None = None) -> Orde:
    """Work it out for every OPP in force that this coordinator sees; only the page that is asked for is read."""
    telling = tel(werkplek)
    nummer = gelezen_nummer(regel, 2)
    gekozen = nummer if nummer in DAARNA else 0
    pagina = niet_in_orde(lopende(werkplek), gekozen, gevraagd)
    pagina = replace(pagina, rijen=_met_reden(pagina.rijen, werkplek))
    return Orde(telling.lopend, telling.niet, _per_regel(telling), gekozen, pagina)


def _met_reden(opps: Sequence[Opp], werkplek: Werkplek) -> list[Orderij]:
    """What each misses in words, from the rules themselves."""
    versies = versies_in_kracht(opps) if opps else {}
    feiten = feiten_van_alle([(opp, versies[opp.pk]) for opp in opps], werkplek.dag) if opps else {}
    return [
        Orderij(opp, versie, [u for u in bekijk(feiten[versie.pk], DAARNA) if not u.in_orde])
        for opp in opps
        for versie in [versies[opp.pk]]
    ]


def _per_regel(telling: Ordetelling) -> list[tuple[Regel, int]]:
    """The rules that miss something somewhere, the most first."""
    rijen = [(REGELS[nummer], aantal) for nummer, aantal in telling.per_regel.items() if aantal]
    return sorted(rijen, key=lambda rij: -rij[1])


@dataclass(frozen=True)
class Cijfer:
    """The figure for who sees no pupils; None is a number that is not shown.

    weinig: which of the two is below the threshold ("in orde", "niet in orde", "" for neither or both hidden).
    """

    lopend: int | None
    in_orde: int | None
    niet: int | None
    weinig: str
    per_regel: list[tuple[Regel, int | None]]

    @property
    def procent(self) -> int | None:
        """Share that is in order, when both numbers are shown."""
        if self.lopend is None or self.in_orde is None:
            return None
        return 100 * self.in_orde // self.lopend


def lees_cijfer(werkplek: Werkplek) -> Cijfer:
    """The whole school, with small numbers hidden and what would let one work them out (DESIGN §3; never a location).

    When one of the two is small both are hidden; with the total that leaves five values for each.
    """
    telling = tel(werkplek, van_school=True)
    uit = onderdruk([[telling.lopend - telling.niet, telling.niet]])
    goed, fout = uit.cellen[0]
    lopend = None if telling.lopend < DREMPEL else telling.lopend
    weinig = ""
    if lopend is not None and goed is None:
        weinig = "niet in orde" if telling.niet < DREMPEL else "in orde"
    per_regel = [(REGELS[n], _zichtbaar(aantal, telling.lopend)) for n, aantal in telling.per_regel.items()]
    return Cijfer(lopend, goed, fout, weinig, [] if lopend is None or goed is None else per_regel)


def _zichtbaar(aantal: int, totaal: int) -> int | None:
    """A count that hides nobody: neither it nor what is left of the total is small."""
    return onderdruk([[aantal, totaal - aantal]]).cellen[0][0]
