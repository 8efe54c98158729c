"""The protocolgids: beginning, writing, putting in force, reading; who sees what; nothing is overwritten."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from beleid.access_protocol import get_protocol, leesstand, protocollen_van, wie_nog_niet
from beleid.klokken_protocol import SOORTEN
from beleid.models import Protocol, Protocollezing, Protocolversie
from beleid.protocolsoorten import Protocolsoort, Versiestatus
from beleid.protocoltekst import BEGIN, STAPPEN_MAX, Stap, schoon, woorden_uit
from beleid.services.protocol import (
    protocol_beeindigen,
    protocol_beginnen,
    protocol_gelezen,
    protocol_herstellen,
    protocol_laten_gelden,
    protocol_wijzigen,
    versie_beginnen,
    versie_schrijven,
    versie_weggooien,
)
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek

OP = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def docent(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag, "Sanne")


@pytest.fixture
def protocol(decor: Decor) -> Protocol:
    return protocol_beginnen(
        door=decor.coordinator, soort="dyslexie", titel="Dyslexie", nakijken_op=date(2027, 5, 17), op=OP
    )


def _gelden(decor: Decor, protocol: Protocol, versie: int = 1) -> Protocolversie:
    return protocol_laten_gelden(door=decor.coordinator, pk=protocol.pk, versie=versie, op=OP)


def test_begint_met_tekst_en_stappen_van_zijn_soort(decor: Decor, protocol: Protocol, docent: Werkplek):
    _, [versie] = get_protocol(decor.coordinator, protocol.pk)
    assert (versie.status, versie.stappen) == (Versiestatus.CONCEPT, BEGIN[Protocolsoort.DYSLEXIE][1])
    with pytest.raises(Http404):
        get_protocol(docent, protocol.pk)
    assert protocollen_van(docent) == []
    with pytest.raises(ValidationError, match="al een protocol"):
        protocol_beginnen(door=decor.coordinator, soort="rouw", titel="Dyslexie", nakijken_op=None, op=OP)
    with pytest.raises(PermissionDenied):
        protocol_beginnen(door=docent, soort="rouw", titel="Rouw", nakijken_op=None, op=OP)


def test_wat_geldt_vraagt_iedereen_een_keer_om_het_te_lezen(
    decor: Decor, protocol: Protocol, docent: Werkplek
):
    versie = _gelden(decor, protocol)
    wacht = Herinnering.objects.filter(soort="protocol_lezen", object_id=versie.pk, status=Status.GEPLAND)
    ontvangers = set(wacht.values_list("ontvanger_id", flat=True))
    assert docent.user.pk in ontvangers and decor.coordinator.user.pk not in ontvangers
    geldig = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}["protocol_lezen"]
    rij = wacht.get(ontvanger=docent.user)
    assert geldig(rij, OP + timedelta(days=1))
    for _ in range(2):
        protocol_gelezen(door=docent, pk=protocol.pk, op=OP)
    assert Protocollezing.objects.filter(user=docent.user).count() == 1
    assert not geldig(rij, OP + timedelta(days=1))
    stand = leesstand(decor.coordinator, versie)
    assert (stand.gelezen, stand.van) == (2, 4)
    assert {u.pk for u in wie_nog_niet(decor.coordinator, versie, None).rijen} == {
        decor.mentor.user.pk,
        decor.begeleider.user.pk,
    }
    with pytest.raises(PermissionDenied):
        wie_nog_niet(docent, versie, None)


def test_wie_de_oude_tekst_voor_zich_heeft_bevestigt_de_nieuwe_niet(
    decor: Decor, protocol: Protocol, docent: Werkplek
):
    """The button says which text was read: a next one that holds meanwhile is to be read first."""
    versie = _gelden(decor, protocol)
    with pytest.raises(Verouderd):
        protocol_gelezen(door=docent, pk=protocol.pk, op=OP, nummer=versie.nummer + 1)
    assert not Protocollezing.objects.filter(user=docent.user).exists()
    protocol_gelezen(door=docent, pk=protocol.pk, op=OP, nummer=versie.nummer)
    assert Protocollezing.objects.filter(user=docent.user, protocolversie=versie).exists()


def test_een_volgende_tekst_begint_als_de_vorige_en_vraagt_opnieuw(
    decor: Decor, protocol: Protocol, docent: Werkplek
):
    eerste = _gelden(decor, protocol)
    protocol_gelezen(door=docent, pk=protocol.pk, op=OP)
    door = decor.coordinator
    volgend = versie_beginnen(door=door, pk=protocol.pk, op=OP)
    assert volgend.pk == versie_beginnen(door=door, pk=protocol.pk, op=OP).pk
    assert (volgend.nummer, volgend.stappen) == (2, eerste.stappen)
    velden = {"tekst": "Nieuw.", "stappen": eerste.stappen[:2], "wijziging": "Korter."}
    versie_schrijven(door=door, pk=protocol.pk, versie=1, **velden)
    with pytest.raises(Verouderd):
        versie_schrijven(door=door, pk=protocol.pk, versie=1, **velden)
    assert [rij.gelezen for rij in protocollen_van(docent)] == [True]  # type: ignore[attr-defined]
    _gelden(decor, protocol, versie=2)
    assert [rij.gelezen for rij in protocollen_van(docent)] == [False]  # type: ignore[attr-defined]
    eerste.refresh_from_db()
    assert (eerste.status, eerste.tekst) == (Versiestatus.VORIG, BEGIN[Protocolsoort.DYSLEXIE][0])
    with pytest.raises(ValidationError, match="geen nieuwe tekst"):
        _gelden(decor, protocol, versie=3)


def test_weggooien_laat_wat_geldt_staan(decor: Decor, protocol: Protocol, docent: Werkplek):
    _gelden(decor, protocol)
    versie_beginnen(door=decor.coordinator, pk=protocol.pk, op=OP)
    versie_weggooien(door=decor.coordinator, pk=protocol.pk, versie=1)
    assert [v.nummer for v in get_protocol(docent, protocol.pk)[1]] == [1]


def test_de_eerste_tekst_weggooien_beeindigt_het_protocol(decor: Decor, protocol: Protocol):
    versie_weggooien(door=decor.coordinator, pk=protocol.pk, versie=1)
    assert protocollen_van(decor.coordinator) == []
    protocol_beginnen(door=decor.coordinator, soort="dyslexie", titel="Dyslexie", nakijken_op=None, op=OP)


@pytest.mark.parametrize("eerste", [True, False])
def test_weggegooid_komt_terug_zoals_het_was(nu_decor: Decor, inloggen: Any, eerste: bool):
    door, nu = nu_decor.coordinator, timezone.now()
    rij = protocol_beginnen(door=door, soort="rouw", titel="Rouw", nakijken_op=None, op=nu)
    if not eerste:
        protocol_laten_gelden(door=door, pk=rij.pk, versie=1, op=nu)
        versie_beginnen(door=door, pk=rij.pk, op=nu)
    stap: Stap = {"wat": "Bellen", "wie": "mentor", "wanneer": ""}
    versie_schrijven(
        door=door, pk=rij.pk, versie=1, tekst="Nieuwe woorden.", stappen=[stap], wijziging="Korter."
    )
    client = inloggen(door.user)
    weg, terug = (reverse(f"beleid:protocol_{naam}", args=[rij.pk]) for naam in ("weggooien", "tekst_terug"))
    client.post(terug)
    assert not Protocolversie.objects.filter(nummer=1 if not eerste else 2, status="concept").exists()
    assert terug in client.post(weg, {"versie": 2}, follow=True).content.decode()
    assert not Protocolversie.objects.filter(status="concept").exists()
    assert bool(Protocol.objects.get().vervallen_op) == eerste
    client.post(terug)
    weer = Protocolversie.objects.get(status="concept")
    assert (weer.tekst, weer.stappen, weer.wijziging) == ("Nieuwe woorden.", [stap], "Korter.")
    assert weer.nummer == (1 if eerste else 2) and Protocol.objects.get().vervallen_op is None
    client.post(terug)
    assert Protocolversie.objects.filter(status="concept").count() == 1


@pytest.mark.parametrize(
    "inhoud",
    [
        {},
        {"tekst": 3, "stappen": "x"},
        {"stappen": [1, {"wat": 2}, {"wie": "a"}], "pk": 9, "wijziging": None},
    ],
)
def test_een_verzonnen_concept_geeft_niets(inhoud: dict):
    assert woorden_uit(inhoud) == {"tekst": "", "stappen": [], "wijziging": ""}


def test_wat_niet_meer_geldt_wordt_niet_meer_geschreven(decor: Decor, protocol: Protocol):
    _gelden(decor, protocol)
    versie_beginnen(door=decor.coordinator, pk=protocol.pk, op=OP)
    protocol_beeindigen(door=decor.coordinator, pk=protocol.pk, versie=1)
    with pytest.raises(ValidationError, match="geldt niet meer"):
        protocol_laten_gelden(door=decor.coordinator, pk=protocol.pk, versie=1, op=OP)
    assert Protocolversie.objects.filter(status="concept").count() == 1


def test_beeindigen_en_herstellen(decor: Decor, protocol: Protocol, docent: Werkplek):
    versie = _gelden(decor, protocol)
    nakijken = Herinnering.objects.filter(soort="protocol_nakijken", status=Status.GEPLAND)
    assert nakijken.count() == 1
    weg = protocol_beeindigen(door=decor.coordinator, pk=protocol.pk, versie=1)
    assert protocollen_van(docent) == [] and not nakijken.exists()
    with pytest.raises(Http404):
        protocol_gelezen(door=docent, pk=protocol.pk, op=OP)
    geldig = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}["protocol_lezen"]
    assert not geldig(Herinnering.objects.get(object_id=versie.pk, ontvanger=docent.user), OP)
    with pytest.raises(Verouderd):
        protocol_herstellen(door=decor.coordinator, pk=protocol.pk, versie=1)
    protocol_herstellen(door=decor.coordinator, pk=protocol.pk, versie=weg.versie)
    assert len(protocollen_van(docent)) == 1


def test_een_andere_dag_om_na_te_kijken_verhuist_de_herinnering(decor: Decor, protocol: Protocol):
    velden = {"titel": "Dyslexie", "nakijken_op": date(2027, 6, 1)}
    protocol_wijzigen(door=decor.coordinator, pk=protocol.pk, versie=1, **velden)
    wacht = Herinnering.objects.filter(soort="protocol_nakijken", status=Status.GEPLAND)
    assert [rij.sleutel.split(":")[2] for rij in wacht] == ["20270601"]
    with pytest.raises(Verouderd):
        protocol_wijzigen(door=decor.coordinator, pk=protocol.pk, versie=1, **velden)


def test_stappen_zonder_wat_of_te_veel_worden_geweigerd():
    leeg, half = {"wat": " ", "wie": "", "wanneer": ""}, {"wat": "", "wie": "mentor", "wanneer": ""}
    stap = {"wat": " Bellen ", "wie": "mentor", "wanneer": ""}
    assert schoon([stap, leeg]) == [{"wat": "Bellen", "wie": "mentor", "wanneer": ""}]  # type: ignore[list-item]
    with pytest.raises(ValueError, match="bij elke stap"):
        schoon([half])  # type: ignore[list-item]
    with pytest.raises(ValueError, match="hoogstens"):
        schoon([stap] * (STAPPEN_MAX + 1))  # type: ignore[list-item]


def test_de_pagina_bewaart_stappen_en_geeft_wat_getypt_is_terug(nu_decor: Decor, inloggen):
    door = nu_decor.coordinator
    protocol = protocol_beginnen(door=door, soort="eigen", titel="Fietsen", nakijken_op=None, op=OP)
    client, url = inloggen(door.user), reverse("beleid:protocol_schrijven", args=[protocol.pk])
    data = {
        "versie": "1",
        "tekst": "Helm op.",
        "wijziging": "",
        "wat": ["Bel", ""],
        "wie": ["jij", "x"],
        "wanneer": ["", ""],
    }
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422 and "Helm op." in antwoord.content.decode()
    data |= {"wie": ["jij\x00", ""]}
    terug = client.post(url, data)
    assert terug.status_code == 302 and terug.headers["Location"].endswith("?versie=1")
    versie = Protocolversie.objects.get(protocol=protocol)
    assert versie.stappen == [{"wat": "Bel", "wie": "jij", "wanneer": ""}]
    antwoord = client.post(url, data | {"tekst": "Anders."})
    assert antwoord.status_code == 409
    assert "Helm op." in antwoord.content.decode() and "Anders." in antwoord.content.decode()
