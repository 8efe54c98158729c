"""Settings with an effective date: never backwards, within bounds, and what comes is shown."""

from typing import Any

import pytest
from django.urls import reverse

from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import Instelling, School
from zorgapp.accounts.tests.hulp import DAG, maak_beheerder, vandaag

pytestmark = pytest.mark.django_db
URL = "/beheer/instellingen/waarde/antwoordtermijn/"


@pytest.fixture
def client_bas(school: School, inloggen: Any) -> Any:
    return inloggen(maak_beheerder(school).user)


def test_geldt_vanaf_de_gekozen_dag(client_bas: Any, school: School) -> None:
    straks = vandaag() + 7 * DAG
    client_bas.post(URL, {"waarde": "8", "geldig_vanaf": straks.isoformat()})
    assert instelling("antwoordtermijn", straks - DAG) == 5
    assert instelling("antwoordtermijn", straks) == 8
    overzicht = client_bas.get(reverse("accounts:instellingen")).content.decode()
    assert "5 schooldagen" in overzicht and "8 schooldagen" in overzicht


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"waarde": "0"}, "Kies een aantal van 1 tot en met 20."),
        ({"waarde": "21"}, "Kies een aantal van 1 tot en met 20."),
        ({"waarde": "vijf"}, "Kies een aantal van 1 tot en met 20."),
        ({"geldig_vanaf": "2020-01-01"}, "Die datum is voorbij."),
        ({"geldig_vanaf": ""}, "Kies een datum."),
    ],
)
def test_wat_niet_kan_wordt_niet_bewaard(client_bas: Any, velden: dict[str, str], melding: str) -> None:
    antwoord = client_bas.post(URL, {"waarde": "8", "geldig_vanaf": vandaag().isoformat()} | velden)
    assert antwoord.status_code == 422
    assert melding in antwoord.content.decode()
    assert not Instelling.objects.exists()


def test_een_verzonnen_instelling_bestaat_niet(client_bas: Any) -> None:
    assert client_bas.get("/beheer/instellingen/waarde/salaris/").status_code == 404


def test_tweede_keer_op_een_dag_vervangt_de_eerste(client_bas: Any) -> None:
    for waarde in ("8", "9"):
        client_bas.post(URL, {"waarde": waarde, "geldig_vanaf": vandaag().isoformat()})
    assert Instelling.objects.get().waarde == 9
