"""The pure rules of consent at their edges: who gives it, when it holds, until when, when to remind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leerlingen.toestemming import (
    LEERLING,
    Antwoord,
    Gever,
    Regel,
    Stap,
    Vraag,
    eind_van,
    geldig,
    geldt,
    herinner_op,
    maanden_terug,
    stand_van,
    standaard_tot,
    verjaardag,
    wie_geeft,
)
from zorgapp.kern.schooljaar import leeftijd

RUSTIG = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
D = date(2026, 11, 24)
EEN_DAG = timedelta(days=1)
MOEDER, VADER = 11, 12
VRAAG = Vraag(
    1,
    "hulp bij lezen",
    Gever.OUDERS,
    D,
    date(2027, 7, 31),
    Regel.IEDEREEN,
    (Stap(MOEDER, "gevraagd", D), Stap(MOEDER, "gegeven", D)),
    date(2028, 4, 12),
)


def met(*stappen: Stap, **velden: object) -> Vraag:
    return replace(VRAAG, stappen=stappen, **velden)  # type: ignore[arg-type]


@pytest.mark.regel(21)
@pytest.mark.parametrize(
    ("geboren", "dag", "wie"),
    [
        (date(2011, 4, 12), date(2027, 4, 11), Gever.OUDERS),
        (date(2011, 4, 12), date(2027, 4, 12), Gever.LEERLING),
        (date(2008, 2, 29), date(2024, 2, 28), Gever.OUDERS),
        (date(2008, 2, 29), date(2024, 2, 29), Gever.LEERLING),
        (None, D, None),
    ],
)
def test_wie_geeft(geboren: date | None, dag: date, wie: Gever | None) -> None:
    assert wie_geeft(geboren, dag) == wie


@pytest.mark.regel(21)
def test_schrikkeldag_zonder_schrikkeljaar() -> None:
    """Born on 29 February: 18 on 1 March of a year without that day, as everywhere in zorgapp."""
    assert verjaardag(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert verjaardag(date(2008, 2, 29), 16) == date(2024, 2, 29)


@RUSTIG
@given(st.dates(date(1995, 1, 1), date(2020, 12, 31)), st.integers(1, 25))
def test_verjaardag_is_de_eerste_dag_van_die_leeftijd(geboren: date, jaar: int) -> None:
    dag = verjaardag(geboren, jaar)
    assert leeftijd(geboren, dag) == jaar and leeftijd(geboren, dag - EEN_DAG) == jaar - 1


def test_standaard_einde() -> None:
    assert standaard_tot(date(2026, 7, 31)) == date(2026, 7, 31)
    assert standaard_tot(date(2026, 8, 1)) == date(2027, 7, 31)


@pytest.mark.regel(37)
@pytest.mark.parametrize(
    ("dag", "mag"),
    [
        (D - EEN_DAG, False),
        (D, True),
        (date(2027, 7, 31), True),
        (date(2027, 8, 1), False),
    ],
)
def test_geldt_van_tot_en_met(dag: date, mag: bool) -> None:
    assert geldt(VRAAG, dag) is mag


@pytest.mark.regel(37)
@pytest.mark.parametrize("wat", ["gevraagd", "geweigerd", "geen_reactie"])
def test_zonder_ja_geldt_niets(wat: str) -> None:
    assert not geldt(met(Stap(MOEDER, "gevraagd", D), Stap(MOEDER, wat, D)), D)
    assert not geldt(met(), D)


@pytest.mark.regel(38)
def test_intrekken_geldt_op_de_dag_zelf() -> None:
    vraag = met(*VRAAG.stappen, Stap(MOEDER, "ingetrokken", D + 9 * EEN_DAG))
    assert geldt(vraag, D + 8 * EEN_DAG)
    assert not geldt(vraag, D + 9 * EEN_DAG) and not geldt(vraag, D + 30 * EEN_DAG)


@pytest.mark.regel(38)
@pytest.mark.parametrize("nee", ["geweigerd", "ingetrokken"])
def test_later_nee_op_hetzelfde_gaat_voor_eerder_ja(nee: str) -> None:
    later = met(
        Stap(MOEDER, "gevraagd", D + EEN_DAG), Stap(MOEDER, nee, D + 2 * EEN_DAG), doel=" HULP bij lezen"
    )
    assert geldig([VRAAG, later], D + EEN_DAG) and not geldig([VRAAG, later], D + 2 * EEN_DAG)
    assert geldig([VRAAG, replace(later, doel="iets anders")], D + 2 * EEN_DAG)
    assert geldig([VRAAG, replace(later, partner=2)], D + 2 * EEN_DAG)


def twee(moeder: str, vader: str) -> tuple[Stap, ...]:
    gevraagd = (Stap(MOEDER, "gevraagd", D), Stap(VADER, "gevraagd", D))
    return (*gevraagd, Stap(MOEDER, moeder, D), Stap(VADER, vader, D))


@pytest.mark.parametrize(
    ("moeder", "vader", "iedereen", "een"),
    [
        ("gegeven", "gegeven", True, True),
        ("gegeven", "gevraagd", False, True),
        ("gegeven", "geen_reactie", False, True),
        ("gegeven", "geweigerd", False, False),
        ("gegeven", "ingetrokken", False, False),
        ("gevraagd", "geen_reactie", False, False),
    ],
)
def test_twee_ouders(moeder: str, vader: str, iedereen: bool, een: bool) -> None:
    for stappen in (twee(moeder, vader), twee(vader, moeder)):
        assert geldt(met(*stappen), D) is iedereen
        assert geldt(met(*stappen, regel=Regel.EEN), D) is een


@pytest.mark.regel(9)
def test_een_ja_zonder_gezag_telt_niet() -> None:
    zonder = tuple(replace(stap, gezag=False) for stap in VRAAG.stappen)
    assert not geldt(met(*zonder), D)
    weigert = (Stap(MOEDER, "gevraagd", D, gezag=False), Stap(MOEDER, "geweigerd", D, gezag=False))
    assert stand_van(weigert, Regel.EEN) == Antwoord.GEWEIGERD


@pytest.mark.regel(21)
def test_wat_ouders_gaven_stopt_de_dag_voor_zestien() -> None:
    zestien = date(2027, 4, 12)
    vraag = replace(VRAAG, zestien_op=zestien)
    assert eind_van(vraag) == zestien - EEN_DAG
    assert geldt(vraag, zestien - EEN_DAG) and not geldt(vraag, zestien)
    bevestigd = replace(vraag, stappen=(*vraag.stappen, Stap(LEERLING, "gegeven", zestien + 3 * EEN_DAG)))
    assert eind_van(bevestigd) == date(2027, 7, 31)
    assert geldt(bevestigd, zestien + 3 * EEN_DAG) and geldt(bevestigd, date(2027, 7, 31))
    geweigerd = replace(vraag, stappen=(*vraag.stappen, Stap(LEERLING, "geweigerd", zestien)))
    assert not geldt(geweigerd, zestien)


@pytest.mark.regel(21)
def test_leerling_zelf_pas_vanaf_zestien() -> None:
    zelf = met(Stap(LEERLING, "gevraagd", D), Stap(LEERLING, "gegeven", D), gever=Gever.LEERLING)
    assert geldt(replace(zelf, zestien_op=D), D)
    assert not geldt(replace(zelf, zestien_op=D + EEN_DAG), D)
    assert not geldt(replace(zelf, zestien_op=None), D)


def test_herinnering() -> None:
    zestien = date(2027, 4, 12)
    assert herinner_op(date(2027, 7, 31), date(2027, 7, 31), zestien, 30) == date(2027, 7, 1)
    assert herinner_op(date(2027, 7, 31), zestien - EEN_DAG, zestien, 30) == date(2027, 1, 12)


@RUSTIG
@given(st.dates(date(2000, 1, 1), date(2090, 12, 31)), st.integers(0, 40))
def test_maanden_terug_blijft_in_die_maand(dag: date, aantal: int) -> None:
    terug = maanden_terug(dag, aantal)
    assert (dag.year * 12 + dag.month) - (terug.year * 12 + terug.month) == aantal
    assert terug.day == dag.day or ((terug + EEN_DAG).day == 1 and terug.day < dag.day)


STAPPEN = st.lists(
    st.builds(
        Stap,
        st.sampled_from([LEERLING, MOEDER, VADER]),
        st.sampled_from([a.value for a in Antwoord]),
        st.integers(0, 30).map(lambda n: D + n * EEN_DAG),
        st.booleans(),
    ),
    max_size=8,
).map(lambda rij: tuple(sorted(rij, key=lambda s: s.op)))


@RUSTIG
@given(STAPPEN, st.sampled_from(list(Regel)), st.integers(0, 300))
def test_nooit_zonder_ja_van_wie_het_mag(stappen: tuple[Stap, ...], regel: Regel, later: int) -> None:
    """Whatever happened: it never holds outside its days, nor without a yes, nor after a last no of a parent who asks."""
    op = D + later * EEN_DAG
    vraag = met(*stappen, regel=regel, zestien_op=date(2027, 4, 12))
    if not geldt(vraag, op):
        return
    tot_nu = [s for s in stappen if s.op <= op]
    laatste = {s.wie: s for s in tot_nu}
    ja = [s for s in laatste.values() if s.antwoord == "gegeven" and (s.gezag or s.wie == LEERLING)]
    assert ja and vraag.van <= op <= eind_van(vraag)
    if LEERLING not in laatste or laatste[LEERLING].antwoord == "gevraagd":
        assert not {s.antwoord for s in laatste.values()} & {"geweigerd", "ingetrokken"}
        assert op < date(2027, 4, 12)


@RUSTIG
@given(STAPPEN, st.sampled_from(list(Regel)))
def test_een_ouder_erbij_die_nee_zegt_is_altijd_nee(stappen: tuple[Stap, ...], regel: Regel) -> None:
    zonder_leerling = [s for s in stappen if s.wie != LEERLING]
    for nee in ("geweigerd", "ingetrokken"):
        erbij = (*zonder_leerling, Stap(99, nee, D + 40 * EEN_DAG))
        assert not geldt(met(*erbij, regel=regel), D + 40 * EEN_DAG)
