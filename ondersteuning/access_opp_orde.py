"""Doors to every OPP in force at once: those a coordinator sees with their pupil, and the school's to be counted.

A list is not logged as a look; it shows no more than that somebody has an OPP and what is missing around it. Counting and
choosing are done by the database: a page costs as much with two thousand of them as with twenty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from ondersteuning.models import Opp, OppStatus, OppVersie, Versiestatus
from ondersteuning.opp.wacht import DAARNA
from ondersteuning.querysets_evaluatie import met_orde
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina, bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Ordetelling:
    """How many OPPs are in force, how many of those are not in order, and how many miss something of each rule."""

    lopend: int
    niet: int
    per_regel: dict[int, int]


def lopende(werkplek: Werkplek) -> QuerySet:
    """OPPs in force that this person reads whole, with what each misses."""
    return _in_kracht(Opp.objects.zichtbaar_voor(werkplek), werkplek.dag, *_schooljaren(werkplek.dag))


def _schooljaren(dag: date) -> tuple[date, date]:
    """The first day of the school year of `dag` and of the one before."""
    jaar = Schooljaar.van(dag)
    return jaar.begin, Schooljaar(jaar.beginjaar - 1).begin


def _in_kracht(opps: QuerySet, dag: date, jaar: date, vorig: date) -> QuerySet:
    op_school = Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=dag)
    geldig = OppVersie.objects.filter(opp=OuterRef("pk"), status=Versiestatus.VASTGESTELD)
    rijen = opps.filter(op_school, Exists(geldig), status=OppStatus.LOOPT)
    return met_orde(rijen, dag, jaar, vorig)


def _mist(nummer: int) -> Q:
    return Q(**{f"mist_{nummer}": True})


_IETS = reduce(or_, map(_mist, DAARNA))


def tel(werkplek: Werkplek, *, van_school: bool = False) -> Ordetelling:
    """Count those this person reads whole, or all of the school, of which nothing is shown; in one statement."""
    geteld = _geteld.een(werkplek, van_school, *_schooljaren(werkplek.dag))
    lopend, niet, *per = geteld or [0] * (2 + len(DAARNA))
    return Ordetelling(lopend, niet, dict(zip(DAARNA, per, strict=True)))


@vaste_vraag
def _geteld(werkplek: Werkplek, van_school: bool, jaar: date, vorig: date) -> QuerySet:
    """One row, or none without an OPP in force."""
    alle = Opp.objects.filter(school=werkplek.school)
    rijen = _in_kracht(
        alle if van_school else Opp.objects.zichtbaar_voor(werkplek), werkplek.dag, jaar, vorig
    )
    per = {f"regel_{nummer}": Count("pk", filter=_mist(nummer)) for nummer in DAARNA}
    geteld = (
        rijen.order_by()
        .values("school_id")
        .annotate(lopend=Count("pk"), niet=Count("pk", filter=_IETS), **per)
    )
    return geteld.values_list("lopend", "niet", *per)


def niet_in_orde(rijen: QuerySet, regel: int, gevraagd: str | None) -> Pagina:
    """One page of those that miss something, of one rule when it is not 0, by the pupil's name."""
    nu = FilteredRelation("leerling__plaatsingen", condition=Q(leerling__plaatsingen__tot__isnull=True))
    rijen = rijen.filter(_mist(regel) if regel else _IETS).alias(nu=nu).annotate(klasnaam=F("nu__klas__naam"))
    rijen = rijen.select_related("leerling", "opsteller")
    volgorde = ("leerling__achternaam", "leerling__roepnaam", "pk")
    return bladzijde(rijen.order_by(*volgorde), gevraagd, PER_PAGINA_RUIM)


def versies_in_kracht(opps: Sequence[Opp]) -> dict[int, OppVersie]:
    """The version that holds of each of these, by the number of its OPP."""
    geldig = OppVersie.objects.filter(status=Versiestatus.VASTGESTELD, opp__in=[opp.pk for opp in opps])
    return {versie.opp_id: versie for versie in geldig}
