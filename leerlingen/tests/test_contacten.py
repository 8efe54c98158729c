"""Contacts: two households apart, changed by hand, left alone by an import, and gezag that only a person gives."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access_contacten import geschiedenis_van, paneel_contacten
from leerlingen.access_delen import mag_gedeeld_met
from leerlingen.access_toestemming import get_dossier
from leerlingen.importeren.stand import IMPORT
from leerlingen.importeren.vergelijken import StaatContact, _met_behoud
from leerlingen.models import Contactpersoon, Leerling
from leerlingen.services.contacten import (
    Contactgegevens,
    contact_overnemen,
    contact_toevoegen,
    contact_wijzigen,
)
from leerlingen.tests.toestemminghulp import antwoord, maak_contact, maak_partner, maak_toestemming
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import DAG, maak_klas, maak_leerling, maak_werkplek

GEGEVENS = Contactgegevens("Marit Bakker", "moeder", "ja", 1, "06 1234 5678", "", "")


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR)


@pytest.fixture
def leerling(school: School) -> Leerling:
    return maak_leerling(school, maak_klas(school))


def nieuw(**velden: Any) -> Contactgegevens:
    return Contactgegevens(**({v: getattr(GEGEVENS, v) for v in GEGEVENS.__dataclass_fields__} | velden))


def test_toevoegen_en_wijzigen(coordinator: Werkplek, leerling: Leerling) -> None:
    contact = contact_toevoegen(door=coordinator, leerling_id=leerling.pk, gegevens=GEGEVENS)
    anders = nieuw(telefoon="06 8765 4321", bereikbaar="belt graag na 16 uur")
    contact_wijzigen(door=coordinator, pk=contact.pk, versie=1, gegevens=anders)
    contact.refresh_from_db()
    assert (contact.telefoon, contact.versie, contact.eigen) == ("06 8765 4321", 2, [])
    [eerder] = geschiedenis_van(contact)
    assert eerder.was == [("Telefoon", "06 1234 5678"), ("Bereikbaar", "leeg")]
    assert eerder.wie == coordinator.user.naam
    with pytest.raises(Verouderd):
        contact_wijzigen(door=coordinator, pk=contact.pk, versie=1, gegevens=GEGEVENS)
    with pytest.raises(ValidationError, match="deze naam"):
        contact_toevoegen(door=coordinator, leerling_id=leerling.pk, gegevens=nieuw(naam="marit bakker"))


def test_wat_de_school_schreef_onthoudt_het(coordinator: Werkplek, leerling: Leerling) -> None:
    contact = maak_contact(leerling, sleutel=IMPORT)
    contact_wijzigen(
        door=coordinator, pk=contact.pk, versie=1, gegevens=nieuw(naam="Marit de Bakker", telefoon="06 9")
    )
    contact.refresh_from_db()
    assert contact.eigen == ["telefoon"] and contact.administratienaam == "Marit Bakker"
    Contactpersoon.objects.update(administratie={"telefoon": "06 1"})
    contact_overnemen(door=coordinator, pk=contact.pk, versie=2)
    contact.refresh_from_db()
    assert (contact.telefoon, contact.eigen, contact.administratie) == ("06 1", [], {})


def staat(**velden: Any) -> StaatContact:
    standaard: dict[str, Any] = {
        "id": 1,
        "naam": "Marit Bakker",
        "relatie": "moeder",
        "gezag": "ja",
        "huishouden": 1,
        "telefoon": "06 1",
        "email": "",
        "geimporteerd": True,
    }
    return StaatContact(**(standaard | velden))


@pytest.mark.parametrize(
    ("oud", "bestand", "wordt"),
    [
        (staat(), {"telefoon": "06 2"}, {"telefoon": "06 2"}),
        (staat(eigen=frozenset({"telefoon"})), {"telefoon": "06 2"}, {"administratie": {"telefoon": "06 2"}}),
        (
            staat(eigen=frozenset({"telefoon"}), administratie={"telefoon": "06 2"}),
            {"telefoon": "06 2"},
            {},
        ),
        (
            staat(eigen=frozenset({"telefoon"}), administratie={"telefoon": "06 2"}),
            {"telefoon": "06 1"},
            {"administratie": {}},
        ),
        (
            staat(eigen=frozenset({"telefoon"})),
            {"telefoon": "06 2", "email": "a@b.nl"},
            {"email": "a@b.nl", "administratie": {"telefoon": "06 2"}},
        ),
        (staat(geimporteerd=False), {"telefoon": "06 2"}, {"administratie": {"telefoon": "06 2"}}),
    ],
)
def test_import_laat_staan_wat_de_school_schreef(
    oud: StaatContact, bestand: dict[str, Any], wordt: dict[str, Any]
) -> None:
    assert _met_behoud(oud, bestand) == wordt


@pytest.mark.regel(9)
@pytest.mark.parametrize("geimporteerd", [True, False])
@pytest.mark.parametrize("hier", ["ja", "nee", "onbekend"])
@pytest.mark.parametrize("bestand", ["ja", "nee", "onbekend"])
def test_een_bestand_geeft_geen_gezag_dat_de_school_wegnam(
    geimporteerd: bool, hier: str, bestand: str
) -> None:
    """Gezag that a person wrote becomes less by a file, never more."""
    oud = staat(gezag=hier, eigen=frozenset({"gezag"}), geimporteerd=geimporteerd)
    uit = _met_behoud(oud, {"gezag": bestand})
    straks = uit.get("gezag", hier)
    assert straks == ("ja" if hier == bestand == "ja" else bestand if hier == "ja" else hier)


@pytest.mark.regel(9)
def test_gezag_weg_is_toestemming_weg(coordinator: Werkplek, leerling: Leerling) -> None:
    moeder, partner = maak_contact(leerling), maak_partner(leerling.school)
    rij = maak_toestemming(leerling, coordinator.user, moeder, partner=partner, stand="gegeven")
    antwoord(rij, coordinator.user, moeder, "gegeven", DAG)
    assert mag_gedeeld_met(leerling, partner, DAG).mag
    contact_wijzigen(door=coordinator, pk=moeder.pk, versie=1, gegevens=nieuw(gezag="nee"))
    assert not mag_gedeeld_met(leerling, partner, DAG).mag
    rij.refresh_from_db()
    assert rij.stand == "geen_reactie"


def test_pagina_houdt_huishoudens_uit_elkaar(school: School, leerling: Leerling) -> None:
    vandaag = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=timezone.localdate())
    moeder = maak_contact(leerling, sleutel=IMPORT)
    maak_contact(leerling, "Henk Jansen", huishouden=2, gezag="onbekend")
    client = Client()
    client.force_login(vandaag.user)
    pagina = client.get(reverse("leerlingen:contacten", args=[leerling.pk])).content.decode()
    een, twee = pagina.split('id="h-huis2"')
    assert "Marit Bakker" in een and "Uit de administratie" in een and "Henk Jansen" not in een
    assert "Henk Jansen" in twee and "gezag onbekend" in twee and "Toegevoegd door de school" in twee
    adres = reverse("leerlingen:contact", args=[moeder.pk])
    invoer = {"naam": "Marit Bakker", "relatie": "moeder", "gezag": "ja", "huishouden": 1, "versie": 1}
    fouten = (
        {"naam": ""},
        {"gezag": "x"},
        {"huishouden": 9},
        {"telefoon": "bel"},
        {"email": "x"},
        {"naam": "a\x00"},
    )
    for fout in fouten:
        assert client.post(adres, invoer | fout).status_code == 422
    assert client.post(adres, invoer | {"telefoon": "06-12345678"}).status_code == 302
    oud = client.post(adres, invoer | {"telefoon": "06-87654321"})
    assert oud.status_code == 409 and "06-87654321" in oud.content.decode()
    moeder.refresh_from_db()
    assert moeder.telefoon == "06-12345678" or moeder.telefoon.replace(" ", "") == "0612345678"
    assert 'name="versie" value="2"' in oud.content.decode()  # who saw both texts can save his own


def test_paneel(coordinator: Werkplek, leerling: Leerling, django_assert_num_queries: Any) -> None:
    maak_contact(leerling)
    maak_contact(leerling, "Henk Bakker", huishouden=2)
    _, grond = get_dossier(coordinator, leerling.pk)
    with django_assert_num_queries(1):
        paneel = paneel_contacten(coordinator, leerling, grond)
    assert paneel is not None and [h.nummer for h in paneel.huishoudens] == [1, 2] and paneel.mag_beheren
