"""A half-written decision is kept: per coordinator, signal and decision, until the decision is taken."""

import html
import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Signaal, Triagebesluit
from ondersteuning.tests.test_invoer import besluit_data
from ondersteuning.views.besluitvorm import concept_van
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.werk.access import wie_schrijft
from zorgapp.werk.services import concept_lezen

BORD = reverse("ondersteuning:triage")


@pytest.fixture
def signaal(nu_decor: Decor) -> Signaal:
    return dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())


@pytest.fixture
def client_z(nu_decor: Decor, inloggen: Any) -> Client:
    return inloggen(nu_decor.coordinator.user)


def bewaar(client: Client, werkplek: Werkplek, signaal: Signaal, keuze: str, **inhoud: Any) -> Any:
    """Save for the first time, as the open page does."""
    return client.post(
        reverse("werk:concept", args=[concept_van(signaal.pk, keuze)]),
        json.dumps({"versie": 0, "wie": wie_schrijft(werkplek), "inhoud": inhoud}),
        content_type="application/json",
    )


def vorm(client: Client, signaal: Signaal, besluit: str, fragment: bool = True) -> str:
    """The form of one decision, fetched when it is opened, or in the whole page for a browser without script."""
    antwoord = client.get(
        BORD, {"signaal": signaal.pk, "besluit": besluit}, headers={"HX-Request": "true"} if fragment else {}
    )
    assert antwoord.status_code == 200
    return html.unescape(antwoord.content.decode())


@pytest.mark.parametrize("fragment", [True, False])
def test_wat_je_typte_staat_er_weer(
    nu_decor: Decor, signaal: Signaal, client_z: Client, fragment: bool
) -> None:
    wie = maak_werkplek(nu_decor.school, Rol.BEGELEIDER, dag=timezone.localdate(), voornaam="Ruben").user
    bewaar(
        client_z,
        nu_decor.coordinator,
        signaal,
        "tweede_lijn",
        reden="Het helpt niet.",
        al_gedaan="",
        eigenaar=str(wie.pk),
        ouders="bewust_niet",
        ouders_reden="Veiligheid gaat voor",
        domein="pers",
        datum="2030-01-02",
    )
    pagina = vorm(client_z, signaal, "tweede_lijn", fragment)
    assert ">Het helpt niet.</textarea>" in pagina
    assert re.search(rf'<option value="{wie.pk}" selected>', pagina)
    assert re.search(r'name="ouders" value="bewust_niet" checked', pagina)
    assert 'value="Veiligheid gaat voor"' in pagina and 'value="2030-01-02"' in pagina
    assert 'data-concept-versie="1"' in pagina
    assert '<option value="pers" selected>' in pagina
    assert re.search(r'name="al_gedaan"[^>]*></textarea>', pagina)  # emptied by the writer: no proposal again


def test_elk_besluit_en_elk_signaal_heeft_zijn_eigen(
    nu_decor: Decor, signaal: Signaal, client_z: Client
) -> None:
    ander = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    bewaar(client_z, nu_decor.coordinator, signaal, "terug", advies="Praat met hem.")
    assert "Praat met hem." in vorm(client_z, signaal, "terug")
    assert "Praat met hem." not in vorm(client_z, signaal, "afsluiten")
    assert "Praat met hem." not in vorm(client_z, ander, "terug")


def test_een_collega_ziet_het_niet(nu_decor: Decor, signaal: Signaal, client_z: Client) -> None:
    bewaar(client_z, nu_decor.coordinator, signaal, "terug", advies="Nog niet af.")
    collega = Client()
    collega.force_login(maak_werkplek(nu_decor.school, Rol.ZORGCOORDINATOR, dag=timezone.localdate()).user)
    assert "Nog niet af." not in vorm(collega, signaal, "terug")


def test_de_versie_van_het_signaal_komt_nooit_uit_het_concept(
    nu_decor: Decor, signaal: Signaal, client_z: Client
) -> None:
    bewaar(client_z, nu_decor.coordinator, signaal, "terug", advies="x", versie="9", besluit="afsluiten")
    Signaal.objects.filter(pk=signaal.pk).update(versie=7)
    pagina = vorm(client_z, signaal, "terug")
    assert re.search(r'name="versie" value="7" data-geen-concept', pagina)
    assert re.search(r'name="besluit" value="terug" data-geen-concept', pagina)


def test_na_het_besluit_zijn_alle_concepten_over_dit_signaal_leeg(
    nu_decor: Decor, signaal: Signaal, client_z: Client
) -> None:
    ander = dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    for keuze in ("terug", "afsluiten"):
        bewaar(client_z, nu_decor.coordinator, signaal, keuze, advies="a", reden="r")
    bewaar(client_z, nu_decor.coordinator, ander, "terug", advies="blijft")
    client_z.post(reverse("ondersteuning:besluit", args=[signaal.pk]), besluit_data())
    assert Triagebesluit.objects.count() == 1
    for keuze in ("terug", "afsluiten"):
        assert concept_lezen(nu_decor.coordinator, concept_van(signaal.pk, keuze)).inhoud == {}
    assert concept_lezen(nu_decor.coordinator, concept_van(ander.pk, "terug")).inhoud == {"advies": "blijft"}


def test_een_geweigerd_besluit_houdt_het_concept_en_zijn_versie(
    nu_decor: Decor, signaal: Signaal, client_z: Client
) -> None:
    bewaar(client_z, nu_decor.coordinator, signaal, "terug", advies="bewaard")
    antwoord = client_z.post(
        reverse("ondersteuning:besluit", args=[signaal.pk]), besluit_data(advies="getypt", datum="")
    )
    pagina = html.unescape(antwoord.content.decode())
    assert antwoord.status_code == 422
    assert ">getypt</textarea>" in pagina and "bewaard" not in pagina
    assert 'data-concept-versie="1"' in pagina
    assert concept_lezen(nu_decor.coordinator, concept_van(signaal.pk, "terug")).inhoud == {
        "advies": "bewaard"
    }


@pytest.mark.parametrize(
    "inhoud",
    [
        {"eigenaar": "999999999999"},
        {"eigenaar": ["1", "2"]},
        {"advies": ["a", "b"]},
        {"onbekend": "x"},
        {"datum": "gisteren"},
    ],
)
def test_een_vreemd_concept_breekt_niets(
    nu_decor: Decor, signaal: Signaal, client_z: Client, inhoud: dict[str, Any]
) -> None:
    bewaar(client_z, nu_decor.coordinator, signaal, "tweede_lijn", **inhoud)
    assert f'<option value="{nu_decor.coordinator.user.pk}" selected>' in vorm(
        client_z, signaal, "tweede_lijn"
    )
