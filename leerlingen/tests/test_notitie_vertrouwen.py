"""Notes of a vertrouwenspersoon: nobody else reads them, and no file leads to them."""

import uuid
from datetime import date, datetime
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.klokken_prive import VERTROUWEN
from leerlingen.models import Vertrouwensnotitie
from leerlingen.services.prive import (
    laatste_dag,
    vertrouwensnotitie_bewaren,
)
from leerlingen.tests.notitiehulp import Plein, maak_plein
from zorgapp.accounts.models import Inzage, School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import soort_van
from zorgapp.testing.fabriek import maak_werkplek

DAG = date(2026, 11, 24)
NU = timezone.make_aware(datetime(2026, 11, 24, 12))
EIND = date(2027, 7, 31)
TEKST = "Zag blauwe plekken, vraag morgen door."


@pytest.fixture
def plein(school: School) -> Plein:
    return maak_plein(school, DAG)


@pytest.fixture
def vera(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.VERTROUWENSPERSOON, DAG, "Vera")


def vertrouw(door: Werkplek, **velden: Any) -> Vertrouwensnotitie:
    standaard: dict[str, Any] = {"sleutel": uuid.uuid4(), "over": "Gesprek", "tekst": TEKST, "op": NU}
    return vertrouwensnotitie_bewaren(door=door, **(standaard | velden))


def gepland(sleutel: str) -> list[Herinnering]:
    return list(Herinnering.objects.filter(soort=sleutel, status=Status.GEPLAND))


@pytest.mark.regel(44)
def test_een_notitie_van_de_vertrouwenspersoon_is_van_niemand_anders(
    plein: Plein, school: School, inloggen: Any
) -> None:
    vera = maak_werkplek(school, Rol.VERTROUWENSPERSOON, timezone.localdate(), "Vera")
    rij = vertrouw(vera)
    tweede = maak_werkplek(school, Rol.VERTROUWENSPERSOON, DAG, "Wim")
    pad = reverse("leerlingen:vertrouwensnotitie", args=[rij.pk])
    lijst = reverse("leerlingen:vertrouwensnotities")
    anderen = [
        *plein.lezers.values(),
        maak_werkplek(school, Rol.BEHEERDER, DAG),
        maak_werkplek(school, Rol.EXTERNE, DAG),
    ]
    for wie in anderen:
        assert inloggen(wie.user).get(pad).status_code == 403
        assert inloggen(wie.user).get(lijst).status_code == 403
    assert inloggen(tweede.user).get(pad).status_code == 404
    assert "Gesprek" not in inloggen(tweede.user).get(lijst).text
    assert TEKST in inloggen(vera.user).get(pad).text
    assert not Inzage.objects.exists()


@pytest.mark.regel(44)
def test_geen_verwijzing_naar_een_leerling() -> None:
    """Nothing leads from a pupil to such a note: no key, no number, no name."""
    velden = {v.name for v in Vertrouwensnotitie._meta.get_fields()}
    assert not {v for v in velden if "leerling" in v}
    assert {v.related_model.__name__ for v in Vertrouwensnotitie._meta.get_fields() if v.related_model} == {
        "School",
        "User",
    }


@pytest.mark.regel(44)
def test_de_vertrouwenspersoon_schrijft_leest_en_gooit_weg(vera: Werkplek, inloggen: Any) -> None:
    client = inloggen(vera.user)
    nieuw = reverse("leerlingen:vertrouwensnotitie_nieuw")
    assert "ook de zorgcoördinator, de schoolleiding en de beheerder niet" in client.get(nieuw).text
    assert client.post(nieuw, {"sleutel": uuid.uuid4(), "over": "", "tekst": ""}).status_code == 422
    assert client.post(nieuw, {"sleutel": uuid.uuid4(), "over": "", "tekst": TEKST}).status_code == 302
    rij = Vertrouwensnotitie.objects.get()
    assert rij.verloopt_op == laatste_dag(timezone.localdate())
    pad = reverse("leerlingen:vertrouwensnotitie", args=[rij.pk])
    assert client.post(pad, {"over": "Later", "tekst": "Beter.", "versie": "1"}).status_code == 302
    antwoord = client.post(pad, {"over": "Later", "tekst": "Ouder venster.", "versie": "1"})
    assert antwoord.status_code == 409 and "Beter." in antwoord.text and "Ouder venster." in antwoord.text
    assert "Later" in client.get(reverse("leerlingen:vertrouwensnotities")).text
    client.post(reverse("leerlingen:vertrouwensnotitie_weg", args=[rij.pk]))
    assert not Vertrouwensnotitie.objects.exists()


def test_ook_de_vertrouwenspersoon_krijgt_een_seintje(vera: Werkplek) -> None:
    vertrouw(vera)
    [herinnering] = gepland(VERTROUWEN)
    soort = soort_van(VERTROUWEN)
    assert soort is not None and soort.nog_geldig(herinnering, herinnering.niet_voor)
    Vertrouwensnotitie.objects.all().delete()
    assert not soort.nog_geldig(herinnering, herinnering.niet_voor)
