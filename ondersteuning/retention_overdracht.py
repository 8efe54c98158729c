"""What is destroyed when of complaints: two years after they were closed, with what was said and agreed.

A complaint is no part of the pupil's file and never follows him. HGW forms and hand-overs do belong to the file: they go
with it (DOMAIN 7.5), by the foreign key.
"""

from datetime import date, datetime, time

from django.utils import timezone

from ondersteuning.models import Klacht, KlachtStatus

JAREN = 2


def grens(dag: date) -> date:
    """Complaints closed before this day are past their term on `dag`."""
    try:
        return dag.replace(year=dag.year - JAREN)
    except ValueError:  # 29 February
        return dag.replace(year=dag.year - JAREN, day=28)


def ruim_klachten_op(*, dag: date) -> int:
    """Delete complaints of the school in context past their term; return how many rows went."""
    moment = datetime.combine(grens(dag), time(), timezone.get_current_timezone())
    oud = Klacht.objects.filter(status=KlachtStatus.GESLOTEN, gesloten_op__lt=moment)
    return oud.delete()[0]
