"""What is published: numbers with their marks, tables, tiles and a sentence, made once and printed in five ways.

A page with its charts, its tables, CSV, XLSX and PDF is one publication. All of them are made from one `Publicatie`, which
holds nothing but what may be seen: a number that is hidden is not in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from beleid.cijfers.snede import Snede
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.publicatie import Merk, Net

MINSTENS = 15
"""A cut with fewer pupils than this shows no table."""


@dataclass(frozen=True)
class Getal:
    """A number as it is printed; a hidden one has no value."""

    waarde: int | Decimal | None
    merk: Merk = Merk.TOON

    @property
    def tekst(self) -> str:
        """As everybody reads it: "29", "1,6", "< 5", "5+"."""
        if self.merk is Merk.KLEIN:
            return f"< {DREMPEL}"
        if self.merk is Merk.MEER:
            return f"{DREMPEL}+"
        return "–" if self.waarde is None else str(self.waarde).replace(".", ",")


@dataclass(frozen=True)
class Rij:
    """A row of a table; `sleutel` is what it is of."""

    sleutel: str
    kop: str
    cellen: tuple[Getal, ...]
    totaal: Getal | None = None


@dataclass(frozen=True)
class Tabel:
    """One table as it is printed; `uitleg` is the definition of what it counts."""

    sleutel: str
    titel: str
    uitleg: str
    hoek: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    kolomtotalen: tuple[Getal, ...] = ()
    totaal: Getal | None = None

    @property
    def verborgen(self) -> bool:
        """Whether something in it is hidden."""
        return any(merk is not Merk.TOON for merk in self._merken())

    @property
    def beschermd(self) -> bool:
        """Whether a number of five or more is hidden to protect another."""
        return Merk.MEER in self._merken()

    def _merken(self) -> set[Merk]:
        getallen = [*self.kolomtotalen, self.totaal]
        getallen += [getal for rij in self.rijen for getal in (*rij.cellen, rij.totaal)]
        return {getal.merk for getal in getallen if getal is not None}

    def rij(self, sleutel: str) -> Rij | None:
        """The row of something, when the table has it."""
        return next((rij for rij in self.rijen if rij.sleutel == sleutel), None)

    def lijst(self) -> list[list[str]]:
        """The table as text: its head, its rows, its totals."""
        met_rij = any(rij.totaal is not None for rij in self.rijen)
        kop = [self.hoek, *self.kolommen, *(["Samen"] if met_rij else [])]
        regels = [
            [rij.kop, *(g.tekst for g in rij.cellen), *([rij.totaal.tekst] if rij.totaal else [])]
            for rij in self.rijen
        ]
        if self.kolomtotalen:
            slot = [self.totaal.tekst] if met_rij and self.totaal else []
            regels.append(["Samen", *(g.tekst for g in self.kolomtotalen), *slot])
        return [kop, *regels]


@dataclass(frozen=True)
class Opzet:
    """A table before it is published: its counts by (row, column), and which of its totals are printed.

    `deelt`: the key of a table of which it divides the row totals anew; those are printed there and here. `minstens`: the
    least that the total of a row or column can be, for who knows when it stands there at all.
    """

    sleutel: str
    titel: str
    uitleg: str
    hoek: str
    rijen: Sequence[tuple[str, str]]
    kolommen: Sequence[tuple[str, str]]
    getallen: Mapping[tuple[str, str], int]
    rijtotalen: bool = True
    kolomtotalen: bool = True
    deelt: str = ""
    minstens: Mapping[str, int] = field(default_factory=dict)

    def getal(self, rij: str, kolom: str) -> int:
        return self.getallen.get((rij, kolom), 0)

    def van_rij(self, rij: str) -> int:
        return sum(self.getal(rij, kolom) for kolom, _ in self.kolommen)

    def van_kolom(self, kolom: str) -> int:
        return sum(self.getal(rij, kolom) for rij, _ in self.rijen)

    @property
    def totaal(self) -> int:
        return sum(self.van_rij(rij) for rij, _ in self.rijen)


@dataclass(frozen=True)
class Tegel:
    """One of the four figures at the top, of the figure `sleutel`; `goed` says how its line below is shown, None without a judgment."""

    sleutel: str
    getal: str
    label: str
    sub: str
    goed: bool | None = None


@dataclass(frozen=True)
class Publicatie:
    """Everything that one page shows of one cut; `te_klein`: the cut has fewer pupils than may be shown."""

    deel: str
    titel: str
    snede: Snede
    dag: date
    te_klein: bool = False
    zin: str = ""
    nadruk: str = ""
    tegels: tuple[Tegel, ...] = ()
    tabellen: Mapping[str, Tabel] = field(default_factory=dict)
    noten: Mapping[str, str] = field(default_factory=dict)

    @property
    def alle_tabellen(self) -> tuple[Tabel, ...]:
        """The tables in their order."""
        return tuple(self.tabellen.values())


def publiceer(opzetten: Sequence[Opzet]) -> dict[str, Tabel]:
    """Make the tables of one page safe together; what cannot be made safe is left out, with what shares its totals."""
    uit: dict[str, Tabel] = {}
    delers = {opzet.deelt: opzet for opzet in opzetten if opzet.deelt}
    for opzet in opzetten:
        if opzet.deelt or not opzet.rijen or not opzet.kolommen:
            continue
        deler = delers.get(opzet.sleutel)
        net = _net(opzet, deler)
        if net.beveilig():
            uit[opzet.sleutel] = _druk(opzet, net, "a")
            if deler is not None:
                uit[deler.sleutel] = _druk(deler, net, "b")
    return {opzet.sleutel: uit[opzet.sleutel] for opzet in opzetten if opzet.sleutel in uit}


def _net(opzet: Opzet, deler: Opzet | None) -> Net:
    """Source, columns, cells, rows, and from there the sink, or the cells and columns of the table that divides again."""
    net = Net()
    for kolom, _ in opzet.kolommen:
        waarde = opzet.van_kolom(kolom)
        laagst = opzet.minstens.get(f"kolom {kolom}", 0)
        net.tak(
            ("a", "k", kolom),
            "S",
            ("a", kolom),
            waarde,
            gewicht=2,
            gedrukt=opzet.kolomtotalen,
            minstens=laagst,
        )
        for rij, _ in opzet.rijen:
            net.tak(("a", rij, kolom), ("a", kolom), ("R", rij), opzet.getal(rij, kolom))
    for rij, _ in opzet.rijen:
        waarde = opzet.van_rij(rij)
        net.tak(
            ("r", rij),
            ("R", rij),
            ("Q", rij) if deler else "T",
            waarde,
            gewicht=2,
            gedrukt=opzet.rijtotalen,
            minstens=opzet.minstens.get(f"rij {rij}", 0),
        )
    if deler is not None:
        _verdeel_anders(net, deler)
    net.tak("t", "T", "S", opzet.totaal, gewicht=4, gedrukt=_heeft_totaal(opzet))
    return net


def _verdeel_anders(net: Net, deler: Opzet) -> None:
    """From each row on through the cells and columns of the second table."""
    for kolom, _ in deler.kolommen:
        laagst = deler.minstens.get(f"kolom {kolom}", 0)
        net.tak(("b", "k", kolom), ("b", kolom), "T", deler.van_kolom(kolom), gewicht=2, minstens=laagst)
        for rij, _ in deler.rijen:
            net.tak(("b", rij, kolom), ("Q", rij), ("b", kolom), deler.getal(rij, kolom))


def _heeft_totaal(opzet: Opzet) -> bool:
    """Whether the total of totals is printed."""
    return opzet.rijtotalen and opzet.kolomtotalen


def _druk(opzet: Opzet, net: Net, blok: str) -> Tabel:
    """The table with what may be seen of each number."""

    def getal(sleutel: object, waarde: int) -> Getal:
        merk = net.merk(sleutel)  # type: ignore[arg-type]
        return Getal(waarde if merk is Merk.TOON else None, merk)

    rijen = tuple(
        Rij(
            rij,
            kop,
            tuple(getal((blok, rij, kolom), opzet.getal(rij, kolom)) for kolom, _ in opzet.kolommen),
            getal(("r", rij), opzet.van_rij(rij)) if opzet.rijtotalen else None,
        )
        for rij, kop in opzet.rijen
    )
    kolomtotalen = (
        tuple(getal((blok, "k", kolom), opzet.van_kolom(kolom)) for kolom, _ in opzet.kolommen)
        if opzet.kolomtotalen
        else ()
    )
    totaal = getal("t", opzet.totaal) if _heeft_totaal(opzet) else None
    if totaal is None and len(kolomtotalen) == 1:
        totaal = kolomtotalen[0]
    kolommen = tuple(kop for _, kop in opzet.kolommen)
    return Tabel(opzet.sleutel, opzet.titel, opzet.uitleg, opzet.hoek, kolommen, rijen, kolomtotalen, totaal)
