"""The pure rules of a name for somebody from outside, at their edges, and what gives a pupil away in a text."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leerlingen.models import Delen
from leerlingen.toestemming import Gever, Regel, Stap, Vraag
from overleg.naamgrond import Akkoord, Oordeel, Waarom, hoort_naam
from overleg.naamloos import NIET_GETOOND, verraadt, voor_lezer

D, EEN_DAG = date(2026, 11, 24), timedelta(days=1)
TOT, ZESTIEN = date(2027, 7, 31), date(2027, 4, 12)
PARTNER, MOEDER = 7, 11
JA = (Stap(MOEDER, "gevraagd", D), Stap(MOEDER, "gegeven", D))
VRAAG = Vraag(PARTNER, "samen kijken", Gever.OUDERS, D, TOT, Regel.IEDEREEN, JA, date(2029, 4, 12))
RUSTIG = settings(deadline=None, max_examples=25)


def oordeel(
    *akkoorden: Akkoord,
    dag: date = D,
    delen: str = Delen.TOESTEMMING,
    grond: bool = False,
    partner: int = PARTNER,
) -> Oordeel:
    return hoort_naam(partner, delen, akkoorden, grond=grond, dag=dag)


@pytest.mark.regel(37)
@pytest.mark.parametrize(
    ("dag", "naam"), [(D - EEN_DAG, False), (D, True), (TOT, True), (TOT + EEN_DAG, False)]
)
def test_van_de_eerste_tot_en_met_de_laatste_dag(dag: date, naam: bool) -> None:
    gevonden = oordeel(Akkoord(VRAAG, True), dag=dag)
    assert gevonden.naam is naam
    assert (gevonden.tot, gevonden.doelen) == ((TOT, ("samen kijken",)) if naam else (None, ()))


@pytest.mark.regel(38)
def test_op_de_dag_van_intrekken_al_niet_meer() -> None:
    weg = D + timedelta(days=9)
    vraag = replace(VRAAG, stappen=(*JA, Stap(MOEDER, "ingetrokken", weg)))
    assert oordeel(Akkoord(vraag, True), dag=weg - EEN_DAG).naam
    assert oordeel(Akkoord(vraag, True), dag=weg) == Oordeel(False, Waarom.GEEN)
    # a later no to the same question ends the yes before it; to another purpose it does not
    nee = replace(VRAAG, stappen=(Stap(MOEDER, "gevraagd", weg), Stap(MOEDER, "geweigerd", weg)))
    assert not oordeel(Akkoord(VRAAG, True), Akkoord(nee, True), dag=weg).naam
    anders = replace(nee, doel="iets anders")
    assert oordeel(Akkoord(VRAAG, True), Akkoord(anders, True), dag=weg).naam


@pytest.mark.regel(21)
@pytest.mark.parametrize(("dag", "naam"), [(ZESTIEN - EEN_DAG, True), (ZESTIEN, False)])
def test_wat_ouders_gaven_eindigt_bij_zestien(dag: date, naam: bool) -> None:
    assert oordeel(Akkoord(replace(VRAAG, zestien_op=ZESTIEN), True), dag=dag).naam is naam


@pytest.mark.regel(37)
def test_een_andere_partner_of_andere_gegevens() -> None:
    assert oordeel(Akkoord(VRAAG, True), partner=PARTNER + 1) == Oordeel(False, Waarom.GEEN)
    assert oordeel(Akkoord(VRAAG, False)) == Oordeel(False, Waarom.AKKOORD_ZONDER_NAAM)
    assert oordeel() == Oordeel(False, Waarom.GEEN)


@pytest.mark.regel(37)
def test_de_wet_alleen_is_niet_genoeg() -> None:
    assert oordeel(Akkoord(VRAAG, True), delen=Delen.WETTELIJK) == Oordeel(False, Waarom.WET_ZONDER_GROND)
    assert oordeel(delen=Delen.WETTELIJK, grond=True) == Oordeel(True, Waarom.GROND)
    assert oordeel(grond=True) == Oordeel(True, Waarom.GROND)


_akkoord = st.builds(
    lambda naam, partner, van, dagen, weg: Akkoord(
        replace(
            VRAAG,
            partner=partner,
            van=D + timedelta(days=van),
            tot=D + timedelta(days=van + dagen),
            stappen=JA if weg is None else (*JA, Stap(MOEDER, "ingetrokken", D + timedelta(days=weg))),
        ),
        naam,
    ),
    st.booleans(),
    st.sampled_from([PARTNER, PARTNER + 1]),
    st.integers(0, 40),
    st.integers(0, 80),
    st.none() | st.integers(0, 80),
)


@pytest.mark.regel(37)
@pytest.mark.regel(38)
@RUSTIG
@given(st.lists(_akkoord, max_size=4), st.integers(-5, 130), st.booleans(), st.sampled_from(Delen.values))
def test_nooit_een_naam_zonder_grond(lijst: list[Akkoord], over: int, grond: bool, delen: str) -> None:
    """Told again in other words: for a name there is a ground, or a consent that on its own holds that day."""
    dag = D + timedelta(days=over)
    if hoort_naam(PARTNER, delen, lijst, grond=grond, dag=dag).naam:
        assert delen != Delen.ANONIEM
        if not grond:
            assert delen == Delen.TOESTEMMING
            assert any(
                a.naam
                and a.vraag.partner == PARTNER
                and a.vraag.van <= dag <= a.vraag.tot
                and not any(s.antwoord == "ingetrokken" and s.op <= dag for s in a.vraag.stappen)
                for a in lijst
            )


@RUSTIG
@given(st.lists(_akkoord, max_size=4), st.integers(-5, 130), st.booleans())
def test_wie_anoniem_meedenkt_hoort_nooit_een_naam(lijst: list[Akkoord], over: int, grond: bool) -> None:
    dag = D + timedelta(days=over)
    assert hoort_naam(PARTNER, Delen.ANONIEM, lijst, grond=grond, dag=dag) == Oordeel(False, Waarom.ANONIEM)


@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("Kees Jan komt op dinsdag niet.", ["Kees Jan"]),
        ("Kees komt op dinsdag niet.", ["Kees"]),
        ("K.J. komt op dinsdag niet.", ["K.J."]),
        ("Wat kan er voor KB?", ["KB"]),
        ("K. B. wordt 3 april 2011 geboren.", ["3-4-2011", "K. B."]),
        ("Hij zit in h3b bij de Bakkers.", ["Bakker", "H3b"]),
        ("Kees-Jan komt niet.", ["Kees Jan"]),
        ("keesjans moeder belde.", ["Kees Jan"]),
        ("De familie-bakker, zoon van 2011-04-03.", ["Bakker", "3-4-2011"]),
        ("K.J komt niet, K-B ook niet.", ["K-B", "K.J"]),
        ("Een leerling uit klas 3 komt op dinsdag niet. Ok, kb.", []),
        ("", []),
    ],
)
def test_wat_een_leerling_verraadt(tekst: str, gevonden: list[str]) -> None:
    assert verraadt(tekst, "Kees Jan", "Bakker", "H3b", date(2011, 4, 3)) == gevonden


def test_een_letter_zonder_accent_verraadt_ook() -> None:
    assert verraadt("Soren is moe.", "Søren", "Żółw") == ["Søren"]
    assert verraadt("Bel de ouders Zolw.", "Søren", "Żółw") == ["Żółw"]


def test_wie_de_naam_niet_hoort_leest_hem_ook_niet_in_de_tekst() -> None:
    assert voor_lezer("Kees komt.", naam=False, verraden=["Kees"]) == NIET_GETOOND
    assert voor_lezer("Kees komt.", naam=True, verraden=["Kees"]) == "Kees komt."
    assert voor_lezer("Hij komt.", naam=False, verraden=[]) == "Hij komt."
