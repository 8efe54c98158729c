"""What somebody was told, in the app: new or seen, gone when it is done, and of nobody else."""

import uuid
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import services, views
from zorgapp.notifications.access import mailmoment
from zorgapp.notifications.inbox import kijk_na
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.usefixtures("geldig")
MELDINGEN, GEZIEN = reverse("notifications:meldingen"), reverse("notifications:gezien")
TIJD = reverse("notifications:mailmoment")


@pytest.fixture
def joris(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.MENTOR, voornaam="Joris")


@pytest.fixture(autouse=True)
def gevraagd(monkeypatch: pytest.MonkeyPatch) -> list[Werkplek]:
    """Who asked a worker to look again; there is none here."""
    wie: list[Werkplek] = []
    monkeypatch.setattr(services, "vraag_nakijken", lambda *, door: wie.append(door))
    assert views.services is services
    return wie


def verteld(
    wie: Werkplek, nummer: int, status: Status = Status.VERSTUURD, op: datetime | None = None, **velden: Any
) -> Herinnering:
    op = op or timezone.now() - timedelta(minutes=5)
    standaard = {
        "soort": "proef",
        "sleutel": f"proef:{uuid.uuid4()}",
        "object_id": nummer,
        "niet_voor": op,
        "geclaimd_op": op,
        "verstuurd_op": op,
        "zending": uuid.uuid4(),
    }
    return Herinnering.objects.create(
        school=wie.school, ontvanger=wie.user, status=status, **(standaard | velden)
    )


def test_het_verhaal(
    joris: Werkplek, inloggen: Any, geldig: dict[int, Any], gevraagd: list[Werkplek]
) -> None:
    for nummer in (1, 2):
        verteld(joris, nummer)
    verteld(joris, 3, soort="acuut", direct=True)
    client = inloggen(joris.user)
    html = client.get(MELDINGEN).content.decode()
    assert "2 nieuwe signalen" in html and "1 signaal voor vandaag" in html
    assert "<b>2 meldingen zijn nieuw.</b>" in html and "?bij" in html and len(gevraagd) == 1

    client.post(GEZIEN, {"tot": timezone.now().isoformat()})
    html = client.get(f"{MELDINGEN}?bij").content.decode()
    assert "Je hebt alles gezien." in html and "2 nieuwe signalen" in html
    assert "?bij" not in html and len(gevraagd) == 1

    geldig[1] = geldig[3] = False
    assert kijk_na(school_id=joris.school.pk, user_id=joris.user.pk, op=timezone.now()) == 2
    html = client.get(MELDINGEN).content.decode()
    assert "1 nieuw signaal" in html and "voor vandaag" not in html
    assert kijk_na(school_id=joris.school.pk, user_id=joris.user.pk, op=timezone.now()) == 0

    geldig[1] = True  # somebody pressed Herstel
    assert kijk_na(school_id=joris.school.pk, user_id=joris.user.pk, op=timezone.now()) == 1
    assert "2 nieuwe signalen" in client.get(MELDINGEN).content.decode()


@pytest.mark.parametrize(
    ("status", "zichtbaar"),
    [
        (Status.VERSTUURD, True),
        (Status.GECLAIMD, True),
        (Status.MISLUKT, True),
        (Status.ONZEKER, True),
        (Status.GEPLAND, True),  # told once, and waiting to be mailed again
        (Status.VERVALLEN, False),
    ],
)
def test_ook_als_de_mail_niet_aankwam(
    joris: Werkplek, inloggen: Any, status: Status, zichtbaar: bool
) -> None:
    verteld(joris, 1, status)
    regels = inloggen(joris.user).get(MELDINGEN).content.decode().partition('id="meldingen"')[2]
    assert ("1 nieuw signaal" in regels) is zichtbaar


def test_wat_nog_niet_verteld_is_staat_er_niet(joris: Werkplek, inloggen: Any) -> None:
    verteld(joris, 1, Status.GEPLAND, geclaimd_op=None)
    verteld(joris, 2, op=timezone.now() - timedelta(days=32))
    assert "Er wacht geen melding op je." in inloggen(joris.user).get(MELDINGEN).content.decode()


def test_van_niemand_anders(joris: Werkplek, andere_school: School, inloggen: Any) -> None:
    """Not of a colleague, not of another school, and nobody sees what came after his page as seen."""
    iris = maak_werkplek(joris.school, Rol.MENTOR, voornaam="Iris")
    van_iris = verteld(iris, 1)
    client = inloggen(joris.user)
    assert "Er wacht geen melding op je." in client.get(MELDINGEN).content.decode()
    client.post(GEZIEN, {"tot": timezone.now().isoformat()})
    zet_context(joris.school.pk)
    van_iris.refresh_from_db()
    assert van_iris.gezien_op is None


@pytest.mark.parametrize(
    "tot",
    ["", "gisteren", "2026-13-45T99:00", "2026-11-22T10:00", "\x00", "2020-01-01T00:00:00+00:00", "9" * 400],
)
def test_gezien_met_rare_invoer_verandert_niets(joris: Werkplek, inloggen: Any, tot: str) -> None:
    rij = verteld(joris, 1)
    assert inloggen(joris.user).post(GEZIEN, {"tot": tot}).status_code == 302
    zet_context(joris.school.pk)
    rij.refresh_from_db()
    assert rij.gezien_op is None


def test_een_fout_in_een_controle_laat_staan(joris: Werkplek, inloggen: Any, geldig: dict[int, Any]) -> None:
    verteld(joris, 1)
    geldig[1] = RuntimeError("Kees Jan Bakker")
    assert kijk_na(school_id=joris.school.pk, user_id=joris.user.pk, op=timezone.now()) == 0
    assert "1 nieuw signaal" in inloggen(joris.user).get(MELDINGEN).content.decode()


def test_groeit_niet(joris: Werkplek, inloggen: Any) -> None:
    client, kost = inloggen(joris.user), []
    for aantal in (1, 40):
        for nummer in range(aantal):
            soort = "acuut" if nummer % 2 else "proef"
            verteld(joris, nummer, op=timezone.now() - timedelta(hours=16 * nummer), soort=soort)
            verteld(joris, nummer, Status.MISLUKT)
        kost.append(controleer_budget(client, MELDINGEN))
    assert kost[0] == kost[1] and len(client.get(MELDINGEN).content) < 20_000


def test_een_externe_heeft_geen_meldingen(school: School, inloggen: Any) -> None:
    client = inloggen(maak_werkplek(school, Rol.EXTERNE).user)
    assert {client.get(pad).status_code for pad in (MELDINGEN, TIJD)} == {403}


def test_de_tijd_kiezen(joris: Werkplek, inloggen: Any) -> None:
    client = inloggen(joris.user)
    assert "Zoals op school: 16.00 uur" in client.get(TIJD).content.decode()
    antwoord = client.post(TIJD, {"minuut": "450"}, follow=True)
    assert "Je dagelijkse mail komt om 7.30 uur." in antwoord.content.decode()
    assert mailmoment(joris.user) == 450
    client.post(TIJD, {"minuut": "school"})
    assert mailmoment(joris.user) is None


@pytest.mark.parametrize("minuut", ["", "451", "-30", "1350", "99999999999999999999", "middag", "\x00"])
def test_een_tijd_die_er_niet_is(joris: Werkplek, inloggen: Any, minuut: str) -> None:
    antwoord = inloggen(joris.user).post(TIJD, {"minuut": minuut})
    assert antwoord.status_code == 422 and "Kies een tijd uit de lijst." in antwoord.content.decode()
    assert mailmoment(joris.user) is None
