"""The form of an activity: a location for a school that has more, a draft of its texts, and a calendar that is very full."""

from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from icalendar import Calendar

from beleid.access_jaar import activiteiten_van
from beleid.documents.jaar import SOORT, maak
from beleid.jaarics import jaarkalender_ics
from beleid.models import Activiteit
from beleid.services.activiteit import Activiteitgegevens, activiteit_toevoegen, activiteit_wijzigen
from beleid.services.jaar import kalender_maken
from beleid.templatetags.beleid_jaar import breekbaar
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Vestiging
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_school
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.services import concept_bewaren, concept_lezen

NIEUW = "/beleid/activiteit/nieuw/"


@pytest.fixture
def jaar(nu_decor: Decor) -> Schooljaar:
    return Schooljaar.van(nu_decor.coordinator.dag)


@pytest.fixture
def browser(nu_decor: Decor, inloggen: Any) -> Client:
    client: Client = inloggen(nu_decor.coordinator.user)
    return client


@pytest.fixture
def parklaan(nu_decor: Decor) -> Vestiging:
    for naam in ("Dijkzicht", "Parklaan"):
        plek = Vestiging.objects.get_or_create(school=nu_decor.school, naam=naam)[0]
    return plek


def _data(jaar: Schooljaar, **anders: Any) -> dict[str, Any]:
    return {
        "titel": "Open dag",
        "strook": "samen",
        "van": jaar.begin,
        "tot": jaar.begin,
        "versie": 0,
    } | anders


def test_een_vestiging_kiezen_en_overal_lezen(
    browser: Client, nu_decor: Decor, jaar: Schooljaar, parklaan: Vestiging
) -> None:
    assert "De hele school" in browser.get(NIEUW).content.decode()
    elders = maak_school(brin="99ZZ")
    with in_school(elders.pk):
        vreemd = Vestiging.objects.create(school=elders, naam="Elders")
    for fout in (vreemd.pk, "x", "9" * 30, "\x00"):
        assert browser.post(NIEUW, _data(jaar, vestiging=fout)).status_code == 422
    assert not Activiteit.objects.exists()
    assert browser.post(NIEUW, _data(jaar, vestiging=parklaan.pk)).status_code == 302
    rij = Activiteit.objects.get()
    assert rij.vestiging == parklaan
    pad = f"/beleid/activiteit/{rij.pk}/"
    for waar in (pad, f"/beleid/kalender/?jaar={jaar}&deel=1"):
        assert "Parklaan" in browser.get(waar).content.decode()
    assert f'value="{parklaan.pk}" selected' in browser.get(f"{pad}wijzigen/").content.decode()
    door = nu_decor.coordinator
    assert "Open dag (Parklaan)" in SOORT.html(maak(door, jaar.beginjaar))
    ics = jaarkalender_ics(
        activiteiten_van(door, jaar), jaar=jaar, basis="https://x.nl", op=datetime.now(), url_van=str
    )
    assert str(next(iter(Calendar.from_ical(ics).walk("VEVENT")))["location"]) == "Parklaan"
    gegevens = Activiteitgegevens("Open dag", "samen", jaar.begin, jaar.begin, vestiging=vreemd)
    with pytest.raises(ValidationError, match="vestiging"):
        activiteit_wijzigen(door=door, pk=rij.pk, versie=1, gegevens=gegevens)
    assert browser.post(f"{pad}wijzigen/", _data(jaar, versie=1, vestiging="")).status_code == 302
    rij.refresh_from_db()
    assert rij.vestiging is None


def test_met_een_vestiging_is_er_niets_te_kiezen_en_blijft_wat_er_stond(
    browser: Client, nu_decor: Decor, jaar: Schooljaar
) -> None:
    enige = Vestiging.objects.get_or_create(school=nu_decor.school, naam="Dijkzicht")[0]
    Vestiging.objects.filter(school=nu_decor.school).exclude(pk=enige.pk).delete()
    gegevens = Activiteitgegevens("Open dag", "samen", jaar.begin, jaar.begin, vestiging=enige)
    rij = activiteit_toevoegen(door=nu_decor.coordinator, jaar=jaar, gegevens=gegevens)
    pad = f"/beleid/activiteit/{rij.pk}/wijzigen/"
    assert "De hele school" not in browser.get(pad).content.decode()
    assert browser.post(pad, _data(jaar, versie=1, titel="Open avond")).status_code == 302
    rij.refresh_from_db()
    assert (rij.titel, rij.vestiging) == ("Open avond", enige)


