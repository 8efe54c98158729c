"""A version before a schoolleider: that one object for that one person, until he decides, or the text changes."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access_opp_voorleggen import aan_mij_voorgelegd, get_voorgelegd
from ondersteuning.klokken_opp_leiding import SOORTEN
from ondersteuning.models import Opp, OppVoorlegging
from ondersteuning.services.opp_leiding import opp_aan_leiding, opp_leiding_intrekken, opp_terugsturen
from ondersteuning.services.opp_vaststellen import (
    OppNietInOrde,
    opp_vaststellen,
    opp_vaststellen_als_leiding,
)
from ondersteuning.tests.opphulp import concept_van, maak_compleet, schrijf
from zorgapp.accounts.models import Inzage, Waarneming
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, NU, maak_werkplek
from zorgapp.testing.queries import controleer_budget

LATER = NU + timedelta(minutes=5)


@pytest.fixture
def leider(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG, "Marijke")


def leg_voor(decor: Decor, opp: Opp, aan: Werkplek, **anders: Any) -> OppVoorlegging:
    nu = concept_van(opp)
    wat = {"reden": "Stel je dit vast?", "tot": decor.coordinator.dag + timedelta(days=7), "op": LATER}
    gelezen = {"nummer": nu.nummer, "versie": nu.versie}
    return opp_aan_leiding(door=decor.coordinator, pk=opp.pk, aan=aan.user, **(gelezen | wat | anders))


def ziet(wie: Werkplek, rij: OppVoorlegging) -> bool:
    try:
        return get_voorgelegd(wie, rij.pk).pk == rij.pk
    except Http404:
        assert rij.pk not in [r.pk for r in aan_mij_voorgelegd(wie)]
        return False


@pytest.mark.regel(40)
def test_alleen_deze_schoolleider(decor: Decor, leider: Werkplek) -> None:
    rij = leg_voor(decor, maak_compleet(decor), leider)
    ander = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG, "Peter")
    waarnemer = maak_werkplek(decor.school, Rol.SCHOOLLEIDING, DAG, "Wil")
    Waarneming.objects.create(
        school=decor.school,
        afwezige=leider.user,
        waarnemer=waarnemer.user,
        van=DAG,
        tot=DAG,
        door=leider.user,
    )
    als_waarnemer = werkplek_maken(waarnemer.user, DAG, decor.school.pk)
    assert als_waarnemer is not None and als_waarnemer.vervangt
    wie = [leider, ander, als_waarnemer, decor.coordinator, decor.mentor]
    assert [ziet(w, rij) for w in wie] == [True, False, False, False, False]
    kijk = Inzage.objects.get(user_id=leider.user.pk)
    assert (kijk.onderwerp, kijk.leerling_id, kijk.grond) == ("opp", decor.leerling.pk, "verlening")


def test_zij_stelt_vast_en_ziet_het_daarna_niet_meer(decor: Decor, leider: Werkplek) -> None:
    opp = maak_compleet(decor)
    rij = leg_voor(decor, opp, leider)
    vast = opp_vaststellen_als_leiding(
        door=leider, voorlegging_id=rij.pk, versie=concept_van(opp).versie, op=LATER
    )
    rij.refresh_from_db()
    assert (vast.vastgesteld_door, rij.besluit, rij.besluit_op) == (leider.user, "vastgesteld", DAG)
    assert not ziet(leider, rij)
    opp.refresh_from_db()
    assert opp.status == "loopt"


def test_ook_bij_haar_geldt_de_wet(decor: Decor, leider: Werkplek) -> None:
    opp = maak_compleet(decor, zonder="doel")
    rij = leg_voor(decor, opp, leider)
    with pytest.raises(OppNietInOrde):
        opp_vaststellen_als_leiding(
            door=leider, voorlegging_id=rij.pk, versie=concept_van(opp).versie, op=LATER
        )
    rij.refresh_from_db()
    assert rij.besluit == "" and ziet(leider, rij)


def test_terug_met_een_reden(decor: Decor, leider: Werkplek) -> None:
    opp = maak_compleet(decor)
    rij = leg_voor(decor, opp, leider)
    with pytest.raises(ValidationError):
        opp_terugsturen(door=leider, voorlegging_id=rij.pk, toelichting=" ", op=LATER)
    opp_terugsturen(door=leider, voorlegging_id=rij.pk, toelichting="Het doel is vaag.", op=LATER)
    assert not ziet(leider, rij) and concept_van(opp).status == "concept"
    assert leg_voor(decor, opp, leider).pk != rij.pk


def test_wat_de_toegang_beeindigt(decor: Decor, leider: Werkplek) -> None:
    """Its last day, another text, the coordinator who withdraws it, and the coordinator who sets it himself."""
    opp = maak_compleet(decor)
    rij = leg_voor(decor, opp, leider, tot=DAG)
    assert ziet(leider, rij)
    morgen = werkplek_maken(leider.user, DAG + timedelta(days=1), decor.school.pk)
    assert morgen is not None and not ziet(morgen, rij)
    schrijf(decor.coordinator, opp, LATER + timedelta(minutes=1), middelen="Twee uur.")
    assert not ziet(leider, rij)
    nieuw = leg_voor(decor, opp, leider, op=LATER + timedelta(minutes=2))
    rij.refresh_from_db()
    assert rij.besluit == "ingetrokken" and ziet(leider, nieuw)
    assert opp_leiding_intrekken(door=decor.coordinator, pk=opp.pk) == 1
    assert not ziet(leider, nieuw)
    weer = leg_voor(decor, opp, leider, op=LATER + timedelta(minutes=3))
    nu = concept_van(opp)
    opp_vaststellen(door=decor.coordinator, pk=opp.pk, nummer=nu.nummer, versie=nu.versie, op=LATER)
    weer.refresh_from_db()
    assert weer.besluit == "ingetrokken" and not ziet(leider, weer)


def test_een_tegelijk_en_alleen_door_de_coordinator(decor: Decor, leider: Werkplek) -> None:
    opp = maak_compleet(decor)
    leg_voor(decor, opp, leider)
    with pytest.raises(ValidationError, match="ligt al"):
        leg_voor(decor, opp, leider)
    with pytest.raises(Verouderd):
        leg_voor(decor, opp, leider, versie=99)
    Opp.objects.filter(pk=opp.pk).update(opsteller=decor.mentor.user)
    with pytest.raises(PermissionDenied):
        opp_leiding_intrekken(door=decor.mentor, pk=opp.pk)


@pytest.mark.regel(45)
def test_mail_zonder_naam(decor: Decor, leider: Werkplek) -> None:
    """One line for the schoolleider while it lies there, one for who asked when she decided; no pupil in either."""
    opp = maak_compleet(decor)
    rij = leg_voor(decor, opp, leider)
    geldig = {soort.sleutel: soort.nog_geldig for soort in SOORTEN}
    mail = Herinnering.objects.get(soort="opp_voorgelegd")
    assert mail.ontvanger_id == leider.user.pk and geldig[mail.soort](mail, LATER)
    opp_terugsturen(door=leider, voorlegging_id=rij.pk, toelichting="Eerst het doel.", op=LATER)
    mail.refresh_from_db()
    assert mail.status == "vervallen" and not geldig[mail.soort](mail, LATER)
    antwoord = Herinnering.objects.get(soort="opp_besloten")
    assert antwoord.ontvanger_id == decor.coordinator.user.pk and geldig[antwoord.soort](antwoord, LATER)
    woorden = " ".join(f"{soort.enkelvoud} {soort.meervoud}" for soort in SOORTEN)
    assert "Bakker" not in woorden


def test_haar_pagina(nu_decor: Decor, inloggen: Any) -> None:
    """She reads the parts and no names of the family, nothing leads to the file; setting it ends her access."""
    leider = maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")
    opp = maak_compleet(nu_decor, timezone.now())
    rij = leg_voor(nu_decor, opp, leider, op=timezone.now())
    client = inloggen(leider.user)
    pad = reverse("ondersteuning:opp_voorgelegd_een", args=[rij.pk])
    controleer_budget(client, pad)
    tekst = client.get(pad).content.decode()
    assert "Veel tekst tegelijk." in tekst and "Ik wil gewoon weten" in tekst and "Stel je dit vast?" in tekst
    assert "Marit" not in tekst and f"/leerlingen/{nu_decor.leerling.pk}/" not in tekst
    lijst = client.get(reverse("ondersteuning:opp_voorgelegd")).content.decode()
    assert "Stel je dit vast?" in lijst and "Bakker" not in lijst
    assert "OPP om vast te stellen" in client.get(reverse("web:verder")).content.decode()
    besluit = reverse("ondersteuning:opp_besluit", args=[rij.pk])
    for fout in (
        {},
        {"keuze": "terug", "versie": "1"},
        {"keuze": "vast", "versie": "9" * 30},
        {"keuze": "\x00"},
    ):
        assert client.post(besluit, fout).status_code == 422
    assert client.post(besluit, {"keuze": "vast", "versie": "0"}).status_code == 409
    versie = concept_van(opp).versie
    assert client.post(besluit, {"keuze": "vast", "versie": versie}).status_code == 302
    assert (
        client.get(pad).status_code
        == client.post(besluit, {"keuze": "vast", "versie": versie}).status_code
        == 404
    )
    opp.refresh_from_db()
    assert opp.status == "loopt"
