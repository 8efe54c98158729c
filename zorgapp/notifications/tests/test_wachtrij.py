"""The beheerder's page of mails that did not go out."""

from typing import Any

import pytest
from django.urls import reverse

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.access import aantal_problemen
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.services import sluit_probleem, verstuur_opnieuw
from zorgapp.testing.fabriek import NU, maak_werkplek

WACHTRIJ = reverse("notifications:wachtrij")


@pytest.fixture
def beheerder(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.BEHEERDER)


def rij(school: School, status: Status = Status.MISLUKT, **velden: Any) -> Herinnering:
    ontvanger = maak_werkplek(school, Rol.MENTOR, voornaam="Joris").user
    standaard = {
        "soort": "proef",
        "sleutel": f"proef:{ontvanger.pk}",
        "object_id": 1,
        "niet_voor": NU,
        "geclaimd_op": NU,
        "zending": "8a6e0804-2bd0-4672-b79d-d97027f9071a",
        "verstuurd_op": NU,
        "fout": "de mailserver weigert de mail" if status == Status.MISLUKT else "",
    }
    return Herinnering.objects.create(
        school=school, ontvanger=ontvanger, status=status, **(standaard | velden)
    )


@pytest.mark.usefixtures("geldig")
def test_het_werkt(beheerder: Werkplek, inloggen: Any, django_assert_max_num_queries: Any) -> None:
    for status in Status:
        rij(beheerder.school, status)
    zet_context(beheerder.school.pk)
    assert aantal_problemen(beheerder) == 2
    client = inloggen(beheerder.user)
    with django_assert_max_num_queries(12):
        html = client.get(WACHTRIJ).content.decode()
    assert html.count("Joris Koster</span></button>") == 4 and html.count("nieuw signaal, ") == 2
    assert "De mailserver weigert de mail" in html and "Onzeker" in html


def test_leeg(beheerder: Werkplek, inloggen: Any) -> None:
    assert "Alle mails zijn verstuurd." in inloggen(beheerder.user).get(WACHTRIJ).content.decode()


@pytest.mark.parametrize(("naam", "status"), [("opnieuw", Status.GEPLAND), ("vervalt", Status.VERVALLEN)])
@pytest.mark.parametrize("van", [Status.MISLUKT, Status.ONZEKER])
def test_knoppen(beheerder: Werkplek, inloggen: Any, naam: str, status: Status, van: Status) -> None:
    probleem = rij(beheerder.school, van, pogingen=5)
    zet_context(beheerder.school.pk)
    adres = reverse(f"notifications:{naam}", args=[probleem.pk])
    client = inloggen(beheerder.user)
    assert client.get(adres).status_code == 405
    antwoord = client.post(adres, follow=True)
    assert antwoord.redirect_chain == [(WACHTRIJ, 302)]
    probleem.refresh_from_db()
    assert probleem.status == status
    assert client.post(adres).status_code == 404


@pytest.mark.parametrize("status", [Status.GEPLAND, Status.GECLAIMD, Status.VERSTUURD, Status.VERVALLEN])
def test_wat_geen_probleem_is_blijft_zoals_het_is(beheerder: Werkplek, inloggen: Any, status: Status) -> None:
    ander = rij(beheerder.school, status)
    zet_context(beheerder.school.pk)
    assert not verstuur_opnieuw(door=beheerder, herinnering_id=ander.pk)
    assert not sluit_probleem(door=beheerder, herinnering_id=ander.pk)
    client = inloggen(beheerder.user)
    assert client.post(reverse("notifications:opnieuw", args=[ander.pk])).status_code == 404


def test_andere_school(beheerder: Werkplek, andere_school: School, inloggen: Any) -> None:
    zet_context(andere_school.pk)
    vreemd = rij(andere_school)
    client = inloggen(beheerder.user)
    assert "Joris" not in client.get(WACHTRIJ).content.decode()
    assert client.post(reverse("notifications:opnieuw", args=[vreemd.pk])).status_code == 404


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_alleen_de_beheerder(school: School, inloggen: Any, rol: Rol) -> None:
    assert inloggen(maak_werkplek(school, rol).user).get(WACHTRIJ).status_code == 403
