"""Doors to every OPP in force at once: those a coordinator sees with their pupil, and the school's to be counted.

A list is not logged as a look; it shows no more than that somebody has an OPP and what is missing around it.
"""

from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet

from ondersteuning.models import Opp, OppStatus, OppVersie, Versiestatus
from zorgapp.accounts.werkplek import Werkplek


def lopende(werkplek: Werkplek) -> list[tuple[Opp, OppVersie]]:
    """OPPs in force that this person reads whole, each with the version that holds, by the pupil's name; two queries."""
    return _van(Opp.objects.zichtbaar_voor(werkplek), werkplek.dag)


def lopende_van_school(werkplek: Werkplek) -> list[tuple[Opp, OppVersie]]:
    """Every OPP in force of the school, to be counted only: nothing of them is shown."""
    return _van(Opp.objects.filter(school=werkplek.school), werkplek.dag)


def _van(opps: QuerySet, dag: date) -> list[tuple[Opp, OppVersie]]:
    """The versions are read by number, not through the rule of who sees which: joined to it the database looks at every
    OPP again for every version as long as it has no statistics, so that a first day with 120 took ten seconds."""
    op_school = Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)
    nu = FilteredRelation("leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True))
    rijen = opps.filter(op_school, status=OppStatus.LOOPT).alias(nu=nu).annotate(klasnaam=F("nu__klas__naam"))
    rijen = rijen.select_related("leerling", "opsteller")
    per = {opp.pk: opp for opp in rijen.order_by("leerling__achternaam", "leerling__roepnaam", "pk")}
    geldig = OppVersie.objects.filter(status=Versiestatus.VASTGESTELD, opp__in=list(per))
    versies = {versie.opp_id: versie for versie in geldig}
    return [(opp, versies[pk]) for pk, opp in per.items() if pk in versies]
