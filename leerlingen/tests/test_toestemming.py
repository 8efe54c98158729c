"""Asking for consent and noting answers: the story, and every refusal for one reason."""

import uuid
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.http import Http404

from leerlingen.access_delen import delen_met, mag_gedeeld_met
from leerlingen.access_toestemming import get_toestemming
from leerlingen.models import Contactpersoon, Leerling, Stuk, Toestemming, Toestemmingsantwoord
from leerlingen.services.toestemming import antwoord_vastleggen, toestemming_vragen
from leerlingen.tests.notitiehulp import PDF
from leerlingen.tests.toestemminghulp import (
    antwoord,
    maak_contact,
    maak_partner,
    maak_toestemming,
    vraag,
    zegt,
)
from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.models import Geschiedenis, Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, NU, maak_klas, maak_leerling, maak_mentor, maak_werkplek

ZESTIEN = date(2027, 4, 12)  # the pupil of the factory was born on 12 April 2011


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR)


@pytest.fixture
def leerling(school: School) -> Leerling:
    return maak_leerling(school, maak_klas(school))


@pytest.fixture
def moeder(leerling: Leerling) -> Contactpersoon:
    return maak_contact(leerling)


def leg_vast(door: Werkplek, rij: Toestemming, gegevens: Any, **velden: Any) -> Any:
    rij.refresh_from_db()
    return antwoord_vastleggen(door=door, pk=rij.pk, versie=rij.versie, gegevens=gegevens, op=NU, **velden)


@pytest.mark.regel(37)
@pytest.mark.regel(38)
def test_van_vraag_tot_intrekken(coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon) -> None:
    partner = maak_partner(leerling.school)
    assert mag_gedeeld_met(leerling, partner, DAG).zin == "niet gevraagd"
    rij = toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=vraag(partner, moeder))
    assert (rij.stand, rij.eindigt_op, rij.gever) == ("gevraagd", ZESTIEN - timedelta(days=1), "ouders")
    assert not mag_gedeeld_met(leerling, partner, DAG).mag
    leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    deling = mag_gedeeld_met(leerling, partner, DAG)
    assert deling.mag and deling.grond == "toestemming" and deling.toestemmingen == (rij,)
    assert deling.tot == ZESTIEN - timedelta(days=1)
    assert not mag_gedeeld_met(leerling, maak_partner(leerling.school, "Wijkteam"), DAG).mag
    leg_vast(coordinator, rij, zegt(moeder, "ingetrokken"))
    assert not mag_gedeeld_met(leerling, partner, DAG).mag
    rij.refresh_from_db()
    assert rij.stand == "ingetrokken"
    assert [a.antwoord for a in Toestemmingsantwoord.objects.all()] == ["gevraagd", "gegeven", "ingetrokken"]
    assert Geschiedenis.objects.filter(tabel="leerlingen_toestemming", rij_id=rij.pk).exists()
    laatste = Inzage.objects.filter(onderwerp="toestemming").latest("pk")
    assert (laatste.handeling, laatste.leerling_id) == ("gewijzigd", leerling.pk)


@pytest.mark.regel(9)
@pytest.mark.parametrize("gezag", ["nee", "onbekend"])
def test_zonder_gezag_wordt_niemand_gevraagd(coordinator: Werkplek, leerling: Leerling, gezag: str) -> None:
    vader = maak_contact(leerling, "Henk Bakker", gezag=gezag)
    partner = maak_partner(leerling.school)
    with pytest.raises(ValidationError, match="gezag"):
        toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=vraag(partner, vader))
    assert not Toestemming.objects.exists()


@pytest.mark.regel(9)
@pytest.mark.parametrize("gezag", ["nee", "onbekend"])
@pytest.mark.parametrize("wat", ["gevraagd", "gegeven"])
def test_de_databank_weigert_het_ook(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon, gezag: str, wat: str
) -> None:
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    with pytest.raises(IntegrityError, match="antwoord_gezag"), transaction.atomic():
        antwoord(rij, coordinator.user, moeder, wat, DAG, gezag=gezag)


