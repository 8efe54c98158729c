"""One visit, one line in the read log; and no line is ever saved by a forged or borrowed proof (DOMAIN 45)."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen import bezoek
from leerlingen.bezoek import bezoekbewijs
from zorgapp.accounts.models import Inzage, School
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import maak_leerling


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def kijk(decor: Decor, inloggen: Any, bewijs: str) -> int:
    """Open what stands beside the timeline as the mentor; returns how many lines the log gained."""
    voor = Inzage.objects.count()
    pad = reverse("web:leerling_naast", args=[decor.leerling.pk])
    assert inloggen(decor.mentor.user).get(pad, {"b": bewijs}).status_code == 200
    return Inzage.objects.count() - voor


@pytest.mark.regel(45)
def test_pagina_met_panelen_is_een_bezoek(decor: Decor, inloggen: Any) -> None:
    client = inloggen(decor.mentor.user)
    inhoud = client.get(reverse("web:leerling", args=[decor.leerling.pk])).content.decode()
    naast = reverse("web:leerling_naast", args=[decor.leerling.pk])
    pad = naast + inhoud.split(f'hx-get="{naast}', 1)[1].split('"', 1)[0]
    assert client.get(pad, headers={"HX-Request": "true"}).status_code == 200
    assert Inzage.objects.count() == 1


@pytest.mark.regel(45)
def test_zonder_geldig_bewijs_staat_het_in_het_log(decor: Decor, inloggen: Any) -> None:
    ander = maak_leerling(decor.school, decor.klas, "Mila", "Visser")
    goed = bezoekbewijs(decor.mentor, decor.leerling.pk)
    assert kijk(decor, inloggen, goed) == 0
    for mis in (
        "",
        "\x00",
        "é" * 200,
        goed[:-1],
        f"{goed}x",
        bezoekbewijs(decor.mentor, ander.pk),
        bezoekbewijs(decor.coordinator, decor.leerling.pk),
    ):
        assert kijk(decor, inloggen, mis) == 1, mis


@pytest.mark.regel(45)
def test_oud_bewijs_telt_niet_meer(decor: Decor, inloggen: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    goed = bezoekbewijs(decor.mentor, decor.leerling.pk)
    monkeypatch.setattr(bezoek, "GELDIG", -1)
    assert kijk(decor, inloggen, goed) == 1


def test_bewijs_opent_niets_wat_je_niet_mag_zien(decor: Decor, inloggen: Any) -> None:
    bewijs = bezoekbewijs(decor.begeleider, decor.leerling.pk)
    pad = reverse("web:leerling_naast", args=[decor.leerling.pk])
    assert inloggen(decor.begeleider.user).get(pad, {"b": bewijs}).status_code == 404
    assert not Inzage.objects.exists()
