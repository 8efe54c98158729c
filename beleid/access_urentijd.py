"""The door to how one's own time divides: nobody reads it of somebody else, and weeks never leave this module."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import connection

from beleid.access_uren import eis
from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie
from beleid.urentijd import verdeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

# What one did oneself: a decision is managing, a word to a colleague coaching, a new text innovating, an import keeping.
_GEDAAN = """
SELECT rol, date_trunc('week', op AT TIME ZONE %(zone)s)::date, count(*) FROM (
    SELECT 'managen' AS rol, op FROM ondersteuning_triagebesluit WHERE school_id = %(school)s AND door_id = %(wie)s
    UNION ALL
    SELECT 'managen', begin FROM overleg_overleg
    WHERE school_id = %(school)s AND voorzitter_id = %(wie)s AND status = 'afgesloten'
    UNION ALL
    SELECT 'coachen', op FROM overleg_coachbericht WHERE school_id = %(school)s AND door_id = %(wie)s
    UNION ALL
    SELECT 'innoveren', gemaakt_op FROM beleid_protocolversie
    WHERE school_id = %(school)s AND gemaakt_door_id = %(wie)s
    UNION ALL
    SELECT 'innoveren', gewijzigd_op FROM beleid_plandeel WHERE school_id = %(school)s AND gewijzigd_door_id = %(wie)s
    UNION ALL
    SELECT 'beheren', gemaakt_op FROM leerlingen_import WHERE school_id = %(school)s AND door_id = %(wie)s
) daad
WHERE (op AT TIME ZONE %(zone)s)::date BETWEEN %(van)s AND %(tot)s GROUP BY 1, 2
"""


def maandag(dag: date) -> date:
    """The Monday of its week."""
    return dag - timedelta(days=dag.weekday())


def eigen_verdeling(werkplek: Werkplek, jaar: Schooljaar) -> dict[Taakrol, int]:
    """The shares of one's own year so far, in per cents."""
    eis(werkplek, Recht.BELEID_WERKEN)
    waarden: dict[str, Any] = {
        "school": werkplek.school.pk,
        "wie": werkplek.user.pk,
        "zone": settings.TIME_ZONE,
    }
    waarden |= {"van": jaar.begin, "tot": min(jaar.eind, werkplek.dag)}
    with connection.cursor() as cursor:
        cursor.execute(_GEDAAN, waarden)
        gedaan = {(Taakrol(rol), week): aantal for rol, week, aantal in cursor.fetchall()}
    rijen = Tijdcorrectie.objects.filter(
        school=werkplek.school, user=werkplek.user, week__range=(maandag(jaar.begin), jaar.eind)
    )
    return verdeling(gedaan, {(Taakrol(rij.rol), rij.week): rij.verschuiving for rij in rijen})


def eigen_correcties(werkplek: Werkplek, week: date) -> dict[Taakrol, int]:
    """One's own taps of a week."""
    eis(werkplek, Recht.BELEID_WERKEN)
    rijen = Tijdcorrectie.objects.filter(school=werkplek.school, user=werkplek.user, week=week)
    return {Taakrol(rij.rol): rij.verschuiving for rij in rijen}
