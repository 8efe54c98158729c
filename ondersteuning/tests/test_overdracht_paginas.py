"""The pages of hand-overs and complaints: the taps of a teacher, refusals that keep the text, statements."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from ondersteuning.access_overdracht import lesgevers
from ondersteuning.models import Klacht, Klachtpartij, Lesontvanger, Lesoverdracht
from ondersteuning.services import klacht as dienst
from ondersteuning.services.lesoverdracht import Overdrachtgegevens, overdracht_geven
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import LANG_GELEDEN, Decor
from zorgapp.testing.fabriek import maak_les, maak_werkplek
from zorgapp.testing.queries import controleer_budget


@pytest.fixture
def duits(nu_decor: Decor) -> Werkplek:
    docent = maak_werkplek(nu_decor.school, Rol.DOCENT, nu_decor.mentor.dag)
    maak_les(nu_decor.school, docent.user, nu_decor.leerling, van=LANG_GELEDEN)
    return docent


@pytest.fixture
def leider(nu_decor: Decor) -> Werkplek:
    return maak_werkplek(nu_decor.school, Rol.SCHOOLLEIDING, nu_decor.mentor.dag, "Marijke")


def geef(decor: Decor, onderwerp: str = "Lezen") -> Lesoverdracht:
    dag = decor.mentor.dag
    gegevens = Overdrachtgegevens(
        van="Taleninstituut",
        onderwerp=onderwerp,
        actie="Geef de lijst vooraf",
        advies="Een week van tevoren.",
        docenten=tuple(lesgevers(decor.leerling.pk, dag)),
        eigenaar=decor.coordinator.user,
        bericht_op=dag + timedelta(days=60),
    )
    wat: dict[str, Any] = {"leerling_id": decor.leerling.pk, "gegevens": gegevens, "op": timezone.now()}
    return overdracht_geven(door=decor.coordinator, **wat)


def adres(naam: str, *args: Any) -> str:
    return reverse(f"ondersteuning:{naam}", args=args)


def vorm(decor: Decor, duits: Werkplek, **anders: Any) -> dict[str, Any]:
    goed = {
        "van": "Taleninstituut",
        "onderwerp": "Lezen",
        "actie": "Geef de lijst vooraf",
        "advies": "Een week van tevoren.",
        "docenten": [f"{duits.user.pk}:Duits"],
        "eigenaar": decor.coordinator.user.pk,
        "datum": (decor.mentor.dag + timedelta(days=60)).isoformat(),
    }
    return goed | anders


def test_geven_bevestigen_en_laten_weten(nu_decor: Decor, duits: Werkplek, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    wijze = adres("overdracht_geef", nu_decor.leerling.pk)
    assert client.get(wijze).status_code == 200
    assert client.post(wijze, vorm(nu_decor, duits)).status_code == 302
    rij = Lesoverdracht.objects.get()
    client = inloggen(duits.user)
    assert "Lezen" in client.get(adres("overdrachten")).content.decode()
    tekst = client.get(adres("overdracht", rij.pk)).content.decode()
    assert "Ik doe mee" in tekst and "h-wie" not in tekst
    client.post(adres("overdracht_stap", rij.pk), {"stap": "bevestig", "versie": 1})
    bericht = {"uitkomst": "gelukt", "wat_zag": "Hij begint.", "nodig": "", "versie": 2}
    assert client.post(adres("overdracht_bericht", rij.pk), bericht).status_code == 302
    client = inloggen(nu_decor.coordinator.user)
    assert "Hij begint." in client.get(adres("overdracht", rij.pk)).content.decode()
    klaar = {"keuze": "in_de_les", "tekst": "Mooi.", "versie": 1, "datum": ""}
    assert client.post(adres("overdracht_afronden", rij.pk), klaar).status_code == 302
    assert Lesoverdracht.objects.get().status == "in_de_les"


@pytest.mark.parametrize(
    "anders",
    [
        {"docenten": []},
        {"docenten": ["999999:Duits"]},
        {"docenten": ["nonsens"]},
        {"van": ""},
        {"actie": "Let op zijn dyslexie"},
        {"actie": " ".join(["woord"] * 21)},
        {"advies": "x" * 1201},
        {"advies": "nul\x00byte"},
        {"datum": "2999-01-01"},
        {"datum": "gisteren"},
        {"traject": "999999"},
        {"traject": "9" * 40},
        {"eigenaar": "9" * 40},
    ],
)
def test_geven_met_verkeerde_invoer(
    nu_decor: Decor, duits: Werkplek, inloggen: Any, anders: dict[str, Any]
) -> None:
    client = inloggen(nu_decor.coordinator.user)
    data = vorm(nu_decor, duits, **anders)
    antwoord = client.post(adres("overdracht_geef", nu_decor.leerling.pk), data)
    assert antwoord.status_code == 422
    assert data["onderwerp"] in antwoord.content.decode()
    assert not Lesoverdracht.objects.exists()


def test_de_datum_te_vroeg_staat_bij_de_datum(nu_decor: Decor, duits: Werkplek, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    data = vorm(nu_decor, duits, datum=nu_decor.mentor.dag.isoformat())
    antwoord = client.post(adres("overdracht_geef", nu_decor.leerling.pk), data)
    assert antwoord.status_code == 422 and 'id="fout-datum"' in antwoord.content.decode()


@pytest.mark.parametrize(
    ("stap", "data", "status"),
    [
        ("overdracht_stap", {"stap": "vervang", "versie": 1}, 422),
        ("overdracht_stap", {"stap": "bevestig", "versie": 7}, 409),
        ("overdracht_stap", {"stap": "bevestig", "versie": "x"}, 422),
        ("overdracht_bericht", {"uitkomst": "gelukt", "wat_zag": "Mijn zin.", "versie": 1}, 409),
        ("overdracht_bericht", {"uitkomst": "prima", "wat_zag": "Mijn zin.", "versie": 1}, 422),
        ("overdracht_bericht", {"uitkomst": "gelukt", "wat_zag": "", "versie": 1}, 422),
    ],
)
def test_een_docent_met_verkeerde_invoer(
    nu_decor: Decor, duits: Werkplek, inloggen: Any, stap: str, data: dict[str, Any], status: int
) -> None:
    rij = geef(nu_decor)
    antwoord = inloggen(duits.user).post(adres(stap, rij.pk), data)
    assert antwoord.status_code == status
    assert Lesontvanger.objects.get().status == "gegeven"


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"keuze": "in_de_les", "tekst": "Mijn zin.", "versie": 1}, 409),
        ({"keuze": "terug", "tekst": "Mijn zin.", "versie": 1}, 422),
        ({"keuze": "terug", "tekst": "Mijn zin.", "versie": 1, "datum": "1999-01-01"}, 422),
        ({"keuze": "trek_in", "tekst": "", "versie": 1}, 422),
        ({"keuze": "trek_in", "tekst": "Mijn zin.", "versie": 8}, 409),
        ({"keuze": "iets", "tekst": "Mijn zin.", "versie": 1}, 422),
    ],
)
def test_afronden_met_verkeerde_invoer(
    nu_decor: Decor, duits: Werkplek, inloggen: Any, data: dict[str, Any], status: int
) -> None:
    rij = geef(nu_decor)
    antwoord = inloggen(nu_decor.coordinator.user).post(adres("overdracht_afronden", rij.pk), data)
    assert antwoord.status_code == status
    assert data["tekst"] in antwoord.content.decode()
    assert Lesoverdracht.objects.get().status == "loopt"


def klachtvorm(decor: Decor, **anders: Any) -> dict[str, Any]:
    goed = {
        "ontvangen_op": decor.mentor.dag.isoformat(),
        "ontvangen_door": decor.coordinator.user.pk,
        "hoe": "telefoon",
        "contact": "",
        "van_naam": "mevrouw Bakker",
        "onderwerp": "De kaart",
        "inhoud": "Elke docent doet het anders.",
    }
    return goed | anders


def nieuw(decor: Decor, client: Any) -> Klacht:
    client.post(adres("klacht_nieuw", decor.leerling.pk), klachtvorm(decor))
    return Klacht.objects.get()


def test_een_klacht_van_begin_tot_brief(nu_decor: Decor, leider: Werkplek, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    pk = nieuw(nu_decor, client).pk
    dag = nu_decor.mentor.dag.isoformat()
    client.post(adres("klacht_noem", pk), {"versie": 1, "leider": leider.user.pk})
    client.post(adres("klacht_hoor", pk), {"wie": "Docent", "gehoord_op": dag, "gezegd": "Klopt."})
    client.post(adres("klacht_uitkomst", pk), {"versie": 3, "uitkomst": "Overal hetzelfde."})
    afspraak = {"tekst": "Leg het uit.", "eigenaar": nu_decor.mentor.user.pk, "datum": dag}
    client.post(adres("klacht_afspraak_nieuw", pk), afspraak)
    client = inloggen(leider.user)
    tekst = client.get(adres("klacht", pk)).content.decode()
    assert "Elke docent doet het anders." in tekst and adres("klacht_hoor", pk) not in tekst
    assert reverse("web:leerling", args=[nu_decor.leerling.pk]) not in tekst
    client.post(adres("klacht_besluit", pk), {"versie": 5, "tekst": "Zo doen we het."})
    client = inloggen(nu_decor.coordinator.user)
    sluit = {"versie": 6, "ouders_gehoord": "U hoort van ons.", "ouders_op": dag}
    assert client.post(adres("klacht_sluit", pk), sluit).status_code == 302
    assert Klacht.objects.get().status == "gesloten"
    assert client.post(adres("klacht_brief", pk)).status_code == 302
    for anders, status in (({}, 409), ({"ouders_op": "morgen"}, 422)):
        al_dicht = client.post(adres("klacht_sluit", pk), sluit | {"ouders_gehoord": "Opgelost."} | anders)
        assert al_dicht.status_code == status and "‘Opgelost.’" in al_dicht.text
    kwijt = {"wie": "Te laat", "gehoord_op": dag, "gezegd": "Dit wilde ik nog toevoegen."}
    antwoord = client.post(adres("klacht_hoor", pk), kwijt)
    assert antwoord.status_code == 409 and "Dit wilde ik nog toevoegen." in antwoord.content.decode()


@pytest.mark.parametrize(
    "anders",
    [
        {"inhoud": ""},
        {"inhoud": "x" * 4001},
        {"inhoud": "nul\x00byte"},
        {"van_naam": ""},
        {"contact": "999999"},
        {"hoe": "duif"},
        {"ontvangen_op": "2999-01-01"},
        {"ontvangen_op": "1999-01-01"},
        {"ontvangen_door": "9" * 40},
    ],
)
def test_een_klacht_met_verkeerde_invoer(nu_decor: Decor, inloggen: Any, anders: dict[str, Any]) -> None:
    client = inloggen(nu_decor.coordinator.user)
    antwoord = client.post(adres("klacht_nieuw", nu_decor.leerling.pk), klachtvorm(nu_decor, **anders))
    assert antwoord.status_code == 422 and "De kaart" in antwoord.content.decode()
    assert not Klacht.objects.exists()


def test_oud_scherm_houdt_de_tekst(nu_decor: Decor, inloggen: Any) -> None:
    client = inloggen(nu_decor.coordinator.user)
    pk = nieuw(nu_decor, client).pk
    dag = nu_decor.mentor.dag.isoformat()
    client.post(adres("klacht_hoor", pk), {"wie": "Docent", "gehoord_op": dag, "gezegd": "Klopt."})
    antwoord = client.post(adres("klacht_uitkomst", pk), {"versie": 1, "uitkomst": "Mijn afspraak."})
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409 and "Mijn afspraak." in tekst and 'name="versie" value="2"' in tekst


def test_op_de_lijst_van_de_schoolleider_alleen_wat_hem_noemt(
    nu_decor: Decor, leider: Werkplek, inloggen: Any
) -> None:
    pk = nieuw(nu_decor, inloggen(nu_decor.coordinator.user)).pk
    assert "De kaart" not in inloggen(leider.user).get(adres("klachten")).content.decode()
    dienst.leider_noemen(door=nu_decor.coordinator, pk=pk, versie=1, leider=leider.user, op=timezone.now())
    assert "De kaart" in inloggen(leider.user).get(adres("klachten")).content.decode()


def test_statements_groeien_niet_mee(nu_decor: Decor, duits: Werkplek, inloggen: Any) -> None:
    """As many with one hand-over and one party heard as with ten of each."""
    geef(nu_decor)
    client = inloggen(nu_decor.coordinator.user)
    pk = nieuw(nu_decor, client).pk
    paden = [
        f"{adres('overdrachten')}?van=alle",
        adres("overdracht", Lesoverdracht.objects.get().pk),
        adres("overdracht_geef", nu_decor.leerling.pk),
        adres("klachten"),
        adres("klacht", pk),
    ]
    dag = nu_decor.mentor.dag
    wat: dict[str, Any] = {
        "pk": pk,
        "wie": "Docent",
        "gehoord_op": dag,
        "gezegd": "Klopt.",
        "op": timezone.now(),
    }
    dienst.partij_horen(door=nu_decor.coordinator, **wat)
    weinig = [controleer_budget(client, pad) for pad in paden]
    for n in range(9):
        geef(nu_decor, f"Lezen {n}")
        dienst.partij_horen(door=nu_decor.coordinator, **(wat | {"gezegd": f"Klopt, {n} keer."}))
        docent = maak_werkplek(nu_decor.school, Rol.DOCENT, dag)
        maak_les(nu_decor.school, docent.user, nu_decor.leerling, naam=f"g{n}", van=LANG_GELEDEN)
        client.post(adres("klacht_nieuw", nu_decor.leerling.pk), klachtvorm(nu_decor, onderwerp=f"{n}"))
    assert (Klachtpartij.objects.count(), Klacht.objects.count(), Lesoverdracht.objects.count()) == (10,) * 3
    assert [controleer_budget(client, pad) for pad in paden] == weinig
    les = inloggen(duits.user)
    controleer_budget(les, adres("overdrachten"))
    controleer_budget(les, paden[1])
