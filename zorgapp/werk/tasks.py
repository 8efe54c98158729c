"""Celery wrappers: ids in, safe to run twice; the work is in uitvoeren.py and retention.py."""

from celery import shared_task
from django.utils import timezone

from zorgapp.accounts.context import in_school, per_school
from zorgapp.kern.taken import na_commit
from zorgapp.werk import uitvoeren
from zorgapp.werk.retention import (
    ruim_bestanden_op,
    ruim_concepten_op,
    ruim_taken_op,
    ruim_wezen_op,
)


@shared_task(name="werk.voer_uit")
def voer_uit(school_id: int, taak_id: int) -> None:
    """Do one job."""
    uitvoeren.voer_taak_uit(school_id, taak_id)


@shared_task(name="werk.pak_op")
def pak_op() -> None:
    """Offer every job nobody works on again: lost with the broker, or with its worker."""
    per_school(_bied_aan)


@shared_task(name="werk.ruim_op")
def ruim_op() -> None:
    """Every night: expired files, files without a row, old drafts and finished jobs."""
    per_school(_ruim)


def _bied_aan(school_id: int) -> None:
    for taak_id in uitvoeren.op_te_pakken(school_id, timezone.now()):
        na_commit(voer_uit, school_id, taak_id)


def _ruim(school_id: int) -> None:
    nu = timezone.now()
    with in_school(school_id):
        ruim_bestanden_op(op=nu)
        ruim_concepten_op(op=nu)
        ruim_taken_op(op=nu)
    with in_school(school_id):
        ruim_wezen_op(school_id=school_id, op=nu)
