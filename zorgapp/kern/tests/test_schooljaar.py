"""School years and school days: every date has one school year, and counting there and back agrees."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zorgapp.kern.schooljaar import (
    Periode,
    Schooljaar,
    is_schooldag,
    laatste_schooldag,
    leeftijd,
    na_schooldagen,
    schooldagen_tussen,
)

DAGEN = st.dates(date(2000, 1, 1), date(2099, 12, 31))
EEN = timedelta(days=1)


@st.composite
def vrije_perioden(draw: st.DrawFn) -> list[Periode]:
    begin = draw(
        st.lists(st.tuples(st.dates(date(2025, 1, 1), date(2027, 12, 31)), st.integers(0, 45)), max_size=6)
    )
    return [Periode(van, van + timedelta(days=duur)) for van, duur in begin]


@pytest.mark.regel(19)
@pytest.mark.parametrize(
    ("dag", "jaar"),
    [
        (date(2026, 7, 31), "2025-2026"),
        (date(2026, 8, 1), "2026-2027"),
        (date(2026, 12, 31), "2026-2027"),
        (date(2027, 1, 1), "2026-2027"),
        (date(2028, 2, 29), "2027-2028"),
    ],
)
def test_grens(dag: date, jaar: str) -> None:
    assert str(Schooljaar.van(dag)) == jaar


@pytest.mark.regel(19)
@given(dag=DAGEN)
def test_elke_dag_ligt_in_precies_een_schooljaar(dag: date) -> None:
    jaar = Schooljaar.van(dag)
    assert jaar.begin <= dag <= jaar.eind
    assert jaar.eind + EEN == Schooljaar(jaar.beginjaar + 1).begin
    assert Schooljaar.van(jaar.begin) == Schooljaar.van(jaar.eind) == jaar
    assert Schooljaar.van(jaar.eind + EEN) == Schooljaar(jaar.beginjaar + 1)


@pytest.mark.regel(19)
@given(jaar=st.integers(1000, 9998))
def test_label_heen_en_terug(jaar: int) -> None:
    assert Schooljaar.uit_label(str(Schooljaar(jaar))) == Schooljaar(jaar)


@pytest.mark.parametrize(
    "label", ["", "2026", "2026-2028", "2026-2026", "26-27", "2026/2027", "2026-27", "٢٠٢٦-2027", "a-b"]
)
def test_geen_label(label: str) -> None:
    with pytest.raises(ValueError, match="geen schooljaar"):
        Schooljaar.uit_label(label)


@given(dag=st.dates(date(2025, 1, 1), date(2027, 12, 31)), aantal=st.integers(1, 60), vrij=vrije_perioden())
def test_tellen_heen_en_terug(dag: date, aantal: int, vrij: list[Periode]) -> None:
    """The n-th school day after a date is a school day, and exactly n school days lie in between."""
    doel = na_schooldagen(dag, aantal, vrij)
    assert doel > dag and is_schooldag(doel, vrij)
    assert schooldagen_tussen(dag, doel, vrij) == aantal
    assert schooldagen_tussen(doel, dag, vrij) == -aantal
    assert schooldagen_tussen(dag, doel - EEN, vrij) == aantal - 1


@given(dag=st.dates(date(2025, 1, 1), date(2027, 12, 31)), vrij=vrije_perioden())
def test_meer_vrij_is_nooit_eerder(dag: date, vrij: list[Periode]) -> None:
    assert na_schooldagen(dag, 5, vrij) >= na_schooldagen(dag, 5, [])
    assert na_schooldagen(dag, 5, [*vrij, *vrij]) == na_schooldagen(dag, 5, vrij)


@given(dag=st.dates(date(2025, 1, 1), date(2027, 12, 31)), vrij=vrije_perioden())
def test_nul_en_laatste(dag: date, vrij: list[Periode]) -> None:
    vooruit, terug = na_schooldagen(dag, 0, vrij), laatste_schooldag(dag, vrij)
    assert terug <= dag <= vooruit
    if is_schooldag(dag, vrij):
        assert terug == dag == vooruit
    else:
        assert is_schooldag(vooruit, vrij) and is_schooldag(terug, vrij)


def test_weekend_en_vakantie() -> None:
    kerst = [Periode(date(2026, 12, 21), date(2027, 1, 3))]
    assert na_schooldagen(date(2026, 12, 18), 1, []) == date(2026, 12, 21)
    assert na_schooldagen(date(2026, 12, 18), 1, kerst) == date(2027, 1, 4)
    assert laatste_schooldag(date(2027, 1, 2), kerst) == date(2026, 12, 18)


def test_alles_vrij() -> None:
    altijd = [Periode(date(2000, 1, 1), date(2100, 1, 1))]
    for aantal in (0, 1):
        with pytest.raises(ValueError, match="geen schooldag"):
            na_schooldagen(date(2026, 11, 24), aantal, altijd)
    assert laatste_schooldag(date(2026, 11, 24), altijd) == date(2026, 11, 24)
    with pytest.raises(ValueError, match="kleiner dan nul"):
        na_schooldagen(date(2026, 11, 24), -1, [])


@pytest.mark.parametrize(
    ("geboren", "dag", "jaren"),
    [
        (date(2011, 4, 12), date(2026, 4, 11), 14),
        (date(2011, 4, 12), date(2026, 4, 12), 15),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (None, date(2026, 1, 1), None),
    ],
)
def test_leeftijd(geboren: date | None, dag: date, jaren: int | None) -> None:
    assert leeftijd(geboren, dag) == jaren
