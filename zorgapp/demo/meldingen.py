"""What the people of the story were told in the past two weeks and is not done: in the app, and mailed long ago."""

import uuid
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from zorgapp.demo.kalender import perioden, schooldag_terug
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verhaal import moment
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.keuring import geldt
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.soorten import soort_van

TERUG = timedelta(days=14)
MAILUUR = time(16, 2)


def zet_meldingen(demo: Demoschool) -> int:
    """Give reminders that the story laid aside the mail they went with, when they still hold; returns how many.

    Needs the school's context. What was seen is what came before the last school day.
    """
    nu, gisteren = moment(demo.op, time(8)), moment(schooldag_terug(demo.op, 1), time(0))
    rijen = Herinnering.objects.filter(school=demo.school, status=Status.VERVALLEN, zending__isnull=True)
    mails: dict[tuple[int, datetime], list[int]] = defaultdict(list)
    for rij in rijen.filter(niet_voor__gte=nu - TERUG, niet_voor__lt=moment(demo.op, time(0))).order_by("pk"):
        soort, op = soort_van(rij.soort), _gemaild(rij, demo.op)
        if soort and timezone.localdate(op) < demo.op and geldt(rij, soort, nu):
            mails[rij.ontvanger_id, op].append(rij.pk)
    for (_, op), nummers in mails.items():
        Herinnering.objects.filter(pk__in=nummers).update(
            status=Status.VERSTUURD,
            zending=uuid.uuid4(),
            geclaimd_op=op,
            verstuurd_op=op,
            gezien_op=op if op < gisteren else None,
        )
    return sum(map(len, mails.values()))


def _gemaild(rij: Herinnering, dag: date) -> datetime:
    """At once, or with the daily mail of the first school day."""
    if rij.direct:
        return rij.niet_voor
    schooldag = na_schooldagen(timezone.localdate(rij.niet_voor), 0, perioden(dag))
    return timezone.make_aware(datetime.combine(schooldag, MAILUUR))
