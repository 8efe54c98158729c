"""The jaarkalender through its pages: making it, filters by hand, a stale form, the calendar file, the A3, its cost."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from beleid.access_jaar import Overlegmaand, activiteiten_van
from beleid.documents.jaar import SOORT, maak, regels
from beleid.jaarics import jaarkalender_ics
from beleid.jaarsjabloon import WETTELIJK
from beleid.kalenderbeeld import Blokje, banen, kolommen
from beleid.models import Activiteit
from beleid.services.activiteit import Activiteitgegevens, activiteit_toevoegen, activiteit_vervalt
from beleid.services.jaar import kalender_maken
from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

KALENDER = "/beleid/kalender/"


@pytest.fixture
def jaar(nu_decor: Decor) -> Schooljaar:
    return Schooljaar.van(nu_decor.coordinator.dag)


@pytest.fixture
def browser(nu_decor: Decor, inloggen: Any) -> Client:
    client: Client = inloggen(nu_decor.coordinator.user)
    return client


def test_van_leeg_naar_een_kalender_met_een_klik(browser: Client, nu_decor: Decor, jaar: Schooljaar):
    leeg = browser.get(KALENDER).content.decode()
    assert f"Maak de kalender van {jaar}" in leeg and "De vakanties van" in leeg
    vorig = Schooljaar(jaar.beginjaar - 1)
    assert (
        "Voor dit schooljaar is er geen gemaakt" in browser.get(f"{KALENDER}?jaar={vorig}").content.decode()
    )
    na = browser.post(f"{KALENDER}maken/?jaar={jaar}", follow=True).content.decode()
    assert "De kalender staat" in na and "Jaarevaluatie met ouders" in na
    nog_eens = browser.post(f"{KALENDER}maken/?jaar={jaar}", follow=True).content.decode()
    assert "stond er al" in nog_eens
    Vrijedag.objects.create(
        school=nu_decor.school, naam="Winter", van=jaar.begin, tot=jaar.begin + timedelta(60)
    )
    dicht = browser.get(KALENDER).content.decode()
    assert "De vakanties van" not in dicht
    assert "De vrije dagen zijn veranderd" in dicht
    assert "Meegeschoven: " in browser.post(f"{KALENDER}meeschuiven/", follow=True).content.decode()
    assert "De vrije dagen zijn veranderd" not in browser.get(KALENDER).content.decode()


@pytest.mark.parametrize(
    "vraag", ["jaar=2026", "jaar=1999-2000", "jaar=\x00", "strook=alles", "deel=5", "deel=-1", "strook=%27"]
)
def test_een_filter_met_de_hand_is_er_niet(browser: Client, vraag: str):
    assert browser.get(f"{KALENDER}?{vraag}").status_code == 404


def test_een_docent_leest_zonder_knoppen_en_zonder_geld(nu_decor: Decor, jaar: Schooljaar, inloggen: Any):
    gegevens = Activiteitgegevens("Studiemiddag", "scholing", jaar.begin, jaar.eind, None, 450)  # type: ignore[arg-type]
    rij = activiteit_toevoegen(door=nu_decor.coordinator, jaar=jaar, gegevens=gegevens)
    client = inloggen(maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.coordinator.dag, "Sanne").user)
    kalender, een = (
        client.get(KALENDER).content.decode(),
        client.get(f"/beleid/activiteit/{rij.pk}/").content.decode(),
    )
    assert "Studiemiddag" in kalender and "euro" not in kalender + een
    assert "Wijzig" not in een and "Gaat niet door" not in een


def test_een_oud_formulier_overschrijft_niets(browser: Client, nu_decor: Decor, jaar: Schooljaar):
    gegevens = Activiteitgegevens("Studiemiddag", "scholing", jaar.begin, jaar.eind)
    rij = activiteit_toevoegen(door=nu_decor.coordinator, jaar=jaar, gegevens=gegevens)
    data = {"titel": "Van mij", "strook": "samen", "van": jaar.begin, "tot": jaar.eind}
    pad = f"/beleid/activiteit/{rij.pk}/"
    assert browser.post(f"{pad}wijzigen/", data | {"versie": 1}).status_code == 302
    antwoord = browser.post(f"{pad}wijzigen/", data | {"versie": 1, "titel": "Van een ander"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Zo staat het nu" in tekst and "Van een ander" in tekst
    assert Activiteit.objects.get(pk=rij.pk).titel == "Van mij"
    buiten = browser.post(f"{pad}wijzigen/", data | {"versie": 2, "tot": jaar.eind + timedelta(1)})
    assert buiten.status_code == 422 and f"Kies een dag in schooljaar {jaar}" in buiten.content.decode()
    for bedrag in ("veel", "-1", "99999999999", "1,234"):
        assert browser.post(f"{pad}wijzigen/", data | {"versie": 2, "budget": bedrag}).status_code == 422


def test_gaat_niet_door_en_herstel(browser: Client, nu_decor: Decor, jaar: Schooljaar):
    gegevens = Activiteitgegevens("Studiemiddag", "scholing", jaar.begin, jaar.eind)
    pk = activiteit_toevoegen(door=nu_decor.coordinator, jaar=jaar, gegevens=gegevens).pk
    na = browser.post(f"/beleid/activiteit/{pk}/vervalt/", {"versie": 1}, follow=True).content.decode()
    assert f"/beleid/activiteit/{pk}/terug/?versie=2" in na
    assert Activiteit.objects.get(pk=pk).status == "vervallen"
    browser.post(f"/beleid/activiteit/{pk}/terug/?versie=9")
    assert Activiteit.objects.get(pk=pk).status == "vervallen"
    browser.post(f"/beleid/activiteit/{pk}/terug/?versie=2")
    assert Activiteit.objects.get(pk=pk).status == "gepland"


def test_paginas_blijven_klein_en_vragen_niet_meer_bij_meer(
    browser: Client, nu_decor: Decor, jaar: Schooljaar
):
    gegevens = Activiteitgegevens(
        "Studiemiddag", "scholing", jaar.begin, jaar.begin, nu_decor.coordinator.user
    )
    activiteit_toevoegen(door=nu_decor.coordinator, jaar=jaar, gegevens=gegevens)
    eerst = {pad: controleer_budget(browser, pad) for pad in (KALENDER, "/beleid/")}
    kalender_maken(door=nu_decor.coordinator, jaar=jaar)
    assert {pad: controleer_budget(browser, pad) for pad in eerst} == eerst
    assert len(browser.get(KALENDER).content) < 20_000 and len(browser.get("/beleid/").content) < 20_000


def test_het_agendabestand_noemt_niemand(decor: Decor):
    jaar, door = Schooljaar(2026), decor.coordinator
    gegevens = Activiteitgegevens("Studiemiddag", "scholing", date(2027, 3, 8), date(2027, 3, 9), door.user)
    rij = activiteit_toevoegen(door=door, jaar=jaar, gegevens=gegevens)
    activiteit_vervalt(door=door, pk=rij.pk, versie=1)
    op = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
    tekst = jaarkalender_ics(
        activiteiten_van(door, jaar),
        jaar=jaar,
        basis="https://x.nl",
        op=op,
        url_van=lambda pk: f"https://x.nl/{pk}",
    )
    assert door.user.naam.encode() not in tekst
    dagen = list(Calendar.from_ical(tekst).walk("VEVENT"))
    eerste = dagen[0]
    assert (eerste["dtstart"].dt, eerste["dtend"].dt) == (date(2027, 3, 8), date(2027, 3, 10))
    assert (eerste["status"], int(eerste["sequence"])) == ("CANCELLED", 2)
    assert len(dagen) == 1 + len(WETTELIJK) and len({str(d["uid"]) for d in dagen}) == len(dagen)


def test_overleg_staat_per_maand_en_reeksen_als_een_blok():
    maanden = [("zat", 10), ("zorgoverleg", 9), ("zorgoverleg", 10), ("zorgoverleg", 12)]
    rijen = [Overlegmaand(soort, date(2026, maand, 1), 2) for soort, maand in maanden]
    rij = next(b for b in banen([], rijen, [], Schooljaar(2026), date(2026, 11, 24)) if b.label == "Overleg")
    assert [(b.tekst, b.maand, b.duur) for b in rij.blokken] == [
        ("ZAT", 3, 1),
        ("Zorgoverleg", 2, 2),
        ("Zorgoverleg", 5, 1),
    ]
    assert [naam for naam, nu in kolommen(Schooljaar(2026), date(2026, 11, 24)) if nu] == ["nov"]


_BLOKJE = st.integers(1, 12).flatmap(
    lambda m: st.integers(1, 13 - m).map(lambda duur: Blokje(m, duur, f"{m}-{duur}"))
)


@settings(max_examples=25, deadline=None)
@given(st.lists(_BLOKJE, max_size=30))
def test_op_papier_is_elke_regel_twaalf_maanden_en_staat_alles_er_een_keer(blokken: list[Blokje]):
    lijnen = regels(blokken)
    assert all(sum(cel.duur for cel in lijn) == 12 for lijn in lijnen)
    gezet = [cel.blok for lijn in lijnen for cel in lijn if cel.blok]
    assert sorted(map(str, gezet)) == sorted(map(str, blokken))
    for lijn in lijnen:
        maand = 1
        for cel in lijn:
            assert cel.blok is None or cel.blok.maand == maand
            maand += cel.duur


def test_de_a3_zegt_alles_van_het_jaar_en_noemt_niemand(decor: Decor):
    kalender_maken(door=decor.coordinator, jaar=Schooljaar(2026))
    html = SOORT.html(maak(decor.coordinator, 2026))
    assert "Jaarevaluatie met ouders" in html and "12 september" in html
    assert "Vertrouwelijk" not in html and f">{decor.coordinator.user.naam}<" not in html
