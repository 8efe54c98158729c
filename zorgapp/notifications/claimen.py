"""The claim: which rows go out in one mail, committed before the mail server hears anything (DESIGN §5).

A lock per person makes two workers take turns. What may run twice, runs once: the second finds nothing left to claim.
"""

import logging
import uuid
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import Aanstelling, School, User
from zorgapp.notifications import mails
from zorgapp.notifications.dagmail import had_dagmail, rijen_van_dag, scholen_van
from zorgapp.notifications.keuring import geldt
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.querysets import WACHT
from zorgapp.notifications.soorten import Bijlage, soort_van

log = logging.getLogger(__name__)

MAX_POGINGEN = len(WACHT) + 1


@dataclass(frozen=True)
class Zending:
    """The claimed rows of one mail; of a daily mail possibly of several schools."""

    nummer: uuid.UUID
    user: User
    direct: bool
    rijen: list[Herinnering]
    bijlagen: list[Bijlage] = field(default_factory=list)

    def per_school(self) -> list[tuple[School, list[Herinnering]]]:
        """The rows of each school, in the order in which they were claimed."""
        nummers = list(dict.fromkeys(rij.school_id for rij in self.rijen))
        scholen = School.objects.in_bulk(nummers)
        return [(scholen[pk], [rij for rij in self.rijen if rij.school_id == pk]) for pk in nummers]


def claim(school_id: int, user_id: int, direct: bool, op: datetime) -> Zending | None:
    """Take every due row of one person for one mail and commit; None when there is nothing to send.

    A daily mail takes those of his other schools along, where there is school today. Rows whose reason has gone end as
    VERVALLEN here.
    """
    with in_school(school_id):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"outbox:{user_id}"])
        scholen = [school_id] if direct else scholen_van(user_id, school_id)
        if not direct and had_dagmail(user_id, scholen, op):
            return None
        zending = Zending(uuid.uuid4(), User.objects.get(pk=user_id), direct, [])
        for nummer in scholen:
            with in_school(nummer):
                zending.rijen.extend(_claim_hier(nummer, zending, op))
        if direct and zending.rijen:
            zending.bijlagen.extend(_bijlagen(zending.rijen, op))
    return zending if zending.rijen else None


def _claim_hier(school_id: int, zending: Zending, op: datetime) -> list[Herinnering]:
    """Claim at the school in context; return the rows that still hold."""
    rijen = Herinnering.objects.te_versturen(op).filter(direct=True) if zending.direct else rijen_van_dag(op)
    rijen.filter(ontvanger_id=zending.user.pk).update(
        status=Status.GECLAIMD, zending=zending.nummer, geclaimd_op=op, pogingen=F("pogingen") + 1
    )
    geclaimd = list(
        Herinnering.objects.filter(status=Status.GECLAIMD, zending=zending.nummer).order_by("niet_voor", "pk")
    )
    aangesteld = Aanstelling.objects.filter(user=zending.user, school_id=school_id).op(timezone.localdate(op))
    werkt_hier = bool(geclaimd) and zending.user.is_active and aangesteld.exists()
    return [rij for rij in geclaimd if _blijft(rij, werkt_hier, op)]


def _bijlagen(rijen: list[Herinnering], op: datetime) -> list[Bijlage]:
    """The files that go along; a mistake in one of them leaves the mail without, rather than unsent."""
    try:
        with transaction.atomic():
            return mails.bijlagen(rijen, op)
    except Exception as fout:
        log.error("bijlage bij %s: %s", rijen[0].soort, type(fout).__name__)
        return []


def _blijft(rij: Herinnering, werkt_hier: bool, op: datetime) -> bool:
    """Ask the domain whether this row still holds; a row that does not is closed here."""
    soort = soort_van(rij.soort)
    if not werkt_hier:
        zet(rij, status=Status.VERVALLEN, geclaimd_op=None)
        return False
    if soort is None:
        zet(rij, status=Status.MISLUKT, fout="onbekend soort bericht")
        return False
    geldig = geldt(rij, soort, op)
    if geldig is None:
        terug([rij], op, "de controle vooraf mislukte")
    elif not geldig:
        zet(rij, status=Status.VERVALLEN, geclaimd_op=None)
    return bool(geldig)


def zet(rij: Herinnering, **velden: object) -> None:
    """Change one row that is still claimed for this mail; needs its school's context."""
    Herinnering.objects.filter(pk=rij.pk, zending=rij.zending, status=Status.GECLAIMD).update(**velden)


def terug(rijen: list[Herinnering], op: datetime, reden: str) -> None:
    """Plan rows that were certainly not sent again, later each time; after five attempts MISLUKT."""
    for rij in rijen:
        if rij.pogingen >= MAX_POGINGEN:
            zet(rij, status=Status.MISLUKT, fout=reden)
        else:
            zet(rij, status=Status.GEPLAND, niet_voor=op + WACHT[rij.pogingen - 1], fout=reden)
