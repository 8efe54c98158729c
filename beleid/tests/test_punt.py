"""The development point: one a year (DOMAIN 59), its moments, its figure, looking back; and what waits."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from hypothesis import given, settings
from hypothesis import strategies as st

from beleid.access_punt import get_punt, niet_nu_van, punten_van
from beleid.klokken_punt import SOORTEN
from beleid.models import Meetmoment, Ontwikkelpunt, Puntstatus
from beleid.puntmeter import gehaald, getal, momenten, op_weg, strepen
from beleid.services.nietnu import later_terug, later_weg, later_wijzigen, later_zetten
from beleid.services.punt import Puntgegevens, moment_meten, punt_evalueren, punt_kiezen, punt_wijzigen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode, Schooljaar, is_schooldag
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek

OP = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
JAAR = Schooljaar(2026)


@pytest.fixture
def gegevens(decor: Decor) -> Puntgegevens:
    return Puntgegevens(
        titel="Elke docent werkt met de kaart",
        cijfer="kaarten_bevestigd",
        start=Decimal(48),
        doel=Decimal(90),
        doel_op=date(2027, 6, 30),
        eigenaar=decor.coordinator.user,
    )


@pytest.fixture
def leiding(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke")


@pytest.fixture
def punt(decor: Decor, gegevens: Puntgegevens) -> Ontwikkelpunt:
    return punt_kiezen(door=decor.coordinator, jaar=JAAR, gegevens=gegevens)


@pytest.mark.regel(59)
def test_een_punt_per_schooljaar_voor_de_hele_school(
    decor: Decor, punt: Ontwikkelpunt, gegevens: Puntgegevens
):
    with pytest.raises(PermissionDenied):
        punt_kiezen(door=decor.coordinator, jaar=JAAR, gegevens=gegevens)
    volgend = replace(gegevens, doel_op=date(2028, 6, 30))
    assert punt_kiezen(door=decor.coordinator, jaar=Schooljaar(2027), gegevens=volgend).nummer == 1
    assert [p.nummer for p in punten_van(decor.coordinator, JAAR)] == [1]


@pytest.mark.regel(59)
def test_een_tweede_vraagt_een_reden_van_de_schoolleiding(
    decor: Decor, leiding: Werkplek, punt: Ontwikkelpunt, gegevens: Puntgegevens
):
    with pytest.raises(ValidationError, match="waarom"):
        punt_kiezen(door=leiding, jaar=JAAR, gegevens=gegevens, reden_tweede=" ")
    tweede = punt_kiezen(door=leiding, jaar=JAAR, gegevens=gegevens, reden_tweede="De inspectie vraagt dit.")
    assert (tweede.nummer, tweede.toegestaan_door) == (2, leiding.user)
    with pytest.raises(ValidationError, match="al twee"):
        punt_kiezen(door=leiding, jaar=JAAR, gegevens=gegevens, reden_tweede="Nog een.")


def test_de_schoolleiding_kiest_het_eerste_niet(leiding: Werkplek, gegevens: Puntgegevens):
    with pytest.raises(PermissionDenied):
        punt_kiezen(door=leiding, jaar=JAAR, gegevens=gegevens)


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"doel_op": date(2026, 7, 31)}, "doel_op"),
        ({"doel_op": date(2027, 8, 1)}, "doel_op"),
        ({"doel_op": date(2026, 11, 23)}, "doel_op"),
        ({"doel": Decimal(48)}, "doel"),
        ({"doel": Decimal(101)}, "doel"),
        ({"cijfer": "bestaat_niet"}, "cijfer"),
        ({"titel": ""}, "titel"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_bij_zijn_veld(
    decor: Decor, gegevens: Puntgegevens, anders: dict, veld: str
):
    with pytest.raises(ValidationError) as fout:
        punt_kiezen(door=decor.coordinator, jaar=JAAR, gegevens=replace(gegevens, **anders))
    assert veld in fout.value.message_dict
    assert not Ontwikkelpunt.objects.exists()


def test_de_grenzen_van_het_schooljaar_horen_erbij(decor: Decor, gegevens: Puntgegevens):
    punt = punt_kiezen(
        door=decor.coordinator, jaar=JAAR, gegevens=replace(gegevens, doel_op=date(2027, 7, 31))
    )
    assert punt.doel_op == JAAR.eind


def test_drie_meetmomenten_en_hun_herinneringen(decor: Decor, punt: Ontwikkelpunt):
    rijen = Meetmoment.objects.filter(punt=punt).order_by("nummer")
    assert [rij.datum for rij in rijen] == [date(2026, 11, 30), date(2027, 3, 1), date(2027, 6, 30)]
    wacht = Herinnering.objects.filter(object_id=punt.pk, soort="punt_meten", status=Status.GEPLAND)
    assert wacht.count() == 3
    waarde = {"waarde": Decimal(61), "toelichting": "De talen doen mee."}
    moment_meten(door=decor.coordinator, pk=punt.pk, nummer=1, versie=1, **waarde)
    with pytest.raises(Verouderd):
        moment_meten(door=decor.coordinator, pk=punt.pk, nummer=1, versie=1, **waarde)
    geldig = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}["punt_meten"]
    eerste = wacht.order_by("niet_voor").first()
    assert not geldig(eerste, eerste.niet_voor)
    assert geldig(wacht.order_by("niet_voor")[1], datetime(2027, 3, 1, 9, tzinfo=OP.tzinfo))


def test_een_moment_wordt_niet_lang_vooraf_gelezen(decor: Decor, punt: Ontwikkelpunt):
    """All three on one day would tell nothing of a year."""
    velden = {"pk": punt.pk, "nummer": 2, "versie": 1, "waarde": Decimal(70), "toelichting": ""}
    dag = Meetmoment.objects.get(punt=punt, nummer=2).datum
    for door in (decor.coordinator, replace(decor.coordinator, dag=dag - timedelta(days=15))):
        with pytest.raises(ValidationError, match="nog te vroeg"):
            moment_meten(door=door, **velden)
    assert not Meetmoment.objects.filter(waarde__isnull=False).exists()
    moment_meten(door=replace(decor.coordinator, dag=dag - timedelta(days=14)), **velden)
    assert Meetmoment.objects.get(punt=punt, nummer=2).waarde == 70


def test_een_jaar_dat_voorbij_is_krijgt_geen_punt(decor: Decor, gegevens: Puntgegevens):
    vorig = replace(gegevens, doel_op=date(2026, 6, 30))
    with pytest.raises(ValidationError, match="is voorbij"):
        punt_kiezen(door=decor.coordinator, jaar=Schooljaar(2025), gegevens=vorig)
    assert not Ontwikkelpunt.objects.exists()


def test_na_meten_blijven_cijfer_en_start_staan(decor: Decor, punt: Ontwikkelpunt, gegevens: Puntgegevens):
    moment_meten(door=decor.coordinator, pk=punt.pk, nummer=1, versie=1, waarde=Decimal(61), toelichting="")
    with pytest.raises(ValidationError, match="al gemeten"):
        punt_wijzigen(
            door=decor.coordinator, pk=punt.pk, versie=1, gegevens=replace(gegevens, start=Decimal(10))
        )
    anders = replace(gegevens, titel="Iedereen leest de kaart", doel_op=date(2027, 5, 28))
    assert punt_wijzigen(door=decor.coordinator, pk=punt.pk, versie=1, gegevens=anders).versie == 2
    assert Meetmoment.objects.get(punt=punt, nummer=3).datum == date(2027, 5, 28)
    with pytest.raises(Verouderd):
        punt_wijzigen(door=decor.coordinator, pk=punt.pk, versie=1, gegevens=anders)


def test_samen_terugkijken_rondt_af_en_kan_een_keer(decor: Decor, punt: Ontwikkelpunt):
    evaluatie = {
        "datum": decor.coordinator.dag,
        "aanwezig": "MT en mentoren",
        "opbrengst": "De talen doen mee.",
        "geleerd": "",
        "vervolg": "door",
    }
    door = {"door": decor.coordinator, "pk": punt.pk, "op": OP}
    with pytest.raises(ValidationError, match="niet later dan vandaag"):
        punt_evalueren(versie=1, evaluatie=evaluatie | {"datum": date(2026, 11, 25)}, **door)
    assert punt_evalueren(versie=1, evaluatie=evaluatie, **door).status == Puntstatus.KLAAR
    with pytest.raises(ValidationError, match="afgerond"):
        punt_evalueren(versie=2, evaluatie=evaluatie, **door)
    assert not Herinnering.objects.filter(object_id=punt.pk, status=Status.GEPLAND).exists()


def test_een_docent_komt_er_niet_bij(decor: Decor, punt: Ontwikkelpunt):
    with pytest.raises(PermissionDenied):
        get_punt(maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag, "Sanne"), punt.pk)
    with pytest.raises(Http404):
        get_punt(decor.coordinator, punt.pk + 1)


def test_later_van_de_lijst_en_weer_terug(decor: Decor):
    door = decor.coordinator
    velden = {"titel": "Reizen", "wanneer": "volgend jaar", "waarom": ""}
    rij = later_zetten(door=door, terug_op=date(2027, 6, 1), op=OP, **velden)
    wacht = Herinnering.objects.filter(soort="nietnu_terug", status=Status.GEPLAND)
    assert wacht.count() == 1
    rij = later_wijzigen(door=door, pk=rij.pk, versie=1, terug_op=date(2027, 6, 8), **velden)
    assert wacht.count() == 1
    with pytest.raises(Verouderd):
        later_weg(door=door, pk=rij.pk, versie=1, op=OP)
    weg = later_weg(door=door, pk=rij.pk, versie=2, op=OP)
    assert niet_nu_van(door) == [] and not wacht.exists()
    assert later_weg(door=door, pk=rij.pk, versie=2, op=OP).versie == weg.versie
    later_terug(door=door, pk=rij.pk, versie=weg.versie)
    assert [r.titel for r in niet_nu_van(door)] == ["Reizen"] and wacht.count() == 1
    with pytest.raises(PermissionDenied):
        later_zetten(
            door=maak_werkplek(decor.school, Rol.SCHOOLLEIDING, decor.coordinator.dag, "Marijke"),
            terug_op=None,
            op=OP,
            **velden,
        )


VRIJ = [Periode(date(2026, 12, 19), date(2027, 1, 3)), Periode(date(2027, 2, 20), date(2027, 2, 28))]


@settings(max_examples=25, deadline=None)
@given(st.dates(JAAR.begin, JAAR.eind))
def test_momenten_liggen_op_volgorde_en_nooit_na_het_doel(doel_op: date):
    dagen = momenten(JAAR, doel_op, VRIJ)
    assert dagen == sorted(dagen) and len(dagen) == 3
    assert all(JAAR.begin <= dag <= doel_op for dag in dagen)
    assert all(is_schooldag(dag, VRIJ) for dag in dagen if dag > date(2026, 8, 3))


@settings(max_examples=25, deadline=None)
@given(*(st.decimals(0, 999, places=1) for _ in range(3)))
def test_strepen_blijven_op_de_meter(start: Decimal, nu: Decimal, doel: Decimal):
    marken = strepen(start, nu, doel, "schooldagen", "juni")
    assert [m.plek for m in marken] == sorted(m.plek for m in marken)
    assert all(0 <= m.plek <= 100 for m in marken)


def test_hoever_en_of_het_gehaald_is():
    vijf, tien = Decimal(5), Decimal(10)
    assert op_weg(vijf, Decimal("7.5"), tien) == 50
    assert gehaald(tien, vijf, tien) and not gehaald(Decimal("9.9"), vijf, tien)
    assert gehaald(vijf, tien, vijf) and not gehaald(Decimal("5.1"), tien, vijf)
    assert (getal(Decimal("64.0")), getal(Decimal("1.55"))) == ("64", "1,6")
