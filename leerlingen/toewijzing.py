"""Reads and doors for who mentors and teaches which group; within the school of the one who asks."""

from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet
from django.shortcuts import get_object_or_404

from leerlingen.models import Klas, Lesgroep, Lesopdracht, Mentorschap
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

Toewijzing = TypeVar("Toewijzing", Mentorschap, Lesopdracht)


def _jaren(werkplek: Werkplek) -> tuple[int, int]:
    """This school year and the next: what one may still be assigned to."""
    nu = Schooljaar.van(werkplek.dag).beginjaar
    return nu, nu + 1


def klassen(werkplek: Werkplek) -> QuerySet[Klas]:
    return Klas.objects.filter(school=werkplek.school, schooljaar__in=_jaren(werkplek)).order_by(
        "schooljaar", "naam"
    )


def lesgroepen(werkplek: Werkplek) -> QuerySet[Lesgroep]:
    return Lesgroep.objects.filter(school=werkplek.school, schooljaar__in=_jaren(werkplek)).order_by(
        "schooljaar", "naam"
    )


def klassen_dit_jaar(werkplek: Werkplek) -> list[Klas]:
    """Classes of this school year with department and `mentoren_nu` (two queries)."""
    nu = Mentorschap.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=werkplek.dag), van__lte=werkplek.dag
    ).select_related("user")
    return list(
        Klas.objects.filter(school=werkplek.school, schooljaar=_jaren(werkplek)[0])
        .prefetch_related(Prefetch("mentorschappen", nu, to_attr="mentoren_nu"))
        .order_by("naam")
    )


def mentorschappen_van(werkplek: Werkplek, mens: User) -> list[Mentorschap]:
    """All mentorships of a colleague, the newest first."""
    rijen = Mentorschap.objects.filter(school=werkplek.school, user=mens).select_related("klas")
    return list(rijen.order_by("-van", "klas__naam")[:100])


def lesopdrachten_van(werkplek: Werkplek, mens: User) -> list[Lesopdracht]:
    """All lessons of a colleague, the newest first."""
    rijen = Lesopdracht.objects.filter(school=werkplek.school, user=mens).select_related("klas", "lesgroep")
    return list(rijen.order_by("-van", "vak", "pk")[:100])


def get_toewijzing(werkplek: Werkplek, soort: type[Toewijzing], pk: int) -> Toewijzing:
    """One mentorship or lesson of this school, else 404."""
    return get_object_or_404(soort.objects.select_related("user"), pk=pk, school=werkplek.school)