def test_wat_je_typt_blijft_bewaard_en_gaat_nooit_over_een_collega_heen(
    browser: Client, nu_decor: Decor, jaar: Schooljaar
) -> None:
    door, nieuw = nu_decor.coordinator, f"activiteit:nieuw:{jaar.beginjaar}"
    half = {"titel": "Half", "toelichting": "Half af.", "versie": "0", "strook": ["x"], "eigenaar": "999999"}
    concept_bewaren(door=door, sleutel=nieuw, versie=0, inhoud=half)
    leeg = browser.get(NIEUW).content.decode()
    assert "Half af." in leeg and f'data-concept="{nieuw}"' in leeg and "Zo staat het nu" not in leeg
    assert browser.post(NIEUW, _data(jaar)).status_code == 302
    assert concept_lezen(door, nieuw).inhoud == {} and "Half af." not in browser.get(NIEUW).content.decode()
    rij = Activiteit.objects.get()
    pad, sleutel = f"/beleid/activiteit/{rij.pk}/wijzigen/", f"activiteit:{rij.pk}"
    concept_bewaren(door=door, sleutel=sleutel, versie=0, inhoud={"toelichting": "Van mij.", "versie": "1"})
    gegevens = Activiteitgegevens("Open dag", "samen", jaar.begin, jaar.begin, toelichting="Van een ander.")
    activiteit_wijzigen(door=door, pk=rij.pk, versie=1, gegevens=gegevens)
    beide = browser.get(pad).content.decode()
    assert all(stuk in beide for stuk in ("Van mij.", "Van een ander.", "Zo staat het nu"))
    assert browser.post(pad, _data(jaar, versie=2, toelichting="Samen.")).status_code == 302
    assert concept_lezen(door, sleutel).inhoud == {}


def test_een_lang_woord_breekt_waar_een_lezer_het_zou_doen() -> None:
    assert breekbaar("Dyslexieonderzoek aanvragen", 1) == "Dyslexie\u00adonderzoek aanvragen"
    assert breekbaar("Rapport en mentorgesprek (Parklaan)", 1) == "Rapport en mentor\u00adgesprek (Parklaan)"
    assert breekbaar("Samenwerkingsverband", 1) == "Samen\u00adwerkings\u00adverband"
    assert breekbaar("Vernietigingslijst", 1) == "Vernieti\u00adgings\u00adlijst"
    for heel in ("Toelating", "Leerlingen", "Overdracht mentoren", "<b>"):
        assert breekbaar(heel, 1) == heel
    assert breekbaar("Dyslexieonderzoek", 2) == "Dyslexieonderzoek"


def test_een_volle_kalender_blijft_een_kleine_pagina(
    browser: Client, nu_decor: Decor, jaar: Schooljaar
) -> None:
    door = nu_decor.coordinator
    stroken = ("ontwikkelpunt", "signaleren", "opp_kaart", "samen", "scholing", "beleid")

    def zet(van: int, tot: int) -> None:
        Activiteit.objects.bulk_create(
            Activiteit(
                school=door.school,
                schooljaar=jaar.beginjaar,
                stam=uuid4(),
                titel=f"Activiteit met een naam {n:03}",
                strook=stroken[n % 6],
                van=jaar.begin + (jaar.eind - jaar.begin) * n // 152,
                tot=jaar.begin + (jaar.eind - jaar.begin) * n // 152,
                eigenaar=door.user,
                gemaakt_door=door.user,
            )
            for n in range(van, tot)
        )

    kalender_maken(door=door, jaar=jaar)
    zet(0, 20)
    paden = ["/beleid/kalender/", f"/beleid/kalender/?jaar={jaar}&deel=1&strook=samen", "/beleid/"]
    eerst = [controleer_budget(browser, pad) for pad in paden]
    zet(20, 152)
    assert [controleer_budget(browser, pad) for pad in paden] == eerst
    wegen = {pad: len(browser.get(pad).content) for pad in paden}
    assert max(wegen.values()) < 20_000, wegen
    strook = browser.get(paden[0]).content.decode()
    assert "en nog " in strook and strook.count('class="z-blok mnd-') <= 72
    assert SOORT.html(maak(door, jaar.beginjaar)).count("Activiteit met een naam") == 152
