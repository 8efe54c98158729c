"""Celery wrappers of the outbox; ids in, safe to run twice."""

from celery import shared_task
from django.utils import timezone

from zorgapp.accounts.context import per_school
from zorgapp.notifications.retention import ruim_herinneringen_op
from zorgapp.notifications.versturen import verstuur_school


@shared_task(name="notifications.verstuur")
def verstuur() -> None:
    """Every half minute: send what is due, school by school; stop when the mail server does not answer."""
    per_school(verstuur_school)


@shared_task(name="notifications.verstuur_nu")
def verstuur_nu(school_id: int) -> None:
    """Right after a commit: what cannot wait; when this message gets lost the sweep above finds the rows."""
    verstuur_school(school_id)


@shared_task(name="notifications.ruim_op")
def ruim_op() -> None:
    """Every night: reminders that went or lapsed a quarter of a year ago."""
    nu = timezone.now()

    def _ruim(school_id: int) -> None:
        ruim_herinneringen_op(school_id=school_id, op=nu)

    per_school(_ruim)
