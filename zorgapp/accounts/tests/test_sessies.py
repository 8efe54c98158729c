"""Who asks: a session that ended, was emptied or belongs to nobody opens nothing."""

from datetime import timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.testing.fabriek import maak_user, stel_aan

THUIS = "/"


def _ingelogd(client: Any) -> bool:
    antwoord = client.get(THUIS)
    assert antwoord.status_code in (200, 302)
    return antwoord.status_code == 200


def test_een_sessie_hoort_bij_een_mens(school: School, client: Any) -> None:
    users = [maak_user(voornaam=naam) for naam in ("Sanne", "Joris")]
    for user in users:
        stel_aan(user, school, Rol.MENTOR)
    for user in (*users, users[0]):
        client.force_login(user)
        antwoord = client.get(THUIS)
        assert antwoord.wsgi_request.user == user and user.voornaam in antwoord.content.decode()
        client.logout()
        assert not _ingelogd(client)


def test_een_verlopen_of_verdwenen_sessie_opent_niets(school: School, client: Any) -> None:
    user = maak_user()
    stel_aan(user, school, Rol.MENTOR)
    client.force_login(user)
    assert _ingelogd(client)
    Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    assert not _ingelogd(client)
    client.force_login(user)
    Session.objects.all().delete()
    assert client.get(THUIS).url.startswith(reverse("account_login"))


def test_wie_niet_meer_actief_is_is_meteen_buiten(school: School, client: Any) -> None:
    user = maak_user()
    stel_aan(user, school, Rol.MENTOR)
    client.force_login(user)
    assert _ingelogd(client)
    user.is_active = False
    user.save()
    assert not _ingelogd(client)


def test_een_verzonnen_sleutel_is_geen_sessie(school: School, client: Any) -> None:
    for sleutel in ("x" * 32, "' OR true --", "%s", "\x00", "é" * 40, ""):
        client.cookies["zorgapp_sessie"] = sleutel
        assert not _ingelogd(client)
