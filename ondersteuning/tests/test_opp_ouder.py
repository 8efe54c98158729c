"""The page of each person who is asked, behind his link: reads, answers once, and nothing of the other household."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from leerlingen.models import Contactpersoon
from ondersteuning import mails_opp_bewijs
from ondersteuning.models import Instemming, Instemmingverzoek, Linkmail, Opp, OppLink
from ondersteuning.tasks import pak_links_op, verstuur_bewijs
from ondersteuning.tests.hoorhulp import token_uit
from ondersteuning.tests.opphulp import concept_van, schrijf, zet_afwijking
from ondersteuning.tests.ouderhulp import (
    DOOD,
    GEHEIM,
    MOEDER,
    VADER,
    binnen,
    geef,
    pad,
    stuur,
    voor_ouders,
)
from ondersteuning.tests.samenhulp import klaar_opp, leg_voor, stand_van, verzoek_van, zegt
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import Inzage
from zorgapp.notifications.bezorgen import Antwoord
from zorgapp.testing.decor import Decor
from zorgapp.testing.queries import controleer_budget

pytestmark = pytest.mark.usefixtures("snel")


@pytest.fixture
def decor(nu_decor: Decor) -> Decor:
    return nu_decor


@pytest.fixture
def opp(decor: Decor) -> Opp:
    return voor_ouders(decor)


def test_lezen_antwoorden_en_een_bewijs(decor: Decor, opp: Opp, mailoutbox: list[Any]) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    tekst = client.get(pad(nieuw)).content.decode()
    for staat in (
        "Kees Jan Bakker",
        "Elke week een half uur",
        "Hij leest een tekst",
        "Leest langzaam",
        "Ik wil gewoon weten",
    ):
        assert staat in tekst
    antwoord = stuur(client, nieuw, gezien="on", opmerking="Dank jullie wel.")
    assert antwoord["Location"] == pad(nieuw, "opp_link_lees_klaar")
    rij = Instemming.objects.get()
    assert (rij.keuze, rij.wijze, rij.gezien, rij.door, rij.gezag) == (
        "akkoord",
        "digitaal",
        True,
        None,
        "ja",
    )
    assert rij.hash == concept_van(opp).hash
    bewijs = client.get(antwoord["Location"]).content.decode()
    assert "Je bent akkoord" in bewijs and MOEDER in bewijs and "Dank jullie wel." in bewijs
    assert VADER not in bewijs and DOOD in Client().get(antwoord["Location"]).content.decode()
    assert client.get(pad(nieuw))["Location"] == antwoord["Location"]
    assert DOOD in client.get(pad(nieuw, "opp_link")).content.decode()
    assert Inzage.objects.filter(onderwerp="opplink", leerling_id=decor.leerling.pk).exists()
    assert stand_van(opp) == "voorgelegd"


@pytest.mark.parametrize("wie", [MOEDER, VADER])
def test_twee_huishoudens_zien_niets_van_elkaar(decor: Decor, opp: Opp, wie: str) -> None:
    ander = VADER if wie == MOEDER else MOEDER
    Contactpersoon.objects.filter(naam=ander).update(telefoon="06 9999 1111", email="qxyzvw@ander.example")
    zegt(decor.coordinator, ander, "niet_akkoord", reden="Qxyzvw reden", opmerking="Qxyzvw opmerking")
    nieuw = geef(decor, wie)
    client = binnen(nieuw)
    paginas = [client.get(pad(nieuw)).content.decode()]
    paginas.append(client.get(stuur(client, nieuw)["Location"]).content.decode())
    for tekst in paginas:
        for geheim in ("Qxyzvw", "06 9999 1111", "qxyzvw", ander, "niet akkoord met het handelingsdeel"):
            assert geheim not in tekst


def test_in_een_huishouden_staat_wat_de_ouders_vinden(decor: Decor, opp: Opp) -> None:
    Contactpersoon.objects.update(huishouden=1)
    Instemmingverzoek.objects.update(huishouden=1)
    nieuw = geef(decor)
    assert GEHEIM in binnen(nieuw).get(pad(nieuw)).content.decode()


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"keuze": "niet_akkoord"}, "Schrijf op waarom niet"),
        ({"keuze": ""}, "Kies akkoord of niet akkoord"),
        ({"keuze": "misschien"}, "Kies akkoord of niet akkoord"),
        ({"hash": "e" * 64}, "eerdere versie"),
        ({"nummer": "7"}, "eerdere versie"),
        ({"hash": ""}, "Laad de pagina opnieuw"),
        ({"opmerking": "x\x00y"}, "nog niets verstuurd"),
        ({"opmerking": "x" * 5000}, "4000 tekens"),
        ({"bewijs": "vals"}, "De tijd is om"),
    ],
)
def test_een_antwoord_dat_niet_klopt_verbruikt_de_link_niet(
    decor: Decor, opp: Opp, velden: dict[str, str], zin: str
) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    antwoord = stuur(client, nieuw, **({"opmerking": "Dit schreef ik er zelf bij."} | velden))
    assert antwoord.status_code in {403, 422} and zin in antwoord.content.decode()
    if "opmerking" not in velden:
        assert "Dit schreef ik er zelf bij." in antwoord.content.decode()
    assert not Instemming.objects.exists() and OppLink.objects.get().gebruikt_op is None
    assert stuur(client, nieuw).status_code == 302


def test_twee_keer_sturen_is_een_antwoord(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    context = client.get(pad(nieuw)).context
    wat = {
        "keuze": "akkoord",
        "bewijs": context["bezoek"].bewijs,
        "nummer": context["blad"].vraag.nummer,
        "hash": context["blad"].vraag.hash,
    }
    for _ in range(2):
        assert client.post(pad(nieuw), wat)["Location"] == pad(nieuw, "opp_link_lees_klaar")
    assert Instemming.objects.count() == 1


@pytest.mark.regel(9)
@pytest.mark.regel(10)
@pytest.mark.regel(20)
@pytest.mark.parametrize(
    "wat", ["gezag", "beeindigd", "achttien", "nieuwe versie", "ingetrokken", "al gezegd"]
)
def test_wat_tussen_openen_en_sturen_veranderde(decor: Decor, opp: Opp, wat: str) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    context = client.get(pad(nieuw)).context
    vraag = context["blad"].vraag
    if wat == "gezag":
        Contactpersoon.objects.update(gezag="nee")
    elif wat == "beeindigd":
        Contactpersoon.objects.update(beeindigd_op=timezone.localdate())
    elif wat == "achttien":
        decor.leerling.geboortedatum = timezone.localdate().replace(year=timezone.localdate().year - 18)
        decor.leerling.save()
    elif wat == "nieuwe versie":
        schrijf(decor.coordinator, opp, begeleiding="Iets anders.")
    elif wat == "ingetrokken":
        OppLink.objects.update(ingetrokken_op=timezone.now())
    else:
        zegt(decor.coordinator, MOEDER, "niet_akkoord")
    velden = {
        "keuze": "akkoord",
        "bewijs": context["bezoek"].bewijs,
        "nummer": vraag.nummer,
        "hash": vraag.hash,
    }
    antwoord = client.post(pad(nieuw), velden)
    assert antwoord.status_code == 404 and DOOD in antwoord.content.decode()
    assert not Instemming.objects.filter(door=None).exists()


def test_een_mail_zonder_naam_en_een_keer(decor: Decor, opp: Opp, mailoutbox: list[Any]) -> None:
    nieuw = geef(decor)
    stuur(binnen(nieuw), nieuw, keuze="niet_akkoord", reden="Qxyzvw")
    vraag = verzoek_van(MOEDER)
    assert vraag.bewijs == Linkmail.GEPLAND
    for _ in range(2):
        verstuur_bewijs(decor.school.pk, vraag.pk)
    pak_links_op()
    zet_context(decor.school.pk)
    vraag.refresh_from_db()
    assert vraag.bewijs == Linkmail.VERSTUURD and len(mailoutbox) == 1
    brief = mailoutbox[0]
    assert brief.to == ["ouder1@thuis.example"] and decor.school.naam in brief.subject
    for woord in (
        "Kees",
        "Bakker",
        "Marit",
        "Qxyzvw",
        "akkoord",
        "handelingsdeel",
        nieuw.code,
        token_uit(nieuw.adres),
    ):
        assert woord not in f"{brief.subject}\n{brief.body}"


@pytest.mark.parametrize(
    ("uitkomst", "stand"),
    [(Antwoord.GEWEIGERD, "mislukt"), (Antwoord.ONZEKER, "geclaimd"), (Antwoord.LATER, "gepland")],
)
def test_een_mail_die_niet_gaat(
    decor: Decor, opp: Opp, monkeypatch: Any, uitkomst: Antwoord, stand: str
) -> None:
    monkeypatch.setattr(mails_opp_bewijs, "bezorg", lambda brief: uitkomst)
    nieuw = geef(decor)
    stuur(binnen(nieuw), nieuw)
    verstuur_bewijs(decor.school.pk, verzoek_van(MOEDER).pk)
    zet_context(decor.school.pk)
    assert verzoek_van(MOEDER).bewijs == stand
    mails_opp_bewijs.versturen(decor.school.pk, verzoek_van(MOEDER).pk, timezone.now() + timedelta(hours=5))
    zet_context(decor.school.pk)
    assert verzoek_van(MOEDER).bewijs == ("mislukt" if stand == "gepland" else stand)
    assert not mail.outbox


def test_html_in_een_tekst_blijft_tekst(decor: Decor) -> None:
    opp = klaar_opp(decor, MOEDER)
    kwaad = "<script>alert(1)</script> \u202e\u05d0 \U0001f600"
    schrijf(decor.coordinator, opp, begeleiding=kwaad, onderbouwing=kwaad)
    zet_afwijking(concept_van(opp), uitleg=kwaad)
    leg_voor(decor.coordinator, opp)
    nieuw = geef(decor)
    tekst = binnen(nieuw).get(pad(nieuw)).content.decode()
    assert "<script>alert" not in tekst and "&lt;script&gt;alert" in tekst and "\U0001f600" in tekst


def test_de_pagina_kost_steeds_evenveel(decor: Decor, opp: Opp) -> None:
    nieuw = geef(decor)
    client = binnen(nieuw)
    eerst = controleer_budget(client, pad(nieuw))
    for _ in range(3):
        zet_afwijking(concept_van(opp))
    assert controleer_budget(client, pad(nieuw)) == eerst
    assert len(client.get(pad(nieuw)).content) < 20_000
