"""The nightly check that nothing open is owned by somebody without access."""

from celery import shared_task
from django.utils import timezone

from ondersteuning.access import coordinatoren
from zorgapp.accounts.context import in_school
from zorgapp.accounts.eigendom import zonder_toegang
from zorgapp.accounts.models import School
from zorgapp.notifications.services import plan
from zorgapp.web.apps import ZONDER_EIGENAAR


@shared_task(name="web.controleer_eigenaren")
def controleer_eigenaren() -> int:
    """Tell each school's coordinators, in the daily mail, about open work without a fit owner; returns how many."""
    dag = timezone.localdate()
    gevonden = 0
    for school_id in School.objects.values_list("pk", flat=True):
        with in_school(school_id):
            wezen = zonder_toegang(school_id, dag)
            gevonden += len(wezen)
            for wie in coordinatoren(school_id, dag) if wezen else ():
                plan(
                    school_id=school_id,
                    soort=ZONDER_EIGENAAR,
                    sleutel=f"wees:{dag:%Y%m%d}:{wie.pk}",
                    ontvanger_id=wie.pk,
                    object_id=len(wezen),
                    niet_voor=timezone.now(),
                )
    return gevonden
