"""Dates and lists of agreements as pure functions: never a free day among the proposals, one place in the list for each."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from overleg.afspraakdatum import geen_schooldag, voorstellen
from overleg.afspraaklijst import Groep, Keus, Toon, Wie, groep_van, lees_keus
from zorgapp.kern.schooljaar import Periode, is_schooldag

DINSDAG = date(2026, 11, 24)
KERST = Periode(date(2026, 12, 19), date(2027, 1, 3))


def test_zoals_in_het_beeld() -> None:
    labels = [(v.dag, v.label) for v in voorstellen(DINSDAG, [], date(2026, 12, 8))]
    assert labels == [
        (date(2026, 11, 27), "vr 27 nov"),
        (date(2026, 12, 1), "di 1 dec"),
        (date(2026, 12, 8), "volgend overleg"),
    ]


def test_in_de_vakantie_schuift_een_voorstel_op() -> None:
    assert [v.dag for v in voorstellen(date(2026, 12, 15), [KERST])] == [date(2026, 12, 18), date(2027, 1, 4)]
    assert [v.dag for v in voorstellen(date(2026, 12, 21), [KERST])] == [date(2027, 1, 4)]


@settings(max_examples=25, deadline=None)
@given(
    vandaag=st.dates(date(2026, 8, 1), date(2027, 7, 1)),
    begin=st.dates(date(2026, 8, 1), date(2027, 7, 1)),
    dagen=st.integers(0, 40),
)
def test_een_voorstel_is_een_schooldag_en_ligt_vooruit(vandaag: date, begin: date, dagen: int) -> None:
    vrij = [Periode(begin, begin + timedelta(days=dagen))]
    gevonden = [v.dag for v in voorstellen(vandaag, vrij)]
    assert gevonden == sorted(set(gevonden)) and 1 <= len(gevonden) <= 2
    for dag in gevonden:
        assert dag > vandaag and is_schooldag(dag, vrij) and geen_schooldag(dag, vrij) == ""


def test_wat_er_bij_een_vrije_dag_staat() -> None:
    assert geen_schooldag(date(2026, 11, 28), []) == (
        "Za 28 november valt in het weekend. De eerste schooldag daarna is ma 30 nov."
    )
    assert "in een vakantie" in geen_schooldag(date(2026, 12, 22), [KERST])


@pytest.mark.parametrize(
    ("dagen", "groep"),
    [(-1, "over_tijd"), (0, "vandaag"), (1, "deze_week"), (5, "deze_week"), (6, "later")],
)
def test_groepen_om_een_dinsdag(dagen: int, groep: str) -> None:
    assert groep_van(DINSDAG + timedelta(days=dagen), DINSDAG) == Groep(groep)


@settings(max_examples=25, deadline=None)
@given(
    wie=st.sampled_from(Wie), toon=st.sampled_from(Toon), overleg=st.one_of(st.none(), st.integers(1, 10**9))
)
def test_het_adres_geeft_dezelfde_keus_terug(wie: Wie, toon: Toon, overleg: int | None) -> None:
    if wie == Wie.ALLEN and overleg is None:
        return
    keus = Keus(wie, toon, overleg)
    terug = dict(deel.split("=") for deel in keus.adres.split("&") if deel)
    assert lees_keus(terug, list(Wie)[:3]) == keus


def test_een_raar_adres_is_de_gewone_lijst() -> None:
    for vraag in ({"wie": "team"}, {"wie": "allen"}, {"toon": "\x00"}, {"overleg": "1e9"}, {"overleg": "²"}):
        assert lees_keus(vraag, [Wie.MIJN]) == Keus()