@pytest.mark.regel(9)
def test_gezag_dat_intussen_weg_is(coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon) -> None:
    partner = maak_partner(leerling.school)
    rij = maak_toestemming(leerling, coordinator.user, moeder, partner=partner)
    Contactpersoon.objects.update(gezag="nee")
    with pytest.raises(ValidationError, match="gezag"):
        leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    Contactpersoon.objects.update(gezag="ja")
    leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    assert mag_gedeeld_met(leerling, partner, DAG).mag
    Contactpersoon.objects.update(gezag="onbekend")
    assert not mag_gedeeld_met(leerling, partner, DAG).mag


@pytest.mark.regel(21)
def test_vanaf_zestien_geeft_de_leerling(school: School, leerling: Leerling, moeder: Contactpersoon) -> None:
    partner = maak_partner(school)
    ervoor = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=ZESTIEN - timedelta(days=1))
    erna = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=ZESTIEN)
    zelf = vraag(partner, van=ZESTIEN)
    with pytest.raises(ValidationError, match="Kies wie je"):
        toestemming_vragen(door=ervoor, leerling_id=leerling.pk, gegevens=vraag(partner, van=ervoor.dag))
    with pytest.raises(ValidationError, match="beslist zelf"):
        toestemming_vragen(door=erna, leerling_id=leerling.pk, gegevens=vraag(partner, moeder, van=ZESTIEN))
    with pytest.raises(ValidationError, match="16 en beslist"):
        toestemming_vragen(door=ervoor, leerling_id=leerling.pk, gegevens=vraag(partner, moeder, van=ZESTIEN))
    rij = toestemming_vragen(door=erna, leerling_id=leerling.pk, gegevens=zelf)
    assert (rij.gever, rij.eindigt_op) == ("leerling", date(2027, 7, 31))
    leg_vast(erna, rij, zegt(None, "gegeven", ZESTIEN))
    assert mag_gedeeld_met(leerling, partner, ZESTIEN).mag


@pytest.mark.regel(20)
@pytest.mark.regel(21)
def test_ouders_van_wie_ouder_is_geven_niets(
    school: School, leerling: Leerling, moeder: Contactpersoon
) -> None:
    """A request to the parents that is still open on the 16th (or 18th) birthday: their yes is not taken any more."""
    for dag in (ZESTIEN, date(2029, 4, 12)):
        later = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=dag)
        rij = maak_toestemming(
            leerling, later.user, moeder, partner=maak_partner(school, f"P{dag}"), tot=date(2030, 7, 31)
        )
        with pytest.raises(ValidationError, match="beslist zelf"):
            leg_vast(later, rij, zegt(moeder, "gegeven", dag))
        with pytest.raises(ValidationError, match="beslist zelf"):
            leg_vast(later, rij, zegt(moeder, "gegeven", date(2026, 11, 24)))


@pytest.mark.regel(21)
def test_leerling_bevestigt_wat_ouders_gaven(
    school: School, leerling: Leerling, moeder: Contactpersoon
) -> None:
    partner = maak_partner(school)
    ervoor = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=ZESTIEN - timedelta(days=1))
    rij = maak_toestemming(leerling, ervoor.user, moeder, partner=partner)
    leg_vast(ervoor, rij, zegt(moeder, "gegeven"))
    with pytest.raises(ValidationError, match="nog geen 16"):
        leg_vast(ervoor, rij, zegt(None, "gegeven", ervoor.dag))
    assert mag_gedeeld_met(leerling, partner, ervoor.dag).mag
    assert not mag_gedeeld_met(leerling, partner, ZESTIEN).mag
    erna = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=ZESTIEN)
    leg_vast(erna, rij, zegt(None, "gegeven", ZESTIEN))
    rij.refresh_from_db()
    assert rij.eindigt_op == date(2027, 7, 31) and mag_gedeeld_met(leerling, partner, ZESTIEN).mag


