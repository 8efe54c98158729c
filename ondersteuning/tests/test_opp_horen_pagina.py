"""The page on which a colleague notes what the pupil says: story, stale forms, bad input, who may, and its cost."""

import uuid
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Stuk
from leerlingen.tests.notitiehulp import PDF
from ondersteuning.access_opp import Oppblik
from ondersteuning.models import Hoorrecht, Inbreng, Invloed, Opp, OppLink
from ondersteuning.opp_paneel_horen import MEEST, paneel
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp import opp_bijstellen
from ondersteuning.tests.hoorhulp import bied_aan, doen_ermee, leg_uit, met_aanbod, stel_vast, vertelt
from ondersteuning.tests.opphulp import begin_opp
from zorgapp.accounts.models import Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Concept


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    return begin_opp(nu_decor.coordinator, nu_decor.leerling)


@pytest.fixture
def mentor(nu_decor: Decor) -> Client:
    client = Client()
    client.force_login(nu_decor.mentor.user)
    return client


def pad(opp: Opp, naam: str = "opp_horen") -> str:
    return reverse(f"ondersteuning:{naam}", args=[opp.pk])


def woorden(decor: Decor, **velden: Any) -> dict[str, Any]:
    wat = {"woorden": "Ik wil meer tijd.", "hoe": "gesprek", "gezegd_op": decor.mentor.dag}
    return wat | {"sleutel": uuid.uuid4()} | velden


