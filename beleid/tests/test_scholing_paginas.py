"""Training through its pages: the story, who sees names and money, stale forms and made-up input, weight and cost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from beleid.models import Scholing, Scholingdeelname
from beleid.services.nieuws import bericht_overnemen, brief_beginnen, brief_plaatsen
from beleid.services.scholing import Scholinggegevens, scholing_toevoegen
from beleid.services.scholingdeelname import scholing_meedoen
from beleid.tests.planhulp import begin as maak_plan
from zorgapp.accounts.rollen import Rol
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.queries import controleer_budget

LIJST = "/beleid/scholing/"


@pytest.fixture
def jaar(nu_decor: Decor) -> Schooljaar:
    return Schooljaar.van(nu_decor.coordinator.dag)


@pytest.fixture
def browser(nu_decor: Decor, inloggen: Any) -> Client:
    client: Client = inloggen(nu_decor.coordinator.user)
    return client


def zet(decor: Decor, titel: str = "Dyslexie", **anders: Any) -> Scholing:
    door = decor.coordinator
    velden = {"datum": door.dag, "doelgroep": "alle docenten", "eigenaar": door.user} | anders
    gegevens = Scholinggegevens(titel=titel, **velden)
    return scholing_toevoegen(door=door, jaar=Schooljaar.van(door.dag), gegevens=gegevens)


def velden(decor: Decor, **anders: Any) -> dict[str, Any]:
    vast = {"titel": "Rouw in de klas", "datum": decor.coordinator.dag, "doelgroep": "mentoren"}
    return vast | {"eigenaar": decor.coordinator.user.pk} | anders


def test_het_verhaal(browser: Client, nu_decor: Decor, jaar: Schooljaar, inloggen: Any):
    assert "Zet de eerste scholing in de lijst" in browser.get(LIJST).content.decode()
    na = browser.post(f"{LIJST}nieuw/?jaar={jaar}", velden(nu_decor, kosten="450,50"), follow=True)
    assert "Collega’s kunnen zich aanmelden" in na.content.decode()
    rij = Scholing.objects.get()
    docent = inloggen(nu_decor.mentor.user)
    mee = docent.post(f"{LIJST}{rij.pk}/meedoen/", follow=True).content.decode()
    assert "Je doet mee." in mee and f"{LIJST}{rij.pk}/afmelden/" in mee and "Meld je af" in mee
    browser = inloggen(nu_decor.coordinator.user)
    lijst = browser.get(LIJST).content.decode()
    assert "1 aangemeld" in lijst and "Samen kost het 450,50 euro" in lijst
    form = browser.get(f"{LIJST}{rij.pk}/terugkijken/").content.decode()
    assert nu_decor.mentor.user.naam in form
    deelname = Scholingdeelname.objects.get()
    data = {"versie": 1, "stond": deelname.pk, "waren": deelname.pk, "opbrengst": "Veel geleerd."}
    data["erbij1_naam"] = nu_decor.begeleider.user.naam
    klaar = browser.post(f"{LIJST}{rij.pk}/terugkijken/", data, follow=True).content.decode()
    assert "Er waren 2 collega’s, van wie 1 zonder aanmelding" in klaar and "Veel geleerd." in klaar
    assert f"{LIJST}{rij.pk}/heropenen/?versie=2" in klaar
    browser.post(f"{LIJST}{rij.pk}/heropenen/?versie=2")
    assert not Scholing.objects.get().gegeven
    ook = inloggen(nu_decor.mentor.user).get(f"{LIJST}{rij.pk}/").content.decode()
    assert "Veel geleerd." in ook and "Wijzig" not in ook


def test_namen_voor_de_coordinator_getallen_voor_de_leiding_geld_voor_beiden(nu_decor: Decor, inloggen: Any):
    rij = zet(nu_decor, kosten=450)
    scholing_meedoen(door=nu_decor.mentor, pk=rij.pk)
    naam = nu_decor.mentor.user.naam
    dag = nu_decor.coordinator.dag
    leiding, docent = (
        maak_werkplek(nu_decor.school, rol, dag, "Wie") for rol in (Rol.SCHOOLLEIDING, Rol.DOCENT)
    )
    ziet = {}
    for rol, wie in (("Z", nu_decor.coordinator), ("S", leiding), ("D", docent)):
        client = inloggen(wie.user)
        tekst = "".join(client.get(pad).content.decode() for pad in (LIJST, f"{LIJST}{rij.pk}/"))
        ziet[rol] = (naam in tekst, "1 aangemeld" in tekst, "450 euro" in tekst)
    assert ziet == {"Z": (True, True, True), "S": (False, True, True), "D": (False, False, False)}


def test_de_eigenaar_krijgt_een_formulier_zonder_namen(nu_decor: Decor, inloggen: Any):
    rij = zet(nu_decor, eigenaar=nu_decor.mentor.user)
    scholing_meedoen(door=nu_decor.begeleider, pk=rij.pk)
    client = inloggen(nu_decor.mentor.user)
    form = client.get(f"{LIJST}{rij.pk}/terugkijken/").content.decode()
    assert nu_decor.begeleider.user.naam not in form and "Wat leverde het op?" in form
    data = {"versie": 1, "opbrengst": "Veel.", "stond": 1, "waren": 1}
    assert client.post(f"{LIJST}{rij.pk}/terugkijken/", data).status_code == 302
    rij.refresh_from_db()
    assert (rij.opbrengst, rij.gegeven) == ("Veel.", False)


def test_een_oud_formulier_overschrijft_niets(browser: Client, nu_decor: Decor):
    rij = zet(nu_decor)
    pad = f"{LIJST}{rij.pk}/wijzigen/"
    assert browser.post(pad, velden(nu_decor, versie=1, titel="Van mij")).status_code == 302
    antwoord = browser.post(pad, velden(nu_decor, versie=1, titel="Van een ander"))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Zo staat het nu" in tekst
    assert "Van mij" in tekst and "Van een ander" in tekst
    assert Scholing.objects.get().titel == "Van mij"
    terug = browser.post(f"{LIJST}{rij.pk}/terugkijken/", {"versie": 1, "opbrengst": "Mijn tekst."})
    assert terug.status_code == 409 and "Mijn tekst." in terug.content.decode()
    assert Scholing.objects.get().opbrengst == ""


@pytest.mark.parametrize(
    ("fout", "zin"),
    [
        ({"datum": "2020-01-01"}, "Kies een dag in schooljaar"),
        ({"datum": "gisteren"}, "dag-maand-jaar"),
        ({"kosten": "veel"}, "Schrijf een bedrag"),
        ({"kosten": "99999999999"}, "onder 10 miljoen"),
        ({"titel": "x\x00"}, "id_titel"),
        ({"titel": " "}, "Schrijf op waar de scholing over gaat"),
        ({"doelgroep": ""}, "Schrijf op voor wie het is"),
        ({"eigenaar": "99999999999999999999"}, "Kies een collega uit de lijst"),
    ],
)
def test_wat_niet_klopt_krijgt_een_zin_en_verandert_niets(
    browser: Client, nu_decor: Decor, fout: dict[str, Any], zin: str
):
    antwoord = browser.post(f"{LIJST}nieuw/", velden(nu_decor, **fout))
    assert antwoord.status_code == 422 and zin in antwoord.content.decode()
    assert not Scholing.objects.exists()


@pytest.mark.parametrize("vraag", ["jaar=2026", "jaar=1999-2000", "jaar=%00", "jaar=%27"])
def test_een_jaar_met_de_hand_is_er_niet(browser: Client, vraag: str):
    assert browser.get(f"{LIJST}?{vraag}").status_code == 404


def test_een_verzonnen_nummer_of_versie_doet_niets(browser: Client, nu_decor: Decor):
    rij = zet(nu_decor)
    assert browser.get(f"{LIJST}{2**40}/").status_code == 404
    for stap, data in (("vervalt", {"versie": "x" * 40}), ("vervalt", {}), ("terug", {}), ("heropenen", {})):
        assert browser.post(f"{LIJST}{rij.pk}/{stap}/", data).status_code == 302
    krom = {"versie": 1, "stond": ["\x00", "9" * 30, "-1"], "waren": "x", "erbij1": "1 OR 1=1"}
    assert browser.post(f"{LIJST}{rij.pk}/terugkijken/", krom).status_code == 422
    rij.refresh_from_db()
    assert (rij.versie, rij.weg_op, rij.gegeven) == (1, None, False)


def test_gaat_niet_door_herstel_en_terugkijken_te_vroeg(browser: Client, nu_decor: Decor, jaar: Schooljaar):
    rij = zet(nu_decor, datum=jaar.eind)
    if jaar.eind > nu_decor.coordinator.dag:
        vroeg = browser.get(f"{LIJST}{rij.pk}/terugkijken/", follow=True).content.decode()
        assert "Terugkijken kan vanaf de dag" in vroeg
    na = browser.post(f"{LIJST}{rij.pk}/vervalt/", {"versie": 1}, follow=True).content.decode()
    assert f"{LIJST}{rij.pk}/terug/?versie=2" in na and "Gaat niet door" in na
    browser.post(f"{LIJST}{rij.pk}/terug/?versie=2")
    assert Scholing.objects.get().weg_op is None


def test_veertig_namen_op_een_bladzijde_en_de_rest_daarna(browser: Client, nu_decor: Decor):
    rij, dag = zet(nu_decor), nu_decor.coordinator.dag
    for nummer in range(41):
        wie = maak_werkplek(nu_decor.school, Rol.DOCENT, dag, f"Docent{nummer}").user
        Scholingdeelname.objects.create(school=nu_decor.school, scholing=rij, user=wie)
    pad = f"{LIJST}{rij.pk}/terugkijken/"
    eerste = browser.get(pad)
    assert eerste.content.decode().count('name="stond"') == 40 and len(eerste.content) < 20_000
    assert len(browser.get(f"{LIJST}{rij.pk}/").content) < 20_000
    na = browser.post(pad, {"versie": 1, "opbrengst": ""})
    assert na.headers["Location"] == f"{pad}?p=2"
    tweede = browser.get(f"{pad}?p=2").content.decode()
    assert tweede.count('name="stond"') == 1


def test_bladzijden_blijven_klein_en_vragen_niet_meer_bij_meer(
    browser: Client, nu_decor: Decor, jaar: Schooljaar
):
    rij = zet(nu_decor)
    scholing_meedoen(door=nu_decor.mentor, pk=rij.pk)
    paden = (LIJST, f"{LIJST}{rij.pk}/", f"{LIJST}{rij.pk}/terugkijken/", "/beleid/kalender/")
    eerst = {pad: controleer_budget(browser, pad) for pad in paden}
    for nummer in range(30):
        lang = {"titel": f"{nummer} " + "lang " * 20, "doelgroep": "alle mentoren en docenten " * 4}
        zet(nu_decor, datum=min(jaar.eind, nu_decor.coordinator.dag + timedelta(nummer)), **lang)
    scholing_meedoen(door=nu_decor.begeleider, pk=rij.pk)
    assert {pad: controleer_budget(browser, pad) for pad in paden} == eerst
    assert all(len(browser.get(pad).content) < 20_000 for pad in paden)


def test_de_jaarkalender_tekent_haar_en_het_agendabestand_meldt_wat_vervalt(browser: Client, nu_decor: Decor):
    rij = zet(nu_decor)
    agenda = browser.get("/beleid/kalender/agenda.ics").content.decode()
    assert f"scholing-{rij.pk}@" in agenda and "CANCELLED" not in agenda
    assert nu_decor.coordinator.user.naam not in agenda
    browser.post("/beleid/kalender/maken/")
    assert ">Dyslexie<" in browser.get("/beleid/kalender/").content.decode()
    browser.post(f"{LIJST}{rij.pk}/vervalt/", {"versie": 1}, follow=True)
    assert "CANCELLED" in browser.get("/beleid/kalender/agenda.ics").content.decode()
    assert ">Dyslexie<" not in browser.get("/beleid/kalender/").content.decode()


def test_plan_en_nieuws_leiden_naar_de_lijst(browser: Client, nu_decor: Decor, jaar: Schooljaar):
    rij, op = zet(nu_decor), timezone.now()
    plan = maak_plan(nu_decor.coordinator)
    assert f"{LIJST}?jaar={jaar}" in browser.get(f"/beleid/plan/{plan.pk}/").content.decode()
    brief = brief_beginnen(door=nu_decor.coordinator, titel="Nieuws", op=op)
    maken = browser.get(f"/nieuws/{brief.pk}/").content.decode()
    assert "Meld je aan bij Scholing." in maken and f'href="{LIJST}"' in maken
    bericht_overnemen(door=nu_decor.coordinator, pk=brief.pk, bron=f"scholing:{rij.pk}")
    brief.refresh_from_db()
    brief_plaatsen(door=nu_decor.coordinator, pk=brief.pk, versie=brief.versie, op=op)
    assert f'href="{LIJST}">Naar Scholing' in browser.get(f"/nieuws/{brief.pk}/").content.decode()
