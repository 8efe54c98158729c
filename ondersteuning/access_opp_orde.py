"""Doors to every OPP in force at once: those a coordinator sees with their pupil, and the school's to be counted.

A list is not logged as a look; it shows no more than that somebody has an OPP and what is missing around it.
"""

from datetime import date

from django.db.models import F, FilteredRelation, Q, QuerySet

from ondersteuning.models import Opp, OppStatus, OppVersie, Versiestatus
from zorgapp.accounts.werkplek import Werkplek


def lopende(werkplek: Werkplek) -> list[tuple[Opp, OppVersie]]:
    """OPPs in force that this person reads whole, each with the version that holds, by the pupil's name; one query."""
    return [(rij.opp, rij) for rij in _van(Opp.objects.zichtbaar_voor(werkplek), werkplek.dag)]


def lopende_van_school(werkplek: Werkplek) -> list[tuple[Opp, OppVersie]]:
    """Every OPP in force of the school, to be counted only: nothing of them is shown."""
    return [(rij.opp, rij) for rij in _van(Opp.objects.filter(school=werkplek.school), werkplek.dag)]


def _van(opps: QuerySet, dag: date) -> QuerySet:
    op_school = Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)
    lopend = opps.filter(op_school, status=OppStatus.LOOPT)
    rijen = OppVersie.objects.filter(status=Versiestatus.VASTGESTELD, opp__in=lopend.values("pk"))
    nu = FilteredRelation(
        "opp__leerling__plaatsingen", condition=Q(opp__leerling__plaatsingen__tot__isnull=True)
    )
    rijen = rijen.alias(nu=nu).annotate(klasnaam=F("nu__klas__naam"))
    return rijen.select_related("opp__leerling", "opp__opsteller").order_by(
        "opp__leerling__achternaam", "opp__leerling__roepnaam", "pk"
    )
