"""The days of a series: always that weekday, never in a holiday, and no week without lessons counts."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.ritme import reeks_datums, volgende_na
from zorgapp.kern.schooljaar import Periode, is_schooldag

DINSDAG = date(2026, 9, 1)
HERFST = Periode(date(2026, 10, 17), date(2026, 10, 25))
EIND = date(2026, 12, 18)


def test_elke_week_slaat_de_vakantie_over() -> None:
    dagen = reeks_datums(DINSDAG, 1, EIND, [HERFST])
    assert dagen[0] == DINSDAG and date(2026, 10, 20) not in dagen
    assert date(2026, 10, 13) in dagen and date(2026, 10, 27) in dagen and len(dagen) == 15


def test_om_de_week_schuift_door_na_de_vakantie() -> None:
    dagen = reeks_datums(date(2026, 9, 8), 2, EIND, [HERFST])
    # 20 October is free: the meeting of that week falls on the 27th, and the rhythm goes on from there.
    assert dagen[:5] == [
        date(2026, 9, 8),
        date(2026, 9, 22),
        date(2026, 10, 6),
        date(2026, 10, 27),
        date(2026, 11, 10),
    ]


def test_grenzen_van_het_ritme() -> None:
    for elke in (0, 13):
        with pytest.raises(ValueError, match="ritme"):
            reeks_datums(DINSDAG, elke, EIND, [])
    assert reeks_datums(EIND, 1, DINSDAG, []) == []
    assert volgende_na([DINSDAG, EIND], DINSDAG) == EIND and volgende_na([DINSDAG], EIND) is None


@settings(max_examples=25, deadline=None)
@given(
    eerste=st.dates(date(2026, 8, 1), date(2027, 7, 1)).filter(lambda d: d.weekday() < 5),
    elke=st.integers(1, 12),
    vrij=st.lists(
        st.builds(
            lambda van, dagen: Periode(van, van + timedelta(days=dagen)),
            st.dates(date(2026, 8, 1), date(2027, 7, 31)),
            st.integers(0, 20),
        ),
        max_size=4,
    ),
)
def test_altijd_een_schooldag_op_die_weekdag(eerste: date, elke: int, vrij: list[Periode]) -> None:
    dagen = reeks_datums(eerste, elke, date(2027, 7, 31), vrij)
    assert dagen == sorted(set(dagen))
    for dag in dagen:
        assert is_schooldag(dag, vrij) and dag.weekday() == eerste.weekday() and dag >= eerste
    for een, ander in pairwise(dagen):
        lesweken = sum(
            is_schooldag(een + timedelta(weeks=week), vrij) for week in range(1, (ander - een).days // 7)
        )
        assert lesweken == elke - 1
