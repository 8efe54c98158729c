"""The pages of the register: what they show, refuse and cost; the form on paper."""

import io
import re
from datetime import timedelta
from typing import Any

import pikepdf
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from leerlingen.documents.toestemming import FORMULIER
from leerlingen.models import Contactpersoon, Leerling, Toestemming, Toestemmingsantwoord
from leerlingen.tests.toestemminghulp import antwoord, maak_contact, maak_partner, maak_toestemming
from zorgapp.accounts.models import School, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pdf import html_naar_pdf
from zorgapp.kern.tests.test_pdf import labels, lettertypen
from zorgapp.testing.fabriek import maak_klas, maak_leerling, maak_werkplek
from zorgapp.testing.queries import controleer_budget

NU = timezone.localdate()
JONG = NU - timedelta(days=round(13 * 365.25))


@pytest.fixture
def coordinator(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=NU)


@pytest.fixture
def client(coordinator: Werkplek) -> Client:
    client = Client()
    client.force_login(coordinator.user)
    return client


@pytest.fixture
def leerling(school: School) -> Leerling:
    leerling = maak_leerling(school, maak_klas(school))
    Leerling.objects.update(geboortedatum=JONG)
    leerling.refresh_from_db()
    return leerling


def gegeven(leerling: Leerling, door: Werkplek, *contacten: Contactpersoon, **velden: Any) -> Toestemming:
    velden = {"van": NU - timedelta(days=20), "tot": NU + timedelta(days=200)} | velden
    rij = maak_toestemming(leerling, door.user, *contacten, stand="gegeven", **velden)
    for contact in contacten:
        antwoord(rij, door.user, contact, "gegeven", rij.van)
    return rij


def adres(naam: str, *args: Any) -> str:
    return reverse(f"leerlingen:{naam}", args=args)


def test_vragen_en_antwoord_door_de_paginas(client: Client, leerling: Leerling) -> None:
    moeder = maak_contact(leerling)
    vader = maak_contact(leerling, "Henk Bakker", gezag="nee")
    partner, leerplicht = (
        maak_partner(leerling.school),
        maak_partner(leerling.school, "Leerplicht", delen="wettelijk"),
    )
    pagina = client.get(adres("toestemming_vragen", leerling.pk)).content.decode()
    assert "Marit Bakker" in pagina and vader.naam not in pagina and leerplicht.naam not in pagina
    invoer = {
        "partner": partner.pk,
        "doel": "hulp bij lezen",
        "gegevens": ["hulpvraag"],
        "contacten": [moeder.pk],
        "van": NU,
        "tot": NU + timedelta(days=90),
    }
    geweigerd = client.post(adres("toestemming_vragen", leerling.pk), invoer | {"contacten": [vader.pk]})
    assert geweigerd.status_code == 422 and "gezag" in geweigerd.content.decode()
    te_kort = client.post(adres("toestemming_vragen", leerling.pk), invoer | {"tot": NU - timedelta(days=1)})
    assert te_kort.status_code == 422 and not Toestemming.objects.exists()
    antwoord_ = client.post(adres("toestemming_vragen", leerling.pk), invoer)
    rij = Toestemming.objects.get()
    assert antwoord_.status_code == 302 and antwoord_["Location"] == adres("toestemming", rij.pk)
    pagina = client.get(adres("toestemming", rij.pk)).content.decode()
    sleutel = re.search(r'name="sleutel" value="([^"]+)"', pagina)
    assert sleutel is not None
    ja = {
        "wie": moeder.pk,
        "antwoord": "gegeven",
        "op": NU,
        "wijze": "papier",
        "versie": 1,
        "sleutel": sleutel[1],
    }
    for fout in (
        {"wie": 2**40},
        {"antwoord": "x"},
        {"wijze": ""},
        {"op": "31-02-2026"},
        {"versie": "x"},
        {"wie": "\x00"},
    ):
        assert client.post(adres("toestemming_antwoord", rij.pk), ja | fout).status_code == 422
    assert Toestemmingsantwoord.objects.count() == 1
    assert client.post(adres("toestemming_antwoord", rij.pk), ja).status_code == 302
    oud = client.post(adres("toestemming_antwoord", rij.pk), ja | {"antwoord": "ingetrokken"})
    assert oud.status_code == 409 and "nieuwste stand" in oud.content.decode()
    assert 'name="versie" value="2"' in oud.content.decode()  # who saw the other answer can note his own
    pagina = client.get(adres("toestemmingen", leerling.pk)).content.decode()
    assert "akkoord t/m" in pagina and "Leerplichtwet" not in pagina and "wettelijke grond" in pagina
    weg = ja | {"antwoord": "ingetrokken", "versie": 2, "opmerking": "Belde hierover."}
    oud = client.post(adres("toestemming_antwoord", rij.pk), weg | {"versie": 1})
    assert oud.status_code == 409 and 'value="Belde hierover."' in oud.text
    assert client.post(adres("toestemming_antwoord", rij.pk), weg).status_code == 302
    oud = client.post(adres("toestemming_antwoord", rij.pk), weg)
    assert oud.status_code == 409 and "‘Belde hierover.’" in oud.text


