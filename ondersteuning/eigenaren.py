"""Who can own a follow-up, and who most likely will: the people around the pupil, coordinators and begeleiders."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Q

from leerlingen.models import Mentorschap, Plaatsing, Toegangsverlening
from leerlingen.querysets import VAN_EEN_STUK
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.waarden import Nummers


def eigenaar_kring(werkplek: Werkplek, leerling_id: int | None, eigenaar_id: int | None = None) -> Kring:
    """People with a role that can see pupils; likely are oneself (and the present owner), who has access to this pupil,
    mentor, team leader, coordinators and begeleiders, in that order."""

    zelf = Nummers(pk for pk in (werkplek.user.pk, eigenaar_id) if pk)
    return Kring(
        werkplek, ROLLEN_MET_LEERLINGEN, _eigenaar_rangen, om=(zelf, leerling_id or None, werkplek.dag)
    )


def _eigenaar_rangen(zelf: Nummers, leerling_id: int | None, dag: date) -> Sequence[Q]:
    rond = _rond(leerling_id, dag) if leerling_id else ()
    return (Q(user__pk__onder=zelf), *rond, Q(rol=Rol.ZORGCOORDINATOR), Q(rol=Rol.BEGELEIDER))


def _rond(leerling_id: int, dag: date) -> Sequence[Q]:
    """Who was given access to a pupil, who mentors him, who leads the department of his class."""
    klas = Plaatsing.objects.filter(leerling_id=leerling_id, tot__isnull=True)
    toegang = Toegangsverlening.objects.filter(op_dag(dag), leerling_id=leerling_id)
    toegang = toegang.exclude(bron__startswith=VAN_EEN_STUK)
    mentoren = Mentorschap.objects.filter(op_dag(dag), klas__in=klas.values("klas"))
    return (
        Q(user__in=toegang.values("user")),
        Q(user__in=mentoren.values("user")),
        Q(rol=Rol.TEAMLEIDER, afdeling__in=klas.values("klas__afdeling")),
    )
