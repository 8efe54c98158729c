"""Choosing a colleague: who is allowed, typed names, the short list, and what the search tells."""

from typing import Any

import pytest
from django import forms
from django.db.models import Q
from django.urls import reverse

from zorgapp.accounts.collegas import LIJST_MAX, Kring, zoek_collegas
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.tests.hulp import DAG, vandaag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import GEVONDEN_MAX, Optie
from zorgapp.testing.fabriek import maak_user, maak_werkplek, stel_aan
from zorgapp.testing.queries import statements

pytestmark = pytest.mark.django_db


@pytest.fixture
def angelica(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.ZORGCOORDINATOR, vandaag(), voornaam="Angèlica")


def collega(
    angelica: Werkplek, voornaam: str, achternaam: str, rol: Rol = Rol.BEGELEIDER, **velden: Any
) -> User:
    user = maak_user(voornaam, achternaam)
    stel_aan(user, angelica.school, rol, **velden)
    return user


@pytest.fixture
def ruben(angelica: Werkplek) -> User:
    return collega(angelica, "Ruben", "Visser", functie="remedial teacher")


class Vorm(forms.Form):
    """A form with one owner and something else that may be wrong."""

    wie = ZoekVeld(label="Wie")
    wanneer = forms.DateField()


def vorm(angelica: Werkplek, kring: Kring | None = None, **data: str) -> Vorm:
    form = Vorm({"wanneer": "2026-11-24"} | data)
    veld = form.fields["wie"]
    assert isinstance(veld, ZoekVeld)
    veld.bron = kring or Kring(angelica, ROLLEN_MET_LEERLINGEN, lambda: [Q(user=angelica.user)])
    return form


@pytest.mark.parametrize(
    "data", [{"wie": "{pk}"}, {"wie_naam": "ruben visser"}, {"wie_naam": "VISS"}, {"wie_naam": "{email}"}]
)
def test_een_keuze_of_een_naam_die_op_een_collega_past(
    angelica: Werkplek, ruben: User, data: dict[str, str]
) -> None:
    form = vorm(angelica, **{k: w.format(pk=ruben.pk, email=ruben.email) for k, w in data.items()})
    assert form.is_valid(), form.errors
    assert form.cleaned_data["wie"] == ruben


def test_getypt_telt_meer_dan_de_lijst_die_altijd_iets_heeft(angelica: Werkplek, ruben: User) -> None:
    form = vorm(angelica, wie=str(angelica.user.pk), wie_naam="ruben")
    assert form.is_valid() and form.cleaned_data["wie"] == ruben


def test_accenten_doen_er_niet_toe(angelica: Werkplek) -> None:
    assert [o.waarde for o in zoek_collegas(angelica, "angelica", ROLLEN_MET_LEERLINGEN, 5)] == [
        str(angelica.user.pk)
    ]


def test_niemand_gevonden_houdt_wat_is_getypt(angelica: Werkplek, ruben: User) -> None:
    form = vorm(angelica, wie=str(angelica.user.pk), wie_naam="Ruebn")
    assert "Bij ‘Ruebn’ vinden we geen collega" in form.errors["wie"][0]
    html = str(form["wie"])
    assert 'value="Ruebn"' in html and "<details" in html and 'details class="z-anders" open' in html


def test_meer_gevonden_geeft_ze_als_keuze_en_houdt_wat_is_getypt(angelica: Werkplek, ruben: User) -> None:
    ander = collega(angelica, "Ruben", "Bos")
    form = vorm(angelica, wie=str(angelica.user.pk), wie_naam="ruben")
    assert "meer dan één collega bij ‘ruben’" in form.errors["wie"][0]
    html = str(form["wie"])
    assert f'value="{ruben.pk}"' in html and f'value="{ander.pk}"' in html
    assert 'name="wie_naam"' in html and 'value="ruben"' in html
    terug = {"wie_naam": "ruben", "wie_gezocht": "ruben"}
    assert 'name="wie_gezocht" value="ruben"' in html
    gekozen = vorm(angelica, wie=str(ander.pk), **terug)
    assert gekozen.is_valid() and gekozen.cleaned_data["wie"] == ander
    niet_gekozen = vorm(angelica, wie="", **terug)
    assert "meer dan één" in niet_gekozen.errors["wie"][0] and f'value="{ander.pk}"' in str(
        niet_gekozen["wie"]
    )
    verder = vorm(angelica, wie="", wie_naam="ruben bos", wie_gezocht="ruben")
    assert verder.is_valid() and verder.cleaned_data["wie"] == ander


