"""Every refusal of the forms: a form that is right, and one thing changed."""

import uuid
from datetime import date, timedelta
from typing import Any

import pytest
from django import forms

from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.signaal import SignaalForm
from ondersteuning.forms.triage import AfsluitForm, BesluitForm, KoppelForm, VervolgForm
from ondersteuning.workflow import VERLAAT_EERSTE_LIJN, VIJF, Besluit
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_leerling, maak_werkplek

LANG = "a" * 4001


def signaal(decor: Decor, **anders: Any) -> SignaalForm:
    data = {
        "sleutel": str(uuid.uuid4()),
        "leerling": str(decor.leerling.pk),
        "domein": "leer",
        "wat_zie_je": "Krijgt zijn extra tijd niet.",
    }
    return SignaalForm(data | anders, werkplek=decor.mentor)


def besluit(decor: Decor, keuze: Besluit = Besluit.TERUG, **anders: Any) -> BesluitForm:
    data: dict[str, Any] = {
        "versie": 1,
        "besluit": keuze.value,
        "domein": "leer",
        "advies": "Praat met hem.",
        "reden": "Het lukt niet.",
        "al_gedaan": "Gesprek.",
        "ouders": "ja",
        "datum": (DAG + timedelta(days=7)).isoformat(),
        "eigenaar": str(decor.begeleider.user.pk),
    }
    kring = eigenaar_kring(decor.coordinator, decor.leerling.pk)
    return BesluitForm(data | anders, kring=kring, vandaag=DAG)


def vervolg(decor: Decor, **anders: Any) -> VervolgForm:
    data = {"versie": 1, "eigenaar": str(decor.begeleider.user.pk), "datum": DAG.isoformat()}
    return VervolgForm(data | anders, kring=eigenaar_kring(decor.coordinator, None), vandaag=DAG)


def fouten(form: forms.Form) -> dict[str, str]:
    return {veld: meldingen[0] for veld, meldingen in form.errors.items()}


def test_signaal_het_werkt(decor: Decor) -> None:
    form = signaal(decor, geprobeerd=["gesprek", "thuis"], ouders="bewust_niet", ouders_reden="Veiligheid")
    assert form.is_valid(), form.errors
    gegevens = form.gegevens()
    assert gegevens.leerling == decor.leerling and gegevens.urgentie == "deze_week"
    assert gegevens.ouders_reden == "Veiligheid"


def test_weet_ik_niet_is_een_antwoord(decor: Decor) -> None:
    form = signaal(decor, domein="weet_niet")
    assert form.is_valid() and form.gegevens().domein_indiener == ""


def test_naam_in_eigen_woorden(decor: Decor) -> None:
    form = signaal(decor, leerling="", leerling_naam="Kees", leerling_klas="H3b")
    assert form.is_valid() and form.gegevens().leerling_tekst == "Kees, H3b"


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"leerling": ""}, "leerling"),
        ({"leerling": "999999"}, "leerling"),
        ({"leerling": "9" * 40}, "leerling"),
        ({"leerling": "-1"}, "leerling"),
        ({"leerling": "1 OR 1=1"}, "leerling"),
        ({"leerling": "", "leerling_naam": "n" * 81}, "leerling_naam"),
        ({"leerling": "", "leerling_naam": "Kees", "leerling_klas": "k" * 31}, "leerling_klas"),
        ({"sleutel": ""}, "sleutel"),
        ({"sleutel": "geen-uuid"}, "sleutel"),
        ({"domein": ""}, "domein"),
        ({"domein": "anders"}, "domein"),
        ({"wat_zie_je": ""}, "wat_zie_je"),
        ({"wat_zie_je": "   "}, "wat_zie_je"),
        ({"wat_zie_je": LANG}, "wat_zie_je"),
        ({"wat_zie_je": "nul \x00 byte"}, "wat_zie_je"),
        ({"geprobeerd": ["toveren"]}, "geprobeerd"),
        ({"geprobeerd_tekst": LANG}, "geprobeerd_tekst"),
        ({"nodig": LANG}, "nodig"),
        ({"urgentie": "gisteren"}, "urgentie"),
        ({"ouders": "misschien"}, "ouders"),
        ({"ouders": "bewust_niet"}, "ouders_reden"),
        ({"ouders_reden": "r" * 401}, "ouders_reden"),
    ],
)
def test_signaal_weigert(decor: Decor, anders: dict[str, Any], veld: str) -> None:
    form = signaal(decor, **anders)
    assert not form.is_valid()
    assert veld in form.errors


@pytest.mark.regel(40)
def test_signaal_over_een_leerling_die_je_niet_ziet(decor: Decor, andere_school: School) -> None:
    """A pupil of somebody else, one who left and one of another school sound exactly like a number that is nothing."""
    with in_school(andere_school.pk):
        vreemd = maak_leerling(andere_school)
    nummers = [
        maak_leerling(decor.school, None, "Fatima").pk,
        maak_leerling(decor.school, decor.klas, uitgeschreven_op=date(2026, 10, 1)).pk,
        vreemd.pk,
        987654321,
    ]
    meldingen = {fouten(signaal(decor, leerling=str(pk)))["leerling"] for pk in nummers}
    assert meldingen == {"Deze leerling vinden we niet. Zoek opnieuw."}


