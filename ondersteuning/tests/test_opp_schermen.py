"""The pages of the editor: the story of five screens, drafts, two writers, the warning, bad input, growth."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.models import Opp, OppAfwijking, OppDoel, OppVersie
from ondersteuning.opp.velden import LIJSTEN, SCHERM, SCHERMEN
from ondersteuning.opp.wacht import mag_vaststellen
from ondersteuning.oppfeiten import feiten_van
from ondersteuning.services.opp_doelen import DOELEN_MAX
from ondersteuning.tests.opphulp import begin_opp, concept_van, leg_voor, schrijf, zet_doel, zet_vast
from ondersteuning.tests.oppzaak import hgw_vast, zaak
from zorgapp.accounts.models import Inzage
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import maak_leerling
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.services import concept_bewaren, concept_lezen


@pytest.fixture
def opp(nu_decor: Decor) -> Opp:
    return begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())


@pytest.fixture
def client(nu_decor: Decor, inloggen: Any) -> Any:
    return inloggen(nu_decor.coordinator.user)


def adres(opp: Opp, scherm: str) -> str:
    return reverse("ondersteuning:opp_scherm", args=[opp.pk, scherm])


def velden_van(opp: Opp, scherm: str) -> dict[str, str]:
    """What a browser sends of a screen as it stands."""
    nu = concept_van(opp)
    namen = [*(v.naam for v in SCHERM[scherm].velden), *(n for n, s in LIJSTEN.items() if s == scherm)]
    return {n: getattr(nu, n) for n in namen} | {
        "nummer": str(nu.nummer),
        "versie": str(nu.versie),
        "basis": str(nu.versie),
    }


def stuur(client: Any, opp: Opp, scherm: str, knop: str = "verder", **velden: str) -> Any:
    return client.post(adres(opp, scherm), velden_van(opp, scherm) | {knop: "1"} | velden)


def test_van_niets_naar_een_compleet_concept_in_vijf_schermen(nu_decor: Decor, client: Any) -> None:
    """The story: begin, walk the screens with their one button, and only what people decide is typed."""
    zaak(nu_decor)
    begin = reverse("ondersteuning:opp_begin", args=[nu_decor.leerling.pk])
    assert "hoeft het niet" in client.get(begin).content.decode()
    data = {"opsteller": nu_decor.coordinator.user.pk, "aanleiding": "extra ondersteuning"}
    antwoord = client.post(begin, data)
    opp, schermen = Opp.objects.get(), 0
    getypt = {
        "start": {},
        "beeld": {},
        "perspectief": {"bestemming": "havo", "onderbouwing": "Zijn cijfers passen bij havo."},
        "handelingsdeel": {"afwijkt": "nvt", "middelen": "1 uur per week"},
    }
    for sleutel, velden in getypt.items():
        assert antwoord.status_code == 302 and antwoord.url == adres(opp, sleutel)
        assert client.get(antwoord.url).status_code == 200
        schermen += 1
        antwoord = stuur(client, opp, sleutel, **velden)
    assert antwoord.url == adres(opp, "samen")
    tekst = client.get(antwoord.url).content.decode()
    assert schermen + 1 == len(SCHERMEN) == 5
    feiten = feiten_van(opp, concept_van(opp), nu_decor.coordinator.dag)
    assert not [p for u in mag_vaststellen(feiten) for p in u.punten if p.plek not in {"samen", "contacten"}]
    assert "De leerling is nog niet gevraagd om mee te praten." in tekst and "Bied het aan." in tekst


def test_bij_elk_veld_staat_de_bron_en_bij_het_deel_wat_mist(nu_decor: Decor, client: Any) -> None:
    zaak(nu_decor)
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    perspectief = client.get(adres(opp, "perspectief")).content.decode()
    assert "Uit het HGW-formulier van" in perspectief and nu_decor.mentor.user.naam in perspectief
    assert "De onderbouwing ontbreekt." in perspectief and "WVO 2020" in perspectief
    assert "Er staat niet of jullie van het programma afwijken." not in perspectief
    assert (
        "Er staat niet of jullie van het programma afwijken."
        in client.get(adres(opp, "handelingsdeel")).content.decode()
    )


def test_alleen_in_het_praktijkonderwijs_wordt_naar_de_praktijk_gevraagd(opp: Opp, client: Any) -> None:
    assert 'name="praktijk"' not in client.get(adres(opp, "perspectief")).content.decode()
    Opp.objects.filter(pk=opp.pk).update(pro=True)
    assert 'name="praktijk"' in client.get(adres(opp, "perspectief")).content.decode()


def test_een_concept_blijft_staan_en_gaat_weg_na_bewaren(nu_decor: Decor, opp: Opp, client: Any) -> None:
    nu, sleutel = concept_van(opp), f"opp:{opp.pk}:beeld"
    inhoud = {"beeld_leren": "Getypt.", "nummer": "1", "basis": str(nu.versie)}
    concept_bewaren(door=nu_decor.coordinator, sleutel=sleutel, versie=0, inhoud=inhoud)
    assert "Getypt." in client.get(adres(opp, "beeld")).content.decode()
    assert concept_van(opp).beeld_leren == ""
    assert stuur(client, opp, "beeld", beeld_leren="Getypt.").status_code == 302
    assert concept_lezen(nu_decor.coordinator, sleutel).inhoud == {}
    assert concept_van(opp).beeld_leren == "Getypt."


def test_een_oud_concept_overschrijft_niets(nu_decor: Decor, opp: Opp, client: Any) -> None:
    """A draft of before a colleague saved, and one of a version that made room: both texts stand there."""
    nu = concept_van(opp)
    inhoud = {"begeleiding": "Van mij.", "middelen": "", "nummer": "1", "basis": str(nu.versie)}
    concept_bewaren(
        door=nu_decor.coordinator, sleutel=f"opp:{opp.pk}:handelingsdeel", versie=0, inhoud=inhoud
    )
    schrijf(nu_decor.coordinator, opp, begeleiding="Van de ander.", middelen="2 uur")
    tekst = client.get(adres(opp, "handelingsdeel")).content.decode()
    assert "Van mij." in tekst and "Van de ander." in tekst and "2 uur" in tekst
    leg_voor(concept_van(opp), nu_decor.coordinator)
    schrijf(nu_decor.coordinator, opp, begeleiding="Van versie 2.")
    tekst = client.get(adres(opp, "handelingsdeel")).content.decode()
    assert "Van mij." in tekst and "Van versie 2." in tekst
    assert concept_van(opp).begeleiding == "Van versie 2."


def test_twee_schrijvers_zien_beide_teksten(nu_decor: Decor, opp: Opp, client: Any) -> None:
    oud = velden_van(opp, "beeld")
    schrijf(nu_decor.coordinator, opp, beeld_thuis="Van de ander.", beeld_leren="Ook van de ander.")
    antwoord = client.post(adres(opp, "beeld"), oud | {"beeld_thuis": "Van mij.", "verder": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert all(t in tekst for t in ("Van mij.", "Van de ander.", "Ook van de ander.", "Dit staat er nu"))
    assert concept_van(opp).beeld_thuis == "Van de ander."
    nog_eens = stuur(client, opp, "beeld", beeld_thuis="Allebei.", beeld_leren="Ook van de ander.")
    assert nog_eens.status_code == 302 and concept_van(opp).beeld_thuis == "Allebei."


@pytest.mark.regel(10)
def test_de_pagina_waarschuwt_voor_een_nieuwe_versie(nu_decor: Decor, opp: Opp, client: Any) -> None:
    """Who opened it before the question was put is warned first with his text kept; then it is version 2."""
    voor = velden_van(opp, "handelingsdeel")
    assert "voorgelegd" not in client.get(adres(opp, "handelingsdeel")).content.decode()
    leg_voor(concept_van(opp), nu_decor.coordinator)
    antwoord = client.post(adres(opp, "handelingsdeel"), voor | {"begeleiding": "Elke dag.", "verder": "1"})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Elke dag." in tekst and "dan wordt dit versie 2" in tekst
    assert 'name="gewaarschuwd" value="1"' in tekst and "Nog niet bewaard." in tekst
    assert OppVersie.objects.filter(opp=opp).count() == 1
    na = stuur(client, opp, "handelingsdeel", begeleiding="Elke dag.", gewaarschuwd="1")
    assert na.status_code == 302 and concept_van(opp).nummer == 2
    assert concept_van(opp).begeleiding == "Elke dag."


def test_intussen_vastgesteld_toont_wat_je_typte(nu_decor: Decor, opp: Opp, client: Any) -> None:
    oud = velden_van(opp, "perspectief")
    nodig = {n: "x" for n in ("onderbouwing", "bevorderend", "belemmerend", "begeleiding")}
    schrijf(nu_decor.coordinator, opp, **nodig, bestemming="havo", afwijkt="nvt")
    zet_vast(opp, nu_decor.coordinator)
    antwoord = client.post(adres(opp, "perspectief"), oud | {"onderbouwing": "Mijn lange zin."})
    assert antwoord.status_code == 409 and "Mijn lange zin." in antwoord.content.decode()
    assert OppVersie.objects.get(opp=opp).onderbouwing == "x"
    assert client.get(adres(opp, "perspectief")).status_code == 302


@pytest.mark.parametrize(
    ("scherm", "veld", "waarde"),
    [
        ("start", "versie", "9" * 30),
        ("start", "nummer", "x"),
        ("start", "basis", "-1"),
        ("start", "eerder_gedaan", "nul\x00byte"),
        ("perspectief", "bestemming", "paleis"),
        ("perspectief", "bestemming", "anders"),
        ("handelingsdeel", "afwijkt", "misschien"),
    ],
)
def test_verkeerde_invoer(opp: Opp, client: Any, scherm: str, veld: str, waarde: str) -> None:
    was = concept_van(opp)
    antwoord = stuur(client, opp, scherm, **{veld: waarde})
    assert antwoord.status_code == 422 and "Nog niet bewaard." in antwoord.content.decode()
    assert concept_van(opp).versie == was.versie


def test_veertigduizend_tekens_blijven_in_het_scherm(opp: Opp, client: Any) -> None:
    lang = "schrijven " * 4000
    antwoord = stuur(client, opp, "start", eerder_gedaan=lang)
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422 and "langer dan 8000 tekens" in tekst and lang.strip() in tekst
    assert concept_van(opp).eerder_gedaan == ""


def test_vreemde_tekens_en_html_blijven_tekst(opp: Opp, client: Any) -> None:
    boos = 'Hij lacht 😀 weer. مرحبا <script>alert(1)</script> & "zo"'
    assert stuur(client, opp, "start", eerder_gedaan=boos).status_code == 302
    assert concept_van(opp).eerder_gedaan == boos
    tekst = client.get(adres(opp, "start")).content.decode()
    assert "😀" in tekst and "&lt;script&gt;alert(1)" in tekst and "<script>alert" not in tekst


@pytest.mark.parametrize("nummer", [0, 10**18, 10**30])
def test_een_verzonnen_nummer(nu_decor: Decor, client: Any, nummer: int) -> None:
    assert client.get(reverse("ondersteuning:opp_scherm", args=[nummer, "start"])).status_code == 404
    assert client.get(f"/opp/{nummer}/onzin/").status_code == 404


def doelvelden(opp: Opp, **velden: str) -> dict[str, str]:
    tot = (timezone.localdate() + timedelta(days=60)).isoformat()
    goed = {
        "domein": "leer",
        "doel": "Begint.",
        "aanpak": "Oefenen.",
        "wie": "Joris",
        "waar": "in_klas",
        "tot": tot,
    }
    return goed | {"nummer": str(concept_van(opp).nummer), "versie": "0", "stam": str(uuid.uuid4())} | velden


def test_een_doel_erbij_wijzigen_en_weg(opp: Opp, client: Any) -> None:
    nieuw = reverse("ondersteuning:opp_doel_nieuw", args=[opp.pk])
    assert client.post(nieuw, doelvelden(opp)).status_code == 302
    rij = OppDoel.objects.get()
    een = reverse("ondersteuning:opp_doel", args=[opp.pk, rij.stam])
    stam = str(rij.stam)
    assert client.post(een, doelvelden(opp, versie="1", stam=stam, doel="Van de ander.")).status_code == 302
    oud = client.post(een, doelvelden(opp, versie="1", stam=stam, doel="Van mij."))
    tekst = oud.content.decode()
    assert (
        oud.status_code == 409
        and "Zo staat het nu" in tekst
        and "Van de ander." in tekst
        and "Van mij." in tekst
    )
    assert 'value="2"' in tekst
    assert "Van de ander." in client.get(adres(opp, "handelingsdeel")).content.decode()
    weg = reverse("ondersteuning:opp_doel_weg", args=[opp.pk, rij.stam])
    assert client.post(weg, {"nummer": "1", "versie": "2"}).status_code == 302
    assert not OppDoel.objects.exists() and client.get(een).status_code == 404


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("doel", ""),
        ("aanpak", ""),
        ("wie", ""),
        ("tot", ""),
        ("tot", "2026-13-45"),
        ("domein", "x"),
        ("waar", "maan"),
        ("doel", "x" * 601),
        ("stam", "x"),
        ("van", "2999-01-01"),
        ("tot", "2001-01-01"),
    ],
)
def test_een_half_doel_wordt_geweigerd(opp: Opp, client: Any, veld: str, waarde: str) -> None:
    van = timezone.localdate().isoformat()
    data = doelvelden(opp, van=van) | {veld: waarde}
    assert client.post(reverse("ondersteuning:opp_doel_nieuw", args=[opp.pk]), data).status_code == 422
    assert not OppDoel.objects.exists()


@pytest.mark.regel(29)
def test_aangepaste_onderwijstijd_zegt_per_veld_wat_mist(opp: Opp, client: Any) -> None:
    data = {"soort": "tijd", "uitleg": "Bouwt op.", "nummer": "1", "versie": "0"}
    nieuw = reverse("ondersteuning:opp_afwijking_nieuw", args=[opp.pk])
    tekst = client.post(nieuw, data).content.decode()
    for melding in ("vanaf wanneer", "heeft altijd een eind", "hoeveel lesuren", "je het de inspectie vroeg"):
        assert melding in tekst
    dag = timezone.localdate()
    goed = data | {"van": dag, "tot": dag + timedelta(days=30), "uren": "18,5", "inspectie_op": dag}
    morgen = client.post(nieuw, goed | {"inspectie_op": dag + timedelta(days=1)})
    assert morgen.status_code == 422 and not OppAfwijking.objects.exists()
    assert client.post(nieuw, goed).status_code == 302
    assert "18,5 lesuren" in client.get(adres(opp, "handelingsdeel")).content.decode()


def test_een_doel_van_een_ander_opp_bestaat_niet(nu_decor: Decor, opp: Opp, client: Any) -> None:
    ander = begin_opp(
        nu_decor.coordinator, maak_leerling(nu_decor.school, nu_decor.klas, "Finn"), timezone.now()
    )
    vreemd = zet_doel(concept_van(ander), nu_decor.coordinator.dag)
    for naam in ("opp_doel", "opp_doel_weg", "opp_doel_omhoog"):
        url = reverse(f"ondersteuning:{naam}", args=[opp.pk, vreemd.stam])
        assert client.post(url, {"nummer": "1", "versie": "1"}).status_code == 404
    assert OppDoel.objects.get() == vreemd


def test_nieuws_staat_ernaast_en_komt_erbij(nu_decor: Decor, opp: Opp, client: Any) -> None:
    url = reverse("ondersteuning:opp_nieuws", args=[opp.pk, "perspectief"])
    assert client.get(url, headers={"HX-Request": "true"}).content.decode().strip() == ""
    assert "Niets nieuws" in client.get(url).content.decode()
    hgw_vast(nu_decor)
    assert "Onthoudt wat hij hoort." in client.get(url, headers={"HX-Request": "true"}).content.decode()
    neem = reverse("ondersteuning:opp_neem", args=[opp.pk, "perspectief"])
    assert client.post(neem, {"nummer": "1", "veld": "bevorderend"}).url == adres(opp, "perspectief")
    assert concept_van(opp).bevorderend == "Onthoudt wat hij hoort.\nVaste plek vooraan."
    for fout in ({}, {"nummer": "9" * 30, "veld": "bevorderend"}, {"nummer": "1", "veld": "status"}):
        assert client.post(neem, fout).status_code == 302
    assert concept_van(opp).status == "concept"


@pytest.mark.regel(45)
def test_elke_blik_staat_in_het_logboek(nu_decor: Decor, opp: Opp, client: Any) -> None:
    client.get(adres(opp, "beeld"))
    rij = Inzage.objects.filter(onderwerp="opp").latest("pk")
    assert (rij.onderwerp_id, rij.leerling_id, rij.user_id) == (
        opp.pk,
        nu_decor.leerling.pk,
        nu_decor.coordinator.user.pk,
    )


def test_statements_groeien_niet_mee(nu_decor: Decor, client: Any) -> None:
    """As many with nothing known as with a worked case, ten goals and twenty signals; pages stay below 20 kB."""
    opp = begin_opp(nu_decor.coordinator, nu_decor.leerling, timezone.now())
    paden = [adres(opp, s.sleutel) for s in SCHERMEN]
    weinig = [controleer_budget(client, pad) for pad in paden]
    zaak(nu_decor)
    for _ in range(20):
        dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    for plek in range(DOELEN_MAX):
        zet_doel(concept_van(opp), nu_decor.coordinator.dag, volgorde=plek)
    veel = [controleer_budget(client, pad) for pad in paden]
    assert veel == weinig
    controleer_budget(client, reverse("ondersteuning:opp_vergelijk", args=[opp.pk]))
    for scherm in SCHERMEN[:4]:
        controleer_budget(client, reverse("ondersteuning:opp_nieuws", args=[opp.pk, scherm.sleutel]))
    assert max(len(client.get(pad).content) for pad in paden) < 20_000
