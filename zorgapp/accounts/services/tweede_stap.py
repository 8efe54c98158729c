"""Letting somebody who lost phone and recovery codes set up the second step of signing in anew."""

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction

from zorgapp.accounts.models import Aanstelling, Accountmail, Mailsoort, School, User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.mail import mail_klaarzetten
from zorgapp.accounts.werkplek import Werkplek


def bezwaar(*, door: Werkplek, user: User) -> str:
    """Say in a sentence why `door` cannot do this for `user`; empty when he can."""
    if not door.mag(Recht.MENSEN):
        return "Alleen een beheerder kan dit."
    if user.pk == door.user.pk:
        return "Voor jezelf kun je dit niet doen. Vraag het een andere beheerder."
    if not Aanstelling.objects.filter(user=user, school=door.school).vanaf(door.dag).exists():
        return f"{user.voornaam} werkt hier niet meer."
    if not Authenticator.objects.filter(user=user).exists():
        return f"{user.voornaam} heeft geen tweede stap ingesteld. Er is niets om opnieuw te doen."
    return ""


@transaction.atomic
def tweede_stap_opnieuw(*, door: Werkplek, user: User) -> Accountmail:
    """Take the second step of a colleague away, sign him out everywhere and mail him that it happened.

    The password stays needed; where the school asks for a second step, the next sign-in starts with setting it up.
    Raises ValidationError: no beheerder, oneself, no longer a colleague, nothing set up.
    """
    User.objects.select_for_update().get(pk=user.pk)
    if reden := bezwaar(door=door, user=user):
        raise ValidationError(reden)
    return tweede_stap_weg(school=door.school, user=user, door=door.user)


@transaction.atomic
def tweede_stap_weg(*, school: School, user: User, door: User | None) -> Accountmail:
    """Do it, within the context of this school, where the database writes it into the history; None: from the command."""
    Authenticator.objects.filter(user=user).delete()
    overal_uitloggen(user)
    return mail_klaarzetten(school=school, ontvanger=user, soort=Mailsoort.TWEEDE_STAP, door=door)


def overal_uitloggen(user: User) -> int:
    """End every session of a person, on all devices; returns how many.

    Sessions do not say whose they are without being opened, so this reads all of them; it is done seldom.
    """
    van_hem = [
        sessie.pk
        for sessie in Session.objects.iterator()
        if sessie.get_decoded().get("_auth_user_id") == str(user.pk)
    ]
    return Session.objects.filter(pk__in=van_hem).delete()[0]
