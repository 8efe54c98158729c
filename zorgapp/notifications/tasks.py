"""Celery wrappers of the outbox; ids in, safe to run twice."""

from datetime import datetime
from functools import partial

from celery import shared_task
from django.utils import timezone

from zorgapp.accounts.context import per_school
from zorgapp.notifications.inbox import kijk_na
from zorgapp.notifications.retention import ruim_herinneringen_op
from zorgapp.notifications.versturen import verstuur_school


@shared_task(name="notifications.verstuur")
def verstuur(moment: str = "") -> None:
    """Every half minute: send what is due, school by school; stop when the mail server does not answer.

    moment: act as if it were then (ISO 8601 with a zone), to try what a clock does that jumps; beat never gives one.
    """
    klok = partial(datetime.fromisoformat, moment) if moment else timezone.now

    def _verstuur(school_id: int) -> bool:
        return verstuur_school(school_id, klok)

    per_school(_verstuur)


@shared_task(name="notifications.verstuur_nu")
def verstuur_nu(school_id: int) -> None:
    """Right after a commit: what cannot wait; when this message gets lost the sweep above finds the rows."""
    verstuur_school(school_id)


@shared_task(name="notifications.kijk_na")
def kijk_na_nu(school_id: int, user_id: int) -> None:
    """When somebody opens his meldingen: look what of it is done."""
    kijk_na(school_id=school_id, user_id=user_id, op=timezone.now())


@shared_task(name="notifications.ruim_op")
def ruim_op() -> None:
    """Every night: reminders that went or lapsed a quarter of a year ago."""
    nu = timezone.now()

    def _ruim(school_id: int) -> None:
        ruim_herinneringen_op(school_id=school_id, op=nu)

    per_school(_ruim)
