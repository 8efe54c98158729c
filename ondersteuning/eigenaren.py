"""Who can own a follow-up, and who most likely will: the people around the pupil, coordinators and begeleiders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q, Value

from leerlingen.models import Plaatsing, Toegangsverlening
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek


def eigenaar_kring(werkplek: Werkplek, leerling_id: int | None, eigenaar_id: int | None = None) -> Kring:
    """People with a role that can see pupils; likely are oneself (and the present owner), who has access to this pupil,
    mentor, team leader, coordinators and begeleiders, in that order."""

    def rangen() -> Sequence[Q]:
        zelf = [werkplek.user.pk, *([eigenaar_id] if eigenaar_id else [])]
        toegang, mentoren, afdelingen = _rond(leerling_id, werkplek.dag)
        return (
            Q(user__in=zelf),
            Q(user__in=toegang),
            Q(user__in=mentoren),
            Q(rol=Rol.TEAMLEIDER, afdeling__in=afdelingen),
            Q(rol=Rol.ZORGCOORDINATOR),
            Q(rol=Rol.BEGELEIDER),
        )

    return Kring(werkplek, ROLLEN_MET_LEERLINGEN, rangen)


def _rond(leerling_id: int | None, dag: date) -> tuple[list[int], list[int], list[int]]:
    """Who was given access to a pupil, who mentors him, and the department of his class (one query)."""
    if leerling_id is None:
        return [], [], []
    klas = Plaatsing.objects.filter(leerling_id=leerling_id, tot__isnull=True)
    mentor = (
        F("klas__mentorschappen__user_id"),
        F("klas__mentorschappen__van"),
        F("klas__mentorschappen__tot"),
    )
    rijen = klas.values_list(*mentor, F("klas__afdeling_id"))
    verlening = Toegangsverlening.objects.filter(op_dag(dag), leerling_id=leerling_id)
    rijen = rijen.union(verlening.values_list(F("user_id"), F("van"), F("tot"), Value(0)), all=True)
    gelezen = list(rijen)
    nu = [
        (wie, afdeling)
        for wie, van, tot, afdeling in gelezen
        if wie and van <= dag and (tot is None or tot >= dag)
    ]
    return (
        [wie for wie, afdeling in nu if afdeling == 0],
        [wie for wie, afdeling in nu if afdeling != 0],
        [afdeling for *_, afdeling in gelezen if afdeling],
    )
