"""The demo's free days hold for any year, and its story never leaves the school year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zorgapp.demo.kalender import alle_vrije_dagen, demodag, pasen, perioden, schooldag_terug
from zorgapp.kern.schooljaar import Schooljaar, is_schooldag

DAGEN = st.dates(min_value=date(2024, 1, 1), max_value=date(2060, 12, 31))


@pytest.mark.parametrize(
    ("jaar", "dag"), [(2024, date(2024, 3, 31)), (2026, date(2026, 4, 5)), (2038, date(2038, 4, 25))]
)
def test_pasen(jaar: int, dag: date) -> None:
    assert pasen(jaar) == dag


@given(DAGEN)
def test_vrije_dagen_zijn_geldig_en_uniek(op: date) -> None:
    rijen = alle_vrije_dagen(op)
    assert all(periode.van <= periode.tot for _, periode in rijen)
    assert len({periode for _, periode in rijen}) == len(rijen)


@given(DAGEN)
def test_demodag_is_een_schooldag_die_geweest_is(vandaag: date) -> None:
    dag = demodag(vandaag)
    assert is_schooldag(dag, perioden(vandaag))
    assert timedelta(0) <= vandaag - dag <= timedelta(days=60)


@given(DAGEN, st.integers(min_value=0, max_value=60))
def test_terug_blijft_in_het_schooljaar(vandaag: date, aantal: int) -> None:
    op = demodag(vandaag)
    dag = schooldag_terug(op, aantal)
    assert Schooljaar.van(dag) == Schooljaar.van(op)
    assert dag <= op
    assert is_schooldag(dag, perioden(op))
