"""Demo: the figures of last night, counted after the bulk data is there."""

from datetime import date, timedelta

from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School
from zorgapp.demo.jaren import Jaren


def tel_cijfers(op: date, jaren: Jaren | None = None) -> None:
    """Count the figures of every school up to the day before `op`."""
    jaren = jaren or Jaren()
    for school in School.objects.order_by("pk"):
        with in_school(school.pk):
            jaren.tel(school, op - timedelta(days=1))
