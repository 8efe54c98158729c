"""Thin Celery wrappers of this floor; the jobs of an import itself are registered with zorgapp.werk."""

from celery import shared_task
from django.utils import timezone

from leerlingen.retention import ruim_importregels_op
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School


@shared_task(name="leerlingen.ruim_imports_op")
def ruim_imports_op() -> None:
    """Every night, per school: forget the lines of imports that can no longer be undone."""
    for school_id in School.objects.values_list("pk", flat=True):
        with in_school(school_id):
            ruim_importregels_op(op=timezone.now())
