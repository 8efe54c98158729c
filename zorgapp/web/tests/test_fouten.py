"""What cannot be read gets a sentence, never an error page."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("soort", "lichaam"),
    [
        (f"{FORM}; charset=utf-7", b"login=x"),
        (FORM, b"a=1&" * 1100),
        ("multipart/form-data", b"x"),
        (FORM, b"x" * 3_000_000),
    ],
    ids=["vreemde tekens", "te veel velden", "zonder grens", "te groot"],
)
def test_onleesbaar_verzoek(soort: str, lichaam: bytes) -> None:
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.get("/inloggen/")
    antwoord = client.post("/inloggen/", lichaam, content_type=soort)
    assert antwoord.status_code == 400
    assert "Dit verzoek klopt niet" in antwoord.content.decode()


def test_vreemde_host() -> None:
    antwoord = Client(raise_request_exception=False).get("/", headers={"host": "kwaad.example"})
    assert antwoord.status_code == 400 and "Dit verzoek klopt niet" in antwoord.content.decode()
