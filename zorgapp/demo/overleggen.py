"""The meetings of the story: the weekly zorgoverleg, the ZAT with a partner, and a leerlingbespreking, past and to come."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from leerlingen.models import ExternePartner
from overleg.loop import Overlegstatus
from overleg.models import Functie, Overleg, Overlegreeks
from overleg.services.overleg import Lid, Overlegplan
from overleg.services.plannen import plan_overleg
from overleg.services.reeks import Reeksplan, reeks_maken
from overleg.soorten import Overlegsoort
from zorgapp.demo.kalender import perioden, verhaaldag
from zorgapp.demo.overleg_bezig import zet_bezig
from zorgapp.demo.school import Demoschool
from zorgapp.demo.verslagen import houd_overleggen
from zorgapp.kern.schooljaar import na_schooldagen
from zorgapp.notifications.models import Herinnering, Status

_AFGEZEGD = "Te weinig mensen vanwege de toetsweek."


@dataclass(frozen=True)
class Demooverleg:
    """What the rest of the story hangs on: both series, the zorgoverleg before the demo day and the next, the class."""

    zorg: Overlegreeks
    zat: Overlegreeks
    vorige: Overleg | None
    volgende: Overleg
    bespreking: Overleg


def zet_overleggen(demo: Demoschool, partners: dict[str, ExternePartner]) -> Demooverleg:
    """Plan them through the services, on the days on which it was done; what is past was held and closed.

    The zorgoverleg is on the weekday of the demo day, so that there is one today (a Tuesday, as in the pictures).
    """
    zorg = _zorgoverleg(demo)
    zat = _zat(demo, partners["jeugdteam"])
    for terug in (30, -6):
        bespreking = _bespreking(demo, terug)
    _zeg_een_af(demo)
    houd_overleggen(demo)
    zet_bezig(demo)
    voorbij = Herinnering.objects.filter(
        school=demo.school, status=Status.GEPLAND, soort__startswith="overleg", niet_voor__lt=_om(demo.op, 0)
    )
    voorbij.update(status=Status.VERVALLEN)
    rijen = Overleg.objects.filter(reeks=zorg).order_by("begin")
    gehouden = rijen.filter(status=Overlegstatus.AFGESLOTEN)
    volgende = rijen.filter(begin__gte=_om(demo.op, 0)).first() or bespreking
    return Demooverleg(zorg, zat, gehouden.last(), volgende, bespreking)


def _om(dag: date, uur: int) -> datetime:
    return timezone.make_aware(datetime.combine(dag, time(uur)))


def _begin(demo: Demoschool) -> date:
    """The first school day of the year, on which the year was planned."""
    return min(na_schooldagen(demo.jaar.begin, 0, perioden(demo.op)), demo.op)


def _zorgoverleg(demo: Demoschool) -> Overlegreeks:
    begin = _begin(demo)
    eerste = begin + timedelta(days=(demo.op.weekday() - begin.weekday()) % 7)
    wie = demo.mensen
    plan = Reeksplan(
        soort=Overlegsoort.ZORGOVERLEG,
        naam="Zorgoverleg",
        eerste_op=eerste,
        tot=demo.jaar.eind,
        elke=1,
        begintijd=time(13),
        minuten=90,
        plek="lokaal 0.14",
        voorzitter=wie["angelica"],
        notulist=wie["ilse"],
    )
    leden = [Lid(wie[naam]) for naam in ("ruben", "nadia", "tom")]
    return reeks_maken(door=demo.werkplek("angelica", begin), plan=plan, leden=leden, op=_om(begin, 9))


def _zat(demo: Demoschool, jeugdteam: ExternePartner) -> Overlegreeks:
    begin = _begin(demo)
    eerste = begin + timedelta(days=(3 - begin.weekday()) % 7 + 21)  # a Thursday
    wie = demo.mensen
    plan = Reeksplan(
        soort=Overlegsoort.ZAT,
        naam="ZAT",
        eerste_op=eerste,
        tot=demo.jaar.eind,
        elke=6,
        begintijd=time(15),
        minuten=60,
        plek="spreekkamer 2",
        voorzitter=wie["angelica"],
        notulist=wie["ilse"],
    )
    leden = [Lid(wie["nadia"]), Lid(wie["marieke"], Functie.EXTERN, jeugdteam)]
    return reeks_maken(door=demo.werkplek("angelica", begin), plan=plan, leden=leden, op=_om(begin, 10))


def _bespreking(demo: Demoschool, terug: int) -> Overleg:
    """The teachers of H3b, `terug` school days ago (below zero: ahead), planned two weeks before."""
    dag, klas, wie = verhaaldag(demo.op, terug), demo.klassen["H3b"], demo.mensen
    gepland = min(verhaaldag(demo.op, max(terug + 10, 3)), dag)
    plan = Overlegplan(
        soort=Overlegsoort.LEERLINGBESPREKING,
        naam="Leerlingbespreking",
        begin=_om(dag, 15),
        minuten=60,
        voorzitter=wie["joris"],
        plek="lokaal 1.08",
        vestiging=klas.vestiging,
        klas=klas,
    )
    leden = [Lid(wie[naam]) for naam in ("sanne", "pieter", "esra")]
    door = demo.werkplek("joris", gepland)
    return plan_overleg(door=door, plan=plan, leden=leden, op=_om(gepland, 9))


def _zeg_een_af(demo: Demoschool) -> None:
    """The fourth one back did not go on, when that was a zorgoverleg."""
    voorbij = Overleg.objects.filter(school=demo.school, begin__lt=_om(demo.op, 0)).order_by("-begin", "pk")
    for overleg in voorbij[3:4]:
        if overleg.soort == Overlegsoort.ZORGOVERLEG:
            Overleg.objects.filter(pk=overleg.pk).update(status=Overlegstatus.AFGEZEGD, reden=_AFGEZEGD)
