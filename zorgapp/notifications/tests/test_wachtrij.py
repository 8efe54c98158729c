"""Mails that did not go out: the list of the beheerder, one's own, and the two buttons."""

import uuid
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
from zorgapp.notifications.soorten import Soort, registreer
from zorgapp.testing.fabriek import NU, maak_werkplek
from zorgapp.testing.queries import controleer_budget

WACHTRIJ, MELDINGEN = reverse("notifications:wachtrij"), reverse("notifications:meldingen")
ZENDING = uuid.UUID("8a6e0804-2bd0-4672-b79d-d97027f9071a")
AL_GEDAAN = "Met deze mail is intussen al iets gedaan"


@pytest.fixture
def beheerder(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.BEHEERDER)


@pytest.fixture
def joris(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.MENTOR, voornaam="Joris")


def rij(wie: Werkplek, status: Status = Status.MISLUKT, **velden: Any) -> Herinnering:
    standaard = {
        "soort": "proef",
        "sleutel": f"proef:{uuid.uuid4()}",
        "object_id": 1,
        "niet_voor": NU,
        "geclaimd_op": NU,
        "zending": ZENDING,
        "verstuurd_op": NU,
        "fout": "de mailserver weigert de mail" if status == Status.MISLUKT else "",
    }
    return Herinnering.objects.create(
        school=wie.school, ontvanger=wie.user, status=status, **(standaard | velden)
    )


def adres(naam: str, zending: uuid.UUID = ZENDING) -> str:
    return reverse(f"notifications:{naam}", args=[zending])


@pytest.mark.usefixtures("geldig")
def test_het_werkt(beheerder: Werkplek, joris: Werkplek, inloggen: Any) -> None:
    for status in Status:
        rij(joris, status, zending=uuid.uuid4())
    rij(joris, zending=Herinnering.objects.get(status=Status.MISLUKT).zending)
    zet_context(beheerder.school.pk)
    assert aantal_problemen(beheerder) == 2
    client = inloggen(beheerder.user)
    controleer_budget(client, WACHTRIJ)
    html = client.get(WACHTRIJ).content.decode()
    assert html.count("Joris Koster</span></button>") == 4 and html.count("2 nieuwe signalen, ") == 1
    assert "</svg>mislukt</span>" in html and "</svg>onzeker</span>" in html
    assert "De mailserver weigert de mail" in html


@pytest.mark.usefixtures("geldig")
def test_vol(beheerder: Werkplek, joris: Werkplek, inloggen: Any) -> None:
    """A day without a mail server: page by page, none of them heavy."""
    for _ in range(30):
        rij(joris, zending=uuid.uuid4())
    client = inloggen(beheerder.user)
    bladen = [client.get(f"{WACHTRIJ}?p={nummer}").content for nummer in (1, 2, 3)]
    assert [html.count(b"/opnieuw/") for html in bladen] == [12, 12, 6]
    assert max(map(len, bladen)) < 20_000


def test_leeg(beheerder: Werkplek, inloggen: Any) -> None:
    assert "Alle mails zijn verstuurd." in inloggen(beheerder.user).get(WACHTRIJ).content.decode()


@pytest.mark.parametrize(("naam", "status"), [("opnieuw", Status.GEPLAND), ("vervalt", Status.VERVALLEN)])
@pytest.mark.parametrize("van", [Status.MISLUKT, Status.ONZEKER])
def test_knoppen(
    beheerder: Werkplek, joris: Werkplek, inloggen: Any, naam: str, status: Status, van: Status
) -> None:
    """The whole mail at once; a second press says that something was done already and changes nothing."""
    samen = [rij(joris, van, pogingen=5), rij(joris, van, pogingen=5)]
    zet_context(beheerder.school.pk)
    client = inloggen(beheerder.user)
    assert client.get(adres(naam)).status_code == 405
    antwoord = client.post(adres(naam), follow=True)
    assert antwoord.redirect_chain == [(WACHTRIJ, 302)] and AL_GEDAAN not in antwoord.content.decode()
    zet_context(beheerder.school.pk)
    assert {Herinnering.objects.get(pk=een.pk).status for een in samen} == {status}
    assert AL_GEDAAN in client.post(adres(naam), follow=True).content.decode()
    assert AL_GEDAAN in client.post(adres(naam, uuid.uuid4()), follow=True).content.decode()


@pytest.mark.parametrize("status", [Status.GEPLAND, Status.GECLAIMD, Status.VERSTUURD, Status.VERVALLEN])
def test_wat_geen_probleem_is_blijft_zoals_het_is(
    beheerder: Werkplek, joris: Werkplek, status: Status
) -> None:
    ander = rij(joris, status)
    zet_context(beheerder.school.pk)
    assert verstuur_opnieuw(door=beheerder, zending=ZENDING) is None
    assert not sluit_probleem(door=beheerder, zending=ZENDING)
    ander.refresh_from_db()
    assert ander.status == status


def test_andere_school(beheerder: Werkplek, andere_school: School, inloggen: Any) -> None:
    zet_context(andere_school.pk)
    vreemd = rij(maak_werkplek(andere_school, Rol.MENTOR, voornaam="Joris"))
    client = inloggen(beheerder.user)
    assert "Joris" not in client.get(WACHTRIJ).content.decode()
    client.post(adres("opnieuw"))
    zet_context(andere_school.pk)
    vreemd.refresh_from_db()
    assert vreemd.status == Status.MISLUKT


@pytest.mark.parametrize("rol", [rol for rol in Rol if rol != Rol.BEHEERDER])
def test_alleen_de_beheerder(school: School, inloggen: Any, rol: Rol) -> None:
    assert inloggen(maak_werkplek(school, rol).user).get(WACHTRIJ).status_code == 403


@pytest.mark.usefixtures("geldig")
def test_eigen_mail_op_de_pagina_meldingen(school: School, joris: Werkplek, inloggen: Any) -> None:
    """One sees and mends one's own; of a colleague nothing, also not with the number of his mail."""
    ander = maak_werkplek(school, Rol.MENTOR, voornaam="Iris")
    eigen, vreemd = rij(joris, direct=True, soort="acuut"), rij(ander, zending=uuid.uuid4())
    client = inloggen(joris.user)
    html = client.get(MELDINGEN).content.decode()
    assert html.count("Verstuur opnieuw") == 1 and "1 signaal voor vandaag" in html
    assert "De mail gaat zo weg" in client.post(adres("eigen_opnieuw"), follow=True).content.decode()
    assert vreemd.zending is not None
    antwoord = client.post(adres("eigen_vervalt", vreemd.zending), follow=True)
    assert AL_GEDAAN in antwoord.content.decode()
    zet_context(school.pk)
    eigen.refresh_from_db()
    vreemd.refresh_from_db()
    assert (eigen.status, vreemd.status) == (Status.GEPLAND, Status.MISLUKT)


@pytest.mark.usefixtures("geldig")
def test_wat_tussen_twee_mensen_is_leest_de_beheerder_niet(
    beheerder: Werkplek, joris: Werkplek, inloggen: Any
) -> None:
    registreer(
        Soort("stil", "antwoord van een coach", "antwoorden van een coach", lambda *_: True, besloten=True)
    )
    rij(joris, soort="stil")
    html = inloggen(beheerder.user).get(WACHTRIJ).content.decode()
    assert "coach" not in html and "1 bericht, " in html
    assert "1 antwoord van een coach" in inloggen(joris.user).get(MELDINGEN).content.decode()
