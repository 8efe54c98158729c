"""The pages of HGW forms: what a reader gets, a draft that is kept, two writers, refusals, paper, statements."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from leerlingen.models import Zienswijze
from ondersteuning.access_hgw import inhoud_van
from ondersteuning.documents.hgw import SOORT, maak
from ondersteuning.forms.hgw import HgwForm
from ondersteuning.hgwvelden import VELDEN
from ondersteuning.models import Hgw, HgwStatus
from ondersteuning.services.hgw import hgw_afronden, hgw_beginnen, hgw_bewaren
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, dien_in
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget
from zorgapp.werk.services import concept_bewaren, concept_lezen


def begin(decor: Decor, **velden: Any) -> Hgw:
    hgw = hgw_beginnen(door=decor.mentor, leerling_id=decor.leerling.pk, op=timezone.now())
    if velden:
        return bewaar(decor.mentor, hgw, **velden)
    return hgw


def bewaar(door: Werkplek, hgw: Hgw, **velden: Any) -> Hgw:
    wat: dict[str, Any] = {"versie": hgw.versie, "basis": hgw.versie, "inhoud": inhoud_van(hgw) | velden}
    return hgw_bewaren(door=door, pk=hgw.pk, op=timezone.now(), **wat)


def vast(decor: Decor, **velden: Any) -> Hgw:
    hgw = begin(decor)
    goed = {"behoefte_docent": "rustig begint", "evaluatie_op": decor.mentor.dag + timedelta(days=30)}
    wat: dict[str, Any] = {
        "versie": hgw.versie,
        "basis": hgw.versie,
        "inhoud": inhoud_van(hgw) | goed | velden,
    }
    return hgw_afronden(door=decor.mentor, pk=hgw.pk, op=timezone.now(), **wat)


def stuur(client: Any, hgw: Hgw, knop: str = "bewaar", **velden: Any) -> Any:
    nu = {naam: waarde or "" for naam, waarde in inhoud_van(hgw).items()}
    data = {**nu, "versie": hgw.versie, "basis": hgw.versie, knop: "1", **velden}
    return client.post(reverse("ondersteuning:hgw_invullen", args=[hgw.pk]), data)


def vul(hgw: Hgw) -> str:
    return reverse("ondersteuning:hgw_invullen", args=[hgw.pk])


def test_van_begin_tot_vast(nu_decor: Decor, inloggen: Any) -> None:
    """From the pupil's page to a frozen version, in the browser's steps; what was known stands there with its source."""
    dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    client = inloggen(nu_decor.mentor.user)
    antwoord = client.post(reverse("ondersteuning:hgw_begin", args=[nu_decor.leerling.pk]), follow=True)
    tekst = antwoord.content.decode()
    assert "Krijgt zijn extra tijd niet." in tekst and "Begonnen met: signaal van Joris" in tekst
    hgw = Hgw.objects.get()
    dag = (nu_decor.mentor.dag + timedelta(days=30)).isoformat()
    klaar = stuur(client, hgw, "afronden", behoefte_docent="rustig begint", evaluatie_op=dag)
    assert klaar.status_code == 302 and Hgw.objects.get().status == HgwStatus.VAST
    assert "Een docent die rustig begint" in client.get(klaar.url).content.decode()


def test_alleen_belemmerend_wordt_geweigerd(nu_decor: Decor, inloggen: Any) -> None:
    hgw = begin(nu_decor)
    client = inloggen(nu_decor.mentor.user)
    dag = nu_decor.mentor.dag.isoformat()
    velden = {"behoefte_docent": "x", "evaluatie_op": dag, "belem_leerling": "Begint niet."}
    antwoord = stuur(client, hgw, "afronden", **velden)
    assert antwoord.status_code == 422
    tekst = antwoord.content.decode()
    assert "Er staat alleen wat belemmert" in tekst and "Begint niet." in tekst
    assert stuur(client, hgw, "bewaar", **velden).status_code == 302


def test_concept_blijft_en_gaat_weg_na_bewaren(nu_decor: Decor, inloggen: Any) -> None:
    hgw = begin(nu_decor)
    inhoud = {"gaat_goed": "Tekenen.", "basis": str(hgw.versie)}
    concept_bewaren(door=nu_decor.mentor, sleutel=f"hgw:{hgw.pk}", versie=0, inhoud=inhoud)
    client = inloggen(nu_decor.mentor.user)
    assert "Tekenen." in client.get(vul(hgw)).content.decode()
    stuur(client, hgw, gaat_goed="Tekenen.")
    assert concept_lezen(nu_decor.mentor, f"hgw:{hgw.pk}").inhoud == {}
    assert Hgw.objects.get().gaat_goed == "Tekenen."


def test_een_oud_concept_overschrijft_niets(nu_decor: Decor, inloggen: Any) -> None:
    """My draft is of before a colleague saved: the page shows both texts, and what I left alone is his."""
    hgw = begin(nu_decor)
    inhoud = {"gaat_goed": "Tekenen.", "basis": "1"}
    concept_bewaren(door=nu_decor.mentor, sleutel=f"hgw:{hgw.pk}", versie=0, inhoud=inhoud)
    bewaar(nu_decor.coordinator, hgw, gaat_goed="Wiskunde.", aanpak="Samen.")
    tekst = inloggen(nu_decor.mentor.user).get(vul(hgw)).content.decode()
    assert "Tekenen." in tekst and "Dit bewaarde Angelica" in tekst and "Wiskunde." in tekst
    assert "Samen." in tekst


def test_twee_schrijvers_zien_beide_teksten(nu_decor: Decor, inloggen: Any) -> None:
    hgw = begin(nu_decor)
    bewaar(nu_decor.coordinator, hgw, gaat_goed="Wiskunde.")
    client = inloggen(nu_decor.mentor.user)
    antwoord = stuur(client, hgw, gaat_goed="Tekenen.")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Tekenen." in tekst and "Wiskunde." in tekst
    assert Hgw.objects.get().gaat_goed == "Wiskunde."
    assert 'name="versie" value="2"' in tekst
    assert stuur(client, hgw, gaat_goed="Allebei.", versie=2).status_code == 302
    assert Hgw.objects.get().gaat_goed == "Allebei."


def test_intussen_vastgelegd(nu_decor: Decor, inloggen: Any) -> None:
    hgw = vast(nu_decor)
    antwoord = stuur(inloggen(nu_decor.mentor.user), hgw, gaat_goed="Mijn lange zin.")
    assert antwoord.status_code == 409 and "Mijn lange zin." in antwoord.content.decode()
    assert Hgw.objects.get().gaat_goed == ""


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("versie", "9" * 30),
        ("versie", "x"),
        ("basis", "-1"),
        ("gaat_goed", "x" * 4001),
        ("behoefte_docent", "x" * 601),
        ("gaat_goed", "nul\x00byte"),
        ("evaluatie_op", "2026-13-45"),
        ("evaluatie_op", "1999-01-01"),
        ("evaluatie_op", "2999-01-01"),
    ],
)
def test_verkeerde_invoer(nu_decor: Decor, inloggen: Any, veld: str, waarde: str) -> None:
    hgw = begin(nu_decor)
    antwoord = stuur(inloggen(nu_decor.mentor.user), hgw, **{veld: waarde})
    assert antwoord.status_code == 422
    assert Hgw.objects.get().versie == 1


@pytest.mark.parametrize("naam", ["hgw", "hgw_invullen"])
def test_een_verzonnen_nummer(nu_decor: Decor, inloggen: Any, naam: str) -> None:
    client = inloggen(nu_decor.mentor.user)
    for nummer in (0, 10**18, 10**30):
        assert client.get(reverse(f"ondersteuning:{naam}", args=[nummer])).status_code == 404


def test_een_docent_leest_wat_nodig_is(nu_decor: Decor, inloggen: Any) -> None:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=nu_decor.mentor.dag)
    vast(nu_decor, zorg_gedrag="Huilt.", behoefte_ouders="bellen")
    tekst = (
        inloggen(docent.user)
        .get(reverse("ondersteuning:hgw_leerling", args=[nu_decor.leerling.pk]))
        .content.decode()
    )
    assert "Een docent die rustig begint" in tekst
    assert "Huilt." not in tekst and "bellen" not in tekst and "Begin een" not in tekst


@pytest.mark.regel(48)
def test_zienswijze_staat_erbij_en_op_papier(nu_decor: Decor, inloggen: Any) -> None:
    hgw = vast(nu_decor)
    Zienswijze.objects.create(
        school=nu_decor.school,
        leerling=nu_decor.leerling,
        bron=f"hgw:{hgw.pk}",
        van_naam="Marit Bakker",
        van_relatie="moeder",
        tekst="Wij zien het anders.",
        gegeven_op=nu_decor.mentor.dag,
        opgetekend_door=nu_decor.mentor.user,
        vastgelegd_op=nu_decor.mentor.dag,
        sleutel="00000000-0000-4000-8000-000000000001",
    )
    pagina = inloggen(nu_decor.mentor.user).get(reverse("ondersteuning:hgw", args=[hgw.pk]))
    papier = SOORT.html(maak(nu_decor.mentor, hgw.pk))
    for tekst in (pagina.content.decode(), papier):
        assert all(woord in tekst for woord in ("Wij zien het anders.", "Marit Bakker", "moeder"))
    assert "Kees" not in maak(nu_decor.mentor, hgw.pk).titel


def test_het_formulier_heeft_elk_veld(nu_decor: Decor, inloggen: Any) -> None:
    tekst = inloggen(nu_decor.mentor.user).get(vul(begin(nu_decor))).content.decode()
    assert all(f'name="{naam}"' in tekst for naam in VELDEN)
    assert set(HgwForm(vandaag=nu_decor.mentor.dag).fields) == {*VELDEN, "versie", "basis", "evaluatie_op"}


def test_statements_groeien_niet_mee(nu_decor: Decor, inloggen: Any) -> None:
    """As many with one version and one signal as with six versions and twenty signals."""
    client = inloggen(nu_decor.mentor.user)
    overzicht = reverse("ondersteuning:hgw_leerling", args=[nu_decor.leerling.pk])
    dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    vast(nu_decor)
    weinig = [controleer_budget(client, overzicht), controleer_budget(client, vul(begin(nu_decor)))]
    for _ in range(20):
        dien_in(nu_decor.mentor, nu_decor.leerling, timezone.now())
    for _ in range(5):
        vast(nu_decor)
    assert [controleer_budget(client, overzicht), controleer_budget(client, vul(begin(nu_decor)))] == weinig
    controleer_budget(client, reverse("ondersteuning:hgw", args=[Hgw.objects.get(status="vast").pk]))
