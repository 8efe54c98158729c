"""A colleague who lost phone and recovery codes: a beheerder lets him set up the second step anew."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail as postbus
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.mails import versturen
from zorgapp.accounts.models import (
    Aanstelling,
    Accountmail,
    Geschiedenis,
    Instelling,
    Mailsoort,
    School,
    User,
)
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.tweede_stap import tweede_stap_opnieuw
from zorgapp.accounts.tests.hulp import DAG, WACHTWOORD, maak_beheerder, vandaag
from zorgapp.accounts.tests.test_kluis import zet_aan
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_user, maak_werkplek, stel_aan

pytestmark = pytest.mark.django_db


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_beheerder(school)


@pytest.fixture
def joris(school: School) -> User:
    """A mentor with a password and a second step."""
    mens = maak_werkplek(school, Rol.MENTOR, vandaag(), voornaam="Joris").user
    mens.set_password(WACHTWOORD)
    mens.save(update_fields=["password"])
    zet_aan(mens)
    return mens


def adres(mens: User) -> str:
    return reverse("accounts:tweede_stap_opnieuw", args=[mens.pk])


def ingelogd(mens: User) -> Client:
    client = Client()
    client.force_login(mens)
    return client


def test_de_bevestiging_zegt_wat_er_gebeurt_en_doet_nog_niets(
    bas: Werkplek, joris: User, inloggen: Any
) -> None:
    client = inloggen(bas.user)
    kaart = client.get(reverse("accounts:mens", args=[joris.pk])).content.decode()
    assert adres(joris) in kaart
    assert "De tweede stap staat aan" in kaart
    pagina = client.get(adres(joris)).content.decode()
    assert "Doe dit alleen als je Joris zelf hebt gesproken" in pagina
    assert Authenticator.objects.filter(user=joris).count() == 2


def test_daarna_is_alles_weg_en_staat_het_bij_de_persoon(bas: Werkplek, joris: User, inloggen: Any) -> None:
    client = inloggen(bas.user)
    antwoord = client.post(adres(joris))
    assert antwoord.url == reverse("accounts:mens", args=[joris.pk])
    assert not Authenticator.objects.filter(user=joris).exists()
    kaart = client.get(antwoord.url).content.decode()
    assert f"liet {bas.user.naam} de tweede stap opnieuw instellen" in kaart
    assert adres(joris) not in kaart


def test_elke_sessie_van_die_persoon_stopt_en_geen_andere(bas: Werkplek, joris: User) -> None:
    telefoon, laptop, beheer = ingelogd(joris), ingelogd(joris), ingelogd(bas.user)
    assert [c.get("/profiel/").status_code for c in (telefoon, laptop, beheer)] == [200, 200, 200]
    tweede_stap_opnieuw(door=bas, user=joris)
    assert [c.get("/profiel/").status_code for c in (telefoon, laptop, beheer)] == [302, 302, 200]


def test_inloggen_vraagt_nog_het_wachtwoord_en_dan_een_nieuwe_stap(
    bas: Werkplek, joris: User, school: School
) -> None:
    Instelling.objects.create(school=school, sleutel=TWEESTAPS, waarde=1, geldig_vanaf=vandaag() - DAG)
    tweede_stap_opnieuw(door=bas, user=joris)
    client = Client()
    fout = client.post("/inloggen/", {"login": joris.email, "password": "iets anders"})
    assert fout.status_code == 200
    client.post("/inloggen/", {"login": joris.email, "password": WACHTWOORD})
    assert client.get("/profiel/").url == reverse("mfa_activate_totp")


def test_de_geschiedenis_weet_wie_en_wanneer_maar_niet_het_geheim(bas: Werkplek, joris: User) -> None:
    geheimen = [str(rij.data) for rij in Authenticator.objects.filter(user=joris)]
    ingelogd(bas.user).post(adres(joris))
    regels = Geschiedenis.objects.filter(tabel="mfa_authenticator")
    assert {(r.handeling, r.door_id, r.oud["user_id"]) for r in regels} == {("DELETE", bas.user.pk, joris.pk)}
    assert {r.oud["type"] for r in regels} == {"totp", "recovery_codes"}
    assert not [r for r in regels if "data" in r.oud or any(g in str(r.oud) for g in geheimen)]


def test_de_persoon_krijgt_een_mail(bas: Werkplek, joris: User, school: School) -> None:
    rij = tweede_stap_opnieuw(door=bas, user=joris)
    assert versturen(school.pk, rij.pk)
    brief = postbus.outbox[-1]
    assert brief.to == [joris.email]
    assert brief.subject == "Je tweede stap van inloggen is weggehaald"
    assert bas.user.naam in brief.body
    assert "Heb je hier niet om gevraagd?" in brief.body


def test_niet_voor_jezelf(bas: Werkplek, inloggen: Any) -> None:
    zet_aan(bas.user)
    client = inloggen(bas.user)
    assert adres(bas.user) not in client.get(reverse("accounts:mens", args=[bas.user.pk])).content.decode()
    assert "Vraag het een andere beheerder" in client.get(adres(bas.user)).content.decode()
    client.post(adres(bas.user))
    assert Authenticator.objects.filter(user=bas.user).count() == 2


def test_niet_door_wie_geen_mensen_beheert(joris: User, school: School) -> None:
    angelica = maak_werkplek(school, Rol.ZORGCOORDINATOR, vandaag())
    assert ingelogd(angelica.user).post(adres(joris)).status_code == 403
    with pytest.raises(ValidationError, match="Alleen een beheerder"):
        tweede_stap_opnieuw(door=angelica, user=joris)
    assert Authenticator.objects.filter(user=joris).count() == 2


def test_niet_voor_wie_hier_weg_is(bas: Werkplek, joris: User) -> None:
    Aanstelling.objects.filter(user=joris).update(van=vandaag() - 9 * DAG, tot=vandaag() - DAG)
    with pytest.raises(ValidationError, match="werkt hier niet meer"):
        tweede_stap_opnieuw(door=bas, user=joris)


def test_niet_voor_iemand_van_een_andere_school(bas: Werkplek, andere_school: School, inloggen: Any) -> None:
    omar = maak_user("omar@waterland.example")
    stel_aan(omar, andere_school, Rol.MENTOR, vandaag())
    zet_aan(omar)
    assert inloggen(bas.user).post(adres(omar)).status_code == 404
    assert Authenticator.objects.filter(user=omar).count() == 2


def test_een_tweede_keer_zegt_dat_er_niets_meer_is(bas: Werkplek, joris: User) -> None:
    tweede_stap_opnieuw(door=bas, user=joris)
    with pytest.raises(ValidationError, match="geen tweede stap ingesteld"):
        tweede_stap_opnieuw(door=bas, user=joris)
    assert Accountmail.objects.filter(soort=Mailsoort.TWEEDE_STAP).count() == 1


def test_wie_zelf_zijn_stap_uitzet_staat_niet_in_de_geschiedenis_van_een_school(joris: User) -> None:
    zet_context(None)
    Authenticator.objects.filter(user=joris).delete()
    zet_context(Aanstelling.objects.get(user=joris).school_id)
    assert not Geschiedenis.objects.filter(tabel="mfa_authenticator").exists()


def test_de_opdracht_helpt_de_enige_beheerder(bas: Werkplek) -> None:
    zet_aan(bas.user)
    client = ingelogd(bas.user)
    call_command("tweede_stap_opnieuw", bas.user.email)
    assert not Authenticator.objects.filter(user=bas.user).exists()
    assert client.get("/profiel/").status_code == 302
    assert "De systeembeheerder heeft je tweede stap" in postbus.outbox[-1].body
    with pytest.raises(CommandError, match="geen tweede stap"):
        call_command("tweede_stap_opnieuw", bas.user.email)
    with pytest.raises(CommandError, match="Niemand met dit e-mailadres"):
        call_command("tweede_stap_opnieuw", "niemand@rietveen.example")
