"""Thin Celery wrappers of policy: every night the figures of the day before are counted, per school."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

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
