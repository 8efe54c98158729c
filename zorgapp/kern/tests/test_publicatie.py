"""Tables that are published together: a judge who only reads what is printed finds three values for whatever is hidden."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.publicatie import Merk, Net
from zorgapp.kern.tests.bewijs import Gedrukt, Som, mogelijke_waarden

Tabel = list[list[int]]
getal = st.one_of(st.integers(0, 7), st.integers(0, 60))


@st.composite
def tabellen(trek: st.DrawFn) -> Tabel:
    hoog, breed = trek(st.integers(1, 6)), trek(st.integers(1, 6))
    return [[trek(getal) for _ in range(breed)] for _ in range(hoog)]


def grens(merk: Merk, waarde: int) -> tuple[int, int | None]:
    """What a mark tells a reader."""
    return {
        Merk.TOON: (waarde, waarde),
        Merk.KLEIN: (0, DREMPEL - 1),
        Merk.MEER: (DREMPEL, None),
        Merk.LEEG: (0, None),
    }[merk]


def zet(net: Net, tabel: Tabel, naam: str = "a", rijen: str = "R", *, keer: bool = False) -> list[Som]:
    """Add a table with its column totals; the rows end (or begin, `keer`) in nodes that another table may share."""
    sommen = []
    for k in range(len(tabel[0])):
        kolom = [rij[k] for rij in tabel]
        van, naar = (f"{naam}{k}", "T") if keer else ("S", f"{naam}{k}")
        net.tak((naam, "k", k), van, naar, sum(kolom), gewicht=2)
        sommen.append(Som(tuple((naam, r, k) for r in range(len(tabel))), (naam, "k", k)))
        for r, waarde in enumerate(kolom):
            uit, erin = ((rijen, r), f"{naam}{k}") if keer else (f"{naam}{k}", (rijen, r))
            net.tak((naam, r, k), uit, erin, waarde)
    return sommen


def lees(net: Net, waarden: dict, sommen: list[Som]) -> Gedrukt:
    return Gedrukt(waarden, sommen, {naam: grens(net.merk(naam), w) for naam, w in waarden.items()})


def een_tabel(tabel: Tabel) -> tuple[Net, Gedrukt]:
    """One table with all its totals, made safe."""
    net = Net()
    sommen = zet(net, tabel)
    hoog, breed = len(tabel), len(tabel[0])
    for r, rij in enumerate(tabel):
        net.tak(("a", "r", r), ("R", r), "T", sum(rij), gewicht=2)
        sommen.append(Som(tuple(("a", r, k) for k in range(breed)), ("a", "r", r)))
    net.tak("totaal", "T", "S", sum(map(sum, tabel)), gewicht=4)
    sommen.append(Som(tuple(("a", "r", r) for r in range(hoog)), "totaal"))
    sommen.append(Som(tuple(("a", "k", k) for k in range(breed)), "totaal"))
    waarden = {("a", r, k): tabel[r][k] for r, k in product(range(hoog), range(breed))}
    waarden |= {("a", "r", r): sum(rij) for r, rij in enumerate(tabel)}
    waarden |= {("a", "k", k): sum(rij[k] for rij in tabel) for k in range(breed)}
    waarden["totaal"] = sum(map(sum, tabel))
    assert net.beveilig()
    return net, lees(net, waarden, sommen)


def beoordeel(net: Net, blad: Gedrukt) -> None:
    """Nothing small is shown, every mark tells the truth, and nothing hidden can be worked out."""
    for naam, waarde in blad.echt.items():
        merk = net.merk(naam)
        assert (merk is Merk.KLEIN) == (waarde < DREMPEL)
        if merk is not Merk.TOON:
            assert mogelijke_waarden(blad, naam) >= 3, (naam, blad)


@pytest.mark.regel(46)
@settings(max_examples=60, deadline=None)
@given(tabel=tabellen())
def test_van_een_tabel_met_totalen_kan_niemand_iets_uitrekenen(tabel: Tabel) -> None:
    net, blad = een_tabel(tabel)
    beoordeel(net, blad)


@pytest.mark.regel(46)
@settings(max_examples=40, deadline=None)
@given(links=tabellen(), breed=st.integers(1, 6), data=st.data())
def test_van_twee_tabellen_die_totalen_delen_ook_niet(links: Tabel, breed: int, data: st.DataObject) -> None:
    """The second table divides each row total of the first anew, as pupils per line do over classes and levels."""
    rechts = []
    for rij in links:
        rest, nieuw = sum(rij), []
        for _ in range(breed - 1):
            nieuw.append(data.draw(st.integers(0, rest)))
            rest -= nieuw[-1]
        rechts.append([*nieuw, rest])
    net = Net()
    sommen = zet(net, links) + zet(net, rechts, "b", "Q", keer=True)
    waarden = {
        (n, r, k): w
        for n, t in (("a", links), ("b", rechts))
        for r, rij in enumerate(t)
        for k, w in enumerate(rij)
    }
    for n, t in (("a", links), ("b", rechts)):
        waarden |= {(n, "k", k): sum(rij[k] for rij in t) for k in range(len(t[0]))}
        sommen += [Som(tuple((n, r, k) for k in range(len(t[0]))), ("r", r)) for r in range(len(t))]
        sommen.append(Som(tuple((n, "k", k) for k in range(len(t[0]))), "totaal"))
    for r, rij in enumerate(links):
        net.tak(("r", r), ("R", r), ("Q", r), sum(rij), gewicht=2)
        waarden["r", r] = sum(rij)
    net.tak("totaal", "T", "S", sum(map(sum, links)), gewicht=4)
    waarden["totaal"] = sum(map(sum, links))
    if net.beveilig():
        beoordeel(net, lees(net, waarden, sommen))


def test_de_rechter_rekent_uit_wat_uit_te_rekenen_is() -> None:
    """The judge himself is tried: one hidden number in a row with its total, and two of which the bounds leave two values."""
    sommen = [Som(("a", "b"), "t")]
    echt = {"a": 3, "b": 9, "t": 12}
    assert mogelijke_waarden(Gedrukt(echt, sommen, {"a": (0, 4), "b": (9, 9), "t": (12, 12)}), "a") == 1
    assert mogelijke_waarden(Gedrukt(echt, sommen, {"a": (0, 4), "b": (8, 9), "t": (12, 12)}), "a") == 2
    assert mogelijke_waarden(Gedrukt(echt, sommen, {"a": (0, 4), "b": (5, None), "t": (12, 12)}), "a") == 3


def test_zo_min_mogelijk_gaat_weg() -> None:
    """One small number in a table of large ones takes three others along: a rectangle, of the smallest."""
    net, _ = een_tabel([[30, 12, 40], [20, 3, 50], [60, 70, 80]])
    weg = {(r, k) for r, k in product(range(3), repeat=2) if net.merk(("a", r, k)) is not Merk.TOON}
    assert weg == {(0, 0), (0, 1), (1, 0), (1, 1)} and net.merk("totaal") is Merk.TOON


def test_grote_getallen_blijven_staan() -> None:
    net, blad = een_tabel([[30, 12], [20, 5]])
    assert {net.merk(naam) for naam in blad.echt} == {Merk.TOON}
