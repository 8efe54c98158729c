"""Thin Celery wrappers of policy: every night figures are counted and the offer text is reminded of, per school."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from beleid.klokken_aanbod import nachtwerk as aanbod_nachtwerk
from beleid.retention_cijfers import ruim_cijfers_op
from beleid.services.cijfers import cijfers_tellen
from zorgapp.accounts.context import in_school, per_school
from zorgapp.accounts.models import School


@shared_task(name="beleid.cijfers_nacht")
def cijfers_nacht() -> None:
    """Every night, per school."""
    per_school(_tel)


def _tel(school_id: int) -> None:
    dag = timezone.localdate()
    with in_school(school_id):
        cijfers_tellen(school=School.objects.get(pk=school_id), dag=dag - timedelta(days=1))
        ruim_cijfers_op(dag=dag)


@shared_task(name="beleid.aanbod_nacht")
def aanbod_nacht() -> None:
    """Every night, per school: from 1 May the text for the schoolgids is reminded of."""
    per_school(_aanbod)


def _aanbod(school_id: int) -> None:
    with in_school(school_id):
        aanbod_nachtwerk(school_id, timezone.localdate())
