"""Claim, send, mark: how planned rows leave the outbox, at most once each by themselves (DESIGN §5).

The claim is committed before the mail server hears anything, the mark after it said yes. Who dies in between
leaves rows GECLAIMD; the sweep calls them ONZEKER and a person decides. Everything here may run twice, or in
several workers at once. Per person, school and local date one daily mail goes out.
"""

import logging
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.notifications import mails
from zorgapp.notifications.bezorgen import Antwoord, bezorg
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.querysets import HerinneringQuerySet
from zorgapp.notifications.soorten import Bijlage, soort_van

log = logging.getLogger(__name__)

Klok = Callable[[], datetime]
ONZEKER_NA = timedelta(minutes=10)
WACHT = (timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4))
MAX_POGINGEN = len(WACHT) + 1


@dataclass(frozen=True)
class Zending:
    """The claimed rows of one mail."""

    nummer: uuid.UUID
    school: School
    user: User
    direct: bool
    rijen: list[Herinnering]
    bijlagen: list[Bijlage]


def verstuur_school(school_id: int, klok: Klok = timezone.now) -> bool:
    """Send all that is due at one school, a transaction per step; False when the mail server does not answer."""
    maak_onzeker(school_id, klok())
    for user_id, direct in _aan_de_beurt(school_id, klok()):
        zending = claim(school_id, user_id, direct, klok())
        if zending is not None and not _verstuur(zending, klok):
            return False
    return True


def maak_onzeker(school_id: int, op: datetime) -> int:
    """Give up on claims of ten minutes ago: nobody knows whether their mail went out. Return how many."""
    with in_school(school_id):
        return Herinnering.objects.filter(status=Status.GECLAIMD, geclaimd_op__lt=op - ONZEKER_NA).update(
            status=Status.ONZEKER, fout="niet bekend of deze mail is aangekomen"
        )


def _aan_de_beurt(school_id: int, op: datetime) -> list[tuple[int, bool]]:
    """Return (person, direct) with something due: what cannot wait first, then who waits longest."""
    with in_school(school_id):
        rijen = Herinnering.objects.te_versturen(op)
        if timezone.localtime(op).hour < instelling("mailuur", timezone.localdate(op)):
            rijen = rijen.filter(direct=True)
        else:
            rijen = rijen.exclude(direct=False, ontvanger_id__in=_digest_gehad(op).values("ontvanger_id"))
        volgorde = rijen.order_by("-direct", "niet_voor").values_list("ontvanger_id", "direct")
        return list(dict.fromkeys(volgorde))


def claim(school_id: int, user_id: int, direct: bool, op: datetime) -> Zending | None:
    """Take every due row of one person for one mail and commit; None when there is nothing to send.

    A lock per person makes two workers take turns, so that the second one sees the claim of the first. Rows whose
    reason has gone end as VERVALLEN here.
    """
    with in_school(school_id):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"outbox:{school_id}:{user_id}"]
            )
        if not direct and _digest_gehad(op).filter(ontvanger_id=user_id).exists():
            return None
        nummer = uuid.uuid4()
        Herinnering.objects.te_versturen(op).filter(ontvanger_id=user_id, direct=direct).update(
            status=Status.GECLAIMD, zending=nummer, geclaimd_op=op, pogingen=F("pogingen") + 1
        )
        geclaimd = list(
            Herinnering.objects.filter(status=Status.GECLAIMD, zending=nummer).order_by("niet_voor", "pk")
        )
        user = User.objects.get(pk=user_id)
        werkt_hier = user.is_active and Aanstelling.objects.filter(user=user, school_id=school_id).op(
            timezone.localdate(op)
        )
        rijen = [rij for rij in geclaimd if _blijft(rij, bool(werkt_hier), op)]
        bijlagen = _bijlagen(rijen, op) if direct else []
        school = School.objects.get(pk=school_id)
    return Zending(nummer, school, user, direct, rijen, bijlagen) if rijen else None


