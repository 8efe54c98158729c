"""Mentorships and lessons as open work: who leaves a role is asked for a successor, or "nog geen"."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now, TruncDate

from leerlingen.models import Lesopdracht, Mentorschap
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek

# A relation gives access only together with one of these roles (leerlingen.querysets.RELATIES).
ROLLEN_MENTOR = frozenset({Rol.MENTOR})
ROLLEN_LES = frozenset({Rol.MENTOR, Rol.DOCENT, Rol.TEAMLEIDER})
_DAG = timedelta(days=1)
_NOG_LOPEND = Q(tot__isnull=True) | Q(tot__gte=TruncDate(Now()))


def heeft_rol(school_id: int, user_id: int, rollen: frozenset[Rol], dag: date) -> bool:
    """Say whether a person has one of these roles at the school on a day."""
    return Aanstelling.objects.filter(op_dag(dag), school=school_id, user=user_id, rol__in=rollen).exists()


def _mentorschap(rij: Mentorschap) -> OpenStuk:
    return OpenStuk(rij.pk, f"Mentor van {rij.klas.naam}", eigenaar_id=rij.user_id, tot=rij.tot)


def _les(rij: Lesopdracht) -> OpenStuk:
    groep = rij.klas or rij.lesgroep
    vak = rij.vak.capitalize() if rij.vak else "Les"
    return OpenStuk(rij.pk, f"{vak} aan {groep.naam if groep else ''}", eigenaar_id=rij.user_id, tot=rij.tot)


def _mentorschappen(school_id: int) -> QuerySet[Mentorschap]:
    return Mentorschap.objects.filter(school=school_id).select_related("klas").order_by("klas__naam", "pk")


def _lessen(school_id: int) -> QuerySet[Lesopdracht]:
    return (
        Lesopdracht.objects.filter(school=school_id).select_related("klas", "lesgroep").order_by("vak", "pk")
    )


def _zonder_rol(rijen: QuerySet, rollen: frozenset[Rol], dag: date) -> QuerySet:
    """Rows that run on `dag` of people who have none of `rollen` then."""
    rol = Aanstelling.objects.filter(
        op_dag(dag), school=OuterRef("school"), user=OuterRef("user"), rol__in=rollen
    )
    return rijen.filter(op_dag(dag)).exclude(Exists(rol))


def mentorschap_van(school_id: int, user_id: int) -> QuerySet[Mentorschap]:
    """Classes this person mentors or will mentor."""
    return _mentorschappen(school_id).filter(_NOG_LOPEND, user=user_id)


def les_van(school_id: int, user_id: int) -> QuerySet[Lesopdracht]:
    """Lessons this person gives or will give."""
    return _lessen(school_id).filter(_NOG_LOPEND, user=user_id)


def _overdragen(
    model: type[Mentorschap] | type[Lesopdracht],
    door: Werkplek,
    ids: Sequence[int],
    naar: User | None,
    vanaf: date,
) -> None:
    """End these on the day before `vanaf`; the successor continues from that day, unless he has it already."""
    for rij in model.objects.filter(pk__in=ids, school=door.school):
        groep: dict[str, Any] = {"klas_id": rij.klas_id}
        if isinstance(rij, Lesopdracht):
            groep |= {"lesgroep_id": rij.lesgroep_id, "vak": rij.vak}
        if naar and not model.objects.filter(op_dag(vanaf), school=door.school, user=naar, **groep).exists():
            model.objects.create(school=door.school, user=naar, van=max(vanaf, rij.van), tot=rij.tot, **groep)
        if rij.van >= vanaf:
            rij.delete()
        else:
            model.objects.filter(pk=rij.pk).update(tot=vanaf - _DAG)


def mentorschap_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    _overdragen(Mentorschap, door, ids, naar, vanaf)


def les_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    _overdragen(Lesopdracht, door, ids, naar, vanaf)


MENTORSCHAP = Eigendom(
    sleutel="mentorschap",
    meervoud="klassen",
    **uit_rijen(mentorschap_van, _mentorschap),
    overdragen=mentorschap_overdragen,
    zonder_toegang=lambda school, dag: [
        _mentorschap(m) for m in _zonder_rol(_mentorschappen(school), ROLLEN_MENTOR, dag)
    ],
    mag_leeg=True,
    rollen=ROLLEN_MENTOR,
)
LES = Eigendom(
    sleutel="les",
    meervoud="lessen",
    **uit_rijen(les_van, _les),
    overdragen=les_overdragen,
    zonder_toegang=lambda school, dag: [_les(les) for les in _zonder_rol(_lessen(school), ROLLEN_LES, dag)],
    mag_leeg=True,
    rollen=ROLLEN_LES,
)