def test_geboortedatum_onbekend(coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon) -> None:
    Leerling.objects.update(geboortedatum=None)
    with pytest.raises(ValidationError, match="geboortedatum"):
        toestemming_vragen(
            door=coordinator, leerling_id=leerling.pk, gegevens=vraag(maak_partner(leerling.school), moeder)
        )


@pytest.mark.parametrize("een_genoeg", [False, True])
def test_instelling_van_de_school(coordinator: Werkplek, leerling: Leerling, een_genoeg: bool) -> None:
    instelling_zetten(
        door=coordinator, sleutel="toestemming_ouders", waarde=0 if een_genoeg else 1, geldig_vanaf=DAG
    )
    moeder, vader = maak_contact(leerling), maak_contact(leerling, "Henk Bakker", huishouden=2)
    partner = maak_partner(leerling.school)
    rij = toestemming_vragen(
        door=coordinator, leerling_id=leerling.pk, gegevens=vraag(partner, moeder, vader)
    )
    leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    assert mag_gedeeld_met(leerling, partner, DAG).mag is een_genoeg
    leg_vast(coordinator, rij, zegt(vader, "geweigerd"))
    assert not mag_gedeeld_met(leerling, partner, DAG).mag


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"tot": date(2026, 11, 23)}, "voor het begin|voorbij"),
        ({"van": date(2026, 11, 20), "tot": date(2026, 11, 23)}, "voorbij"),
        ({"doel": ""}, "leeg|blank|waarvoor|verplicht"),
        ({"gegevens": ()}, "leeg|blank|gegevens|verplicht"),
        ({"gegevens": ("bsn",)}, "bsn"),
        ({"contact_ids": ()}, "Kies wie"),
        ({"contact_ids": (2**40,)}, "gezag"),
        ({"partner_id": 2**40}, "geen toestemming"),
    ],
)
def test_vraag_die_niet_kan(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon, anders: dict[str, Any], melding: str
) -> None:
    gegevens = replace(vraag(maak_partner(leerling.school), moeder), **anders)
    with pytest.raises(ValidationError, match=melding):
        toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens)
    assert not Toestemming.objects.exists()


@pytest.mark.parametrize("delen", ["wettelijk", "anoniem"])
def test_partner_zonder_vraag(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon, delen: str
) -> None:
    partner = maak_partner(leerling.school, soort="leerplicht", delen=delen)
    with pytest.raises(ValidationError, match="geen toestemming"):
        toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=vraag(partner, moeder))
    deling = mag_gedeeld_met(leerling, partner, DAG)
    assert (deling.mag, deling.grond) == ((True, "wet") if delen == "wettelijk" else (False, "anoniem"))
    if delen == "wettelijk":
        assert "Leerplichtwet" in deling.zin


def test_dezelfde_vraag_staat_al_open(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon
) -> None:
    gegevens = vraag(maak_partner(leerling.school), moeder)
    toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens)
    with pytest.raises(ValidationError, match="staat al open"):
        toestemming_vragen(door=coordinator, leerling_id=leerling.pk, gegevens=gegevens)
    assert Toestemming.objects.count() == 1


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"op": DAG - timedelta(days=1)}, "Kies een dag"),
        ({"op": DAG + timedelta(days=1)}, "Kies een dag"),
        ({"antwoord": "ingetrokken"}, "kan niet meer"),
        ({"antwoord": "gevraagd"}, "kan niet meer"),
        ({"wijze": ""}, "hoe het antwoord"),
        ({"contact_id": None}, "nog geen 16"),
        ({"contact_id": 2**40}, "niet gevraagd"),
    ],
)
def test_antwoord_dat_niet_kan(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon, anders: dict[str, Any], melding: str
) -> None:
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    with pytest.raises(ValidationError, match=melding):
        leg_vast(coordinator, rij, replace(zegt(moeder, "gegeven"), **anders))
    assert Toestemmingsantwoord.objects.count() == 1


