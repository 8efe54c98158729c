"""The door: signing in, errors that say what to do next, a forgotten password by mail."""

import re
from typing import Any

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.test import Client

from zorgapp.accounts.models import User

pytestmark = pytest.mark.django_db
WACHTWOORD = "vier losse woorden achtereen"


@pytest.fixture
def persoon() -> User:
    return User.objects.create_user(
        "sanne@rietveen.example", WACHTWOORD, voornaam="Sanne", achternaam="Koster"
    )


def test_inloggen_stuurt_login_en_password(client: Client, persoon: User) -> None:
    pagina = client.get("/inloggen/").content.decode()
    assert {'name="login"', 'name="password"'} <= set(re.findall(r'name="\w+"', pagina))
    antwoord = client.post("/inloggen/", {"login": persoon.email, "password": WACHTWOORD})
    assert antwoord.status_code == 302


def test_fout_wachtwoord_zegt_wat_je_nu_doet(client: Client, persoon: User) -> None:
    antwoord = client.post("/inloggen/", {"login": persoon.email, "password": "iets anders"})
    pagina = antwoord.content.decode()
    assert "Typ ze nog eens, of kies een nieuw wachtwoord." in pagina
    assert f'value="{persoon.email}"' in pagina
    assert "iets anders" not in pagina


def test_vergeten_wachtwoord_antwoordt_voor_elk_adres_gelijk(client: Client, persoon: User) -> None:
    bekend = client.post("/wachtwoord/vergeten/", {"email": persoon.email})
    onbekend = client.post("/wachtwoord/vergeten/", {"email": "niemand@rietveen.example"})
    assert (bekend.status_code, bekend["Location"]) == (onbekend.status_code, onbekend["Location"])
    assert [brief.to for brief in mail.outbox] == [[persoon.email]]


def test_mail_noemt_geen_naam_en_de_link_geeft_een_nieuw_wachtwoord(client: Client, persoon: User) -> None:
    client.post("/wachtwoord/vergeten/", {"email": persoon.email})
    brief = mail.outbox[0]
    assert brief.subject == "Kies een nieuw wachtwoord voor zorgapp"
    assert "Sanne" not in brief.body
    link = re.search(r"http://[^/]+(/wachtwoord/nieuw/\S+)", brief.body)
    assert link
    formulier = client.get(link[1], follow=True)
    assert "Kies een nieuw wachtwoord" in formulier.content.decode()
    nieuw = "andere losse woorden vandaag"
    client.post(formulier.redirect_chain[-1][0], {"password1": nieuw, "password2": nieuw})
    persoon.refresh_from_db()
    assert persoon.check_password(nieuw)


def test_link_begint_bij_het_adres_van_deze_installatie(client: Client, persoon: User, settings: Any) -> None:
    settings.BASIS_URL = "https://zorg.school.example"
    client.post("/wachtwoord/vergeten/", {"email": persoon.email}, headers={"host": "localhost:9"})
    assert re.search(r"https://zorg\.school\.example/wachtwoord/nieuw/\S+/\n", str(mail.outbox[0].body))
    assert "localhost" not in mail.outbox[0].body


def test_mailserver_weg_antwoordt_voor_elk_adres_gelijk(
    client: Client, persoon: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.core.mail.EmailMessage.send", _weg)
    bekend = client.post("/wachtwoord/vergeten/", {"email": persoon.email})
    onbekend = client.post("/wachtwoord/vergeten/", {"email": "niemand@rietveen.example"})
    assert (bekend.status_code, bekend["Location"]) == (onbekend.status_code, onbekend["Location"])


def _weg(*args: Any, **kwargs: Any) -> None:
    raise ConnectionRefusedError


def test_verlopen_link_wijst_de_weg(client: Client) -> None:
    pagina = client.get("/wachtwoord/nieuw/1-abc/").content.decode()
    assert "Vraag een nieuwe link" in pagina


def test_account_maken_kan_hier_niet(client: Client) -> None:
    for adres in ("/signup/", "/account/signup/", "/aanmelden/"):
        assert client.get(adres).status_code in {302, 404}


def code_bij(sleutel: str) -> str:
    """The six digits that an authenticator app shows now for this secret."""
    _, nu, _ = totp.yield_hotp_counters_from_time()
    return totp.format_hotp_value(totp.hotp_value(sleutel, nu))


def bevestigd(client: Client, adres: str) -> str:
    """Open a page about one's own account when signed in for longer: the password is asked once more."""
    sessie = client.session
    for regel in sessie["account_authentication_methods"]:
        regel["at"] -= 3600
    sessie.save()
    vraag = client.get(adres, follow=True)
    assert "Bevestig dat jij het bent" in vraag.content.decode()
    return client.post(vraag.redirect_chain[-1][0], {"password": WACHTWOORD}, follow=True).content.decode()


def test_tweede_stap_aanzetten_gebruiken_en_uitzetten(client: Client, persoon: User) -> None:
    client.post("/inloggen/", {"login": persoon.email, "password": WACHTWOORD})
    assert "Zet aan" in client.get("/tweestaps/").content.decode()
    pagina = bevestigd(client, "/tweestaps/aanzetten/")
    assert 'src="data:image/svg+xml' in pagina
    sleutel = re.search(r'<code class="d-block">(\w+)</code>', pagina)
    assert sleutel
    fout = client.post("/tweestaps/aanzetten/", {"code": "000000"}).content.decode()
    assert "z-fout" in fout
    goed = client.post("/tweestaps/aanzetten/", {"code": code_bij(sleutel[1])}, follow=True).content.decode()
    herstelcodes = re.findall(r"<li><code>([\w-]+)</code></li>", goed)
    assert len(herstelcodes) == 10
    assert "Staat aan" in client.get("/tweestaps/").content.decode()

    client.post("/uitloggen/")
    tweede = client.post("/inloggen/", {"login": persoon.email, "password": WACHTWOORD}, follow=True)
    assert "Nog één stap" in tweede.content.decode()
    assert client.post("/tweestaps/inloggen/", {"code": herstelcodes[0]}).status_code == 302
    over = bevestigd(client, "/tweestaps/herstelcodes/")
    assert "Nog 9 van 10" in over
    assert herstelcodes[0] not in over

    assert "Tweede stap uitzetten" in client.get("/tweestaps/uitzetten/").content.decode()
    assert "Zet aan" in client.post("/tweestaps/uitzetten/", follow=True).content.decode()


def test_wie_uit_staat_hoort_wat_te_doen(client: Client, persoon: User) -> None:
    persoon.is_active = False
    persoon.save(update_fields=["is_active"])
    antwoord = client.post("/inloggen/", {"login": persoon.email, "password": WACHTWOORD})
    assert antwoord.status_code == 403
    assert "Vraag de beheerder van je school" in antwoord.content.decode()


def test_leeg_gelaten_zegt_wat_je_nu_doet(client: Client, persoon: User) -> None:
    """The sentence names the field, and the cursor stands in the first one."""
    pagina = client.post("/inloggen/", {}).content.decode()
    assert "Vul je e-mailadres in." in pagina and "Vul je wachtwoord in." in pagina
    assert "verplicht" not in pagina and pagina.count(" autofocus") == 1
