"""What somebody was told, in the app: seen or new, and gone once it is done."""

from datetime import datetime

from django.db import connection
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.access import eigen_meldingen, sinds
from zorgapp.notifications.keuring import geldt
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import soort_van

MEEST = 200
"""Rows that are looked at again in one go: the newest."""


def markeer_gezien(*, door: Werkplek, tot: datetime, op: datetime) -> int:
    """Note that somebody saw what was told him up to `tot`; returns how many things that were."""
    nieuw = eigen_meldingen(door, door.dag).filter(gezien_op__isnull=True, geclaimd_op__lte=tot)
    return nieuw.update(gezien_op=op)


def kijk_na(*, school_id: int, user_id: int, op: datetime) -> int:
    """Take out of the app what is done, and put back what is open again; returns how many changed. Twice is once.

    A worker does it, because each floor is asked about each row; of two at once the second leaves it to the first.
    """
    with in_school(school_id):
        if not _eerste(school_id, user_id):
            return 0
        gegeven = Herinnering.objects.filter(school_id=school_id, ontvanger_id=user_id)
        klaar, weer = [], []
        for rij in gegeven.in_de_app(sinds(timezone.localdate(op))).order_by("-geclaimd_op", "-pk")[:MEEST]:
            soort = soort_van(rij.soort)
            stand = geldt(rij, soort, op) if soort else None
            if stand is False and rij.voorbij_op is None:
                klaar.append(rij.pk)
            elif stand and rij.voorbij_op is not None:
                weer.append(rij.pk)
        gegeven.filter(pk__in=klaar).update(voorbij_op=op)
        gegeven.filter(pk__in=weer).update(voorbij_op=None)
    return len(klaar) + len(weer)


def _eerste(school_id: int, user_id: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"inbox:{school_id}:{user_id}"]
        )
        return bool(cursor.fetchone()[0])
