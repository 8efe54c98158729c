"""The pages of hours, scenarios and means: the story through the browser, refusals, statements, and the paper."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse

from beleid.blokken import getekend
from beleid.documents import uren as document
from beleid.inzet import Scenariosoort, Werksoort
from beleid.models import Middel, Scenario, Uren
from beleid.services.middel import middel_zetten
from beleid.services.scenario import Keuzegegevens, scenario_maken
from beleid.services.uren import uren_toezeggen, uren_vragen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

UREN = "/beleid/uren/"
BYTES = 20_000


@pytest.fixture
def leiding(nu_decor: Decor) -> Werkplek:
    return maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.coordinator.dag, "Marijke")


def vul(decor: Decor, leiding: Werkplek, rollen: int = 1, scenarios: int = 1) -> None:
    door, jaar = decor.coordinator, Schooljaar.van(decor.coordinator.dag)
    for n in range(rollen):
        rij = uren_vragen(door=door, jaar=jaar, rol=f"Rol {n}", user=door.user, gevraagd=600, opmerking="")
        uren_toezeggen(door=leiding, pk=rij.pk, versie=1, toegezegd=480)
    keuzes = [Keuzegegevens(Scenariosoort.STOPPEN, f"Keuze {n}", 60) for n in range(6)]
    for n in range(scenarios):
        scenario_maken(door=door, jaar=jaar, titel=f"Scenario {n}", keuzes=keuzes)


def test_van_vraag_tot_toezegging(nu_decor: Decor, leiding: Werkplek, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    assert "Nog geen uren" in client.get(UREN).content.decode()
    velden = {
        "rol": "Zorgcoördinator",
        "user": nu_decor.coordinator.user.pk,
        "gevraagd": "7,5",
        "opmerking": "",
    }
    assert client.post(reverse("beleid:uren_nieuw"), velden).status_code == 302
    rij = Uren.objects.get()
    assert rij.gevraagd == 450
    assert "Gevraagd is 7,5 uur per week." in client.get(UREN).content.decode()
    toe = reverse("beleid:uren_toezeggen", args=[rij.pk])
    assert client.post(toe, {"versie": 1, "toegezegd": "40"}).status_code == 403
    baas = inloggen(leiding.user)
    assert baas.post(toe, {"versie": 1, "toegezegd": "6,25"}).status_code == 302
    assert Uren.objects.get().toegezegd == 375
    oud = baas.post(toe, {"versie": 1, "toegezegd": "3"})
    assert oud.status_code == 409 and "toegezegd 6,25 uur" in oud.content.decode()
    assert Uren.objects.get().toegezegd == 375


@pytest.mark.parametrize("uren", ["", "x", "-1", "61", "1e99", "7,555", "\x00", "9" * 60])
def test_uren_die_niet_kunnen(nu_decor: Decor, inloggen: Any, uren: str) -> None:
    antwoord = inloggen(nu_decor.coordinator.user).post(
        reverse("beleid:uren_nieuw"), {"rol": "Coach", "gevraagd": uren}
    )
    assert antwoord.status_code == 422 and not Uren.objects.exists()


@pytest.mark.parametrize("jaar", ["x", "1999-2000", "2026-2028", "2026-2027%00"])
def test_een_jaar_dat_niet_kan(nu_decor: Decor, inloggen: Any, jaar: str) -> None:
    client = inloggen(nu_decor.coordinator.user)
    assert client.get(f"{UREN}?jaar={jaar}").status_code == 404
    assert client.get(f"/beleid/middelen/?jaar={jaar}").status_code == 404


def test_een_scenario_van_maken_tot_gesprek(nu_decor: Decor, leiding: Werkplek, inloggen: Any) -> None:
    vul(nu_decor, leiding, scenarios=0)
    client = inloggen(nu_decor.coordinator.user)
    nieuw = reverse("beleid:uren_scenario_nieuw")
    half = client.post(nieuw, {"titel": "Samen", "tekst_1": "Regie overdragen"})
    assert half.status_code == 422 and "hoeveel uur per week het scheelt" in half.content.decode()
    velden = {"titel": "Samen", "soort_1": "overdragen", "tekst_1": "Regie overdragen", "uren_1": "3"}
    assert client.post(nieuw, velden).status_code == 302
    scenario = Scenario.objects.get()
    keuze = scenario.keuzes.get()
    kiezen = reverse("beleid:uren_kiezen", args=[scenario.pk])
    for fout in ({"versie": "x", "keuze": keuze.pk}, {"versie": 1, "keuze": 999_999_999}):
        client.post(kiezen, fout)
        assert not scenario.keuzes.get().gekozen
    client.post(kiezen, {"versie": 1, "keuze": [keuze.pk, "\x00", "9" * 50]})
    assert scenario.keuzes.get().gekozen
    pagina = client.get(reverse("beleid:uren_scenario", args=[scenario.pk])).content.decode()
    assert "Regie overdragen" in pagina and "checked" in pagina
    gesprek = {"versie": 2, "besproken_op": nu_decor.coordinator.dag.isoformat(), "uitkomst": "Akkoord."}
    assert client.post(reverse("beleid:uren_gesprek", args=[scenario.pk]), gesprek).status_code == 302
    pagina = client.get(reverse("beleid:uren_scenario", args=[scenario.pk])).content.decode()
    assert "Akkoord." in pagina and "Bewaar wat je kiest" not in pagina
    assert client.get(reverse("beleid:uren_scenario_wijzigen", args=[scenario.pk])).status_code == 200


@pytest.mark.regel(46)
def test_de_schoolleiding_leest_geen_uren_per_soort(
    nu_decor: Decor, leiding: Werkplek, inloggen: Any
) -> None:
    """Hours of a kind are pieces times minutes: half an hour of the third line would be one pupil."""
    vul(nu_decor, leiding)
    labels = [str(soort.label) for soort in Werksoort]
    eigen = inloggen(nu_decor.coordinator.user).get(UREN).content.decode()
    assert all(label in eigen for label in labels)
    ander = inloggen(leiding.user).get(UREN).content.decode()
    assert "Bekijk als tabel" in ander and not any(f">{label}<" in ander for label in labels)
    jaar = Schooljaar.van(leiding.dag)
    papier = render_to_string(document.SOORT.template, {"doc": document.maak(leiding, jaar.beginjaar)})
    assert not any(f">{label}<" in papier for label in labels)


def test_middelen_met_totalen(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    nieuw = reverse("beleid:middelen_nieuw")
    velden = {"bron": "Gemeente", "doel": "Verzuim", "bedrag": "2500,50", "besteed": "2600", "resultaat": ""}
    assert client.post(nieuw, velden | {"bedrag": "-5"}).status_code == 422
    assert client.post(nieuw, velden).status_code == 302
    assert Middel.objects.get().bedrag == Decimal("2500.50")
    pagina = client.get("/beleid/middelen/").content.decode()
    assert "meer besteed dan er was" in pagina and "€ 2.500,50" in pagina
    wijzig = reverse("beleid:middelen_wijzigen", args=[Middel.objects.get().pk])
    oud = client.post(wijzig, velden | {"versie": 9})
    assert oud.status_code == 409 and Middel.objects.get().versie == 1


def test_statements_en_bytes_groeien_niet_mee(nu_decor: Decor, leiding: Werkplek, inloggen: Any) -> None:
    vul(nu_decor, leiding, rollen=2)
    door = nu_decor.coordinator
    client = inloggen(door.user)
    scenario = reverse("beleid:uren_scenario", args=[Scenario.objects.get().pk])
    paden = (UREN, scenario, "/beleid/middelen/", "/beleid/")
    eerst = {pad: controleer_budget(client, pad) for pad in paden}
    for n in range(8):
        dien_in(nu_decor.mentor, nu_decor.leerling)
        middel_zetten(
            door=door, jaar=Schooljaar.van(door.dag), bron=f"Bron {n}", doel="Doel", bedrag=Decimal(5),
            besteed=Decimal(1), resultaat="",
        )  # fmt: skip
        velden = {"rol": f"Nog een {n}", "user": None, "gevraagd": 60, "opmerking": ""}
        uren_vragen(door=door, jaar=Schooljaar.van(door.dag), **velden)
    vul_scenarios = [Keuzegegevens(Scenariosoort.LATER, "Later", 60)]
    for n in range(5):
        scenario_maken(door=door, jaar=Schooljaar.van(door.dag), titel=f"Nog {n}", keuzes=vul_scenarios)
    assert {pad: controleer_budget(client, pad) for pad in paden} == eerst
    assert all(len(client.get(pad).content) < BYTES for pad in paden)


def test_het_blok_op_beleid_en_jaar(nu_decor: Decor, leiding: Werkplek) -> None:
    jaar = Schooljaar.van(leiding.dag)

    def blok() -> dict:
        return dict(getekend(leiding, jaar))["beleid/_uren_blok.html"]

    assert blok()["leeg"]
    vul(nu_decor, leiding)
    assert blok()["wie"] == nu_decor.coordinator.user.naam and blok()["inzet"].hebt == 480
    assert (blok()["titel"], blok()["keuzes"][5]["tekst"]) == ("Scenario 0", "Keuze 5")
    assert blok()["zin"] == "Nog niets gekozen."


def test_op_papier_staan_uren_beeld_en_scenarios(nu_decor: Decor, leiding: Werkplek) -> None:
    vul(nu_decor, leiding, scenarios=4)
    jaar = Schooljaar.van(leiding.dag)
    blad = document.maak(leiding, jaar.beginjaar)
    html = render_to_string(document.SOORT.template, {"doc": blad})
    assert "Rol 0" in html and "<svg" in html and html.count("Keuze 5") == 3
    assert document.terug(2026) == "/beleid/uren/?jaar=2026-2027"
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, leiding.dag, "Sanne")
    for wie, nummer in ((docent, 2026), (leiding, 10**15), (leiding, 1999)):
        with pytest.raises(Http404):
            document.deur(wie, nummer, next(iter(Handeling)))
    assert blad.jaar.begin == date(jaar.beginjaar, 8, 1)
