"""What leaves the coachlijn: how many questions were asked in a school year, and nothing below five (rule 46).

Questions that were taken back do not count. Who asked, whom, and what about never leave it.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from overleg.models import Coachstatus, Coachvraag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.schooljaar import Schooljaar


def coachvragen_in(werkplek: Werkplek, jaar: Schooljaar) -> int | None:
    """How many questions were asked at this school in a school year; None when there were fewer than five.

    The caller decides who may know: coordinators and the schoolleiding (DESIGN §3).
    """
    zone = timezone.get_current_timezone()
    van = datetime.combine(jaar.begin, time(), zone)
    tot = datetime.combine(jaar.eind + timedelta(days=1), time(), zone)
    rijen = Coachvraag.objects.filter(school=werkplek.school, gesteld_op__gte=van, gesteld_op__lt=tot)
    aantal = rijen.exclude(status=Coachstatus.INGETROKKEN).count()
    return aantal if aantal >= DREMPEL else None


def coachzin(aantal: int | None) -> str:
    """The one sentence about it; None is fewer than five, none at all included."""
    return f"Dit schooljaar zijn er {f'< {DREMPEL}' if aantal is None else aantal} vragen gesteld."
