"""Two-step login for who opens files or runs the school, and no way around it."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.urls import reverse

from zorgapp.accounts.instellingen import instelling_zetten
from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.models import Instelling, School, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.tests.hulp import DAG, WACHTWOORD, maak_beheerder, vandaag
from zorgapp.accounts.tweestaps import MFAAdapter
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek

pytestmark = [pytest.mark.django_db, pytest.mark.regel(64)]
PROFIEL = "/profiel/"


@pytest.fixture
def streng(school: School) -> School:
    """A school that asks the second step, as every new school does."""
    Instelling.objects.create(school=school, sleutel=TWEESTAPS, waarde=1, geldig_vanaf=vandaag() - DAG)
    return school


def zet_aan(user: User) -> Authenticator:
    return TOTP.activate(user, generate_totp_secret()).instance


def met(school: School, rol: Rol) -> Werkplek:
    return maak_werkplek(school, rol, vandaag())


@pytest.mark.parametrize(
    "rol",
    [Rol.ZORGCOORDINATOR, Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER, Rol.BEGELEIDER, Rol.BEHEERDER],
)
def test_wie_dossiers_opent_of_beheert_moet(streng: School, inloggen: Any, rol: Rol) -> None:
    werkplek = met(streng, rol)
    client = inloggen(werkplek.user)
    for _ in range(2):
        assert client.get(PROFIEL).url == reverse("mfa_activate_totp")
    assert client.post(PROFIEL, {"voornaam": "X"}).url == reverse("mfa_activate_totp")
    fragment = client.get(PROFIEL, headers={"HX-Request": "true"})
    assert fragment.headers["HX-Redirect"] == reverse("mfa_activate_totp")
    zet_aan(werkplek.user)
    assert client.get(PROFIEL).status_code == 200


def test_wie_van_buiten_komt_moet_ook(streng: School, inloggen: Any) -> None:
    """He reads of pupils, from a place the school does not know."""
    assert inloggen(met(streng, Rol.EXTERNE).user).get(PROFIEL).url == reverse("mfa_activate_totp")


@pytest.mark.parametrize("rol", [Rol.SCHOOLLEIDING, Rol.VERTROUWENSPERSOON])
def test_wie_geen_dossier_opent_hoeft_niet(streng: School, inloggen: Any, rol: Rol) -> None:
    assert inloggen(met(streng, rol).user).get(PROFIEL).status_code == 200


def test_een_school_zonder_deze_instelling_vraagt_het_niet(school: School, inloggen: Any) -> None:
    assert inloggen(met(school, Rol.MENTOR).user).get(PROFIEL).status_code == 200


def test_de_tweede_pagina_van_de_dag_vraagt_de_database_niets_meer(
    streng: School, inloggen: Any, django_assert_max_num_queries: Any
) -> None:
    werkplek = met(streng, Rol.MENTOR)
    zet_aan(werkplek.user)
    client = inloggen(werkplek.user)
    client.get(PROFIEL)
    with django_assert_max_num_queries(20) as vragen:
        client.get(PROFIEL)
    assert not [v for v in vragen.captured_queries if "accounts_instelling" in v["sql"]]


def test_een_andere_school_wordt_apart_gevraagd(streng: School, andere_school: School, inloggen: Any) -> None:
    werkplek = met(streng, Rol.MENTOR)
    zet_aan(werkplek.user)
    client = inloggen(werkplek.user)
    client.get(PROFIEL)
    assert client.session["tweestaps"] == f"{streng.pk}:{vandaag()}"


def test_uitzetten_kan_niet_voor_wie_het_moet(streng: School, inloggen: Any) -> None:
    mentor, leiding = met(streng, Rol.MENTOR), met(streng, Rol.SCHOOLLEIDING)
    assert not MFAAdapter().can_delete_authenticator(zet_aan(mentor.user))
    assert MFAAdapter().can_delete_authenticator(zet_aan(leiding.user))


def test_de_school_kan_het_aanzetten_maar_niet_meer_uit(school: School, inloggen: Any) -> None:
    bas = maak_beheerder(school)
    zet_aan(bas.user)
    instelling_zetten(door=bas, sleutel=TWEESTAPS, waarde=1, geldig_vanaf=vandaag())
    url = reverse("accounts:instelling", args=[TWEESTAPS])
    antwoord = inloggen(bas.user).post(url, {"waarde": "0", "geldig_vanaf": vandaag().isoformat()})
    assert "kan niet meer uit" in antwoord.content.decode()
    assert Instelling.objects.get(sleutel=TWEESTAPS).waarde == 1


def test_eerste_keer_leidt_zonder_omweg_naar_de_tweede_stap(streng: School, client: Any) -> None:
    bas = maak_beheerder(streng)
    client.post(reverse("account_login"), {"login": bas.user.email, "password": WACHTWOORD})
    antwoord = client.get(PROFIEL, follow=True)
    assert antwoord.request["PATH_INFO"] == reverse("mfa_activate_totp")


def test_wie_langer_binnen_is_bevestigt_eerst_zijn_wachtwoord(streng: School, client: Any) -> None:
    bas = maak_beheerder(streng)
    client.post(reverse("account_login"), {"login": bas.user.email, "password": WACHTWOORD})
    sessie = client.session
    for regel in sessie["account_authentication_methods"]:
        regel["at"] -= 301
    sessie.save()
    antwoord = client.get(PROFIEL, follow=True)
    assert antwoord.request["PATH_INFO"] == reverse("account_reauthenticate")
