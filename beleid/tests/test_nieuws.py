"""The nieuwsbrief: proposed, taken over once, written, placed and then fixed; who reads it; no name slips in unasked."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse

from beleid.access_nieuws import brievenblad, get_brief, nieuwsstand
from beleid.access_nieuws_bronnen import voorstellen
from beleid.klokken_nieuws import SOORTEN
from beleid.models import Nieuwsbericht, Nieuwsbrief, Nieuwslezing, Scholing
from beleid.services.nieuws import (
    BERICHTEN_MAX,
    bericht_overnemen,
    bericht_toevoegen,
    bericht_weghalen,
    bericht_wijzigen,
    brief_beginnen,
    brief_gelezen,
    brief_hernoemen,
    brief_plaatsen,
)
from beleid.services.protocol import protocol_beginnen, protocol_laten_gelden
from zorgapp.accounts.instellingen import instelling_zetten, instellingen_bevestigen
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

OP = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))


@pytest.fixture
def docent(decor: Decor) -> Werkplek:
    return maak_werkplek(decor.school, Rol.DOCENT, decor.coordinator.dag, "Sanne")


@pytest.fixture
def brief(decor: Decor) -> Nieuwsbrief:
    return brief_beginnen(door=decor.coordinator, titel="November", op=OP)


def _protocol(decor: Decor, titel: str = "Dyslexie") -> None:
    rij = protocol_beginnen(door=decor.coordinator, soort="dyslexie", titel=titel, nakijken_op=None, op=OP)
    protocol_laten_gelden(door=decor.coordinator, pk=rij.pk, versie=1, op=OP)


def _geplaatst(decor: Decor, brief: Nieuwsbrief) -> Nieuwsbrief:
    bericht_toevoegen(door=decor.coordinator, pk=brief.pk, kop="Studiemiddag", tekst="Op donderdag.")
    brief.refresh_from_db()
    return brief_plaatsen(door=decor.coordinator, pk=brief.pk, versie=brief.versie, op=OP)


def test_wat_veranderde_wordt_een_keer_voorgesteld(decor: Decor, brief: Nieuwsbrief):
    door = decor.coordinator
    assert voorstellen(door) == []
    _protocol(decor)
    Scholing.objects.create(
        school=decor.school,
        schooljaar=2026,
        titel="Leren signaleren",
        datum=date(2026, 12, 10),
        doelgroep="nieuwe collega’s",
        eigenaar=door.user,
    )
    instellingen_bevestigen(door=door)
    instelling_zetten(door=door, sleutel="antwoordtermijn", waarde=4, geldig_vanaf=date(2027, 1, 1))
    gevonden = voorstellen(door)
    assert [v.bron.split(":")[0] for v in gevonden] == ["protocol", "scholing", "instelling"]
    assert gevonden[2].tekst == "Vanaf 1 januari 2027: 4 schooldagen. Eerst was dat 5 schooldagen."
    for _ in range(2):
        bericht_overnemen(door=door, pk=brief.pk, bron=gevonden[0].bron)
    assert Nieuwsbericht.objects.filter(brief=brief).count() == 1
    assert [v.bron for v in voorstellen(door)] == [v.bron for v in gevonden[1:]]
    with pytest.raises(ValidationError, match="niet meer nieuw"):
        bericht_overnemen(door=door, pk=brief.pk, bron="protocol:999999:1")


def test_wat_weg_is_wordt_weer_voorgesteld(decor: Decor, brief: Nieuwsbrief):
    _protocol(decor)
    [voorstel] = voorstellen(decor.coordinator)
    rij = bericht_overnemen(door=decor.coordinator, pk=brief.pk, bron=voorstel.bron)
    with pytest.raises(Verouderd):
        bericht_weghalen(door=decor.coordinator, pk=brief.pk, bericht_id=rij.pk, versie=1)
    bericht_weghalen(door=decor.coordinator, pk=brief.pk, bericht_id=rij.pk, versie=2)
    assert voorstellen(decor.coordinator) == [voorstel]


def test_een_school_maakt_een_brief_tegelijk(decor: Decor, brief: Nieuwsbrief, docent: Werkplek):
    assert brief_beginnen(door=decor.coordinator, titel="December", op=OP).pk == brief.pk
    with pytest.raises(PermissionDenied):
        brief_beginnen(door=docent, titel="December", op=OP)
    with pytest.raises(PermissionDenied):
        bericht_toevoegen(door=docent, pk=brief.pk, kop="Hallo", tekst="")
    with pytest.raises(Http404):
        get_brief(docent, brief.pk)
    with pytest.raises(Http404):
        brief_gelezen(door=docent, pk=brief.pk, op=OP)


def test_leeg_wordt_niet_geplaatst_en_vol_is_vol(decor: Decor, brief: Nieuwsbrief):
    door = decor.coordinator
    with pytest.raises(ValidationError, match="eerst een bericht"):
        brief_plaatsen(door=door, pk=brief.pk, versie=1, op=OP)
    for nummer in range(BERICHTEN_MAX):
        bericht_toevoegen(door=door, pk=brief.pk, kop=f"Bericht {nummer}", tekst="")
    with pytest.raises(ValidationError, match="een volgende keer"):
        bericht_toevoegen(door=door, pk=brief.pk, kop="Te veel", tekst="")
    assert [b.kop for b in get_brief(door, brief.pk)[1]][:2] == ["Bericht 0", "Bericht 1"]


def test_geplaatst_blijft_zoals_hij_was(decor: Decor, brief: Nieuwsbrief):
    door, geplaatst = decor.coordinator, _geplaatst(decor, brief)
    [bericht] = get_brief(door, brief.pk)[1]
    nu = {"door": door, "pk": brief.pk, "versie": geplaatst.versie}
    for doe in (
        lambda: bericht_toevoegen(door=door, pk=brief.pk, kop="Nog iets", tekst=""),
        lambda: bericht_wijzigen(**nu, bericht_id=bericht.pk, kop="Anders", tekst=""),
        lambda: bericht_weghalen(**nu, bericht_id=bericht.pk),
        lambda: brief_hernoemen(**nu, titel="Anders"),
        lambda: brief_plaatsen(**nu, op=OP),
    ):
        with pytest.raises(ValidationError, match="blijft zoals hij is"):
            doe()
    assert [(b.kop, b.tekst) for b in get_brief(door, brief.pk)[1]] == [("Studiemiddag", "Op donderdag.")]


def test_iedereen_hoort_het_een_keer_en_lezen_wordt_geteld(
    decor: Decor, brief: Nieuwsbrief, docent: Werkplek
):
    _geplaatst(decor, brief)
    wacht = Herinnering.objects.filter(soort="nieuws_lezen", object_id=brief.pk, status=Status.GEPLAND)
    ontvangers = set(wacht.values_list("ontvanger_id", flat=True))
    assert docent.user.pk in ontvangers and decor.coordinator.user.pk not in ontvangers
    rij, geldig = wacht.get(ontvanger=docent.user), SOORTEN[0].nog_geldig
    assert geldig(rij, OP + timedelta(days=1))
    assert [b.gelezen for b in brievenblad(docent, None).rijen] == [False]
    for _ in range(2):
        brief_gelezen(door=docent, pk=brief.pk, op=OP)
    assert Nieuwslezing.objects.filter(user=docent.user).count() == 1
    assert not geldig(rij, OP + timedelta(days=1))
    stand = nieuwsstand(decor.coordinator, brief)
    assert (stand.gelezen, stand.van) == (2, 4)


def test_twee_schrijvers_overschrijven_elkaar_niet(nu_decor: Decor, inloggen):
    door = nu_decor.coordinator
    brief = brief_beginnen(door=door, titel="November", op=OP)
    rij = bericht_toevoegen(door=door, pk=brief.pk, kop="Studiemiddag", tekst="Op donderdag.")
    client = inloggen(door.user)
    url = reverse("beleid:nieuws_bericht", args=[brief.pk, rij.pk])
    bericht_wijzigen(
        door=door, pk=brief.pk, bericht_id=rij.pk, versie=2, kop="Studiemiddag", tekst="Op vrijdag."
    )
    antwoord = client.post(url, {"versie": "2", "kop": "Studiemiddag", "tekst": "Op maandag."})
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Op vrijdag." in inhoud and "Op maandag." in inhoud
    rij.refresh_from_db()
    assert rij.tekst == "Op vrijdag."


def test_een_naam_wordt_een_keer_gevraagd(nu_decor: Decor, inloggen):
    door, naam = nu_decor.coordinator, nu_decor.leerling.achternaam
    brief = brief_beginnen(door=door, titel="November", op=OP)
    client, url = inloggen(door.user), reverse("beleid:nieuws_bericht_nieuw", args=[brief.pk])
    data = {"kop": f"Over {naam}", "tekst": "Het gaat goed."}
    antwoord = client.post(url, data)
    assert antwoord.status_code == 422 and "naam van een leerling" in antwoord.content.decode()
    assert not Nieuwsbericht.objects.filter(brief=brief).exists()
    assert client.post(url, data | {"toch": "on"}).status_code == 302
    brief.refresh_from_db()
    plaats = reverse("beleid:nieuws_plaatsen", args=[brief.pk])
    assert client.post(plaats, {"versie": brief.versie}).status_code == 422
    assert client.post(plaats, {"versie": brief.versie - 1, "toch": "on"}).status_code == 409
    assert client.post(plaats, {"versie": brief.versie, "toch": "on"}).status_code == 302
    brief.refresh_from_db()
    assert brief.geplaatst_op is not None


def test_wat_weggehaald_is_staat_klaar_als_eigen_bericht(nu_decor: Decor, inloggen):
    door = nu_decor.coordinator
    brief = brief_beginnen(door=door, titel="November", op=OP)
    rij = bericht_toevoegen(door=door, pk=brief.pk, kop="Studiemiddag", tekst="Op donderdag.")
    client = inloggen(door.user)
    client.post(reverse("beleid:nieuws_bericht_weg", args=[brief.pk, rij.pk]), {"versie": 2})
    assert not Nieuwsbericht.objects.filter(brief=brief).exists()
    pagina = client.get(reverse("beleid:nieuws_bericht_nieuw", args=[brief.pk])).content.decode()
    assert "Op donderdag." in pagina
    over = reverse("beleid:nieuws_over", args=[brief.pk])
    assert client.post(over, {"bron": "protocol:1\x00" + "x" * 99}).status_code == 302


def test_de_paginas_vragen_niet_meer_als_er_meer_staat(nu_decor: Decor, inloggen):
    door = nu_decor.coordinator
    client = inloggen(door.user)
    gesteld = set()
    for ronde in range(2):
        brief = brief_beginnen(door=door, titel=f"Brief {ronde}", op=OP)
        for nummer in range(1 + ronde * 5):
            bericht_toevoegen(door=door, pk=brief.pk, kop=f"Bericht {nummer}", tekst="")
        maak = controleer_budget(client, reverse("beleid:nieuws_brief", args=[brief.pk]))
        brief.refresh_from_db()
        brief_plaatsen(door=door, pk=brief.pk, versie=brief.versie, op=OP)
        lees = controleer_budget(client, reverse("beleid:nieuws_brief", args=[brief.pk]))
        gesteld.add((maak, lees, controleer_budget(client, reverse("beleid:nieuws"))))
    assert len(gesteld) == 1
