"""Small-number suppression: nothing small is shown, and nothing hidden can be worked out from what is shown."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zorgapp.kern.onderdrukking import DREMPEL, MOGELIJK, Onderdrukt, onderdruk

Tabel = list[list[int]]
Plek = tuple[int, int]
klein = st.integers(0, 7)
gemengd = st.one_of(st.integers(0, 7), st.integers(0, 60))


def tabellen(getal: st.SearchStrategy[int]) -> st.SearchStrategy[Tabel]:
    return st.lists(st.lists(getal, min_size=3, max_size=3), min_size=3, max_size=3)


def _alles(uit: Onderdrukt) -> list[list[int | None]]:
    rijen = [[*rij, totaal] for rij, totaal in zip(uit.cellen, uit.rijen, strict=True)]
    return [*rijen, [*uit.kolommen, uit.totaal]]


def _past(tabel: Tabel, getoond: list[list[int | None]]) -> bool:
    """Whether a table with its totals agrees with everything that is shown."""
    rijen = [[*rij, sum(rij)] for rij in tabel]
    compleet = [*rijen, [sum(kolom) for kolom in zip(*rijen, strict=True)]]
    return all(
        wel is None or wel == is_
        for rij, echt in zip(getoond, compleet, strict=True)
        for wel, is_ in zip(rij, echt, strict=True)
    )


STAPPEN = (0, 1, -1, 2, -2)


def _mogelijk(tabel: Tabel, getoond: list[list[int | None]], vast: dict[Plek, int]) -> bool:
    """Whether counts that agree with all that is shown exist with the changes in `vast`; found by trying.

    Three neighbouring values never ask that a count changes by more than two: each of the two steps moves a count by
    one at most.
    """
    plekken = [(r, k) for r in range(3) for k in range(3)]
    anders = [list(rij) for rij in tabel]

    def probeer(nummer: int) -> bool:
        if nummer == len(plekken):
            return _past(anders, getoond)
        r, k = plekken[nummer]
        for stap in (vast[r, k],) if (r, k) in vast else STAPPEN if getoond[r][k] is None else (0,):
            anders[r][k] = tabel[r][k] + stap
            rij_klopt = k < 2 or getoond[r][3] in (None, sum(anders[r]))
            kolom_klopt = r < 2 or getoond[3][k] in (None, sum(rij[k] for rij in anders))
            if anders[r][k] >= 0 and rij_klopt and kolom_klopt and probeer(nummer + 1):
                return True
        anders[r][k] = tabel[r][k]
        return False

    return probeer(0)


def _aantal_waarden(tabel: Tabel, getoond: list[list[int | None]], plek: Plek) -> int:
    """How many values near the real one a reader must hold possible for a hidden count (three is enough)."""
    aantal = 1
    for kant in (1, -1):
        for stap in (kant, 2 * kant):
            if aantal >= MOGELIJK or not _mogelijk(tabel, getoond, {plek: stap}):
                break
            aantal += 1
    return aantal


@settings(deadline=None)
@given(tabel=st.one_of(tabellen(gemengd), tabellen(klein)))
def test_wat_verborgen_is_kan_niemand_uitrekenen(tabel: Tabel) -> None:
    getoond = _alles(onderdruk(tabel))
    for plek in product(range(3), repeat=2):
        if getoond[plek[0]][plek[1]] is None:
            assert _aantal_waarden(tabel, getoond, plek) >= MOGELIJK, (plek, getoond)


@given(tabel=tabellen(gemengd))
def test_wat_getoond_wordt_klopt_en_is_niet_klein(tabel: Tabel) -> None:
    uit = onderdruk(tabel)
    assert _past(tabel, _alles(uit))
    getoond = [getal for rij in _alles(uit) for getal in rij if getal is not None]
    assert all(getal >= DREMPEL for getal in getoond)


@given(tabel=tabellen(gemengd))
def test_nooit_een_alleen(tabel: Tabel) -> None:
    cellen = onderdruk(tabel).cellen
    for reeks in [*cellen, *map(list, zip(*cellen, strict=True))]:
        assert reeks.count(None) != 1


def test_niets_kleins_dan_niets_verborgen() -> None:
    tabel = [[61, 44, 22], [29, 34, 11], [7, 12, 5]]
    uit = onderdruk(tabel)
    assert uit.cellen == tabel
    assert (uit.rijen, uit.kolommen, uit.totaal) == ([127, 74, 24], [97, 90, 38], 225)


def test_een_kleine_neemt_er_drie_mee() -> None:
    """One cell of 4: its row and column neighbours go, and the one that closes the rectangle."""
    cellen = onderdruk([[61, 44, 22], [29, 34, 11], [7, 12, 4]]).cellen
    assert cellen[2][2] is None
    assert sum(getal is None for rij in cellen for getal in rij) == 4


@pytest.mark.parametrize("getal", [DREMPEL - 1, 0])
def test_de_grens(getal: int) -> None:
    """Four is hidden, five is not; nothing at all is hidden as well."""
    assert onderdruk([[9, 9], [9, DREMPEL]]).cellen == [[9, 9], [9, DREMPEL]]
    assert onderdruk([[9, 9], [9, getal]]).cellen[1][1] is None


def test_een_lege_school_toont_niets() -> None:
    uit = onderdruk([[0, 0, 0]] * 3)
    assert {getal for rij in _alles(uit) for getal in rij} == {None}
