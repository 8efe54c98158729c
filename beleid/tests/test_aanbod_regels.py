"""What the schoolgids says of the offer, what differs from last year, and when it must be set: the pure part."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.aanbodregels import (
    DOMEINWOORD,
    SOORTWOORD,
    Regel,
    als_json,
    indeling,
    merk,
    uit_catalogus,
    uit_json,
    verschil,
)
from beleid.aanbodstand import herinnerdagen, jaar_aan_de_beurt, stand, uiterste_dag
from ondersteuning.models import Aanbod, Functionaris
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag

JAAR = Schooljaar(2027)


def _regel(stam: str, naam: str = "Rots en Water", **velden: object) -> Regel:
    standaard: dict = {"soort": "basis", "lijn": 2, "domeinen": ("pers",), "woorden": ""}
    return Regel(stam=stam, naam=naam, **(standaard | velden))


REGELS = st.lists(
    st.builds(
        Regel,
        stam=st.sampled_from("abcdefgh"),
        naam=st.sampled_from(["Rots en Water", "Mentorgesprek"]),
        soort=st.sampled_from([*SOORTWOORD]),
        lijn=st.integers(1, 3),
        domeinen=st.lists(st.sampled_from([*DOMEINWOORD]), min_size=1, max_size=3, unique=True).map(tuple),
        woorden=st.sampled_from(["", "Oefenen in een groepje."]),
    ),
    unique_by=lambda regel: regel.stam,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(REGELS, REGELS)
def test_nieuw_weg_en_anders_delen_de_twee_jaren_op(nu: list[Regel], eerder: list[Regel]):
    heen, terug = verschil(nu, eerder), verschil(eerder, nu)
    stammen, was = {r.stam for r in nu}, {r.stam: r for r in eerder}
    assert heen.nieuw == {r.stam for r in terug.weg} and terug.nieuw == {r.stam for r in heen.weg}
    assert heen.anders.keys() == terug.anders.keys()
    gelijk = {r.stam for r in nu if was.get(r.stam) == r}
    assert stammen == heen.nieuw | heen.anders.keys() | gelijk
    assert not heen.anders.keys() & (heen.nieuw | gelijk)
    assert not verschil(nu, nu).iets and not verschil(nu, None).iets


@settings(max_examples=25, deadline=None)
@given(REGELS)
def test_alles_staat_er_een_keer_in_en_bewaren_verandert_niets(regels: list[Regel]):
    groepen = indeling(regels, verschil(regels, None))
    gezien = [r.stam for g in groepen for d in g.domeinen for r, _ in d.regels]
    assert sorted(gezien) == sorted(r.stam for r in regels)
    assert uit_json(als_json(regels)) == regels
    assert merk(uit_json(als_json(regels))) == merk(regels)


@pytest.mark.regel(23)
def test_basis_staat_voor_extra_en_per_domein():
    regels = [
        _regel("a", "Jeugdhulp", soort="extra", lijn=3),
        _regel("b", "Mentorgesprek", lijn=1),
        _regel("c", "Huiswerkuur", domeinen=("leer", "loop")),
    ]
    groepen = indeling(regels, verschil(regels, None))
    assert [g.kop for g in groepen] == ["Hulp voor elke leerling", "Extra ondersteuning"]
    assert [(d.kop, [r.naam for r, _ in d.regels]) for d in groepen[0].domeinen] == [
        ("Leren en lessen", ["Huiswerkuur"]),
        ("Je kind en de groep", ["Mentorgesprek"]),
    ]


def test_wat_een_lezer_van_beide_jaren_ziet():
    eerder = [_regel("a", "Weerbaar"), _regel("b", "Plusklas"), _regel("c", lijn=1)]
    nu = [_regel("a", woorden="Anders."), _regel("c", soort="extra", domeinen=("leer",)), _regel("d")]
    uit = verschil(nu, eerder)
    assert uit.nieuw == {"d"} and [r.naam for r in uit.weg] == ["Plusklas"]
    assert uit.anders == {
        "a": ("heette Weerbaar", "andere woorden"),
        "c": ("was basisondersteuning", "stond bij je kind en de groep", "gaat anders"),
    }


def test_eigen_woorden_gaan_voor_en_een_collega_krijgt_geen_naam():
    stam = UUID(int=7)
    aanbod = Aanbod(
        stam=stam, naam="Faalangst", soort="basis", lijn=2, domeinen=["pers"], omschrijving="Zes keer."
    )
    aanbod.functionaris = Functionaris(pk=1, functie="leerlingbegeleider")
    aanbod.functionaris_id, aanbod.vorm, aanbod.ritme = 1, "groep", "elke week"
    [regel] = uit_catalogus([aanbod], {})
    assert (regel.woorden, regel.wie) == ("Zes keer.", "leerlingbegeleider")
    assert regel.hoe == "Met een begeleider van school, in een groep, elke week."
    assert uit_catalogus([aanbod], {str(stam): "Oefenen."})[0].woorden == "Oefenen."


def test_gaat_anders_volgt_de_catalogus_en_niet_de_zinnen_van_zorgapp():
    aanbod = Aanbod(
        stam=UUID(int=7), naam="Faalangst", soort="basis", lijn=2, domeinen=["pers"], vorm="groep"
    )
    aanbod.functionaris_id, aanbod.functionaris = 1, Functionaris(pk=1, functie="leerlingbegeleider")
    [was] = uit_catalogus([aanbod], {})
    anders_gezegd = replace(was, hoe="Samen met een collega van school.", wie="begeleider van leerlingen")
    assert not verschil([was], [anders_gezegd]).iets
    [terug] = uit_json([{k: v for k, v in als_json([was])[0].items() if k != "feiten"}])
    assert not verschil([was], [terug]).iets
    assert verschil([anders_gezegd], [terug]).anders == {was.stam: ("gaat anders",)}
    aanbod.ritme = "elke week"
    assert verschil(uit_catalogus([aanbod], {}), [was]).anders == {was.stam: ("gaat anders",)}
    aanbod.ritme, aanbod.functionaris = "", Functionaris(pk=2, functie="decaan")
    assert verschil(uit_catalogus([aanbod], {}), [was]).anders == {was.stam: ("gaat anders",)}


@pytest.mark.regel(22)
@pytest.mark.parametrize(
    ("gezet", "dag", "laat", "woord"),
    [
        (None, date(2027, 7, 31), False, "Nog niet begonnen, vaststellen voor 1 augustus 2027"),
        (None, date(2027, 8, 1), True, "Te laat: niet vastgesteld voor 1 augustus"),
        (date(2027, 7, 31), date(2027, 8, 1), False, "Vastgesteld op 31 juli 2027"),
        (date(2027, 8, 1), date(2027, 8, 2), False, "Vastgesteld op 1 augustus 2027, na 1 augustus"),
    ],
)
def test_voor_1_augustus_vastgesteld(gezet: date | None, dag: date, laat: bool, woord: str):
    uit = stand(JAAR, dag, status="", vastgesteld_op=gezet)
    assert (uit.te_laat, uit.woord) == (laat, woord)


@pytest.mark.regel(22)
def test_herinnerd_op_1_mei_1_juli_en_de_laatste_schooldag():
    zomer = [Periode(date(2027, 7, 17), date(2027, 8, 29))]
    assert herinnerdagen(JAAR, zomer) == [date(2027, 5, 1), date(2027, 7, 1), date(2027, 7, 16)]
    assert jaar_aan_de_beurt(date(2027, 4, 30)) == Schooljaar(2026)
    assert jaar_aan_de_beurt(date(2027, 5, 1)) == jaar_aan_de_beurt(date(2027, 8, 1)) == JAAR


@settings(max_examples=25, deadline=None)
@given(st.integers(2020, 2060), st.dates(date(2020, 1, 1), date(2060, 12, 31)))
def test_te_laat_is_precies_vanaf_1_augustus_zonder_vaststelling(beginjaar: int, dag: date):
    jaar = Schooljaar(beginjaar)
    for status in ("", "concept", "voorgelegd"):
        assert stand(jaar, dag, status=status, vastgesteld_op=None).te_laat == (dag >= jaar.begin)
    dagen = herinnerdagen(jaar, [Periode(date(beginjaar, 7, 10), date(beginjaar, 8, 20))])
    assert dagen == sorted(dagen) and all(d <= uiterste_dag(jaar) for d in dagen)
    assert is_schooldag(dagen[-1], [Periode(date(beginjaar, 7, 10), date(beginjaar, 8, 20))])
