"""Reads and doors for who mentors and teaches which group; within the school of the one who asks."""

from collections.abc import Sequence
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from leerlingen.models import Klas, Lesgroep, Lesopdracht, Mentorschap
from zorgapp.accounts.models import User
from zorgapp.accounts.querysets import op_dag
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


def klassen_dit_jaar(
    werkplek: Werkplek, naam: str = "", leerjaar: str = "", zonder_mentor: bool = False
) -> QuerySet[Klas]:
    """Classes of this school year by (part of) their name, their year, and whether a mentor is missing.

    Each has `mentoren_nu` (a second query when read).
    """
    rijen = _dit_jaar(werkplek).filter(naam__icontains=naam.replace("\x00", "").strip())
    if leerjaar.isdecimal() and len(leerjaar) < 3:
        rijen = rijen.filter(leerjaar=int(leerjaar))
    if zonder_mentor:
        rijen = rijen.filter(~Exists(_mentoren_nu(werkplek).filter(klas=OuterRef("pk"))))
    mentoren = _mentoren_nu(werkplek).select_related("user")
    return rijen.prefetch_related(Prefetch("mentorschappen", mentoren, to_attr="mentoren_nu")).order_by(
        "naam"
    )


def klassen_met_nummer(werkplek: Werkplek, nummers: Sequence[int]) -> QuerySet[Klas]:
    """These classes of this school year, as `klassen_dit_jaar` gives them."""
    return klassen_dit_jaar(werkplek).filter(pk__in=nummers)


def aantal_zonder_mentor(werkplek: Werkplek) -> tuple[int, int]:
    """How many classes there are this year, and how many have no mentor today (one query)."""
    nu = Exists(_mentoren_nu(werkplek).filter(klas=OuterRef("pk")))
    geteld = _dit_jaar(werkplek).aggregate(alle=Count("pk"), zonder=Count("pk", filter=~nu))
    return geteld["alle"], geteld["zonder"]


def leerjaren(werkplek: Werkplek) -> list[int]:
    """The years that have classes."""
    jaren = _dit_jaar(werkplek).exclude(leerjaar=None).order_by("leerjaar").values_list("leerjaar", flat=True)
    return [jaar for jaar in jaren.distinct() if jaar is not None]


def _dit_jaar(werkplek: Werkplek) -> QuerySet[Klas]:
    return Klas.objects.filter(school=werkplek.school, schooljaar=_jaren(werkplek)[0])


def _mentoren_nu(werkplek: Werkplek) -> QuerySet[Mentorschap]:
    return Mentorschap.objects.filter(op_dag(werkplek.dag), school=werkplek.school)


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
