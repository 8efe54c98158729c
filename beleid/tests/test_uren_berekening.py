"""What the work takes per month beside the hours that were promised: the reckoning, its sentence and its picture."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.inzet import Werksoort
from beleid.inzetberekening import (
    AFRONDING,
    Maand,
    in_uren,
    krapste,
    laatste_dag,
    maanden_van,
    nodig_per_maand,
    zin,
)
from beleid.urengrafiek import urengrafiek
from zorgapp.kern.schooljaar import Periode, Schooljaar

JAAR = Schooljaar(2026)
DAG = date(2026, 11, 24)
NOV, DEC = date(2026, 11, 1), date(2026, 12, 1)
NUL = dict.fromkeys(Werksoort, 0)


def maand(begin: date, geteld: dict, normen: dict, vrij: list[Periode] | None = None) -> Maand:
    rijen = nodig_per_maand(JAAR, geteld, NUL | normen, vrij or [], DAG)
    return next(rij for rij in rijen if rij.begin == begin)


def test_twaalf_maanden_van_augustus_tot_en_met_juli() -> None:
    begin = maanden_van(JAAR)
    assert (begin[0], begin[4], begin[5], begin[11]) == (
        date(2026, 8, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 7, 1),
    )  # fmt: skip
    assert len(set(begin)) == 12
    assert laatste_dag(date(2028, 2, 1)) == date(2028, 2, 29)


def test_een_traject_dat_de_hele_maand_loopt_kost_elke_week_zijn_minuten() -> None:
    soort = Werksoort.TRAJECT_ZWAAR
    assert maand(NOV, {(soort, NOV): 30}, {soort: 120}).nodig == 120
    assert maand(NOV, {(soort, NOV): 15}, {soort: 120}).nodig == 60
    assert maand(NOV, {(soort, NOV): 60}, {soort: 120}).nodig == 240


def test_overleg_telt_per_schoolweek_en_vrije_weken_tellen_niet_mee() -> None:
    soort = Werksoort.OVERLEG  # December has 23 school days
    assert maand(DEC, {(soort, DEC): 23}, {soort: 60}).nodig == 5 * 60
    vrij = [Periode(date(2026, 12, 8), date(2026, 12, 31))]  # five school days left
    assert maand(DEC, {(soort, DEC): 3}, {soort: 60}, vrij).nodig == 3 * 60


def test_een_maand_zonder_schooldag_kost_niets_en_een_halve_week_de_helft() -> None:
    soort = Werksoort.TRAJECT_ZWAAR
    leeg = [Periode(DEC, date(2026, 12, 31))]
    assert maand(DEC, {(soort, DEC): 31}, {soort: 600}, leeg).nodig == 0
    twee = [Periode(date(2026, 12, 3), date(2026, 12, 31))]  # 1 and 2 December are left
    assert maand(DEC, {(soort, DEC): 31}, {soort: 600}, twee).nodig == 240


def test_signalen_van_wat_nog_komt_als_een_jaar_eerder_of_als_dit_jaar_tot_nu() -> None:
    soort, vorig = Werksoort.SIGNAAL, date(2025, 12, 1)
    met_vorig = {(soort, vorig): 23, (soort, NOV): 400}
    assert maand(DEC, met_vorig, {soort: 60}).nodig == 5 * 60
    assert maand(DEC, met_vorig, {soort: 60}).verwacht
    # 82 school days from 3 August up to 24 November: 5 signals a school week
    zonder = {(soort, date(2026, 9, 1)): 82}
    assert maand(DEC, zonder, {soort: 60}).nodig == 5 * 60


def test_de_lopende_maand_telt_tot_vandaag() -> None:
    soort = Werksoort.SIGNAAL  # 17 school days of November have gone
    rij = maand(NOV, {(soort, NOV): 17}, {soort: 60})
    assert (rij.nodig, rij.verwacht) == (5 * 60, False)


def test_afgerond_op_halve_uren() -> None:
    soort = Werksoort.OPP
    assert maand(NOV, {(soort, NOV): 30}, {soort: 44}).nodig == 30
    assert maand(NOV, {(soort, NOV): 30}, {soort: 46}).nodig == 60


@pytest.mark.parametrize(
    ("minuten", "tekst"), [(0, "0"), (960, "16"), (450, "7,5"), (20, "0,33"), (600, "10"), (3600, "60")]
)
def test_minuten_als_uren(minuten: int, tekst: str) -> None:
    assert in_uren(minuten) == tekst


MAANDEN = [
    Maand(begin, nodig)
    for begin, nodig in zip(
        maanden_van(JAAR), [960, 1260, 900, 1320, 900, 900, 900, 1380, 900, 900, 900, 420], strict=True
    )
]


def test_de_zin_gaat_over_deze_maand_of_de_eerste_die_knelt() -> None:
    assert zin(MAANDEN, 960, 0, DAG) == "In november kom je 6 uur per week tekort."
    assert zin(MAANDEN, 960, 0, date(2026, 12, 1)) == "In maart kom je 7 uur per week tekort."
    assert zin(MAANDEN, 960, 0, date(2027, 4, 1)) == "In maart kwam je 7 uur per week tekort."
    assert zin(MAANDEN, 1380, 0, DAG) == "Met 23 uur per week kom je dit jaar uit."
    assert zin(MAANDEN, None, 1200, DAG) == ("Er zijn nog geen uren toegezegd. Gevraagd is 20 uur per week.")
    assert zin(MAANDEN, 0, 0, DAG).startswith("In november kom je 22 uur")


def test_het_beeld_heeft_rood_boven_de_lijn_en_zegt_het_in_woorden() -> None:
    beeld = urengrafiek(MAANDEN, 960, DAG)
    assert beeld.split('class="v-over"')[1].split("/>")[0].count("M") == 3
    assert "september 5, november 6, maart 7" in beeld and "16 uur</text>" in beeld
    assert 'font-weight="700">nov<' in beeld and 'font-weight="700">dec<' not in beeld
    zonder = urengrafiek(MAANDEN, None, DAG)
    assert "v-over" not in zonder and "heb je" not in zonder
    with pytest.raises(ValueError, match="minstens één maand"):
        urengrafiek([], 960, DAG)


@settings(max_examples=25, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.sampled_from(Werksoort), st.sampled_from(maanden_van(JAAR))), st.integers(0, 3000)
    ),
    st.dictionaries(st.sampled_from(Werksoort), st.integers(0, 600)),
    st.dates(date(2026, 6, 1), date(2027, 9, 30)),
    st.integers(0, 3600),
)
def test_nooit_minder_dan_niets_en_meer_werk_kost_nooit_minder(
    geteld: dict, normen: dict, dag: date, hebt: int
) -> None:
    rijen = nodig_per_maand(JAAR, geteld, normen, [], dag)
    assert len(rijen) == 12 and all(rij.nodig >= 0 and rij.nodig % AFRONDING == 0 for rij in rijen)
    dubbel = nodig_per_maand(JAAR, {k: 2 * v for k, v in geteld.items()}, normen, [], dag)
    assert all(na.nodig >= voor.nodig for voor, na in zip(rijen, dubbel, strict=True))
    kort = krapste(rijen, hebt, dag)
    assert (kort is None) == all(rij.nodig <= hebt for rij in rijen)
    assert kort is None or kort.tekort(hebt) == Fraction(kort.nodig - hebt)