def test_elke_melding_zegt_wat_je_doet(decor: Decor) -> None:
    form = SignaalForm({"sleutel": str(uuid.uuid4())}, werkplek=decor.mentor)
    assert fouten(form) == {
        "leerling": "Kies eerst over wie het gaat. Typ drie letters van de naam.",
        "domein": "Kies waar het vooral over gaat. Weet je het niet? Kies dan dat.",
        "wat_zie_je": "Schrijf op wat je zag of hoorde. Een zin is genoeg.",
    }


@pytest.mark.parametrize("keuze", VIJF)
def test_besluit_het_werkt(decor: Decor, keuze: Besluit) -> None:
    form = besluit(decor, keuze)
    assert form.is_valid(), form.errors
    gegevens = form.gegevens()
    assert gegevens.bericht
    assert gegevens.eigenaar == (decor.begeleider.user if keuze in VERLAAT_EERSTE_LIJN else None)
    assert bool(gegevens.advies) == (keuze == Besluit.TERUG)


@pytest.mark.regel(61)
@pytest.mark.parametrize("veld", ["domein", "reden", "al_gedaan", "ouders", "datum"])
@pytest.mark.parametrize("keuze", sorted(VERLAAT_EERSTE_LIJN))
def test_hoger_vraagt_dit(decor: Decor, keuze: Besluit, veld: str) -> None:
    assert set(besluit(decor, keuze, **{veld: ""}).errors) == {veld}


@pytest.mark.parametrize(
    ("keuze", "anders", "veld"),
    [
        (Besluit.TERUG, {"advies": ""}, "advies"),
        (Besluit.TERUG, {"datum": ""}, "datum"),
        (Besluit.TERUG, {"datum": "1899-11-24"}, "datum"),
        (Besluit.TERUG, {"datum": (DAG - timedelta(days=1)).isoformat()}, "datum"),
        (Besluit.TERUG, {"datum": (DAG + timedelta(days=732)).isoformat()}, "datum"),
        (Besluit.TERUG, {"datum": "morgen"}, "datum"),
        (Besluit.TERUG, {"datum": "99999-01-01"}, "datum"),
        (Besluit.TERUG, {"besluit": ""}, "besluit"),
        (Besluit.TERUG, {"besluit": "herstel"}, "besluit"),
        (Besluit.TERUG, {"versie": ""}, "versie"),
        (Besluit.TERUG, {"versie": "-1"}, "versie"),
        (Besluit.TERUG, {"advies": LANG}, "advies"),
        (Besluit.TERUG, {"advies": "\x00"}, "advies"),
        (Besluit.TERUG, {"wie_helpt": "w" * 121}, "wie_helpt"),
        (Besluit.TERUG, {"bericht": LANG}, "bericht"),
        (Besluit.TERUG, {"domein": "geld"}, "domein"),
        (Besluit.AFSLUITEN, {"reden": ""}, "reden"),
        (Besluit.TWEEDE_LIJN, {"eigenaar": "999999"}, "eigenaar"),
        (Besluit.TWEEDE_LIJN, {"eigenaar": "9" * 40}, "eigenaar"),
        (Besluit.TWEEDE_LIJN, {"ouders": "bewust_niet"}, "ouders_reden"),
        (Besluit.DERDE_LIJN, {"reden": LANG}, "reden"),
    ],
)
def test_besluit_weigert(decor: Decor, keuze: Besluit, anders: dict[str, Any], veld: str) -> None:
    assert set(besluit(decor, keuze, **anders).errors) == {veld}


def test_grenzen_van_de_datum(decor: Decor) -> None:
    for dag in (DAG, DAG + timedelta(days=731)):
        assert besluit(decor, datum=dag.isoformat()).is_valid()
        assert vervolg(decor, datum=dag.isoformat()).is_valid()


def test_eigenaar_zonder_leerlingen_kan_niet(decor: Decor) -> None:
    for rol in (Rol.SCHOOLLEIDING, Rol.BEHEERDER, Rol.EXTERNE, Rol.VERTROUWENSPERSOON):
        pk = str(maak_werkplek(decor.school, rol).user.pk)
        assert "eigenaar" in besluit(decor, Besluit.TWEEDE_LIJN, eigenaar=pk).errors
        assert "eigenaar" in vervolg(decor, eigenaar=pk).errors


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"eigenaar": ""}, "eigenaar"),
        ({"eigenaar": "999999"}, "eigenaar"),
        ({"datum": ""}, "datum"),
        ({"datum": "1899-01-01"}, "datum"),
        ({"versie": "x"}, "versie"),
    ],
)
def test_vervolg_weigert(decor: Decor, anders: dict[str, Any], veld: str) -> None:
    assert set(vervolg(decor, **anders).errors) == {veld}


@pytest.mark.parametrize("resultaat", ["", "  ", LANG, "\x00"])
def test_afsluiten_weigert(resultaat: str) -> None:
    assert set(AfsluitForm({"versie": 1, "resultaat": resultaat}).errors) == {"resultaat"}


@pytest.mark.parametrize("waarde", ["", "0", "9" * 40, "x"])
def test_koppelen_weigert(decor: Decor, waarde: str) -> None:
    assert "leerling" in KoppelForm({"leerling": waarde}, werkplek=decor.coordinator).errors
