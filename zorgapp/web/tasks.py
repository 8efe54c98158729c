"""Thin Celery wrapper of the nightly check."""

from celery import shared_task
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.web.nachtcontrole import controleer


@shared_task(name="web.controleer_eigenaren")
def controleer_eigenaren() -> int:
    """Every night, a transaction per school; returns how many open items have no fit owner."""
    gevonden = 0
    for school_id in School.objects.values_list("pk", flat=True):
        with in_school(school_id):
            gevonden += controleer(school_id, timezone.now())
    return gevonden
