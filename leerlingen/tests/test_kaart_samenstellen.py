"""A whole card in one go: one version and one confirmation, all of it or nothing, and what was typed is kept."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import FaciliteitToekenning, Kaartversie
from leerlingen.services.kaartlezers import kaart_gezien
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import School
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.services import concept_bewaren, concept_lezen

TIJD, LAPTOP, PAUZE = (
    "25% extra tijd bij toetsen",
    "Laptop met voorleessoftware",
    "Korte pauzes tijdens een toets",
)


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


@pytest.fixture
def client(kd: Kaartdecor) -> Client:
    client = Client()
    client.force_login(kd.coordinator.user)
    return client


def adres(kd: Kaartdecor) -> str:
    return reverse("leerlingen:kaart_toevoegen", args=[kd.leerling.pk])


def vorm(kd: Kaartdecor, *namen: str, stand: int = 0, **anders: Any) -> dict[str, Any]:
    """What is sent for these facilities; `anders` for the last one, by the name of its field."""
    data: dict[str, Any] = {"stand": stand, "geldig_tot": kd.coordinator.dag + timedelta(days=90)}
    data["faciliteit"] = data["blok"] = [kd.faciliteit(naam).pk for naam in namen]
    for pk in data["blok"]:
        data |= {f"f{pk}-tekst": "Doe dit.", f"f{pk}-waar": ["toets"], f"f{pk}-vakken": ["Duits"]}
    return data | {f"f{data['blok'][-1]}-{veld}": waarde for veld, waarde in anders.items()}


@pytest.mark.regel(58)
def test_een_hele_kaart_is_een_versie(kd: Kaartdecor, client: Client) -> None:
    kies = {"faciliteit": [kd.faciliteit(naam).pk for naam in (TIJD, LAPTOP, PAUZE)]}
    assert client.get(adres(kd), kies).text.count('name="blok"') == 3
    data = vorm(kd, TIJD, LAPTOP, PAUZE, waar=["les", "schoolexamen"], vakken=["Duits", "wiskunde"])
    assert client.post(adres(kd), data).status_code == 302
    kaart = kd.kaart
    assert (kaart.versie, kaart.geldig_tot) == (1, data["geldig_tot"]) and Kaartversie.objects.count() == 1
    rij = FaciliteitToekenning.objects.get(faciliteit__naam=PAUZE)
    assert (rij.les, rij.toets, rij.schoolexamen, rij.vakken) == (True, False, True, ["Duits", "wiskunde"])
    kaart_gezien(door=kd.docent, leerling=kd.leerling, versie=1, op=timezone.now())
    assert client.post(adres(kd), data).status_code == 302  # sent twice: nobody has to look again
    assert kd.kaart.versie == 1 and FaciliteitToekenning.objects.count() == 3
    meer = vorm(kd, "Koptelefoon", "Rekenmachine", stand=kd.kaart.stand)
    assert client.post(adres(kd), meer).status_code == 302 and kd.kaart.versie == 2
    assert "Koptelefoon, Rekenmachine" in Kaartversie.objects.get(versie=2).wat


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"tekst": ""}, "Schrijf wat de docent doet"),
        ({"tekst": "Geef extra tijd vanwege dyslexie."}, "Laat ‘dyslexie’ weg"),
        ({"waar": []}, "Kies waar"),
        ({"waar": ["centraal_examen"]}, "deskundigenverklaring"),
        ({"vakken": ["sterrenkunde"]}, "vak kennen we niet"),
        ({"geldig_tot": "2098-01-01"}, "later dan de kaart"),
        ({"tekst": "a\x00b"}, "Null"),
    ],
    ids=str,
)
@pytest.mark.regel(41, 57)
def test_een_fout_en_niets_staat_erop(
    kd: Kaartdecor, client: Client, anders: dict[str, Any], melding: str
) -> None:
    """All of it or nothing, and what was typed for the others comes back."""
    data = vorm(kd, TIJD, LAPTOP, **anders) | {
        f"f{kd.faciliteit(TIJD).pk}-tekst": "Geef een kwart meer tijd."
    }
    antwoord = client.post(adres(kd), data)
    assert antwoord.status_code == 422 and melding in antwoord.text
    assert "Geef een kwart meer tijd." in antwoord.text and not Kaartversie.objects.exists()


def test_wat_niet_is_aangevinkt_komt_er_niet_op(kd: Kaartdecor, client: Client) -> None:
    data = vorm(kd, TIJD, LAPTOP, tekst="")
    leeg = client.post(adres(kd), data | {"faciliteit": []})
    assert leeg.status_code == 422 and "minstens één" in leeg.text and leeg.text.count('name="blok"') == 2
    assert client.post(adres(kd), data | {"faciliteit": data["blok"][:1]}).status_code == 302
    assert FaciliteitToekenning.objects.get().faciliteit.naam == TIJD
    for waarde in ("", "\x00"):
        fout = client.post(adres(kd), data | {"stand": kd.kaart.stand, "geldig_tot": waarde})
        assert fout.status_code == 422 and kd.kaart.versie == 1


def test_een_collega_was_eerder(kd: Kaartdecor, client: Client) -> None:
    data = vorm(kd, TIJD, LAPTOP, tekst="Wat ik typte.")
    kd.geef(TIJD)
    antwoord = client.post(adres(kd), data)
    assert antwoord.status_code == 409 and "Wat ik typte." in antwoord.text and kd.kaart.versie == 1
    data["stand"] = kd.kaart.stand
    antwoord = client.post(adres(kd), data)
    assert antwoord.status_code == 422 and "staat al op de kaart" in antwoord.text
    assert client.post(adres(kd), data | {"faciliteit": data["blok"][1:]}).status_code == 302


def test_een_concept_blijft_tot_het_erop_staat(kd: Kaartdecor, client: Client) -> None:
    sleutel, pk = f"kaart:{kd.leerling.pk}", kd.faciliteit(TIJD).pk
    ander = kd.faciliteit(LAPTOP).pk
    inhoud = {
        "blok": [str(pk), str(ander)],
        "faciliteit": str(pk),
        f"f{pk}-tekst": "Halverwege.",
        f"f{pk}-waar": "les",
    }
    concept_bewaren(door=kd.coordinator, sleutel=sleutel, versie=0, inhoud=inhoud)
    assert "Ga verder" in client.get(reverse("leerlingen:kaart_wijzigen", args=[kd.leerling.pk])).text
    pagina = client.get(adres(kd)).text
    assert (
        "Halverwege." in pagina
        and f'value="{pk}" checked' in pagina
        and f'value="{ander}" checked' not in pagina
    )
    assert client.post(adres(kd), vorm(kd, TIJD)).status_code == 302
    assert not concept_lezen(kd.coordinator, sleutel).inhoud
    assert client.get(adres(kd)).status_code == 302


def test_wat_de_bladzijde_kost(kd: Kaartdecor, client: Client) -> None:
    """As many statements for one facility as for eight, and light with four."""
    pks = list(kd.faciliteit(TIJD).__class__.objects.values_list("pk", flat=True))
    een = controleer_budget(client, f"{adres(kd)}?faciliteit={pks[0]}")
    kd.geef("Time-out")
    acht = "&".join(f"faciliteit={pk}" for pk in pks[:8])
    assert controleer_budget(client, f"{adres(kd)}?{acht}") == een
    assert Schooljaar.van(kd.coordinator.dag).eind.isoformat() in client.get(f"{adres(kd)}?{acht}").text