def test_een_hele_naam_wint_van_een_langere(angelica: Werkplek, ruben: User) -> None:
    collega(angelica, "Ruben", "Vissers")
    form = vorm(angelica, wie_naam="Ruben Visser")
    assert form.is_valid() and form.cleaned_data["wie"] == ruben


def test_heel_veel_gevonden_vraagt_om_de_achternaam(angelica: Werkplek) -> None:
    for nummer in range(GEVONDEN_MAX + 1):
        collega(angelica, "Jan", f"Jansen{nummer}")
    form = vorm(angelica, wie_naam="jan")
    assert "typ ook de achternaam" in form.errors["wie"][0]
    assert str(form["wie"]).count("Jansen") == GEVONDEN_MAX


@pytest.mark.parametrize("rol", [Rol.BEHEERDER, Rol.EXTERNE, Rol.VERTROUWENSPERSOON, Rol.SCHOOLLEIDING])
def test_wie_de_rol_niet_heeft_kan_niet(angelica: Werkplek, rol: Rol) -> None:
    ander = collega(angelica, "Vera", "Dam", rol)
    assert "Kies een collega uit de lijst." in vorm(angelica, wie=str(ander.pk)).errors["wie"]
    assert "geen collega" in vorm(angelica, wie_naam="Vera Dam").errors["wie"][0]


@pytest.mark.parametrize("waarde", ["999999", "9" * 40, "-1", "x", "1 OR 1=1", "\x00", "²"])
def test_een_vervalst_nummer_is_een_fout_in_het_formulier(angelica: Werkplek, waarde: str) -> None:
    assert vorm(angelica, wie=waarde).errors["wie"] == ["Kies een collega uit de lijst."]


@pytest.mark.parametrize("naam", ["%", "__", "\\", "\x00", "a" * 500, "@", "' OR 1=1 --"])
def test_vreemde_tekst_vindt_niemand(angelica: Werkplek, ruben: User, naam: str) -> None:
    assert "wie" in vorm(angelica, wie_naam=naam).errors


def test_leeg_vraagt_om_een_keuze(angelica: Werkplek) -> None:
    assert vorm(angelica).errors["wie"] == ["Kies een collega."]


def test_een_ander_veld_dat_niet_klopt_laat_de_keuze_staan(angelica: Werkplek, ruben: User) -> None:
    form = vorm(angelica, wie_naam="ruben", wanneer="morgen")
    assert set(form.errors) == {"wanneer"}
    assert f'value="{ruben.pk}" selected>Ruben Visser, remedial teacher' in str(form["wie"])


def test_wie_eerst_gekozen_was_staat_in_de_lijst_ook_als_hij_niet_waarschijnlijk_is(
    angelica: Werkplek, ruben: User
) -> None:
    form = Vorm(initial={"wie": ruben.pk})
    veld = form.fields["wie"]
    assert isinstance(veld, ZoekVeld)
    veld.bron = Kring(angelica, ROLLEN_MET_LEERLINGEN, lambda: [Q(user=angelica.user)])
    assert f'value="{ruben.pk}" selected>Ruben Visser' in str(form["wie"])
    vervalst = vorm(angelica, wie="999999")
    assert not vervalst.is_valid() and "999999" not in str(vervalst["wie"])


def test_wie_niet_meer_of_nog_niet_werkt_of_elders_werkt_bestaat_niet(
    angelica: Werkplek, andere_school: School
) -> None:
    weg = collega(angelica, "Roos", "Weg", tot=vandaag() - DAG)
    straks = collega(angelica, "Roos", "Straks", van=vandaag() + DAG)
    dicht = collega(angelica, "Roos", "Dicht")
    User.objects.filter(pk=dicht.pk).update(is_active=False)
    elders = maak_user("Roos", "Elders")
    stel_aan(elders, andere_school, Rol.BEGELEIDER)
    for wie in (weg, straks, dicht, elders):
        assert "wie" in vorm(angelica, wie=str(wie.pk)).errors
        assert "wie" in vorm(angelica, wie_naam=wie.naam).errors
    assert zoek_collegas(angelica, "roos", ROLLEN_MET_LEERLINGEN, 9) == []


