"""How many OPPs that are in force are in legal order: for the coordinator who is not and why, else figures alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ondersteuning.access_opp_orde import lopende, lopende_van_school
from ondersteuning.models import Opp, OppVersie
from ondersteuning.opp.wacht import DAARNA, POORT, REGELS, Regel, Uitslag, bekijk
from ondersteuning.oppfeiten import feiten_van_alle
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.onderdrukking import DREMPEL, onderdruk
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina

WACHT = (*POORT, *DAARNA)


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
    """Work it out for every OPP in force that this coordinator sees; as many statements for ten as for five hundred."""
    rijen = _beoordeel(lopende(werkplek), werkplek)
    niet = [rij for rij in rijen if rij.rood]
    gekozen = int(regel) if regel.isdecimal() and len(regel) < 3 and int(regel) in WACHT else 0
    toon = [rij for rij in niet if not gekozen or gekozen in {u.regel.nummer for u in rij.rood}]
    return Orde(len(rijen), len(niet), _per_regel(niet), gekozen, _blad(toon, gevraagd))


def _beoordeel(paren: Sequence[tuple[Opp, OppVersie]], werkplek: Werkplek) -> list[Orderij]:
    feiten = feiten_van_alle(paren, werkplek.dag) if paren else {}
    return [
        Orderij(opp, versie, [u for u in bekijk(feiten[versie.pk], WACHT) if not u.in_orde])
        for opp, versie in paren
    ]


def _per_regel(rijen: Sequence[Orderij]) -> list[tuple[Regel, int]]:
    telling = Counter(uitslag.regel.nummer for rij in rijen for uitslag in rij.rood)
    return [(REGELS[nummer], aantal) for nummer, aantal in telling.most_common()]


def _blad(rijen: list[Orderij], gevraagd: str | None) -> Pagina:
    nummer = int(gevraagd) if gevraagd and gevraagd.isdecimal() and len(gevraagd) < 5 else 1
    nummer = max(nummer, 1)
    begin, eind = (nummer - 1) * PER_PAGINA_RUIM, nummer * PER_PAGINA_RUIM
    return Pagina(rijen[begin:eind], nummer, nummer + 1 if len(rijen) > eind else None)


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
    rijen = _beoordeel(lopende_van_school(werkplek), werkplek)
    niet = sum(bool(rij.rood) for rij in rijen)
    uit = onderdruk([[len(rijen) - niet, niet]])
    goed, fout = uit.cellen[0]
    lopend = None if len(rijen) < DREMPEL else len(rijen)
    weinig = ""
    if lopend is not None and goed is None:
        weinig = "niet in orde" if niet < DREMPEL else "in orde"
    telling = {regel.nummer: aantal for regel, aantal in _per_regel(rijen)}
    per_regel = [(REGELS[n], _zichtbaar(telling.get(n, 0), len(rijen))) for n in WACHT]
    return Cijfer(lopend, goed, fout, weinig, [] if lopend is None or goed is None else per_regel)


def _zichtbaar(aantal: int, totaal: int) -> int | None:
    """A count that hides nobody: neither it nor what is left of the total is small."""
    return onderdruk([[aantal, totaal - aantal]]).cellen[0][0]