def test_zestien_en_ouder_vraagt_de_leerling(client: Client, leerling: Leerling) -> None:
    Leerling.objects.update(geboortedatum=NU - timedelta(days=17 * 366))
    maak_contact(leerling)
    pagina = client.get(adres("toestemming_vragen", leerling.pk)).content.decode()
    assert "Marit Bakker" not in pagina and "16 of ouder" in pagina


@pytest.mark.parametrize(
    "soort", ["loopt", "eindigt", "zestien", "gevraagd", "nee", "ingetrokken", "voorbij", "x"]
)
def test_lijst_van_de_school(client: Client, coordinator: Werkplek, leerling: Leerling, soort: str) -> None:
    moeder = maak_contact(leerling)
    dag = timedelta(days=1)

    def zet(naam: str, stand: str, **velden: Any) -> None:
        rij = gegeven(leerling, coordinator, moeder, partner=maak_partner(leerling.school, naam), **velden)
        if stand != "gegeven":
            antwoord(rij, coordinator.user, moeder, stand, NU)
        Toestemming.objects.filter(pk=rij.pk).update(stand=stand)

    zet("P-lang", "gegeven")
    zet("P-kort", "gegeven", tot=NU + 5 * dag)
    zet("P-voorbij", "gegeven", tot=NU - dag)
    zet("P-zestien", "gegeven", eindigt_op=NU + 60 * dag)
    zet("P-open", "gevraagd")
    zet("P-nee", "geweigerd")
    zet("P-weg", "ingetrokken")
    verwacht = {
        "loopt": {"P-lang", "P-kort", "P-zestien"},
        "eindigt": {"P-kort"},
        "zestien": {"P-zestien"},
        "gevraagd": {"P-open"},
        "nee": {"P-nee"},
        "ingetrokken": {"P-weg"},
        "voorbij": {"P-voorbij"},
    }
    pagina = client.get(adres("toestemming_lijst"), {"soort": soort}).content.decode()
    rijen = pagina[pagina.index('aria-label="Toestemmingen"') :]
    assert set(re.findall(r"P-\w+", rijen)) == verwacht.get(soort, verwacht["loopt"])
    if soort == "loopt":
        partner = Toestemming.objects.get(partner__naam="P-kort").partner_id
        pagina = client.get(adres("toestemming_lijst"), {"soort": soort, "partner": partner}).content.decode()
        assert set(re.findall(r"P-\w+", pagina[pagina.index('aria-label="Toestemmingen"') :])) == {"P-kort"}


def test_lijst_van_een_vestiging(school: School, leerling: Leerling, coordinator: Werkplek) -> None:
    noord = Vestiging.objects.create(school=school, naam="Noord")
    elders = maak_werkplek(school, Rol.ZORGCOORDINATOR, dag=NU, vestiging=noord)
    gegeven(leerling, coordinator, maak_contact(leerling))
    client = Client()
    client.force_login(elders.user)
    assert leerling.naam not in client.get(adres("toestemming_lijst")).content.decode()


def test_budget_groeit_niet(client: Client, coordinator: Werkplek, leerling: Leerling) -> None:
    contacten = [maak_contact(leerling, f"Ouder {n}", huishouden=1 + n % 2) for n in range(2)]
    partner = maak_partner(leerling.school)
    rij = gegeven(leerling, coordinator, *contacten, partner=partner)
    paden = [
        adres("toestemming_lijst"),
        adres("toestemmingen", leerling.pk),
        adres("toestemming", rij.pk),
        adres("toestemming_vragen", leerling.pk),
        adres("contacten", leerling.pk),
        adres("contact", contacten[0].pk),
    ]
    voor = [controleer_budget(client, pad) for pad in paden]
    for n in range(30):
        ander = maak_leerling(leerling.school, leerling.plaatsingen.get().klas, f"Kind {n}")
        Leerling.objects.filter(pk=ander.pk).update(geboortedatum=JONG)
        gegeven(leerling, coordinator, *contacten, partner=partner, doel=f"doel {n}")
        gegeven(ander, coordinator, maak_contact(ander), partner=partner)
        maak_contact(leerling, f"Oom {n}", huishouden=1 + n % 4)
        maak_partner(leerling.school, f"Partner {n}", delen="wettelijk" if n % 2 else "toestemming")
    assert [controleer_budget(client, pad) for pad in paden] == voor


