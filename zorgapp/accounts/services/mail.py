"""Putting account mail ready: a row first, then the worker; the row is what counts."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from zorgapp.accounts.models import Accountmail, Mailsoort, School, User
from zorgapp.accounts.tasks import verstuur_mail
from zorgapp.kern.taken import na_commit

GELDIG = timedelta(days=14)


@transaction.atomic
def mail_klaarzetten(
    *, school: School, ontvanger: User, soort: Mailsoort, door: User | None, **velden: Any
) -> Accountmail:
    """Store a mail and offer it to a worker after the commit."""
    mail = Accountmail.objects.create(school=school, ontvanger=ontvanger, soort=soort, door=door, **velden)
    na_commit(verstuur_mail, school.pk, mail.pk)
    return mail


@transaction.atomic
def welkom_heten(*, school: School, user: User, door: User | None) -> Accountmail:
    """Tell somebody that he can work here: with a one-time link when he never chose a password, else without.

    An earlier link of this school stops working.
    """
    if user.has_usable_password():
        return mail_klaarzetten(school=school, ontvanger=user, soort=Mailsoort.TOEGEVOEGD, door=door)
    uitnodigingen_intrekken(school=school, user=user)
    return mail_klaarzetten(
        school=school,
        ontvanger=user,
        soort=Mailsoort.UITNODIGING,
        door=door,
        verloopt_op=timezone.now() + GELDIG,
    )


def uitnodigingen_intrekken(*, school: School, user: User) -> int:
    """Make every open link of this school for this person stop working; returns how many."""
    nu = timezone.now()
    return Accountmail.objects.filter(
        school=school, ontvanger=user, soort=Mailsoort.UITNODIGING, gebruikt_op=None, verloopt_op__gt=nu
    ).update(verloopt_op=nu)