def test_de_korte_lijst_is_kort_en_op_volgorde(angelica: Werkplek, ruben: User) -> None:
    for nummer in range(3 * LIJST_MAX):
        collega(angelica, f"Mia{nummer:02}", "Mentor", Rol.MENTOR)
    stel_aan(ruben, angelica.school, Rol.MENTOR)
    kring = Kring(
        angelica,
        ROLLEN_MET_LEERLINGEN,
        lambda: [Q(user=angelica.user), Q(rol=Rol.BEGELEIDER), Q(rol=Rol.MENTOR)],
    )
    lijst = kring.waarschijnlijk()
    assert len(lijst) == LIJST_MAX
    assert [o.waarde for o in lijst[:2]] == [str(angelica.user.pk), str(ruben.pk)]
    assert lijst[1] == Optie(str(ruben.pk), "Ruben Visser, remedial teacher", "Ruben Visser")


def test_de_bladzijde_groeit_niet_met_de_school(angelica: Werkplek, inloggen: Any) -> None:
    """DESIGN §9: with five times as many colleagues the form is as heavy, and asks as much of the database."""
    sanne = collega(angelica, "Sanne", "Koster", Rol.DOCENT)
    client, url = inloggen(sanne), reverse("accounts:waarneming")
    gewicht, gesteld = [], []
    for begin, einde in ((0, 15), (15, 75)):
        for nummer in range(begin, einde):
            collega(angelica, f"Mia{nummer:02}", "Docent", Rol.DOCENT)
        client.get(url)  # the first of a session stores things
        antwoord, vragen = statements(client, url)
        gewicht.append(len(antwoord.content))
        gesteld.append(vragen.total())
    assert gesteld[0] == gesteld[1]
    assert abs(gewicht[1] - gewicht[0]) < 50


def test_vaste_keuzes_horen_bij_de_lijst(angelica: Werkplek) -> None:
    veld = ZoekVeld(vast=(Optie("geen", "Nog geen"),))
    veld.bron = Kring(angelica, ROLLEN_MET_LEERLINGEN)
    assert veld.clean(veld.widget.value_from_datadict({"wie": "geen"}, {}, "wie")) == "geen"


def test_zoeken_geeft_namen_en_rollen_van_collegas(
    angelica: Werkplek, ruben: User, andere_school: School, inloggen: Any
) -> None:
    elders = maak_user("Ruben", "Elders")
    stel_aan(elders, andere_school, Rol.BEGELEIDER)
    collega(angelica, "Ruben", "Beheer", Rol.BEHEERDER)
    docent = collega(angelica, "Ruben", "Docent", Rol.DOCENT)
    client, url = inloggen(angelica.user), reverse("accounts:collega")
    antwoord = client.get(url, {"q": "ruben"}).content.decode()
    assert "Ruben Visser, remedial teacher" in antwoord and f'data-waarde="{docent.pk}"' in antwoord
    assert "Elders" not in antwoord and "Beheer" not in antwoord and ruben.email not in antwoord
    smal = client.get(url, {"wie_naam": "ruben", "veld": "wie_naam", "rol": "begeleider"}).content.decode()
    assert "Visser" in smal and "Docent" not in smal
    breed = client.get(url, {"q": "ruben", "rol": "beheerder"}).content.decode()
    assert "Beheer" not in breed
    assert "role=" not in client.get(url, {"q": "r"}).content.decode()


def test_wie_zo_begint_staat_bovenaan(angelica: Werkplek, ruben: User) -> None:
    collega(angelica, "Anouk", "Bruin")
    collega(angelica, "Tom", "Rutte")
    gevonden = [o.naam for o in zoek_collegas(angelica, "ru", ROLLEN_MET_LEERLINGEN, 9)]
    assert gevonden == ["Tom Rutte", "Ruben Visser", "Anouk Bruin"]


def test_een_collega_met_twee_rollen_staat_er_een_keer(angelica: Werkplek, ruben: User) -> None:
    stel_aan(ruben, angelica.school, Rol.DOCENT)
    assert len(zoek_collegas(angelica, "visser", ROLLEN_MET_LEERLINGEN, 9)) == 1
    assert Aanstelling.objects.filter(user=ruben).count() == 2
