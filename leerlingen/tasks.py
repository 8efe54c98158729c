"""Thin Celery wrappers of this floor; the jobs of an import itself are registered with zorgapp.werk."""

from celery import shared_task
from django.utils import timezone

from leerlingen.klokken import plan_kaarten
from leerlingen.retention import ruim_importregels_op, ruim_ongelezen_op
from zorgapp.accounts.context import in_school, per_school


@shared_task(name="leerlingen.plan_kaarten")
def plan_kaarten_elke_school() -> None:
    """Every night, per school: cards that teachers did not read, and cards that end soon."""
    per_school(_plan_kaarten)


def _plan_kaarten(school_id: int) -> None:
    with in_school(school_id):
        plan_kaarten(school_id, timezone.localdate())


@shared_task(name="leerlingen.ruim_imports_op")
def ruim_imports_op() -> None:
    """Every night, per school: forget the lines of imports that can no longer be undone."""
    per_school(_ruim)


def _ruim(school_id: int) -> None:
    nu = timezone.now()
    with in_school(school_id):
        ruim_importregels_op(op=nu)
        ruim_ongelezen_op(op=nu)
