"""What is destroyed when: reminders that went out, or no longer had to, once nobody can still need them."""

from datetime import datetime, timedelta

from django.db.models import Q

from zorgapp.accounts.context import in_school
from zorgapp.notifications.keuring import geldt
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import soort_van

HERINNERING_DAGEN = 90
"""Days that a reminder is kept after it went or lapsed: a quarter, in which somebody may still ask "was I told?"."""
STUK = 500  # rows in one transaction


def ruim_herinneringen_op(*, school_id: int, op: datetime) -> int:
    """Delete reminders of one school that were sent or lapsed over 90 days ago; return how many.

    What a person must still look at (refused, of unknown fate) stays, and so does a reminder whose reason still holds:
    its key is what keeps it from being planned and mailed a second time. Opens its own transactions; may run twice.
    """
    grens, na, aantal = op - timedelta(days=HERINNERING_DAGEN), 0, 0
    while True:
        with in_school(school_id):
            rijen = list(Herinnering.objects.filter(_voorbij(grens), pk__gt=na).order_by("pk")[:STUK])
            weg = [rij.pk for rij in rijen if not _geldt_nog(rij, op)]
            aantal += Herinnering.objects.filter(_voorbij(grens), pk__in=weg).delete()[0]
        if len(rijen) < STUK:
            return aantal
        na = rijen[-1].pk


def _voorbij(grens: datetime) -> Q:
    """Sent before `grens`, or lapsed and planned for a moment before it."""
    return Q(status=Status.VERSTUURD, verstuurd_op__lt=grens) | Q(
        status=Status.VERVALLEN, niet_voor__lt=grens, gepland_op__lt=grens
    )


def _geldt_nog(rij: Herinnering, op: datetime) -> bool:
    """Ask the domain; a kind that this version does not know cannot be planned again, one that fails is kept."""
    soort = soort_van(rij.soort)
    return soort is not None and geldt(rij, soort, op) is not False
