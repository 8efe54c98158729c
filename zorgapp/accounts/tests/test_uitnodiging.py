"""The one-time link: looking is harmless, it works once, and it tells nothing to who guesses."""

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail as postvak
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts import mails, tasks
from zorgapp.accounts.models import Aanstelling, Accountmail, School, User
from zorgapp.accounts.services.mensen import collega_uitnodigen
from zorgapp.accounts.tests.hulp import DAG, JORIS, WACHTWOORD, maak_beheerder, mentor, vandaag

pytestmark = pytest.mark.django_db
KEUZE = {"new_password1": WACHTWOORD, "new_password2": WACHTWOORD}


@pytest.fixture
def uitnodiging(school: School) -> Accountmail:
    collega_uitnodigen(door=maak_beheerder(school), persoon=JORIS, rollen=[mentor()])
    return Accountmail.objects.get()


def adres(uitnodiging: Accountmail) -> str:
    return reverse("accounts:uitnodiging", args=[mails.token_van(uitnodiging)])


def joris() -> User:
    return User.objects.get(email=JORIS.email)


def test_kijken_verandert_niets_kiezen_werkt_en_daarna_inloggen(
    client: Client, uitnodiging: Accountmail
) -> None:
    for _ in range(2):
        pagina = client.get(adres(uitnodiging))
        assert pagina.status_code == 200
        assert "Dag Joris" in pagina.content.decode()
    assert not joris().has_usable_password()
    assert client.post(adres(uitnodiging), KEUZE).url == reverse("account_login")
    antwoord = client.post(reverse("account_login"), {"login": JORIS.email, "password": WACHTWOORD})
    assert antwoord.status_code == 302
    assert client.session["_auth_user_id"] == str(joris().pk)


def test_werkt_maar_een_keer(client: Client, uitnodiging: Accountmail) -> None:
    client.post(adres(uitnodiging), KEUZE)
    User.objects.filter(pk=joris().pk).update(password="!")
    assert client.get(adres(uitnodiging)).status_code == 404
    assert client.post(adres(uitnodiging), KEUZE).status_code == 404
    assert not joris().has_usable_password()


def verlopen(uitnodiging: Accountmail) -> None:
    Accountmail.objects.update(verloopt_op=timezone.now() - timedelta(seconds=1))


def rol_voorbij(uitnodiging: Accountmail) -> None:
    Aanstelling.objects.filter(user=joris()).update(van=vandaag() - 9 * DAG, tot=vandaag() - DAG)


def geblokkeerd(uitnodiging: Accountmail) -> None:
    User.objects.filter(pk=joris().pk).update(is_active=False)


def al_een_wachtwoord(uitnodiging: Accountmail) -> None:
    user = joris()
    user.set_password("een ander goed wachtwoord")
    user.save()


@pytest.mark.parametrize("verander", [verlopen, rol_voorbij, geblokkeerd, al_een_wachtwoord])
def test_niet_meer_als(client: Client, uitnodiging: Accountmail, verander: Any) -> None:
    verander(uitnodiging)
    voor = joris().password
    assert client.get(adres(uitnodiging)).status_code == 404
    assert client.post(adres(uitnodiging), KEUZE).status_code == 404
    assert joris().password == voor


def test_een_verzonnen_link_bestaat_niet(client: Client, uitnodiging: Accountmail) -> None:
    token = mails.token_van(uitnodiging)
    anders = [token[:-1] + ("a" if token[-1] != "a" else "b"), token.replace(".", "9."), "1.1", "x:y"]
    for poging in anders:
        antwoord = client.get(reverse("accounts:uitnodiging", args=[poging]))
        assert antwoord.status_code == 404
        assert "Deze link werkt niet meer" in antwoord.content.decode()


@pytest.mark.parametrize(
    "keuze",
    [
        {"new_password1": "kort", "new_password2": "kort"},
        {"new_password1": WACHTWOORD, "new_password2": "iets anders dan dat"},
        {"new_password1": "wachtwoord123", "new_password2": "wachtwoord123"[::-1]},
        {},
    ],
)
def test_een_zwak_wachtwoord_wordt_geweigerd_en_de_link_blijft(
    client: Client, uitnodiging: Accountmail, keuze: dict[str, str]
) -> None:
    assert client.post(adres(uitnodiging), keuze | {"x": "1"}).status_code == 422
    assert not joris().has_usable_password()
    assert client.get(adres(uitnodiging)).status_code == 200


def test_de_mail_gaat_een_keer_weg_met_de_link(uitnodiging: Accountmail) -> None:
    tasks.verstuur_mail(uitnodiging.school_id, uitnodiging.pk)
    tasks.verstuur_mail(uitnodiging.school_id, uitnodiging.pk)
    [brief] = postvak.outbox
    assert brief.to == [JORIS.email]
    assert mails.link(uitnodiging) in brief.body
    uitnodiging.refresh_from_db()
    assert uitnodiging.stand == "verstuurd"


def test_een_mailserver_die_weigert_staat_op_de_pagina(
    uitnodiging: Accountmail, inloggen: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(*args: Any, **kwargs: Any) -> None:
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", weiger)
    tasks.verstuur_mail(uitnodiging.school_id, uitnodiging.pk)
    uitnodiging.refresh_from_db()
    assert uitnodiging.stand == "mislukt"
    assert uitnodiging.door is not None
    pagina = inloggen(uitnodiging.door).get(reverse("accounts:mens", args=[joris().pk]))
    assert "De mail kon niet weg." in pagina.content.decode()


def test_wat_nooit_bij_een_worker_kwam_gaat_later_weg(uitnodiging: Accountmail) -> None:
    tasks.pak_mails_op()
    assert postvak.outbox == []
    Accountmail.objects.update(gemaakt_op=timezone.now() - timedelta(minutes=2))
    tasks.pak_mails_op()
    tasks.pak_mails_op()
    assert len(postvak.outbox) == 1


def test_broker_weg_houdt_uitnodigen_niet_tegen(
    school: School, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*args: Any, **kwargs: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr(tasks.verstuur_mail, "apply_async", stuk)
    with django_capture_on_commit_callbacks(execute=True) as gepland:
        collega_uitnodigen(door=maak_beheerder(school), persoon=JORIS, rollen=[mentor()])
    assert len(gepland) == 1
    assert Accountmail.objects.get().stand == "wacht"
