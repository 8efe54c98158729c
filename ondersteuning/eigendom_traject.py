"""Trajectories and groups as open work: nobody loses his role while one is his."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from ondersteuning.access_traject import zonder_regievoerder
from ondersteuning.klokken import begin_van
from ondersteuning.models import Groepstraject, Traject
from ondersteuning.services.groepen import groep_overdragen
from ondersteuning.services.regie import regie_verplaatsen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum

REDEN = "De rol van de vorige regievoerder eindigt."


def _traject(traject: Traject) -> OpenStuk:
    """No pupil's name and no title: a beheerder reads this."""
    return OpenStuk(
        id=traject.pk,
        omschrijving=f"Traject {traject.pk}: {traject.get_lijn_display()}, {dagdatum(traject.evaluatie_op)}",
        url=reverse("ondersteuning:traject", args=[traject.pk]),
        eigenaar_id=traject.regievoerder_id,
    )


def _groep(groep: Groepstraject) -> OpenStuk:
    return OpenStuk(
        id=groep.pk,
        omschrijving=f"Groep {groep.pk}: {groep.get_lijn_display()}, tot {dagdatum(groep.eind)}",
        url=reverse("ondersteuning:groep", args=[groep.pk]),
        eigenaar_id=groep.begeleider_id,
    )


def _trajecten(school_id: int, user_id: int) -> QuerySet:
    """Running trajectories of this person."""
    return Traject.objects.van((user_id,)).filter(school_id=school_id).order_by("evaluatie_op", "pk")


def trajecten_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Hand trajectories over now, so that the successor can prepare; a trajectory always has an owner."""
    if naar is None:
        raise ValueError("Een traject heeft altijd een regievoerder. Kies een collega.")
    lopend = Traject.objects.lopend().filter(school=door.school, pk__in=ids).exclude(regievoerder=naar)
    for pk in lopend.order_by("pk").values_list("pk", flat=True):
        regie_verplaatsen(door=door, pk=pk, naar=naar, reden=REDEN, op=begin_van(door.dag))


def _groepen(school_id: int, user_id: int) -> QuerySet:
    """Running groups that this person leads."""
    rijen = Groepstraject.objects.lopend().filter(school_id=school_id, begeleider_id=user_id)
    return rijen.order_by("naam", "pk")


def groepen_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give running groups another begeleider."""
    if naar is None:
        raise ValueError("Een groep heeft altijd een begeleider. Kies een collega.")
    lopend = Groepstraject.objects.lopend().filter(school=door.school, pk__in=ids)
    for pk in lopend.order_by("pk").values_list("pk", flat=True):
        groep_overdragen(door=door, pk=pk, naar=naar)


def _groepen_zonder(school_id: int, dag: date) -> Sequence[OpenStuk]:
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    rijen = Groepstraject.objects.lopend().filter(school_id=school_id)
    return [_groep(g) for g in rijen.exclude(begeleider_id__in=met_rol.values("user_id"))]


TRAJECT = Eigendom(
    sleutel="traject",
    meervoud="trajecten",
    **uit_rijen(_trajecten, _traject),
    overdragen=trajecten_overdragen,
    zonder_toegang=lambda school, dag: [_traject(t) for t in zonder_regievoerder(school, dag)],
)
GROEP = Eigendom(
    sleutel="groepstraject",
    meervoud="groepen",
    **uit_rijen(_groepen, _groep),
    overdragen=groepen_overdragen,
    zonder_toegang=_groepen_zonder,
)
