"""The clock of reading before a meeting: the school day before, who takes part hears that the agenda is there; nameless."""

from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.access_agenda import agenda_van
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Overleg
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.kern.schooljaar import laatste_schooldag, na_schooldagen
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

VOORAF = "overleg_vooraf"


def plan_vooraf(school_id: int, dag: date) -> int:
    """Nightly: of the meetings for which `dag` is the last school day before them, tell who takes part; returns how many.

    Running it twice is harmless: the key knows meeting, person and day. A meeting that is moved gets a new key.
    """
    vrij = vrije_perioden(dag)
    volgende = na_schooldagen(dag, 1, vrij)
    rijen = Overleg.objects.filter(
        school_id=school_id,
        status=Overlegstatus.GEPLAND,
        begin__gte=begin_van(dag + timedelta(days=1)),
        begin__lt=begin_van(volgende + timedelta(days=1)),
    )
    overleggen = {
        o.pk: timezone.localdate(o.begin)
        for o in rijen
        if laatste_schooldag(timezone.localdate(o.begin) - timedelta(days=1), vrij) == dag
    }
    return _plan(school_id, overleggen, begin_van(dag))


def vooraf_alsnog(overleg: Overleg, op: datetime) -> None:
    """For a meeting that is planned, moved or joined when its last school day before it has come: with the next daily mail.

    That is the mail of the invitation itself, as a rule. What was planned by night has the same key.
    """
    dag, wanneer = timezone.localdate(op), timezone.localdate(overleg.begin)
    if overleg.status != Overlegstatus.GEPLAND or overleg.begin <= op:
        return
    if laatste_schooldag(wanneer - timedelta(days=1), vrije_perioden(dag)) <= dag:
        _plan(overleg.school_id, {overleg.pk: wanneer}, op)


def _plan(school_id: int, overleggen: dict[int, date], niet_voor: datetime) -> int:
    """Whether there is anything on it for somebody is looked at when the mail goes: an agenda fills up until the end."""
    mensen = Deelname.objects.filter(overleg_id__in=overleggen, verwijderd_op__isnull=True)
    gepland = [
        plan(
            school_id=school_id,
            soort=VOORAF,
            sleutel=f"{VOORAF}:{overleg_id}:{user_id}:{overleggen[overleg_id]:%Y%m%d}",
            ontvanger_id=user_id,
            object_id=overleg_id,
            niet_voor=niet_voor,
        )
        for overleg_id, user_id in sorted(
            mensen.exclude(functie=Functie.EXTERN).values_list("overleg_id", "user_id")
        )
    ]
    return sum(rij is not None for rij in gepland)


def _nog_te_lezen(rij: Any, op: datetime) -> bool:
    """The meeting is today or on the next school day, the receiver takes part, and there is an item he may see."""
    dag = timezone.localdate(op)
    na = begin_van(na_schooldagen(dag, 1, vrije_perioden(dag)) + timedelta(days=1))
    mee = Deelname.objects.filter(
        overleg_id=rij.object_id, user_id=rij.ontvanger_id, verwijderd_op__isnull=True
    ).exclude(functie=Functie.EXTERN)
    deelname = mee.filter(overleg__status=Overlegstatus.GEPLAND, overleg__begin__gt=op, overleg__begin__lt=na)
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    overleg = next((d.overleg for d in deelname.select_related("overleg")), None)
    return overleg is not None and bool(agenda_van(werkplek, overleg).punten)


SOORTEN = (
    Soort(
        VOORAF,
        "overleg dat eraan komt: de agenda staat klaar om te lezen",
        "overleggen die eraan komen: de agenda’s staan klaar om te lezen",
        _nog_te_lezen,
        pagina="overleg:overleggen",
    ),
)