def _bijlagen(rijen: list[Herinnering], op: datetime) -> list[Bijlage]:
    """The files that go along; a mistake in one of them leaves the mail without, rather than unsent."""
    try:
        with transaction.atomic():
            return mails.bijlagen(rijen, op)
    except Exception as fout:
        log.error("bijlage bij %s: %s", rijen[0].soort, type(fout).__name__)
        return []


def _digest_gehad(op: datetime) -> HerinneringQuerySet:
    """Rows that went, may have gone, or are going out in a daily mail on the local date of `op`.

    A row that was claimed today and withdrawn afterwards was of unknown fate, so it counts too.
    """
    begin = timezone.localtime(op).replace(hour=0, minute=0, second=0, microsecond=0)
    return Herinnering.objects.filter(
        Q(status=Status.VERSTUURD, verstuurd_op__gte=begin)
        | Q(status__in=(Status.GECLAIMD, Status.ONZEKER, Status.VERVALLEN), geclaimd_op__gte=begin),
        direct=False,
    )


def _blijft(rij: Herinnering, werkt_hier: bool, op: datetime) -> bool:
    """Ask the domain whether this row still holds; a row that does not is closed here."""
    soort = soort_van(rij.soort)
    if not werkt_hier:
        _zet(rij, status=Status.VERVALLEN, geclaimd_op=None)
        return False
    if soort is None:
        _zet(rij, status=Status.MISLUKT, fout="onbekend soort bericht")
        return False
    try:
        with in_school(rij.school_id):
            geldig = soort.nog_geldig(rij, op)
    except Exception as fout:  # one domain's mistake must not hold up the other rows
        log.error("herinnering #%s (%s): %s", rij.pk, rij.soort, type(fout).__name__)
        _terug([rij], op, "de controle vooraf mislukte")
        return False
    if not geldig:
        _zet(rij, status=Status.VERVALLEN, geclaimd_op=None)
    return geldig


def _zet(rij: Herinnering, **velden: object) -> None:
    Herinnering.objects.filter(pk=rij.pk, zending=rij.zending, status=Status.GECLAIMD).update(**velden)


def _terug(rijen: list[Herinnering], op: datetime, reden: str) -> None:
    """Plan rows that were certainly not sent again, later each time; after five attempts MISLUKT."""
    for rij in rijen:
        if rij.pogingen >= MAX_POGINGEN:
            _zet(rij, status=Status.MISLUKT, fout=reden)
        else:
            _zet(rij, status=Status.GEPLAND, niet_voor=op + WACHT[rij.pogingen - 1], fout=reden)


def _verstuur(zending: Zending, klok: Klok) -> bool:
    """Send one claimed mail and note the answer; False when the mail server does not answer at all."""
    wat: dict[str, Any] = {
        "zending": zending.nummer,
        "user": zending.user,
        "school": zending.school,
        "rijen": zending.rijen,
    }
    bericht = mails.direct(**wat, bijlagen=zending.bijlagen) if zending.direct else mails.digest(**wat)
    antwoord = bezorg(bericht)
    noteer(zending, antwoord, klok())
    return antwoord is not Antwoord.GEEN_VERBINDING


def noteer(zending: Zending, antwoord: Antwoord, op: datetime) -> None:
    """Write down what the mail server said, in a transaction of its own."""
    with in_school(zending.school.pk):
        if antwoord in (Antwoord.GEEN_VERBINDING, Antwoord.LATER):
            _terug(zending.rijen, op, antwoord.value)
            return
        velden: dict[str, object] = {
            Antwoord.AANGENOMEN: {"status": Status.VERSTUURD, "verstuurd_op": op, "fout": ""},
            Antwoord.GEWEIGERD: {"status": Status.MISLUKT, "fout": antwoord.value},
            Antwoord.ONZEKER: {"status": Status.ONZEKER, "fout": antwoord.value},
        }[antwoord]
        # a yes that comes after the sweep is still a yes
        te_noteren = Herinnering.objects.filter(zending=zending.nummer)
        te_noteren.filter(status__in=(Status.GECLAIMD, Status.ONZEKER)).update(**velden)
    if antwoord is not Antwoord.AANGENOMEN:
        log.warning("zending %s: %s", zending.nummer, antwoord.value)
