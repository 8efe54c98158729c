"""The page with what can be printed of an OPP, and who may: narrower than who may read."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from leerlingen.models import Toegangsverlening
from ondersteuning.access_opp import get_opp_heel
from ondersteuning.access_opp_pdf import get_evaluatie, get_instemming, get_opp_papier, get_oppversie
from ondersteuning.documents.opp_papieren import PAPIEREN
from ondersteuning.models import OppVersie
from ondersteuning.opp_paneel_pdf import paneel
from ondersteuning.tests.opppapier import antwoordt, evalueert, volledig
from zorgapp.accounts.models import Afdeling, Inzage
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.models import Taak
from zorgapp.werk.tests.conftest import opslag  # noqa: F401  the fixture
from zorgapp.werk.uitvoeren import voer_taak_uit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("opslag")]


@pytest.fixture
def versie(nu_decor: Decor) -> OppVersie:
    return volledig(nu_decor.coordinator, nu_decor.leerling)


def nummers(decor: Decor, versie: OppVersie) -> dict[str, int]:
    """The number each document is asked with."""
    evaluatie = evalueert(versie, decor.coordinator)
    antwoord = antwoordt(versie.verzoeken.all()[0], decor.coordinator)
    over = dict.fromkeys(("opp", "ouders", "leerling"), versie.pk)
    return over | {"horen": versie.opp_id, "evaluatie": evaluatie.pk, "instemming": antwoord.pk}


def client_van(werkplek: Werkplek) -> Client:
    client = Client()
    client.force_login(werkplek.user)
    return client


def begeleider_met(decor: Decor) -> Werkplek:
    """The begeleider, to whom the pupil is assigned."""
    Toegangsverlening.objects.create(
        school=decor.school,
        leerling=decor.leerling,
        user=decor.begeleider.user,
        reden="begeleidt",
        bron="proef:1",
        van=decor.coordinator.dag,
        tot=decor.coordinator.dag,
        door=decor.coordinator.user,
    )
    return decor.begeleider


@pytest.mark.regel(40)
@pytest.mark.parametrize("soort", PAPIEREN)
def test_wie_wat_mag_afdrukken(nu_decor: Decor, versie: OppVersie, soort: str) -> None:
    """Coordinator, mentor and assigned begeleider print; a team leader reads only; a teacher has no paper."""
    deur, pk = PAPIEREN[soort].soort.deur, nummers(nu_decor, versie)[soort]
    dag = nu_decor.coordinator.dag
    afdeling = Afdeling.objects.create(school=nu_decor.school, naam="Onderbouw")
    type(nu_decor.klas).objects.filter(pk=nu_decor.klas.pk).update(afdeling=afdeling)
    teamleider = maak_werkplek(nu_decor.school, Rol.TEAMLEIDER, dag, afdeling=afdeling)
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling)
    with pytest.raises(PermissionDenied):
        deur(teamleider, pk, "afgedrukt")  # type: ignore[arg-type]
    for buiten in (docent, nu_decor.begeleider):
        with pytest.raises(Http404):
            deur(buiten, pk, "afgedrukt")  # type: ignore[arg-type]
    for werkplek in (nu_decor.coordinator, nu_decor.mentor, begeleider_met(nu_decor)):
        voor = Inzage.objects.count()
        deur(werkplek, pk, "afgedrukt")  # type: ignore[arg-type]
        laatste = Inzage.objects.latest("pk")
        assert Inzage.objects.count() == voor + 1
        assert (laatste.handeling, laatste.onderwerp, laatste.onderwerp_id) == (
            "afgedrukt",
            "opp",
            versie.opp_id,
        )


@pytest.mark.parametrize("soort", PAPIEREN)
def test_van_knop_tot_pdf_en_terug(nu_decor: Decor, versie: OppVersie, soort: str, monkeypatch: Any) -> None:
    monkeypatch.setattr("zorgapp.werk.pdf.html_naar_pdf", lambda html: b"%PDF-proef")
    client, pk = client_van(nu_decor.mentor), nummers(nu_decor, versie)[soort]
    antwoord = client.post(f"/opp/pdf/{soort}/{pk}/")
    taak = Taak.objects.get()
    assert antwoord["Location"] == f"/taak/{taak.pk}/"
    voer_taak_uit(nu_decor.school.pk, taak.pk)
    pagina = client.get(f"/taak/{taak.pk}/").content.decode()
    assert "Download de pdf" in pagina and f"/opp/terug/{soort}/{pk}/" in pagina
    assert client.get(f"/opp/terug/{soort}/{pk}/")["Location"] == f"/opp/{versie.opp_id}/papieren/"
    bestand = client.get(f"/document/{taak.pk}/")
    assert "Bakker" not in bestand["Content-Disposition"] and bestand.status_code == 200
    assert Inzage.objects.latest("pk").handeling == "afgedrukt"


@pytest.mark.parametrize(
    "adres", ["pdf/x/1", "pdf/opp/999999999999999999", "pdf/evaluatie/0", "pdf/instemming/99999"]
)
def test_wat_er_niet_is(nu_decor: Decor, versie: OppVersie, adres: str) -> None:
    client = client_van(nu_decor.coordinator)
    assert client.post(f"/opp/{adres}/").status_code == 404
    assert client.get(f"/opp/{adres}/".replace("pdf", "terug")).status_code == 404
    assert not Taak.objects.exists()


def test_een_ander_school_vindt_niets(nu_decor: Decor, versie: OppVersie, andere_school: Any) -> None:
    getallen = nummers(nu_decor, versie)
    vreemd = maak_werkplek(andere_school, Rol.ZORGCOORDINATOR)
    for deur, soort in (
        (get_oppversie, "opp"),
        (get_opp_papier, "horen"),
        (get_evaluatie, "evaluatie"),
        (get_instemming, "instemming"),
    ):
        with pytest.raises(Http404):
            deur(vreemd, getallen[soort])  # type: ignore[operator]


def test_de_pagina_noemt_alles_en_geen_leerling_in_de_titel(nu_decor: Decor, versie: OppVersie) -> None:
    nummers(nu_decor, versie)
    pagina = client_van(nu_decor.mentor).get(f"/opp/{versie.opp_id}/papieren/").content.decode()
    for wat in (
        "Concept 1",
        "OPP voor het dossier",
        "OPP om mee te geven",
        "Plan voor de leerling",
        "Formulier om op te schrijven",
        "Evaluaties",
        "Ontvangstbewijs",
        "De pdf die de ouders lezen is nog niet klaar.",
        "Zienswijze van leerling en ouders",
    ):
        assert wat in pagina, wat
    assert "Bakker" not in pagina.split("<body")[0] and "Maak het nu" not in pagina
    assert (
        "Maak het nu"
        in client_van(nu_decor.coordinator).get(f"/opp/{versie.opp_id}/papieren/").content.decode()
    )


def test_de_pagina_vraagt_niet_meer_als_er_meer_is(nu_decor: Decor, versie: OppVersie) -> None:
    client, adres = client_van(nu_decor.coordinator), f"/opp/{versie.opp_id}/papieren/"
    evalueert(versie, nu_decor.coordinator)
    voor = controleer_budget(client, adres)
    for nummer in range(2, 8):
        OppVersie.objects.filter(opp=versie.opp).update(status="vervangen")
        OppVersie.objects.create(
            school=versie.school,
            opp=versie.opp,
            nummer=nummer,
            gemaakt_door=nu_decor.coordinator.user,
            gewijzigd_door=nu_decor.coordinator.user,
        )
        evalueert(versie, nu_decor.coordinator)
    assert controleer_budget(client, adres) == voor
    assert len(client.get(adres).content) < 20_000


def test_het_paneel(nu_decor: Decor, versie: OppVersie) -> None:
    opp, mag, _ = get_opp_heel(nu_decor.coordinator, versie.opp_id)
    p = paneel(nu_decor.coordinator, opp, versie, mag)
    assert p is not None and [v.merk for v in p.versies] == ["Concept 1"] and p.versies[0].mist
    assert p.versies[0].bewaard is None and p.horen and p.vragen
