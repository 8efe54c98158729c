"""The pages of the offer text: two writers, the live preview, the decision, HTML and PDF, what a page may cost."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from beleid.aanbodbeeld import beeld, kale_html
from beleid.aanbodregels import merk
from beleid.access_aanbod import regels_van
from beleid.documents.aanbod import SOORT, maak
from beleid.models import Aanbodalinea, Aanbodtekst
from beleid.services.aanbodbesluit import aanbodtekst_voorleggen
from beleid.services.aanbodtekst import aanbodtekst_beginnen, aanbodtekst_schrijven, alinea_schrijven
from ondersteuning.models import Aanbod
from ondersteuning.tests.aanbodhulp import maak_aanbod
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.services import concept_bewaren

PAGINA = "/beleid/aanbod/"


@pytest.fixture
def aanbod(nu_decor: Decor) -> Aanbod:
    return maak_aanbod(
        nu_decor.school, "Rots & <Water>", nu_decor.coordinator.dag, omschrijving="Zes keer <b>oefenen</b>."
    )


@pytest.fixture
def tekst(nu_decor: Decor, aanbod: Aanbod) -> Aanbodtekst:
    jaar = Schooljaar.van(nu_decor.coordinator.dag)
    return aanbodtekst_beginnen(door=nu_decor.coordinator, jaar=jaar, op=timezone.now())


@pytest.fixture
def leiding(nu_decor: Decor) -> Werkplek:
    return maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")


def _url(naam: str, *args: Any) -> str:
    return reverse(f"beleid:aanbodtekst_{naam}", args=args)


def _versies(antwoord: Any) -> str:
    return str(antwoord.content.decode())


def test_twee_schrijvers_zien_elkaars_tekst(nu_decor: Decor, tekst: Aanbodtekst, inloggen: Any):
    client: Client = inloggen(nu_decor.coordinator.user)
    data = {"versie": "1", "inleiding": "Van mij.", "grenzen": "x", "contact": "x"}
    assert client.post(_url("schrijven", tekst.pk), data).status_code == 302
    antwoord = client.post(_url("schrijven", tekst.pk), data | {"inleiding": "Van jou."})
    assert antwoord.status_code == 409
    assert "Van mij." in _versies(antwoord) and "Van jou." in _versies(antwoord)
    assert 'name="versie" value="2"' in _versies(antwoord)
    lang = client.post(_url("schrijven", tekst.pk), data | {"inleiding": "x" * 4001, "versie": "2"})
    nul = client.post(_url("schrijven", tekst.pk), data | {"inleiding": "a\x00b", "versie": "2"})
    assert (lang.status_code, nul.status_code) == (422, 422)
    tekst.refresh_from_db()
    assert (tekst.inleiding, tekst.versie) == ("Van mij.", 2)


def test_een_concept_van_voor_een_collega_bewaarde_toont_beide_teksten(
    nu_decor: Decor, aanbod: Aanbod, tekst: Aanbodtekst, inloggen: Any
):
    door = nu_decor.coordinator
    client: Client = inloggen(door.user)
    delen = {"inleiding": "Mijn halve zin.", "grenzen": tekst.grenzen, "contact": tekst.contact}
    sleutel, eigen = f"aanbodtekst:{tekst.pk}", {"versie": "0", "woorden": "Mijn halve woord."}
    alinea = f"aanbodalinea:{tekst.pk}:{aanbod.pk}"
    concept_bewaren(door=door, sleutel=sleutel, versie=0, inhoud=delen | {"versie": "1"})
    concept_bewaren(door=door, sleutel=alinea, versie=0, inhoud=eigen)
    url, woorden = _url("schrijven", tekst.pk), _url("woorden", tekst.pk, aanbod.stam)
    voor = _versies(client.get(url))
    assert "Mijn halve zin." in voor and "Zo staat het nu" not in voor
    aanbodtekst_schrijven(door=door, pk=tekst.pk, versie=1, **(delen | {"inleiding": "Van een collega."}))
    alinea_schrijven(door=door, pk=tekst.pk, stam=aanbod.stam, versie=0, woorden="Van een ander.")
    for adres, mijn, ander in (
        (url, "Mijn halve zin.", "Van een collega."),
        (woorden, "Mijn halve woord.", "Van een ander."),
    ):
        pagina = _versies(client.get(adres))
        assert mijn in pagina and ander in pagina and "Zo staat het nu" in pagina
    concept_bewaren(door=door, sleutel=sleutel, versie=1, inhoud={"inleiding": ["a", {}], "versie": {}})
    assert client.get(url).status_code == 200


def test_een_grote_catalogus_staat_op_bladzijden_en_op_papier_heel(
    nu_decor: Decor, leiding: Werkplek, tekst: Aanbodtekst, inloggen: Any
):
    door = nu_decor.coordinator
    for nummer in range(60):
        maak_aanbod(
            door.school, f"Hulp {nummer:02}", door.dag, omschrijving="Samen oefenen in een groep. " * 3
        )
    client: Client = inloggen(door.user)
    adres = f"{PAGINA}?jaar={tekst.jaar}&versie=1"
    gezien: list[str] = []
    for pagina in (1, 2, 3):
        for url in (f"{adres}&p={pagina}", f"{_url('schrijven', tekst.pk)}?p={pagina}"):
            html = _versies(client.get(url))
            assert len(html.encode()) < 20_000
        gezien += re.findall(r"<strong>(.+?)</strong>", html)
    assert sorted(gezien) == [f"Hulp {n:02}" for n in range(60)] + ["Rots &amp; &lt;Water&gt;"]
    assert f"{adres}&p=2".split("?")[1].replace("&", "&amp;") in _versies(client.get(adres))
    assert client.get(f"{adres}&p=99999999999").status_code == 200
    assert kale_html(beeld(door, tekst)).count("<strong>") == 61
    voor = aanbodtekst_voorleggen(door=door, pk=tekst.pk, versie=1, op=timezone.now())
    leider = inloggen(leiding.user)
    html = _versies(leider.get(_url("vaststellen", tekst.pk)))
    assert len(html.encode()) < 20_000 and merk(regels_van(leiding, voor)) in html


def test_weggooien_vraagt_de_versie_die_je_zag(nu_decor: Decor, tekst: Aanbodtekst, inloggen: Any):
    client: Client = inloggen(nu_decor.coordinator.user)
    url = _url("weggooien", tekst.pk)
    for versie in ("", "x", "9" * 30, "7", "\x00"):
        assert client.post(url, {"versie": versie}).status_code == 302
        assert Aanbodtekst.objects.filter(pk=tekst.pk).exists()
    assert client.post(url, {"versie": "1"}).status_code == 302
    assert not Aanbodtekst.objects.filter(pk=tekst.pk).exists()
    assert client.post(url, {"versie": "1"}).status_code == 404


def test_het_voorbeeld_toont_wat_getypt_is_en_bewaart_niets(
    nu_decor: Decor, tekst: Aanbodtekst, inloggen: Any
):
    client: Client = inloggen(nu_decor.coordinator.user)
    antwoord = client.post(_url("voorbeeld", tekst.pk), {"inleiding": "Welkom & hallo.", "grenzen": "\x00"})
    assert antwoord.status_code == 200
    assert "Welkom &amp; hallo." in _versies(antwoord) and "Rots &amp; &lt;Water&gt;" in _versies(antwoord)
    tekst.refresh_from_db()
    assert tekst.versie == 1 and "Welkom" not in tekst.inleiding


def test_eigen_woorden_van_twee_schrijvers(
    nu_decor: Decor, aanbod: Aanbod, tekst: Aanbodtekst, inloggen: Any
):
    client: Client = inloggen(nu_decor.coordinator.user)
    url = _url("woorden", tekst.pk, aanbod.stam)
    assert client.post(url, {"versie": "0", "woorden": "Eerst."}).status_code == 302
    antwoord = client.post(url, {"versie": "0", "woorden": "Daarna."})
    assert antwoord.status_code == 409
    assert "Eerst." in _versies(antwoord) and "Daarna." in _versies(antwoord)
    assert Aanbodalinea.objects.get(tekst=tekst).woorden == "Eerst."


def test_de_html_om_te_plakken_is_kaal_en_veilig(
    nu_decor: Decor, leiding: Werkplek, tekst: Aanbodtekst, inloggen: Any
):
    html = kale_html(beeld(nu_decor.coordinator, tekst))
    assert "class=" not in html and "<svg" not in html and "<a " not in html
    assert "<strong>Rots &amp; &lt;Water&gt;</strong>" in html and "<b>" not in html
    assert [html.count(f"<{kop}>") for kop in ("h2", "h3", "h4")] == [1, 3, 1]
    pagina = _versies(inloggen(leiding.user).get(_url("html", tekst.pk)))
    assert "&lt;strong&gt;Rots &amp;amp; &amp;lt;Water" in pagina and "readonly" in pagina


def test_op_papier_staat_dezelfde_tekst_met_zijn_stand(nu_decor: Decor, tekst: Aanbodtekst):
    html = SOORT.html(maak(nu_decor.coordinator, tekst.pk))
    assert "Concept, nog niet vastgesteld." in html and "Rots &amp; &lt;Water&gt;" in html
    assert "z-status" not in html and "Eigen woorden" not in html


def test_de_schoolleiding_stelt_vast_wat_zij_las(
    nu_decor: Decor, leiding: Werkplek, tekst: Aanbodtekst, inloggen: Any
):
    voor = aanbodtekst_voorleggen(door=nu_decor.coordinator, pk=tekst.pk, versie=1, op=timezone.now())
    client: Client = inloggen(leiding.user)
    url, gelezen = _url("vaststellen", tekst.pk), merk(regels_van(leiding, voor))
    data = {"versie": "2", "gelezen": gelezen, "mr_op": ""}
    maak_aanbod(nu_decor.school, "Net erbij", leiding.dag)
    antwoord = client.post(url, data)
    assert antwoord.status_code == 409 and "Net erbij" in _versies(antwoord)
    assert f'value="{gelezen}"' not in _versies(antwoord)
    morgen = {"gelezen": merk(regels_van(leiding, voor)), "mr_op": str(leiding.dag + timedelta(days=1))}
    assert client.post(url, data | morgen).status_code == 422
    assert client.post(url, data | morgen | {"mr_op": str(leiding.dag)}).status_code == 302
    tekst.refresh_from_db()
    assert tekst.status == "vastgesteld" and [r["naam"] for r in tekst.regels] == [
        "Net erbij",
        "Rots & <Water>",
    ]
    assert "verandert niet meer" in _versies(client.get(PAGINA, {"jaar": str(tekst.jaar)}))
    assert client.get(url).status_code == 302


@pytest.mark.parametrize("vraag", ["jaar=2026", "jaar=1999-2000", "jaar=x%00", "versie=9", "versie=abc"])
def test_een_verzonnen_adres_is_niet_te_vinden(
    nu_decor: Decor, tekst: Aanbodtekst, inloggen: Any, vraag: str
):
    assert inloggen(nu_decor.coordinator.user).get(f"{PAGINA}?{vraag}").status_code == 404


def test_voorleggen_en_herstel(nu_decor: Decor, tekst: Aanbodtekst, inloggen: Any):
    client: Client = inloggen(nu_decor.coordinator.user)
    for versie in ("", "x", "99999999999999999999", "7"):
        client.post(_url("voorleggen", tekst.pk), {"versie": versie})
        tekst.refresh_from_db()
        assert tekst.status == "concept"
    client.post(_url("voorleggen", tekst.pk), {"versie": "1"})
    tekst.refresh_from_db()
    assert (tekst.status, tekst.versie) == ("voorgelegd", 2)
    client.post(f"{_url('terughalen', tekst.pk)}?versie=2")
    tekst.refresh_from_db()
    assert tekst.status == "concept"


def test_een_pagina_kost_niet_meer_als_het_aanbod_groeit(
    nu_decor: Decor, leiding: Werkplek, tekst: Aanbodtekst, inloggen: Any
):
    door = nu_decor.coordinator
    client: Client = inloggen(door.user)
    paden = [PAGINA, _url("schrijven", tekst.pk), "/beleid/"]
    eerst = [controleer_budget(client, pad, data={"jaar": str(tekst.jaar)}) for pad in paden]
    for nummer in range(12):
        nieuw = maak_aanbod(door.school, f"Groep {nummer}", door.dag)
        alinea_schrijven(door=door, pk=tekst.pk, stam=nieuw.stam, versie=0, woorden="Oefenen.")
        maak_aanbod(door.school, f"Vorig {nummer}", door.dag - timedelta(days=365))
    daarna = [controleer_budget(client, pad, data={"jaar": str(tekst.jaar)}) for pad in paden]
    assert daarna == eerst
