"""The doors to how time divides: one's own, and what somebody shares of his year; weeks never leave this module."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.db.models import Exists, OuterRef

from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie, Tijddeling
from beleid.urentijd import GEDEELD, maandag, verdeling
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

MEEST = 12

# What one did oneself (seed 001:25): a decision or a meeting is managing, a word or advice to a colleague coaching, a new
# text or a look at the law innovating, and keeping cards, settings and imports in order is keeping.
_GEDAAN = """
SELECT wie, rol, date_trunc('week', op AT TIME ZONE %(zone)s)::date, count(*) FROM (
    SELECT door_id AS wie, 'managen' AS rol, op FROM ondersteuning_triagebesluit
    WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
    UNION ALL
    SELECT voorzitter_id, 'managen', begin FROM overleg_overleg
    WHERE school_id = %(school)s AND voorzitter_id = ANY(%(wie)s) AND status = 'afgesloten'
    UNION ALL
    SELECT door_id, 'coachen', op FROM overleg_coachbericht WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
    UNION ALL
    SELECT gegeven_door_id, 'coachen', gegeven_op FROM ondersteuning_lesoverdracht
    WHERE school_id = %(school)s AND gegeven_door_id = ANY(%(wie)s)
    UNION ALL
    SELECT gemaakt_door_id, 'innoveren', gemaakt_op FROM beleid_protocolversie
    WHERE school_id = %(school)s AND gemaakt_door_id = ANY(%(wie)s)
    UNION ALL
    SELECT gewijzigd_door_id, 'innoveren', gewijzigd_op FROM beleid_plandeel
    WHERE school_id = %(school)s AND gewijzigd_door_id = ANY(%(wie)s)
    UNION ALL
    SELECT door_id, 'innoveren', op FROM beleid_wetscontrole WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
    UNION ALL
    SELECT door_id, 'beheren', gemaakt_op FROM leerlingen_import WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
    UNION ALL
    SELECT door_id, 'beheren', gemaakt_op FROM accounts_instelling
    WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
    UNION ALL
    SELECT door_id, 'beheren', op FROM leerlingen_kaartversie WHERE school_id = %(school)s AND door_id = ANY(%(wie)s)
) daad
WHERE (op AT TIME ZONE %(zone)s)::date BETWEEN %(van)s AND %(tot)s GROUP BY 1, 2, 3
"""


@dataclass(frozen=True)
class Gedeeld:
    """What somebody lets the schoolleiding see of his year: shares in whole fives."""

    naam: str
    delen: list[tuple[str, int]]


def _verdelingen(
    werkplek: Werkplek, wie: Collection[int], jaar: Schooljaar, stap: int
) -> dict[int, dict[Taakrol, int]]:
    """The shares of a year so far by person; two statements, however many people. Empty for nobody."""
    if not wie:
        return {}
    gedaan: dict[int, dict] = defaultdict(dict)
    correcties: dict[int, dict] = defaultdict(dict)
    waarden: dict[str, Any] = {"school": werkplek.school.pk, "wie": list(wie), "zone": settings.TIME_ZONE}
    waarden |= {"van": jaar.begin, "tot": min(jaar.eind, werkplek.dag)}
    with connection.cursor() as cursor:
        cursor.execute(_GEDAAN, waarden)
        for mens, rol, week, aantal in cursor.fetchall():
            gedaan[mens][Taakrol(rol), week] = aantal
    rijen = Tijdcorrectie.objects.filter(
        school=werkplek.school, user__in=wie, week__range=(maandag(jaar.begin), jaar.eind)
    )
    for rij in rijen:
        correcties[rij.user_id][Taakrol(rij.rol), rij.week] = rij.verschuiving
    return {mens: verdeling(gedaan[mens], correcties[mens], stap) for mens in wie}


def eigen_verdeling(werkplek: Werkplek, jaar: Schooljaar) -> dict[Taakrol, int]:
    """The shares of one's own year so far, in per cents."""
    werkplek.eis(Recht.BELEID_WERKEN)
    return _verdelingen(werkplek, [werkplek.user.pk], jaar, 1)[werkplek.user.pk]


def eigen_correcties(werkplek: Werkplek, week: date) -> dict[Taakrol, int]:
    """One's own taps of a week."""
    werkplek.eis(Recht.BELEID_WERKEN)
    rijen = Tijdcorrectie.objects.filter(school=werkplek.school, user=werkplek.user, week=week)
    return {Taakrol(rij.rol): rij.verschuiving for rij in rijen}


def deelt(werkplek: Werkplek, jaar: Schooljaar) -> bool:
    """Whether this person shares how his year divides."""
    werkplek.eis(Recht.BELEID_WERKEN)
    return Tijddeling.objects.filter(
        school=werkplek.school, schooljaar=jaar.beginjaar, user=werkplek.user
    ).exists()


def gedeelde_verdelingen(werkplek: Werkplek, jaar: Schooljaar) -> list[Gedeeld]:
    """What coordinators share of a year, by name: all of it for the schoolleiding, for a coordinator only his own.

    Nothing of who is no coordinator here any more. 403 for anybody else; at most three statements.
    """
    werkplek.eis(Recht.BELEID_JAAR)
    hier = Aanstelling.objects.op(werkplek.dag).filter(
        school=werkplek.school, rol=Rol.ZORGCOORDINATOR, user=OuterRef("user")
    )
    rijen = Tijddeling.objects.filter(Exists(hier), school=werkplek.school, schooljaar=jaar.beginjaar)
    if not werkplek.mag(Recht.BELEID_VASTSTELLEN):
        rijen = rijen.filter(user=werkplek.user)
    rijen = rijen.select_related("user").order_by("user__zoeknaam", "user_id")[:MEEST]
    namen = {rij.user_id: rij.user.naam for rij in rijen}
    delen = _verdelingen(werkplek, list(namen), jaar, GEDEELD)
    return [
        Gedeeld(naam, [(str(rol.label), deel) for rol, deel in delen[mens].items()])
        for mens, naam in namen.items()
        if delen[mens]
    ]
