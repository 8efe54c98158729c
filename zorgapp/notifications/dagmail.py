"""The daily mail: on school days, from the moment that its reader chose, one a day for all the schools he works at."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.models import Aanstelling
from zorgapp.kern.schooljaar import is_schooldag
from zorgapp.notifications.models import Herinnering, Mailmoment
from zorgapp.notifications.moment import begin_van, minuut_van, vrij_tot
from zorgapp.notifications.querysets import HerinneringQuerySet
from zorgapp.notifications.soorten import soorten_voor_vrij


@dataclass(frozen=True)
class Maildag:
    """A school on a day: whether there is school, and the begin of the next school day."""

    open: bool
    tot: datetime


def maildag(op: datetime) -> Maildag:
    """Of the school in context, on the local date of `op`."""
    dag = timezone.localdate(op)
    vrij = vrije_perioden(dag)
    return Maildag(is_schooldag(dag, vrij), begin_van(vrij_tot(dag, vrij) + timedelta(days=1)))


def rijen_van_dag(op: datetime) -> HerinneringQuerySet:
    """What goes into the daily mails of the school in context today; nothing on a day without school."""
    dag = maildag(op)
    if not dag.open:
        return Herinnering.objects.none()
    return Herinnering.objects.voor_dagmail(op, dag.tot, soorten_voor_vrij())


def nu_te_mailen(op: datetime) -> HerinneringQuerySet:
    """The same, of the people whose moment has come and who had no daily mail from this school today."""
    eigen = Mailmoment.objects.filter(user=OuterRef("ontvanger_id")).values("minuut")[:1]
    rijen = rijen_van_dag(op).annotate(
        vanaf=Coalesce(Subquery(eigen), 60 * instelling("mailuur", timezone.localdate(op)))
    )
    gehad = Herinnering.objects.van_dagmail(op).values("ontvanger_id")
    return rijen.filter(vanaf__lte=minuut_van(op)).exclude(ontvanger_id__in=gehad)


def scholen_van(user_id: int, school_id: int) -> list[int]:
    """Every school somebody has or had a role at, `school_id` first."""
    andere = Aanstelling.objects.filter(user_id=user_id).exclude(school_id=school_id)
    return [school_id, *andere.order_by("school_id").values_list("school_id", flat=True).distinct()]


def had_dagmail(user_id: int, scholen: list[int], op: datetime) -> bool:
    """Whether somebody had, or may have had, his daily mail of today at one of these schools."""
    for school_id in scholen:
        with in_school(school_id):
            if Herinnering.objects.van_dagmail(op).filter(ontvanger_id=user_id).exists():
                return True
    return False
