"""Building a list: what it must have, versions after use, copies, stopping, and the builder without a script."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from ondersteuning.forms.lijsten import LijstForm, herschikt
from ondersteuning.models import Signaleringslijst
from ondersteuning.services.lijsten import (
    lijst_kopieren,
    lijst_maken,
    lijst_stoppen,
    lijst_wijzigen,
)
from ondersteuning.tests.lijsthulp import PUNTEN, gegevens, maak_docent, maak_lijst, vul_in, zet_uit
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG
from zorgapp.werk.services import concept_bewaren, concept_lezen

ZORG = ("Werkt niet door", "leer", False)
GOED = ("Helpt een klasgenoot", "pers", True)


def post(*punten: tuple[str, str, bool], **velden: Any) -> dict[str, Any]:
    """The post of the builder with these points."""
    data: dict[str, Any] = {
        "titel": "Kijken",
        "voor": "docent",
        "drempel_mensen": "2",
        "drempel_punten": "4",
        "versie": "0",
        "aantal": str(len(punten)),
    }
    for nummer, (tekst, domein, sterk) in enumerate(punten):
        data |= {f"punt-{nummer}": tekst, f"domein-{nummer}": domein}
        data |= {f"sterk-{nummer}": "on"} if sterk else {}
    return data | velden


def test_een_goede_lijst() -> None:
    form = LijstForm(post(GOED, ZORG, ("", "leer", False)))
    assert form.is_valid(), form.errors
    assert form.gegevens().punten == (GOED, ZORG)


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"titel": ""}, "Geef de lijst een titel."),
        ({"titel": "x" * 81}, "Houd de titel op 80 tekens."),
        ({"voor": "leerling"}, "leerling"),
        ({"punt-0": ""}, "minstens twee punten"),
        ({"sterk-0": ""}, "wat goed gaat"),
        ({"sterk-1": "on"}, "wat opvalt"),
        ({"punt-1": "x" * 161}, "160 tekens"),
        ({"punt-1": "Nul\x00"}, "Null-tekens"),
        ({"domein-1": "school"}, "Kies een domein."),
        ({"punt-1": "helpt een KLASGENOOT"}, "twee keer hetzelfde"),
        ({"drempel_mensen": "1"}, "2 tot en met 9"),
        ({"drempel_punten": "9" * 30}, "2 tot en met 15"),
    ],
)
def test_een_weigering_per_regel(anders: dict[str, str], zin: str) -> None:
    assert LijstForm(post(GOED, ZORG)).is_valid()
    form = LijstForm(post(GOED, ZORG) | anders)
    assert not form.is_valid()
    assert zin in str(form.errors)


def test_meer_dan_vijftien_kan_niet() -> None:
    veel = [(f"Punt {n}", "leer", n == 0) for n in range(16)]
    form = LijstForm(post(*veel) | {"aantal": "16"})
    assert form.is_valid() and len(form.gegevens().punten) == 15


def _ruw(decor: Decor, **velden: Any) -> None:
    Signaleringslijst.objects.create(
        school=decor.school, door=decor.coordinator.user, **(gegevens().velden() | velden)
    )


@pytest.mark.parametrize(
    "velden",
    [
        {"sterk": [False] * 4},
        {"sterk": [True] * 4},
        {"sterk": [True, False]},
        {"domeinen": ["leer", "pers", "loop", "xxxx"]},
        {"punten": ["Een"], "sterk": [True], "domeinen": ["leer"]},
        {"drempel_mensen": 1},
        {"voor": "ouder"},
    ],
)
def test_de_database_houdt_het_ook_tegen(decor: Decor, velden: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        _ruw(decor, **velden)
    _ruw(decor)


def test_de_database_kent_hooguit_vijftien(decor: Decor) -> None:
    zestien = {"punten": [f"Punt {n}" for n in range(16)], "domeinen": ["leer"] * 16}
    with pytest.raises(IntegrityError), transaction.atomic():
        _ruw(decor, sterk=[True] + [False] * 15, **zestien)


def test_twee_lijsten_met_een_titel(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator)
    with pytest.raises(ValidationError, match="al een lijst met deze titel"):
        maak_lijst(decor.coordinator)
    lijst_stoppen(door=decor.coordinator, pk=lijst.pk, dag=DAG)
    assert maak_lijst(decor.coordinator).pk != lijst.pk


def test_ongebruikt_wijzigen_blijft_dezelfde_versie(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator)
    na = lijst_wijzigen(door=decor.coordinator, pk=lijst.pk, versie=1, gegevens=gegevens(titel="Anders"))
    assert (na.pk, na.nummer, na.titel, na.versie) == (lijst.pk, 1, "Anders", 2)


def test_na_gebruik_is_wijzigen_een_nieuwe_versie(decor: Decor) -> None:
    docent = maak_docent(decor.school, decor.klas, DAG)
    lijst = maak_lijst(decor.coordinator)
    campagne = zet_uit(decor.coordinator, decor.klas, lijst=lijst)
    antwoord = vul_in(campagne, docent, decor.leerling, vaak=[1])
    anders = gegevens(punten=(GOED, ("Kijkt weg", "leer", False)))
    na = lijst_wijzigen(door=decor.coordinator, pk=lijst.pk, versie=1, gegevens=anders)
    assert (na.stam, na.nummer, na.punten) == (lijst.stam, 2, ["Helpt een klasgenoot", "Kijkt weg"])
    antwoord.refresh_from_db()
    oud = antwoord.invulling.campagne.lijst
    assert oud.vervangen and oud.items[1].tekst == "Werkt niet door" and antwoord.waarden[1] == 2
    with pytest.raises(Verouderd):  # the replaced one is closed for changes
        lijst_wijzigen(door=decor.coordinator, pk=lijst.pk, versie=2, gegevens=anders)


def test_wie_te_laat_bewaart_overschrijft_niets(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator)
    lijst_wijzigen(door=decor.coordinator, pk=lijst.pk, versie=1, gegevens=gegevens(titel="Eerst"))
    with pytest.raises(Verouderd):
        lijst_wijzigen(door=decor.coordinator, pk=lijst.pk, versie=1, gegevens=gegevens(titel="Later"))
    assert Signaleringslijst.objects.get().titel == "Eerst"


def test_kopieren_en_stoppen(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator, titel="x" * 80)
    een = lijst_kopieren(door=decor.coordinator, pk=lijst.pk)
    lijst_wijzigen(
        door=decor.coordinator, pk=een.pk, versie=1, gegevens=gegevens(titel=een.titel, uitleg="Anders.")
    )
    twee = lijst_kopieren(door=decor.coordinator, pk=lijst.pk)
    assert een.titel.endswith(" (kopie)") and twee.titel.endswith(" (kopie 2)") and len(een.titel) == 80
    assert een.punten == lijst.punten and een.stam != lijst.stam
    lijst_stoppen(door=decor.coordinator, pk=een.pk, dag=DAG)
    with pytest.raises(Verouderd):
        lijst_wijzigen(door=decor.coordinator, pk=een.pk, versie=3, gegevens=gegevens())


def test_een_mentor_maakt_geen_lijsten_van_een_ander_open(decor: Decor) -> None:
    lijst = maak_lijst(decor.coordinator)
    with pytest.raises(Http404):
        lijst_wijzigen(door=decor.mentor, pk=lijst.pk, versie=1, gegevens=gegevens())


RIJ = [("a", "leer", True), ("b", "pers", False), ("c", "loop", False)]


@pytest.mark.parametrize(
    ("knop", "volgorde", "cursor"),
    [
        ({"op": "1"}, "bac", "op-0"),
        ({"op": "0"}, "abc", "op-0"),
        ({"neer": "0"}, "bac", "neer-1"),
        ({"neer": "2"}, "abc", "neer-2"),
        ({"weg": "1"}, "ac", "punt-1"),
        ({"op": "99"}, "abc", ""),
        ({"neer": "²"}, "abc", ""),
        ({"weg": "-1"}, "abc", ""),
    ],
)
def test_volgorde_met_knoppen(knop: dict[str, str], volgorde: str, cursor: str) -> None:
    na = herschikt(RIJ, knop)
    assert na is not None
    assert ("".join(tekst for tekst, _, _ in na[0]), na[1]) == (volgorde, cursor)


def test_een_punt_erbij_tot_vijftien() -> None:
    assert len((herschikt(RIJ, {"erbij": "1"}) or ([], ""))[0]) == 4
    assert len((herschikt(RIJ * 5, {"erbij": "1"}) or ([], ""))[0]) == 15
    assert herschikt(RIJ, {"titel": "x"}) is None


def test_bouwen_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:lijst_nieuw")
    assert client.get(adres).status_code == 200
    verplaatst = client.post(adres, post(GOED, ZORG) | {"neer": "0"})
    tekst = verplaatst.content.decode()
    assert tekst.index("Werkt niet door") < tekst.index("Helpt een klasgenoot")
    assert not Signaleringslijst.objects.exists()
    assert client.post(adres, post(GOED)).status_code == 422
    na = client.post(adres, post(GOED, ZORG), follow=True).content.decode()
    lijst = Signaleringslijst.objects.get()
    assert "De lijst is klaar." in na and "Werkt niet door" in na
    voorbeeld = client.get(reverse("ondersteuning:lijst_voorbeeld", args=[lijst.pk])).content.decode()
    assert "Hier wordt niets bewaard." in voorbeeld
    assert voorbeeld.index("Wat gaat goed?") < voorbeeld.index("Wat valt op?")


def test_een_verouderde_lijst_laat_beide_zien(nu_decor: Decor, inloggen: Any) -> None:
    lijst = maak_lijst(nu_decor.coordinator)
    lijst_wijzigen(
        door=nu_decor.coordinator, pk=lijst.pk, versie=1, gegevens=gegevens(titel="Van mijn collega")
    )
    client = inloggen(nu_decor.coordinator.user)
    adres = reverse("ondersteuning:lijst_wijzig", args=[lijst.pk])
    antwoord = client.post(adres, post(GOED, ZORG, titel="Mijn titel", versie="1"))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Van mijn collega" in tekst and "Mijn titel" in tekst and 'name="versie" value="2"' in tekst
    assert Signaleringslijst.objects.get().titel == "Van mijn collega"
    assert client.post(adres, post(GOED, ZORG, titel="Mijn titel", versie="2")).status_code == 302


def test_een_concept_vult_de_bouwer(nu_decor: Decor, inloggen: Any) -> None:
    werkplek = nu_decor.coordinator
    concept_bewaren(door=werkplek, sleutel="lijst:nieuw", versie=0, inhoud=post(GOED, titel="Half af"))
    client = inloggen(werkplek.user)
    tekst = client.get(reverse("ondersteuning:lijst_nieuw")).content.decode()
    assert "Half af" in tekst and "Helpt een klasgenoot" in tekst and "eerder begon" in tekst
    client.post(reverse("ondersteuning:lijst_nieuw"), post(GOED, ZORG))
    assert concept_lezen(werkplek, "lijst:nieuw").inhoud == {}


def test_een_volle_bouwer_blijft_een_kleine_pagina(nu_decor: Decor, inloggen: Any) -> None:
    punten = tuple((f"{n} Begint na een aanwijzing van mij persoonlijk", "leer", n == 0) for n in range(15))
    lijst = lijst_maken(door=nu_decor.coordinator, gegevens=gegevens(punten=punten, belregel=True))
    client = inloggen(nu_decor.coordinator.user)
    for naam in ("lijst_wijzig", "lijst", "lijst_voorbeeld"):
        antwoord = client.get(reverse(f"ondersteuning:{naam}", args=[lijst.pk]))
        assert len(antwoord.content) < 20_000, (naam, len(antwoord.content))


def test_startlijst_van_een_knop(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    client.post(reverse("ondersteuning:lijsten_start"))
    assert Signaleringslijst.objects.count() == 9
    tekst = client.get(reverse("ondersteuning:lijsten")).content.decode()
    assert "Thuis en omgeving" in tekst
    na = client.post(reverse("ondersteuning:lijsten_start"), follow=True).content.decode()
    assert "staan er al" in na and Signaleringslijst.objects.count() == 9


def test_kopie_en_stop_door_de_pagina(nu_decor: Decor, inloggen: Any) -> None:
    lijst = maak_lijst(nu_decor.coordinator)
    client = inloggen(nu_decor.coordinator.user)
    twee = [client.post(reverse("ondersteuning:lijst_kopie", args=[lijst.pk]))["Location"] for _ in range(2)]
    assert twee[0] == twee[1] and Signaleringslijst.objects.count() == 2
    assert Signaleringslijst.objects.filter(titel="Kijken naar leren (kopie)").exists()
    client.post(reverse("ondersteuning:lijst_stop", args=[lijst.pk]))
    lijst.refresh_from_db()
    assert lijst.gestopt_op == timezone.localdate() and len(PUNTEN) == len(lijst.punten)
