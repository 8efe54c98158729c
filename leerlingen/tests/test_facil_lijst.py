"""The school's catalogue: the starter set once, entries of its own, and cards that keep their own text."""

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.access_kaart import faciliteiten
from leerlingen.faciliteiten import ICONEN, STARTSET
from leerlingen.kaarttekst import WOORDEN_TEKST, etiket_in, woorden
from leerlingen.models import Faciliteit, FaciliteitToekenning
from leerlingen.services.faciliteiten import (
    Faciliteitgegevens,
    faciliteit_bewaren,
    faciliteit_herstellen,
    faciliteit_stoppen,
    startset_neerleggen,
)
from leerlingen.tests.kaarthulp import Kaartdecor, maak_kaartdecor
from zorgapp.accounts.models import School
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.kern.icons import icoon

TIJD = "25% extra tijd bij toetsen"


@pytest.fixture
def kd(school: School) -> Kaartdecor:
    return maak_kaartdecor(school, timezone.localdate())


def gegevens(**anders: object) -> Faciliteitgegevens:
    velden: dict[str, object] = {
        "naam": "Eigen stoel",
        "tekst": "Zet de eigen stoel klaar.",
        "soort": "plek",
        "icoon": "armchair",
        "les": True,
        "toets": True,
        "schoolexamen": False,
        "examenaanpassing": False,
    }
    return Faciliteitgegevens(**(velden | anders))  # type: ignore[arg-type]


@pytest.mark.regel(41)
@pytest.mark.parametrize("start", STARTSET, ids=lambda s: s.naam)
def test_de_startset_zegt_wat_je_doet_en_nooit_waarom(start: object) -> None:
    assert isinstance(start, type(STARTSET[0]))
    assert woorden(start.tekst) <= WOORDEN_TEKST
    assert not etiket_in(f"{start.naam} {start.tekst}")
    assert start.waar and set(start.waar) <= set("lts")
    assert icoon(start.icoon)


def test_startset_een_keer(kd: Kaartdecor) -> None:
    assert len(faciliteiten(kd.coordinator)) == len(STARTSET)
    faciliteit_stoppen(door=kd.coordinator, pk=kd.faciliteit(TIJD).pk)
    assert startset_neerleggen(door=kd.coordinator) == 0
    assert len(faciliteiten(kd.coordinator)) == len(STARTSET) - 1


def test_kaarten_houden_hun_eigen_tekst(kd: Kaartdecor) -> None:
    kd.geef(TIJD)
    rij = kd.faciliteit(TIJD)
    faciliteit_bewaren(
        door=kd.coordinator, pk=rij.pk, versie=rij.versie, gegevens=gegevens(naam=TIJD, tekst="Geef rust.")
    )
    assert FaciliteitToekenning.objects.get().tekst == "Geef 25% extra tijd."
    faciliteit_stoppen(door=kd.coordinator, pk=rij.pk)
    assert FaciliteitToekenning.objects.get().gestopt_op is None


def test_twee_mensen_een_faciliteit(kd: Kaartdecor) -> None:
    rij = kd.faciliteit(TIJD)
    faciliteit_bewaren(door=kd.coordinator, pk=rij.pk, versie=1, gegevens=gegevens(naam="Eerst"))
    with pytest.raises(Verouderd):
        faciliteit_bewaren(door=kd.coordinator, pk=rij.pk, versie=1, gegevens=gegevens(naam="Daarna"))
    assert Faciliteit.objects.get(pk=rij.pk).naam == "Eerst"


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"naam": TIJD}, "staat al in de lijst"),
        ({"naam": "Voor autisme"}, "Laat ‘autisme’ weg"),
        ({"tekst": "een " * 13}, "woorden"),
        ({"les": False, "toets": False}, "Kies waar"),
    ],
    ids=str,
)
def test_geweigerd(kd: Kaartdecor, anders: dict[str, object], melding: str) -> None:
    with pytest.raises(ValidationError, match=melding):
        faciliteit_bewaren(door=kd.coordinator, gegevens=gegevens(**anders))
    assert Faciliteit.objects.count() == len(STARTSET)


def test_terugzetten(kd: Kaartdecor) -> None:
    rij = faciliteit_stoppen(door=kd.coordinator, pk=kd.faciliteit(TIJD).pk)
    faciliteit_herstellen(door=kd.coordinator, pk=rij.pk)
    assert kd.faciliteit(TIJD).gestopt_op is None
    faciliteit_stoppen(door=kd.coordinator, pk=rij.pk)
    faciliteit_bewaren(door=kd.coordinator, gegevens=gegevens(naam=TIJD))
    with pytest.raises(ValidationError, match="staat al"):
        faciliteit_herstellen(door=kd.coordinator, pk=rij.pk)
    with pytest.raises(Http404):
        faciliteit_herstellen(door=kd.coordinator, pk=10**9)


def test_via_de_pagina(school: School, inloggen: object) -> None:
    """An empty list offers the starter set; an entry of one's own needs a verb, a place and a picture of ours."""
    kd = maak_kaartdecor(school, timezone.localdate())
    Faciliteit.objects.all().delete()
    client = Client()
    client.force_login(kd.coordinator.user)
    lijst = reverse("leerlingen:faciliteiten")
    assert "Zet de startset klaar" in client.get(lijst).content.decode()
    client.post(reverse("leerlingen:faciliteiten_start"))
    assert Faciliteit.objects.count() == len(STARTSET)
    data = {"versie": 0, "naam": "Eigen stoel", "tekst": "Zet de stoel klaar.", "soort": "plek"}
    data |= {"icoon": ICONEN[0], "waar": ["les"]}
    nieuw = reverse("leerlingen:faciliteit_nieuw")
    for anders in (
        {"icoon": "../../etc"},
        {"waar": []},
        {"soort": "x"},
        {"minuten": "9999"},
        {"naam": "a\x00"},
    ):
        assert client.post(nieuw, data | anders).status_code == 422, anders
    assert client.post(nieuw, data).status_code == 302
    rij = Faciliteit.objects.get(naam="Eigen stoel")
    pad = reverse("leerlingen:faciliteit", args=[rij.pk])
    assert client.post(pad, data | {"versie": 7}).status_code == 409
    assert client.post(pad, data | {"versie": 1, "naam": "Vaste stoel"}).status_code == 302
    assert "Vaste stoel" in client.get(lijst).content.decode()
