"""Claim, send, mark: how planned rows leave the outbox, at most once each by themselves (DESIGN §5).

The claim is committed before the mail server hears anything, the mark after it said yes. Who dies in between
leaves rows GECLAIMD; the sweep calls them ONZEKER and a person decides. Everything here may run twice, or in
several workers at once. Per person and local date one daily mail goes out.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.notifications import mails
from zorgapp.notifications.bezorgen import Antwoord, bezorg
from zorgapp.notifications.claimen import Zending, claim, terug
from zorgapp.notifications.dagmail import nu_te_mailen
from zorgapp.notifications.models import Herinnering, Status

log = logging.getLogger(__name__)

Klok = Callable[[], datetime]
ONZEKER_NA = timedelta(minutes=10)


def verstuur_school(school_id: int, klok: Klok = timezone.now) -> bool:
    """Send all that is due at one school, a transaction per step; False when the mail server does not answer."""
    maak_onzeker(school_id, klok())
    for user_id, direct in _aan_de_beurt(school_id, klok()):
        zending = claim(school_id, user_id, direct, klok())
        if zending is not None and not _verstuur(zending, klok):
            return False
    return True


def maak_onzeker(school_id: int, op: datetime) -> int:
    """Give up on claims of ten minutes ago: nobody knows whether their mail went out. Return how many.

    A claim of a time to come is one of before the clock was put back.
    """
    oud = Q(geclaimd_op__lt=op - ONZEKER_NA) | Q(geclaimd_op__gt=op + ONZEKER_NA)
    with in_school(school_id):
        return Herinnering.objects.filter(oud, status=Status.GECLAIMD).update(
            status=Status.ONZEKER, fout="niet bekend of deze mail is aangekomen"
        )


def _aan_de_beurt(school_id: int, op: datetime) -> list[tuple[int, bool]]:
    """Return (person, direct) with something due: what cannot wait first, then who waits longest."""
    with in_school(school_id):
        direct = Herinnering.objects.te_versturen(op).filter(direct=True)
        volgorde = [
            *direct.order_by("niet_voor").values_list("ontvanger_id", "direct"),
            *nu_te_mailen(op).order_by("niet_voor").values_list("ontvanger_id", "direct"),
        ]
    return list(dict.fromkeys(volgorde))


def _verstuur(zending: Zending, klok: Klok) -> bool:
    """Send one claimed mail and note the answer; False when the mail server does not answer at all."""
    (school, rijen), *ook = zending.per_school()
    if zending.direct:
        bericht = mails.direct(
            zending=zending.nummer,
            user=zending.user,
            school=school,
            rijen=rijen,
            bijlagen=zending.bijlagen,
        )
    else:
        bericht = mails.digest(zending=zending.nummer, user=zending.user, school=school, rijen=rijen, ook=ook)
    antwoord = bezorg(bericht)
    noteer(zending, antwoord, klok())
    return antwoord is not Antwoord.GEEN_VERBINDING


def noteer(zending: Zending, antwoord: Antwoord, op: datetime) -> None:
    """Write down what the mail server said, in a transaction of its own, at every school of the mail."""
    with transaction.atomic():
        for school, rijen in zending.per_school():
            with in_school(school.pk):
                _noteer_hier(zending, rijen, antwoord, op)
    if antwoord not in (Antwoord.AANGENOMEN, Antwoord.GEEN_VERBINDING, Antwoord.LATER):
        log.warning("zending %s: %s", zending.nummer, antwoord.value)


def _noteer_hier(zending: Zending, rijen: list[Herinnering], antwoord: Antwoord, op: datetime) -> None:
    """At the school in context."""
    if antwoord in (Antwoord.GEEN_VERBINDING, Antwoord.LATER):
        terug(rijen, op, antwoord.value)
        return
    velden: dict[str, object] = {
        Antwoord.AANGENOMEN: {"status": Status.VERSTUURD, "verstuurd_op": op, "fout": ""},
        Antwoord.GEWEIGERD: {"status": Status.MISLUKT, "fout": antwoord.value},
        Antwoord.ONZEKER: {"status": Status.ONZEKER, "fout": antwoord.value},
    }[antwoord]
    # a yes that comes after the sweep is still a yes
    te_noteren = Herinnering.objects.filter(zending=zending.nummer)
    te_noteren.filter(status__in=(Status.GECLAIMD, Status.ONZEKER)).update(**velden)
