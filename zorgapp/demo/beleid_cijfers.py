"""Demo: the figures of last night, counted after the bulk data is there."""

from datetime import date, timedelta

from beleid.services.cijfers import cijfers_tellen
from zorgapp.accounts.context import in_school
from zorgapp.accounts.models import School


def tel_cijfers(op: date) -> None:
    """Count the figures of every school up to the day before `op`."""
    for school in School.objects.order_by("pk"):
        with in_school(school.pk):
            cijfers_tellen(school=school, dag=op - timedelta(days=1))
