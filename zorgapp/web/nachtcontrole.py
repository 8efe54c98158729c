"""The nightly check that nothing open is owned by somebody without access: what it found, told to the coordinators."""

from datetime import date, datetime

from django.utils import timezone

from leerlingen.coordinatoren import coordinatoren
from zorgapp.accounts.eigendom import zonder_toegang
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.services import bestaat, plan

ZONDER_EIGENAAR = "zonder_eigenaar"


def _sleutel(dag: date, user_id: int) -> str:
    return f"wees:{dag:%Y%m%d}:{user_id}"


def controleer(school_id: int, op: datetime) -> int:
    """Check the school in context and plan a line in its coordinators' daily mail; returns what was found."""
    dag = timezone.localdate(op)
    gevonden = len(zonder_toegang(school_id, dag))
    for wie in coordinatoren(school_id, dag) if gevonden else ():
        plan(
            school_id=school_id,
            soort=ZONDER_EIGENAAR,
            sleutel=_sleutel(dag, wie.pk),
            ontvanger_id=wie.pk,
            object_id=gevonden,
            niet_voor=op,
        )
    return gevonden


def nachtcontrole_vond_iets(werkplek: Werkplek) -> bool:
    """One cheap look on every Vandaag; only when last night found something the full check is done again."""
    return bestaat(school_id=werkplek.school.pk, sleutel=_sleutel(werkplek.dag, werkplek.user.pk))