def test_formulier_per_huishouden(coordinator: Werkplek, leerling: Leerling) -> None:
    moeder = maak_contact(leerling, telefoon="06 1111 1111", email="moeder@thuis.example")
    vader = maak_contact(
        leerling, "Henk Jansen", huishouden=2, telefoon="06 2222 2222", email="vader@thuis.example"
    )
    tante = maak_contact(leerling, "Tante Riet", huishouden=1, gezag="ja")
    rij = maak_toestemming(
        leerling, coordinator.user, moeder, vader, tante, van=NU, tot=NU + timedelta(days=90)
    )
    per_naam = {a.naam: a.pk for a in rij.antwoorden.all()}
    thuis = FORMULIER.html(FORMULIER.maak(coordinator, per_naam[moeder.naam]))
    elders = FORMULIER.html(FORMULIER.maak(coordinator, per_naam[vader.naam]))
    assert moeder.naam in thuis and tante.naam in thuis and vader.naam not in thuis
    assert vader.naam in elders and moeder.naam not in elders and tante.naam not in elders
    for html in (thuis, elders):
        assert "thuis.example" not in html and "06 " not in html
        assert "<title>Toestemmingsformulier</title>" in html
        assert "U mag uw ja altijd terugnemen" in html and "naam van Kees Jan niet" in html
        assert [int(n) for n in re.findall(r"<h(\d)", html)][:4] == [1, 2, 2, 2]
        assert html.count("<th ") == 5


def test_formulier_past_op_een_blad_en_is_voor_te_lezen(coordinator: Werkplek, leerling: Leerling) -> None:
    ouders = maak_contact(leerling), maak_contact(leerling, "Henk Bakker")
    rij = maak_toestemming(leerling, coordinator.user, *ouders, van=NU, tot=NU + timedelta(days=90))
    html = FORMULIER.html(FORMULIER.maak(coordinator, rij.antwoorden.earliest("pk").pk))
    doc = pikepdf.open(io.BytesIO(html_naar_pdf(html)))
    assert len(doc.pages) == 1 and str(doc.Root.Lang) == "nl"
    assert str(doc.docinfo["/Title"]) == "Toestemmingsformulier" and "Bakker" not in str(dict(doc.docinfo))
    tags = labels(doc)
    assert [t for t in tags if re.fullmatch(r"/H\d", t)] == ["/H1", *["/H2"] * 4, "/H3", "/H3"]
    assert tags.count("/TH") == 5 and all(lettertypen(doc).values())


def test_formulier_voor_de_leerling_zelf(coordinator: Werkplek, leerling: Leerling) -> None:
    Leerling.objects.update(geboortedatum=NU - timedelta(days=17 * 366))
    rij = maak_toestemming(leerling, coordinator.user, van=NU, tot=NU + timedelta(days=90))
    html = FORMULIER.html(FORMULIER.maak(coordinator, rij.antwoorden.get().pk))
    assert "gegevens over jou delen" in html and "Je bent 16 of ouder" in html and "U mag" not in html


def test_dossier_toont_met_wie_je_mag_delen(
    client: Client, coordinator: Werkplek, leerling: Leerling
) -> None:
    rij = gegeven(leerling, coordinator, maak_contact(leerling))
    pagina = client.get(reverse("web:leerling", args=[leerling.pk])).content.decode()
    assert f"Delen met {rij.partner.naam}" in pagina and "ouders akkoord t/m" in pagina


@pytest.mark.parametrize("nummer", [0, 2**31, 2**63, 2**70])
def test_verzonnen_nummers_bestaan_niet(client: Client, nummer: int) -> None:
    for naam in (
        "toestemmingen",
        "toestemming_vragen",
        "toestemming",
        "toestemming_van_antwoord",
        "contacten",
        "contact",
    ):
        assert client.get(adres(naam, nummer)).status_code == 404, naam
    for naam in ("toestemming_antwoord", "toestemming_formulier", "contact_overnemen"):
        assert client.post(adres(naam, nummer)).status_code == 404, naam
    assert client.get(reverse("werk:document", args=[nummer])).status_code == 404
    assert client.get(adres("toestemming_lijst"), {"partner": nummer, "p": nummer}).status_code == 200