def test_het_hele_verhaal(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    dag = nu_decor.mentor.dag
    assert "nog niet gevraagd" in mentor.get(pad(opp)).content.decode()
    assert Inzage.objects.filter(onderwerp="opp", user_id=nu_decor.mentor.user.pk).exists()
    aanbod = {"aangeboden_op": dag, "wijze": "gesprek", "hulp": "Samen lezen", "versie": 0}
    assert mentor.post(pad(opp, "opp_horen_aanbieden"), aanbod).status_code == 302
    bestand = SimpleUploadedFile("tekening.pdf", PDF)
    gegevens = woorden(nu_decor, woorden="‘Letterlijk’ <b>dit</b>", tekening=bestand)
    assert mentor.post(pad(opp, "opp_horen_inbreng"), gegevens).status_code == 302
    tekst = mentor.get(pad(opp)).content.decode()
    assert (
        "&lt;b&gt;dit&lt;/b&gt;" in tekst
        and reverse("leerlingen:stuk", args=[Stuk.objects.get().pk]) in tekst
    )
    punt = {"punt": "Meer tijd", "gevolg": "deels", "uitleg": "Bij toetsen."}
    assert mentor.post(pad(opp, "opp_invloed_nieuw"), punt).status_code == 302
    rij = Invloed.objects.get()
    anders = punt | {"gevolg": "overgenomen", "versie": rij.versie}
    assert mentor.post(pad(rij, "opp_invloed"), anders)["Location"] == pad(opp)
    versie = Hoorrecht.objects.get().versie
    assert mentor.post(pad(opp, "opp_horen_toelichten"), {"dag": dag, "versie": versie}).status_code == 302
    klaar = mentor.get(pad(opp)).content.decode()
    assert "hoorde op" in klaar and len(klaar) < 20_000
    assert (Hoorrecht.objects.get().toegelicht_op, Invloed.objects.get().gevolg) == (dag, "overgenomen")


def test_niet_willen_en_toch(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.mentor, opp)
    wat = {"dag": nu_decor.mentor.dag, "reden": "Liever niet.", "versie": 1}
    assert mentor.post(pad(opp, "opp_horen_afzien"), wat).status_code == 302
    assert "‘Liever niet.’" in mentor.get(pad(opp)).content.decode()
    assert mentor.post(pad(opp, "opp_horen_afzien"), wat | {"versie": 2, "toch": "1"}).status_code == 302
    assert Hoorrecht.objects.get().ziet_af_op is None


def test_verouderd_toont_beide_en_bewaart_niets(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.coordinator, opp, hulp="Een tolk")
    dag = nu_decor.mentor.dag
    oud = {"aangeboden_op": dag, "wijze": "tablet", "hulp": "Voorlezen", "versie": 0}
    antwoord = mentor.post(pad(opp, "opp_horen_aanbieden"), oud)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Een tolk" in tekst and ">\nVoorlezen</textarea>" in tekst
    assert Hoorrecht.objects.get().hulp == "Een tolk"
    nog_eens = mentor.post(pad(opp, "opp_horen_aanbieden"), oud | {"versie": 1})  # as the page now asks
    assert nog_eens.status_code == 302 and Hoorrecht.objects.get().hulp == "Voorlezen"


def test_een_punt_dat_een_collega_wijzigde(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.mentor, opp)
    vertelt(nu_decor.mentor, opp)
    rij = doen_ermee(nu_decor.mentor, opp)
    nieuw = {"punt": rij.punt, "gevolg": "niet", "uitleg": "Mijn uitleg.", "versie": 1}
    assert mentor.post(pad(rij, "opp_invloed"), nieuw | {"uitleg": "Van een collega."}).status_code == 302
    antwoord = mentor.post(pad(rij, "opp_invloed"), nieuw)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Van een collega." in tekst and "Mijn uitleg." in tekst
    assert Invloed.objects.get().uitleg == "Van een collega."
    assert mentor.post(pad(rij, "opp_invloed"), nieuw | {"versie": 2}).status_code == 302


@pytest.mark.parametrize(
    "velden",
    [
        {"woorden": "  "},
        {"woorden": "a" * 8001},
        {"woorden": "😀" * 40_000},
        {"woorden": "nul\x00"},
        {"hoe": "nvt"},
        {"hoe": "link"},  # what the pupil does himself is not noted by somebody else
        {"gezegd_op": "2026-13-45"},
        {"gezegd_op": "2099-01-01"},
        {"gezegd_op": "0001-01-01"},
        {"sleutel": "1"},
        {"tekening": SimpleUploadedFile("leeg.pdf", b"")},
        {"tekening": SimpleUploadedFile("pagina.html", b"<html><script>")},
    ],
)
def test_slechte_invoer_bewaart_niets(
    nu_decor: Decor, opp: Opp, mentor: Client, velden: dict[str, Any]
) -> None:
    bied_aan(nu_decor.mentor, opp)
    antwoord = mentor.post(pad(opp, "opp_horen_inbreng"), woorden(nu_decor, **velden))
    assert antwoord.status_code == 422
    assert {"z-fout", "is-rood"} & set(antwoord.content.decode().replace('"', " ").split())
    assert not Inbreng.objects.exists() and not Stuk.objects.exists()


def test_een_filmpje_wordt_niet_beloofd(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    """What is refused is said before it is chosen, and what to do instead; the words that were typed stay."""
    bied_aan(nu_decor.mentor, opp)
    assert "Een filmpje kan hier niet bij." in mentor.get(pad(opp)).content.decode()
    film = SimpleUploadedFile("film.mp4", b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 20)
    gegevens = woorden(nu_decor, woorden="Ik laat mijn kamer zien.", hoe="tekening", tekening=film)
    antwoord = mentor.post(pad(opp, "opp_horen_inbreng"), gegevens)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422 and "schrijf op wat erin gezegd wordt" in tekst
    assert "Ik laat mijn kamer zien." in tekst and not Inbreng.objects.exists()
    assert mentor.post(pad(opp, "opp_horen_inbreng"), gegevens | {"tekening": ""}).status_code == 302
    assert (Inbreng.objects.get().hoe, Inbreng.objects.get().stuk) == ("tekening", None)


@pytest.mark.parametrize(
    ("naam", "velden"),
    [
        ("opp_horen_aanbieden", {"aangeboden_op": "2026-01-01", "wijze": "nvt", "versie": 0}),
        ("opp_horen_aanbieden", {"aangeboden_op": "2026-01-01", "wijze": "anders", "versie": 0}),
        ("opp_horen_aanbieden", {"aangeboden_op": "2026-01-01", "versie": 2**40}),
        ("opp_horen_toelichten", {"dag": "", "versie": 1}),
        ("opp_horen_afzien", {"dag": "2099-01-01", "versie": 1}),
        ("opp_invloed_nieuw", {"punt": "x", "gevolg": "nvt", "uitleg": "y"}),
        ("opp_horen_link", {"hoe": "duif"}),
        ("opp_horen_link", {"hoe": "mail"}),  # no address is known
        ("opp_horen_geef", {}),
    ],
)
def test_wat_niet_kan_zegt_waarom(
    nu_decor: Decor, opp: Opp, mentor: Client, naam: str, velden: dict[str, Any]
) -> None:
    """Before anything was offered, or with a wrong value: a message, and nothing changed."""
    antwoord = mentor.post(pad(opp, naam), velden)
    assert antwoord.status_code == 422
    assert not Hoorrecht.objects.exists() and not OppLink.objects.exists()
    assert mentor.get("/").status_code == 200  # nor was the session narrowed


def test_een_link_wordt_een_keer_getoond(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.mentor, opp)
    antwoord = mentor.post(pad(opp, "opp_horen_link"), {"hoe": "papier"})
    nieuw = antwoord.context["nieuw"]
    assert nieuw.adres in antwoord.content.decode() and antwoord.context["code"] in antwoord.content.decode()
    daarna = mentor.get(pad(opp)).content.decode()
    assert nieuw.adres not in daarna and nieuw.code not in daarna and "Trek in" in daarna
    assert mentor.post(pad(nieuw.link, "opp_link_intrekken"))["Location"] == pad(opp)
    assert "ingetrokken" in mentor.get(pad(opp)).content.decode()


def test_een_concept_blijft_tot_het_verstuurd_is(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.mentor, opp)
    Concept.objects.create(
        school=nu_decor.school,
        eigenaar=nu_decor.mentor.user,
        sleutel=f"opphoren:{opp.pk}",
        inhoud={"woorden": "Half afgemaakt"},
    )
    assert "Half afgemaakt" in mentor.get(pad(opp)).content.decode()
    mentor.post(pad(opp, "opp_horen_inbreng"), woorden(nu_decor))
    assert "Half afgemaakt" not in mentor.get(pad(opp)).content.decode()


def test_de_pagina_kost_niet_meer_met_meer(nu_decor: Decor, opp: Opp, mentor: Client) -> None:
    bied_aan(nu_decor.mentor, opp)
    vertelt(nu_decor.mentor, opp, "Een.")
    punt = doen_ermee(nu_decor.mentor, opp)
    weinig = controleer_budget(mentor, pad(opp))
    for nummer in range(8):
        vertelt(nu_decor.mentor, opp, f"Woorden {nummer}.")
    leg_uit(nu_decor.mentor, opp)
    stel_vast(nu_decor, opp)
    opp_bijstellen(door=nu_decor.coordinator, pk=opp.pk, op=timezone.now())
    bied_aan(nu_decor.mentor, opp)
    assert controleer_budget(mentor, pad(opp)) == weinig
    assert "Woorden 7." in mentor.get(pad(opp)).content.decode()
    assert controleer_budget(mentor, pad(punt, "opp_invloed")) <= 15


def test_het_paneel_is_voor_wie_het_geheel_leest(nu_decor: Decor) -> None:
    """His words first; a team leader reads them without opening what he made; a teacher sees nothing."""
    opp = met_aanbod(nu_decor)
    for nummer in range(MEEST + 1):
        vertelt(nu_decor.mentor, opp, f"Woorden {nummer}.")
    doen_ermee(nu_decor.mentor, opp)
    versie, werkplek = opp.versies.get(), nu_decor.coordinator
    feiten = feiten_van(opp, versie, werkplek.dag)
    gezien = paneel(werkplek, opp, versie, Oppblik(True, False, False, False, False), feiten)
    assert gezien is not None and (len(gezien.inbreng), gezien.meer, gezien.ronde) == (MEEST, True, 1)
    assert gezien.inbreng[0].woorden == "Woorden 0." and len(gezien.invloeden) == 1
    alleen_doelen = Oppblik(False, False, False, False, False)
    assert paneel(werkplek, opp, versie, alleen_doelen, feiten) is None


def test_een_teamleider_schrijft_niet(nu_decor: Decor, opp: Opp) -> None:
    leider, client = maak_werkplek(nu_decor.school, Rol.TEAMLEIDER), Client()
    client.force_login(leider.user)
    assert client.get(pad(opp)).status_code == 403
    assert client.post(pad(opp, "opp_horen_inbreng"), woorden(nu_decor)).status_code == 403
