"""Writing before answering: a parent asks or remarks, comes back through the same link, and only the answer uses it up."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Contactpersoon
from ondersteuning.access_opp_link import Linkbezoek
from ondersteuning.klokken_opp import REACTIE
from ondersteuning.models import Instemming, Opp, OppLink, Oppreactie
from ondersteuning.services.opp_antwoord import Gelezen
from ondersteuning.services.opp_link import LinkDood, Nieuwelink
from ondersteuning.services.opp_reactie import reactie_via_link
from ondersteuning.tests.opphulp import schrijf
from ondersteuning.tests.ouderhulp import (
    DOOD,
    MOEDER,
    VADER,
    binnen,
    geef,
    pad,
    stuur,
    voor_ouders,
)
from ondersteuning.tests.samenhulp import zegt
from zorgapp.accounts.models import Inzage
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget

VRAAG = "Wie is Ruben? <b>En</b> 🎉"


pytestmark = pytest.mark.usefixtures("snel")


@pytest.fixture
def decor(nu_decor: Decor) -> Decor:
    return nu_decor


@pytest.fixture
def opp(decor: Decor) -> Opp:
    return voor_ouders(decor)


def schrijft(client: Client, nieuw: Nieuwelink, tekst: str = VRAAG, **velden: Any) -> HttpResponse:
    context = client.get(pad(nieuw)).context
    wat = {
        "opmerking": tekst,
        "sleutel": str(uuid.uuid4()),
        "bewijs": context["bezoek"].bewijs,
        "nummer": context["blad"].vraag.nummer,
        "hash": context["blad"].vraag.hash,
    }
    antwoord: HttpResponse = client.post(pad(nieuw, "opp_link_reactie"), wat | velden)
    return antwoord


def test_vragen_terugkomen_en_dan_antwoorden(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    antwoord = schrijft(binnen(nieuw), nieuw, keuze="niet_akkoord", reden="Te weinig uren")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200 and "School heeft je bericht" in tekst
    assert "Wie is Ruben? &lt;b&gt;En&lt;/b&gt;" in tekst
    assert 'value="niet_akkoord" checked' in tekst and "Te weinig uren" in tekst  # typed, not sent
    rij = Oppreactie.objects.get()
    assert (rij.tekst, rij.naam, rij.relatie, rij.gegeven_op) == (
        VRAAG,
        MOEDER,
        "moeder",
        timezone.localdate(),
    )
    assert rij.hash == rij.oppversie.hash and not Instemming.objects.exists()
    assert OppLink.objects.get().gebruikt_op is None

    later = binnen(nieuw)  # another day, another device: the same link and code
    assert "Wie is Ruben?" in later.get(pad(nieuw)).content.decode()
    schrijft(later, nieuw, "En wanneer?")
    assert stuur(later, nieuw)["Location"] == pad(nieuw, "opp_link_lees_klaar")
    assert Oppreactie.objects.count() == 2 and Instemming.objects.get().opmerking == ""
    assert DOOD in Client().get(pad(nieuw)).content.decode()
    assert schrijft_na(later, nieuw)["Location"] == pad(nieuw, "opp_link_lees_klaar")
    assert Oppreactie.objects.count() == 2


def schrijft_na(client: Client, nieuw: Nieuwelink) -> HttpResponse:
    """Send one more after the answer, with the proof of the visit that still lasts."""
    bewijs = client.get(pad(nieuw, "opp_link_lees_klaar")).context["bezoek"].bewijs
    wat = {"opmerking": "Nog iets", "sleutel": str(uuid.uuid4()), "bewijs": bewijs, "nummer": 1, "hash": "e"}
    antwoord: HttpResponse = client.post(pad(nieuw, "opp_link_reactie"), wat)
    return antwoord


def test_kijken_verbruikt_niets(decor: Decor, opp: Opp) -> None:
    """A mail scanner follows links, also with HEAD; nothing of the link changes, however often."""
    nieuw = geef(decor)
    voor = OppLink.objects.values().get()
    for client in (Client(), binnen(nieuw)):
        for naam in (
            "opp_link",
            "opp_link_lees",
            "opp_link_reactie",
            "opp_link_bewijs",
            "opp_link_bewijs_pdf",
        ):
            client.get(pad(nieuw, naam))
            client.head(pad(nieuw, naam))
    assert OppLink.objects.values().get() == voor and not Oppreactie.objects.exists()


def test_alleen_school_leest_het(decor: Decor, opp: Opp, inloggen: Any) -> None:
    nieuw = geef(decor)
    schrijft(binnen(nieuw), nieuw, "Qxyzvw")
    ander = geef(decor, VADER)
    client = binnen(ander)
    assert "Qxyzvw" not in client.get(pad(ander)).content.decode()
    assert "Qxyzvw" not in client.get(stuur(client, ander)["Location"]).content.decode()
    url = f"/opp/{opp.pk}/instemming/"
    for werkplek in (decor.coordinator, decor.mentor):
        school = inloggen(werkplek.user)
        assert "‘Qxyzvw’" in school.get(url).content.decode()
        overzicht = school.get(reverse("ondersteuning:opp_paneel", args=[opp.pk, "samen"])).content.decode()
        assert overzicht.count("schreef een bericht") == 1 and "Qxyzvw" not in overzicht
    assert inloggen(decor.begeleider.user).get(url).status_code == 404  # not assigned to this pupil


def test_de_opsteller_hoort_het_eenmaal_per_dag(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    for _ in range(3):
        schrijft(client, nieuw)
    rij = Herinnering.objects.get(soort=REACTIE)
    assert rij.ontvanger_id == opp.opsteller_id and MOEDER not in rij.sleutel


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"opmerking": "  "}, "Schrijf eerst je vraag"),
        ({"opmerking": "x" * 4001}, "4000 tekens"),
        ({"opmerking": "x\x00y"}, "nog niets verstuurd"),
        ({"hash": "e" * 64}, "eerdere versie"),
        ({"nummer": "7"}, "eerdere versie"),
        ({"nummer": "9" * 30}, "nog niets verstuurd"),
        ({"sleutel": "geen"}, "laad de pagina opnieuw"),
        ({"sleutel": ""}, "laad de pagina opnieuw"),
        ({"bewijs": "vals"}, "De tijd is om"),
    ],
)
def test_wat_niet_klopt_bewaart_niets(decor: Decor, opp: Opp, velden: dict[str, str], zin: str) -> None:
    nieuw = geef(decor)
    antwoord = schrijft(binnen(nieuw), nieuw, **({"tekst": velden.pop("opmerking", VRAAG)} | velden))
    assert antwoord.status_code in {403, 422} and zin in antwoord.content.decode()
    assert not Oppreactie.objects.exists() and OppLink.objects.get().gebruikt_op is None


def test_dezelfde_twee_keer_is_een_en_na_twintig_is_het_genoeg(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    sleutel = str(uuid.uuid4())
    for _ in range(2):
        assert schrijft(client, nieuw, sleutel=sleutel).status_code == 200
    rij = Oppreactie.objects.get()
    for _ in range(Oppreactie.MAX - 1):
        rij.pk, rij.sleutel = None, uuid.uuid4()
        rij.save(force_insert=True)
    antwoord = schrijft(client, nieuw)
    assert antwoord.status_code == 422 and "Bel school" in antwoord.content.decode()
    assert Oppreactie.objects.count() == Oppreactie.MAX


@pytest.mark.regel(9)
@pytest.mark.regel(10)
@pytest.mark.regel(20)
@pytest.mark.parametrize(
    "wat", ["gezag", "achttien", "nieuwe versie", "ingetrokken", "verlopen", "al gezegd"]
)
def test_wie_niet_meer_mag_schrijft_niet(decor: Decor, opp: Opp, wat: str) -> None:
    nieuw = geef(decor)
    context = binnen(nieuw).get(pad(nieuw)).context
    vraag, op = context["blad"].vraag, timezone.now()
    if wat == "gezag":
        Contactpersoon.objects.update(gezag="nee")
    elif wat == "achttien":
        decor.leerling.geboortedatum = timezone.localdate().replace(year=timezone.localdate().year - 18)
        decor.leerling.save()
    elif wat == "nieuwe versie":
        schrijf(decor.coordinator, opp, begeleiding="Iets anders.")
    elif wat == "ingetrokken":
        OppLink.objects.update(ingetrokken_op=op)
    elif wat == "verlopen":
        op = nieuw.link.verloopt_op + timedelta(seconds=1)
    else:
        zegt(decor.coordinator, MOEDER)
    with pytest.raises((LinkDood, ValidationError)):
        reactie_via_link(
            bezoek=Linkbezoek(OppLink.objects.select_related("opp__leerling", "verzoek").get(), op.date()),
            gelezen=Gelezen(vraag.nummer, vraag.hash),
            sleutel=uuid.uuid4(),
            tekst=VRAAG,
            op=op,
        )
    assert not Oppreactie.objects.exists()


def test_een_reactie_verandert_niet_meer(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    schrijft(binnen(nieuw), nieuw)
    for doe in (
        lambda: Oppreactie.objects.update(tekst="Anders"),
        lambda: connection.cursor().execute("DELETE FROM ondersteuning_oppreactie"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            doe()
    assert Oppreactie.objects.get().tekst == VRAAG


def test_de_paginas_kosten_steeds_evenveel(decor: Decor, opp: Opp, inloggen: Any) -> None:
    nieuw = geef(decor)
    client, school = binnen(nieuw), inloggen(decor.coordinator.user)
    schrijft(client, nieuw)
    url = f"/opp/{opp.pk}/instemming/"
    eerst = controleer_budget(client, pad(nieuw)), controleer_budget(school, url)
    for _ in range(4):
        schrijft(client, nieuw, "Nog een vraag.")
    assert (controleer_budget(client, pad(nieuw)), controleer_budget(school, url)) == eerst


def test_een_bezoek_is_een_regel_in_het_logboek(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    schrijft(binnen(nieuw), nieuw)
    assert Inzage.objects.filter(onderwerp="opplink").count() == 1
