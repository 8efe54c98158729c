"""Thin Celery wrappers of this floor; the jobs of an import itself are registered with zorgapp.werk."""

from celery import shared_task
from django.utils import timezone

from leerlingen.klokken import plan_kaarten
from leerlingen.klokken_toestemming import plan_toestemmingen
from leerlingen.retention import ruim_importregels_op, ruim_ongelezen_op, ruim_prive_op
from zorgapp.accounts.context import in_school, per_school


@shared_task(name="leerlingen.plan_kaarten")
def plan_kaarten_elke_school() -> None:
    """Every night, per school: cards that teachers did not read, and cards that end soon."""
    per_school(_plan_kaarten)


def _plan_kaarten(school_id: int) -> None:
    with in_school(school_id):
        plan_kaarten(school_id, timezone.localdate())


@shared_task(name="leerlingen.plan_toestemmingen")
def plan_toestemmingen_elke_school() -> None:
    """Every night, per school: consents that end soon."""
    per_school(_plan_toestemmingen)


def _plan_toestemmingen(school_id: int) -> None:
    with in_school(school_id):
        plan_toestemmingen(school_id, timezone.localdate())


@shared_task(name="leerlingen.ruim_prive_op")
def ruim_prive() -> None:
    """Every night, per school: private notes whose last day is over."""
    per_school(_ruim_prive)


def _ruim_prive(school_id: int) -> None:
    with in_school(school_id):
        ruim_prive_op(dag=timezone.localdate())


@shared_task(name="leerlingen.ruim_imports_op")
def ruim_imports_op() -> None:
    """Every night, per school: forget the lines of imports that can no longer be undone."""
    per_school(_ruim)


def _ruim(school_id: int) -> None:
    nu = timezone.now()
    with in_school(school_id):
        ruim_importregels_op(op=nu)
        ruim_ongelezen_op(op=nu)
