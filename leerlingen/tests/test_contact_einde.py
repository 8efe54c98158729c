"""A contact that was added by mistake: no longer chosen, never deleted, put back with everything that was known."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import contacten_van, get_leerling
from leerlingen.access_contacten import beeindigde_contacten, geschiedenis_van, toestemmingen_met
from leerlingen.access_delen import mag_gedeeld_met
from leerlingen.access_toestemming import contacten_met_gezag
from leerlingen.importeren.inhoud import LeesFout
from leerlingen.importeren.uitvoeren import draai_terug
from leerlingen.models import Contactpersoon, ImportRegel, Leerling, Toestemmingsantwoord
from leerlingen.services.contacten import contact_beeindigen, contact_terugzetten, contact_toevoegen
from leerlingen.services.importeren import ImportFout, import_terugdraaien
from leerlingen.services.toestemming import toestemming_vragen
from leerlingen.tests.importhulp import alles, importeer
from leerlingen.tests.test_contacten import nieuw
from leerlingen.tests.test_contacten_import import bestand
from leerlingen.tests.toestemminghulp import antwoord, maak_contact, maak_partner, maak_toestemming, vraag
from ondersteuning.access_klacht import get_leerling_klacht
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling, maak_mentor, maak_werkplek


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR)


@pytest.fixture
def leerling(school: School) -> Leerling:
    return maak_leerling(school, maak_klas(school))


def te_kiezen(wie: Werkplek, leerling: Leerling) -> list[int]:
    """In how many of the three lists one chooses a contact from each contact stands."""
    grond = get_leerling(wie, leerling.pk)[1]
    lijsten = (
        contacten_van(wie, leerling, grond),
        contacten_met_gezag(leerling.pk),
        get_leerling_klacht(wie, leerling.pk)[1],
    )
    return [len(lijst) for lijst in lijsten]


def test_niet_meer_te_kiezen_en_terug(coordinator: Werkplek, leerling: Leerling) -> None:
    contact = maak_contact(leerling)
    assert te_kiezen(coordinator, leerling) == [1, 1, 1]
    with pytest.raises(Verouderd):
        contact_beeindigen(door=coordinator, pk=contact.pk, versie=contact.versie + 1)
    for _ in range(2):  # sent twice is once
        contact = contact_beeindigen(door=coordinator, pk=contact.pk, versie=contact.versie)
    assert te_kiezen(coordinator, leerling) == [0, 0, 0]
    with pytest.raises(ValidationError):
        toestemming_vragen(
            door=coordinator,
            leerling_id=leerling.pk,
            gegevens=vraag(maak_partner(leerling.school), contact),
        )
    with pytest.raises(ValidationError, match="Zet het terug"):
        contact_toevoegen(door=coordinator, leerling_id=leerling.pk, gegevens=nieuw(naam=contact.naam))
    assert contact_terugzetten(door=coordinator, pk=contact.pk).beeindigd_op is None
    assert te_kiezen(coordinator, leerling) == [1, 1, 1]
    contact.refresh_from_db()
    assert [w.was for w in geschiedenis_van(contact)] == [
        [("Niet meer in gebruik sinds", DAG.isoformat())],
        [("Niet meer in gebruik sinds", "leeg")],
    ]


@pytest.mark.regel(9)
def test_wie_tekende_blijft_genoemd_en_zijn_ja_telt_niet_meer(
    coordinator: Werkplek, leerling: Leerling
) -> None:
    moeder, partner = maak_contact(leerling), maak_partner(leerling.school)
    rij = maak_toestemming(leerling, coordinator.user, moeder, partner=partner, stand="gegeven")
    antwoord(rij, coordinator.user, moeder, "gegeven", DAG)
    contact_beeindigen(door=coordinator, pk=moeder.pk, versie=1)
    assert not mag_gedeeld_met(leerling, partner, DAG).mag
    assert toestemmingen_met(moeder) == 1
    assert {a.naam for a in Toestemmingsantwoord.objects.all()} == {moeder.naam}
    contact_terugzetten(door=coordinator, pk=moeder.pk)
    assert mag_gedeeld_met(leerling, partner, DAG).mag


def test_alleen_de_coordinator(school: School, coordinator: Werkplek, leerling: Leerling) -> None:
    contact, mentor = maak_contact(leerling), maak_werkplek(school, Rol.MENTOR)
    maak_mentor(school, leerling.plaatsingen.get().klas, mentor.user)
    with pytest.raises(PermissionDenied):
        contact_beeindigen(door=mentor, pk=contact.pk, versie=1)
    contact_beeindigen(door=coordinator, pk=contact.pk, versie=1)
    with pytest.raises(PermissionDenied):
        contact_terugzetten(door=mentor, pk=contact.pk)
    gronden = [(wie, get_leerling(wie, leerling.pk)[1]) for wie in (coordinator, mentor)]
    assert [len(beeindigde_contacten(leerling, grond)) for _, grond in gronden] == [1, 0]


def test_via_de_pagina(school: School, leerling: Leerling) -> None:
    vandaag = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=timezone.localdate())
    contact, client = maak_contact(leerling), Client()
    client.force_login(vandaag.user)
    weg, terug, lijst, een = (
        reverse(f"leerlingen:{naam}", args=[pk])
        for naam, pk in (
            ("contact_beeindigen", contact.pk),
            ("contact_terugzetten", contact.pk),
            ("contacten", leerling.pk),
            ("contact", contact.pk),
        )
    )
    for versie in ("", "9", "x", "9" * 30):
        assert "Een collega paste" in client.post(weg, {"versie": versie}, follow=True).content.decode()
    assert f'action="{weg}"' in client.get(een).content.decode()
    pagina = client.post(weg, {"versie": "1"}, follow=True).content.decode()
    assert "niet meer in gebruik" in pagina and pagina.count(f'action="{terug}"') >= 1
    assert 'name="gezag"' not in client.get(een).content.decode()
    assert client.post(
        een, {"naam": "A", "relatie": "moeder", "gezag": "ja", "huishouden": 1}
    ).status_code in (
        409,
        422,
    )
    client.post(terug)
    assert f'action="{terug}"' not in client.get(lijst).content.decode()


def test_een_bestand_brengt_hem_niet_terug(school: School, coordinator: Werkplek) -> None:
    importeer(school, bestand())
    contact = Contactpersoon.objects.get()
    contact_beeindigen(door=coordinator, pk=contact.pk, versie=1)
    voor = alles(school)
    importeer(school, bestand(telefoon="06-33333333"))
    assert alles(school) == voor and Contactpersoon.objects.get().beeindigd_op == DAG


def test_een_import_van_voor_een_vernieuwing_gaat_niet_terug(school: School, coordinator: Werkplek) -> None:
    """Kept with the columns of then; with those of now it can be undone."""
    opdracht = importeer(school, bestand())
    regel = ImportRegel.objects.get(opdracht=opdracht, soort="nieuw")
    toen = [[t, pk, v, {k: w for k, w in na.items() if k != "eigen"}] for t, pk, v, na in regel.rijen]
    ImportRegel.objects.filter(pk=regel.pk).update(rijen=toen)
    voor = alles(school)
    with pytest.raises(ImportFout, match="Terugzetten kan niet meer"):
        import_terugdraaien(door=coordinator, opdracht=opdracht)
    with pytest.raises(LeesFout, match="Terugzetten kan niet meer"):
        draai_terug(opdracht)
    assert alles(school) == voor
    ImportRegel.objects.filter(pk=regel.pk).update(rijen=regel.rijen)
    assert draai_terug(opdracht) == 0 and not Leerling.objects.exists()
