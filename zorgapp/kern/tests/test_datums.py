"""Dutch dates in words."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from zorgapp.kern import datums

DINSDAG = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (datums.dagdatum, "di 24 november"),
        (datums.dagdatum_kort, "di 24 nov"),
        (datums.dagdatum_lang, "dinsdag 24 november"),
        (datums.dag_maand, "24 november"),
        (datums.dag_maand_kort, "24 nov"),
        (datums.maandnaam, "November"),
    ],
)
def test_datum_noemt_het_jaar_alleen_als_het_een_ander_is(maak: Callable[..., str], zin: str) -> None:
    assert maak(DINSDAG) == zin
    assert maak(DINSDAG, date(2026, 1, 1)) == zin
    assert maak(DINSDAG, date(2027, 1, 1)) == f"{zin} 2026"


@pytest.mark.parametrize(
    ("moment", "zin"),
    [
        (datetime(2026, 11, 24, 8, 12), "vandaag 08.12"),
        (date(2026, 11, 24), "vandaag"),
        (datetime(2026, 11, 23, 23, 59), "gisteren"),
        (date(2026, 11, 20), "vrijdag"),
        (date(2026, 11, 18), "woensdag"),
        (date(2026, 11, 17), "di 17 nov"),
        (date(2025, 11, 24), "ma 24 nov 2025"),
        (date(2026, 11, 25), "wo 25 nov"),
    ],
)
def test_geleden_zegt_het_zoals_een_mens(moment: date, zin: str) -> None:
    assert datums.geleden(moment, DINSDAG) == zin


def test_een_moment_met_tijdzone_wordt_plaatselijk_gelezen() -> None:
    na_middernacht = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert datums.geleden(na_middernacht, DINSDAG) == "vandaag 00.30"
    assert datums.dagdatum(na_middernacht) == "di 24 november"
    assert datums.tijd(datetime(2026, 7, 1, 11, 0, tzinfo=UTC)) == "13.00 uur"
    assert datums.klok(datetime(2026, 7, 1, 11, 5)) == "11.05"


def test_aantal_dagen() -> None:
    assert [datums.aantal_dagen(n) for n in (0, 1, 5)] == ["0 dagen", "1 dag", "5 dagen"]