def test_na_een_nee_vraag_je_opnieuw(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon
) -> None:
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    leg_vast(coordinator, rij, zegt(moeder, "geen_reactie"))
    leg_vast(coordinator, rij, zegt(moeder, "geweigerd"))
    with pytest.raises(ValidationError, match="opnieuw"):
        leg_vast(coordinator, rij, zegt(moeder, "gegeven"))


def test_een_oud_formulier_schrijft_niets(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon
) -> None:
    vader = maak_contact(leerling, "Henk Bakker")
    rij = maak_toestemming(leerling, coordinator.user, moeder, vader)
    leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    with pytest.raises(Verouderd):
        antwoord_vastleggen(door=coordinator, pk=rij.pk, versie=1, gegevens=zegt(vader, "gegeven"), op=NU)
    assert Toestemmingsantwoord.objects.count() == 3


def test_scan_komt_bij_de_stukken(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon, settings: Any, tmp_path: Any
) -> None:
    opslag = settings.STORAGES["default"]
    settings.STORAGES = settings.STORAGES | {"default": opslag | {"OPTIONS": {"location": tmp_path}}}
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    liegt = SimpleUploadedFile("form.pdf", b"<html>geen pdf</html>")
    with pytest.raises(ValidationError) as fout:
        leg_vast(coordinator, rij, zegt(moeder, "gegeven", scan=liegt), sleutel=uuid.uuid4())
    assert "scan" in fout.value.message_dict and not Stuk.objects.exists()
    assert Toestemmingsantwoord.objects.count() == 1
    goed = SimpleUploadedFile("form.pdf", PDF)
    leg_vast(coordinator, rij, zegt(moeder, "gegeven", scan=goed), sleutel=uuid.uuid4())
    stuk = Stuk.objects.get()
    assert (stuk.soort, stuk.leerling_id) == ("toestemming", leerling.pk)
    assert Toestemmingsantwoord.objects.latest("pk").stuk == stuk


def test_wie_mag_wat(
    school: School, leerling: Leerling, moeder: Contactpersoon, coordinator: Werkplek
) -> None:
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    mentor = maak_werkplek(school, Rol.MENTOR)
    with pytest.raises(Http404):
        get_toestemming(mentor, rij.pk)
    maak_mentor(school, leerling.plaatsingen.get().klas, mentor.user)
    assert get_toestemming(mentor, rij.pk)[0].toestemming == rij
    with pytest.raises(PermissionDenied):
        leg_vast(mentor, rij, zegt(moeder, "gegeven"))
    teamleider = maak_werkplek(school, Rol.DOCENT)
    with pytest.raises(Http404):
        get_toestemming(teamleider, rij.pk)


def test_antwoorden_zijn_niet_te_wijzigen(
    coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon
) -> None:
    maak_toestemming(leerling, coordinator.user, moeder)
    for opdracht in (
        "UPDATE leerlingen_toestemmingsantwoord SET naam = 'x'",
        "DELETE FROM leerlingen_toestemmingsantwoord",
    ):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(opdracht)


def test_kop_van_het_dossier(coordinator: Werkplek, leerling: Leerling, moeder: Contactpersoon) -> None:
    jeugdarts = maak_partner(leerling.school, "jeugdarts", soort="jgz")
    rij = maak_toestemming(leerling, coordinator.user, moeder)
    leg_vast(coordinator, rij, zegt(moeder, "gegeven"))
    _, pupil, grond = get_toestemming(coordinator, rij.pk)
    regels = [(r.partner, r.zin, r.akkoord) for r in delen_met(coordinator, pupil, grond)]
    assert regels == [
        ("Taleninstituut", "ouders akkoord t/m 11 april 2027", True),
        (jeugdarts.naam, "niet gevraagd", False),
    ]
