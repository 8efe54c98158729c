"""Noting decisions and temporary placements: who may, what is refused, two at once, and what the clock makes of it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Beschikking, Opp, TijdelijkePlaatsing
from ondersteuning.oppplicht import plicht_van
from ondersteuning.services.opp_besluit import (
    Beschikkinggegevens,
    Plaatsinggegevens,
    besluit_toevoegen,
    besluit_verwijderen,
    besluit_wijzigen,
)
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget

VAN = date(2026, 9, 1)
ARRANGEMENT = Beschikkinggegevens("arrangement", VAN, volgnummer="2026-17")
EEN = timedelta(days=1)


def leg_vast(decor: Decor, gegevens: Any = ARRANGEMENT) -> Any:
    return besluit_toevoegen(door=decor.coordinator, leerling_id=decor.leerling.pk, gegevens=gegevens)


@pytest.mark.regel(4)
def test_arrangement_maakt_een_opp_nodig_en_lwoo_niet(decor: Decor) -> None:
    leg_vast(decor, Beschikkinggegevens("lwoo", VAN))
    assert plicht_van(decor.coordinator, decor.leerling) is None
    leg_vast(decor)
    moet = plicht_van(decor.coordinator, decor.leerling)
    assert moet is not None and moet.uiterlijk == date(2026, 10, 13)


def test_dezelfde_twee_keer_is_een(decor: Decor) -> None:
    assert leg_vast(decor).pk == leg_vast(decor).pk
    assert Beschikking.objects.count() == 1


@pytest.mark.regel(1)
def test_tijdelijke_plaatsing_stopt_de_klok_tot_ze_definitief_is(decor: Decor) -> None:
    leg_vast(decor)
    rij = leg_vast(decor, Plaatsinggegevens(VAN))
    opp = begin_opp(decor.coordinator, decor.leerling)
    Opp.objects.filter(pk=opp.pk).update(uiterlijk=None)
    moet = plicht_van(decor.coordinator, decor.leerling)
    assert moet is not None and moet.uiterlijk is None
    vast = date(2026, 11, 20)
    besluit_wijzigen(door=decor.coordinator, pk=rij.pk, versie=1, gegevens=Plaatsinggegevens(VAN, vast))
    opp.refresh_from_db()
    assert opp.uiterlijk == vast + timedelta(days=42)  # the draft follows what the administration says now


def test_wat_niets_verandert_laat_het_concept_met_rust(decor: Decor) -> None:
    leg_vast(decor)
    opp = begin_opp(decor.coordinator, decor.leerling)
    leg_vast(decor, Beschikkinggegevens("lwoo", VAN))
    assert Opp.objects.get(pk=opp.pk).uiterlijk == opp.uiterlijk


@pytest.mark.parametrize(
    "gegevens",
    [
        Beschikkinggegevens("arrangement", VAN, VAN - EEN),
        Plaatsinggegevens(VAN, VAN - EEN),
        Beschikkinggegevens("x", VAN),
    ],
)
def test_wat_niet_kan(decor: Decor, gegevens: Any) -> None:
    with pytest.raises(ValidationError):
        leg_vast(decor, gegevens)
    assert not Beschikking.objects.exists() and not TijdelijkePlaatsing.objects.exists()


def test_oude_pagina_overschrijft_niets(decor: Decor) -> None:
    rij = leg_vast(decor)
    eind = Beschikkinggegevens("arrangement", VAN, VAN + EEN)
    besluit_wijzigen(door=decor.coordinator, pk=rij.pk, versie=1, gegevens=eind)
    with pytest.raises(Verouderd):
        besluit_wijzigen(door=decor.coordinator, pk=rij.pk, versie=1, gegevens=ARRANGEMENT)
    with pytest.raises(Verouderd):
        besluit_verwijderen(door=decor.coordinator, model=Beschikking, pk=rij.pk, versie=1)
    rij.refresh_from_db()
    assert (rij.tot, rij.versie) == (VAN + EEN, 2)
    besluit_verwijderen(door=decor.coordinator, model=Beschikking, pk=rij.pk, versie=2)
    assert not Beschikking.objects.exists()


def test_alleen_de_coordinator_schrijft(decor: Decor) -> None:
    rij = leg_vast(decor)
    docent = maak_werkplek(decor.school, Rol.DOCENT, voornaam="Dirk")
    maak_les(decor.school, docent.user, decor.leerling)
    for wie, fout in ((decor.mentor, PermissionDenied), (docent, Http404), (decor.begeleider, Http404)):
        with pytest.raises(fout):
            besluit_toevoegen(door=wie, leerling_id=decor.leerling.pk, gegevens=ARRANGEMENT)
        with pytest.raises(fout):
            besluit_wijzigen(door=wie, pk=rij.pk, versie=1, gegevens=ARRANGEMENT)


def test_pagina_en_vorm(nu_decor: Decor, inloggen: Any) -> None:
    decor, dag = nu_decor, timezone.localdate()
    client = inloggen(decor.coordinator.user)
    redenen = reverse("ondersteuning:opp_redenen", args=[decor.leerling.pk])
    nieuw = reverse("ondersteuning:opp_beschikking_nieuw", args=[decor.leerling.pk])
    assert "Nee." in client.get(redenen).content.decode()
    fout = client.post(nieuw, {"soort": "x", "van": "31-02-2026"})
    assert fout.status_code == 422 and "Dit kennen we niet" in fout.content.decode()
    assert client.post(nieuw, {"soort": "pro", "van": "0001-01-01"}).status_code == 422
    assert (
        client.post(nieuw, {"soort": "pro", "van": dag.isoformat(), "volgnummer": "a\x00b"}).status_code
        == 422
    )
    assert client.post(nieuw, {"soort": "pro", "van": dag.isoformat()}).status_code == 302
    inhoud = client.get(redenen).content.decode()
    assert "praktijkonderwijs heeft iedereen een OPP" in inhoud
    rij = Beschikking.objects.get()
    een = reverse("ondersteuning:opp_beschikking", args=[rij.pk])
    oud = client.post(een, {"soort": "vso", "van": dag.isoformat(), "versie": "7"})
    assert oud.status_code == 409 and "Zo staat het nu" in oud.content.decode()
    assert 'name="versie" value="1"' in oud.content.decode()
    assert client.post(een, {"soort": "vso", "van": dag.isoformat(), "versie": "9" * 30}).status_code in (
        409,
        422,
    )
    assert client.get(reverse("ondersteuning:opp_beschikking", args=[2**70])).status_code == 404
    weg = reverse("ondersteuning:opp_beschikking_weg", args=[rij.pk])
    assert client.post(weg, {"versie": "abc"}).status_code == 409
    assert client.post(weg, {"versie": "1"}).status_code == 302 and not Beschikking.objects.exists()


def test_kost_even_veel_met_meer_beschikkingen(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    redenen = reverse("ondersteuning:opp_redenen", args=[nu_decor.leerling.pk])
    leg_vast(nu_decor)
    eerst = controleer_budget(client, redenen)
    for n in range(8):
        leg_vast(nu_decor, Beschikkinggegevens("vso", VAN + n * EEN))
    assert controleer_budget(client, redenen) == eerst
