"""The pages of a campaign: progress without a wall of shame, setting out, reminding and closing."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access_lijsten import mijn_invullingen
from ondersteuning.models import Lijstcampagne
from ondersteuning.tests.lijsthulp import maak_docent, maak_lijst, rond_af, zet_uit
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_klas, maak_werkplek

EEN_DAG = timedelta(days=1)


def test_voortgang_voor_wie_meedoet_zonder_namen(nu_decor: Decor, inloggen: Any) -> None:
    dag = timezone.localdate()
    docent = maak_docent(nu_decor.school, nu_decor.klas, dag)
    ander = maak_docent(nu_decor.school, nu_decor.klas, dag, "Wilhelmus")
    campagne = zet_uit(nu_decor.coordinator, nu_decor.klas, op=timezone.now())
    rond_af(campagne, ander, timezone.now())
    [rij] = mijn_invullingen(docent)
    assert (rij.klaar, rij.totaal) == (1, 2)
    tekst = inloggen(docent.user).get(reverse("ondersteuning:mijn_lijsten")).content.decode()
    assert "1 van 2 docenten klaar" in tekst and "Wilhelmus" not in tekst
    pagina = reverse("ondersteuning:campagne", args=[campagne.pk])
    tekst = inloggen(nu_decor.coordinator.user).get(pagina).content.decode()
    assert "1 van 2 docenten klaar" in tekst and "Wilhelmus" in tekst and "Stuur 1 herinnering" in tekst


def test_schoolleiding_ziet_alleen_aantallen(nu_decor: Decor, inloggen: Any) -> None:
    dag = timezone.localdate()
    docenten = [maak_docent(nu_decor.school, nu_decor.klas, dag, "Wilhelmus") for _ in range(5)]
    campagne = zet_uit(nu_decor.coordinator, nu_decor.klas, op=timezone.now())
    rond_af(campagne, docenten[0], timezone.now())
    klein = zet_uit(
        nu_decor.coordinator,
        nu_decor.klas,
        lijst=maak_lijst(nu_decor.coordinator, titel="Klein", voor="mentor"),
        op=timezone.now(),
    )
    leiding = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, dag, "Marijke")
    client = inloggen(leiding.user)
    tekst = client.get(reverse("ondersteuning:lijst_deelname")).content.decode()
    assert "1 van 5 klaar" in tekst and "&lt; 5" in tekst
    assert "Wilhelmus" not in tekst and "Bakker" not in tekst
    assert client.get(reverse("ondersteuning:campagne", args=[klein.pk])).status_code == 403


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"klassen": ""}, "Typ voor welke klas"),
        ({"klassen": "H3"}, "Bedoel je H3b?"),
        ({"klassen": "Z9z"}, "vinden we dit schooljaar niet"),
        ({"klassen": "\x00"}, "Null-tekens"),
        ({"van": "2020-01-01"}, "Die datum is voorbij"),
        ({"tot": "morgen"}, "Schrijf de datum"),
        ({"tot": "2099-12-31"}, "te ver vooruit"),
        ({"tot": "9999-12-31"}, "te ver vooruit"),
    ],
)
def test_uitzetten_weigert_met_een_zin(
    nu_decor: Decor, inloggen: Any, anders: dict[str, str], zin: str
) -> None:
    klas = maak_klas(nu_decor.school, "H3b extra", schooljaar=2000)
    nu_decor.klas.schooljaar = timezone.localdate().year - (timezone.localdate().month < 8)
    nu_decor.klas.save(update_fields=["schooljaar"])
    lijst = maak_lijst(nu_decor.coordinator)
    client = inloggen(nu_decor.coordinator.user)
    dag = timezone.localdate()
    data = {"klassen": " h3b ", "van": dag.isoformat(), "tot": (dag + EEN_DAG).isoformat()}
    adres = reverse("ondersteuning:campagne_nieuw", args=[lijst.pk])
    antwoord = client.post(adres, data | anders)
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not Lijstcampagne.objects.exists() and klas.schooljaar == 2000
    assert client.post(adres, data).status_code == 302
    assert Lijstcampagne.objects.get().klassen.get().klas == nu_decor.klas


def test_herinneren_en_sluiten_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    maak_docent(nu_decor.school, nu_decor.klas, timezone.localdate())
    campagne = zet_uit(nu_decor.coordinator, nu_decor.klas, op=timezone.now())
    client = inloggen(nu_decor.coordinator.user)
    herinner = reverse("ondersteuning:campagne_herinner", args=[campagne.pk])
    assert "1 collega krijgt één regel" in client.post(herinner, follow=True).content.decode()
    assert "Meer sturen we niet." in client.post(herinner, follow=True).content.decode()
    sluit = reverse("ondersteuning:campagne_sluit", args=[campagne.pk])
    assert "Gesloten." in client.post(sluit, follow=True).content.decode()
    assert "loopt nu niet" in client.post(herinner, follow=True).content.decode()
