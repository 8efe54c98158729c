"""Meetings to come and series as open work of who leads them: nobody leaves while they are his."""

from collections.abc import Sequence
from datetime import date

from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse

from ondersteuning.klokken import begin_van
from overleg.loop import Overlegstatus
from overleg.models import Overleg, Overlegreeks
from overleg.services.reeksleden import reeks_overdragen, voorzitter_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum

GEEN_LEIDER = "Een overleg heeft altijd een voorzitter. Kies een collega."


def _overleg(rij: Overleg) -> OpenStuk:
    """The kind and the day: the name is typed by people, and a beheerder reads this."""
    omschrijving = f"{rij.get_soort_display().capitalize()} op {dagdatum(rij.begin)}"
    return OpenStuk(rij.pk, omschrijving, reverse("overleg:overleg", args=[rij.pk]), rij.voorzitter_id)


def _reeks(rij: Overlegreeks) -> OpenStuk:
    omschrijving = f"Reeks {rij.get_soort_display()}, tot en met {dagdatum(rij.tot)}"
    return OpenStuk(rij.pk, omschrijving, reverse("overleg:reeks", args=[rij.pk]), rij.voorzitter_id)


def _los(school_id: int) -> QuerySet:
    """Planned meetings to come that do not follow their series."""
    rijen = Overleg.objects.filter(school_id=school_id, status=Overlegstatus.GEPLAND, begin__gte=Now())
    return rijen.filter(Q(reeks__isnull=True) | ~Q(voorzitter_id=F("reeks__voorzitter_id")))


def _overleggen(school_id: int, user_id: int) -> QuerySet:
    return _los(school_id).filter(voorzitter_id=user_id).order_by("begin", "pk")


def _lopend(school_id: int) -> QuerySet:
    return Overlegreeks.objects.filter(school_id=school_id, gestopt_op__isnull=True, tot__gte=Now())


def _reeksen(school_id: int, user_id: int) -> QuerySet:
    return _lopend(school_id).filter(voorzitter_id=user_id).order_by("tot", "pk")


def _zonder_rol(rijen: QuerySet, school_id: int, dag: date) -> QuerySet:
    """Those whose leader has no role any more that works with pupils."""
    met_rol = Aanstelling.objects.op(dag).filter(
        school_id=school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    return rijen.exclude(voorzitter_id__in=met_rol.values("user_id")).order_by("pk")


def overleggen_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Let another colleague lead these meetings, now; there is always one who leads."""
    if naar is None:
        raise ValueError(GEEN_LEIDER)
    for pk in _los(door.school.pk).filter(pk__in=ids).order_by("pk").values_list("pk", flat=True):
        voorzitter_overdragen(door=door, pk=pk, naar=naar)


def reeksen_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Let another colleague lead these series and what is still to come of them."""
    if naar is None:
        raise ValueError(GEEN_LEIDER)
    op = begin_van(door.dag)
    for pk in _lopend(door.school.pk).filter(pk__in=ids).order_by("pk").values_list("pk", flat=True):
        reeks_overdragen(door=door, pk=pk, naar=naar, op=op)


OVERLEG = Eigendom(
    sleutel="overleg",
    meervoud="overleggen",
    **uit_rijen(_overleggen, _overleg),
    overdragen=overleggen_overdragen,
    zonder_toegang=lambda school, dag: [_overleg(rij) for rij in _zonder_rol(_los(school), school, dag)],
)
REEKS = Eigendom(
    sleutel="overlegreeks",
    meervoud="reeksen overleg",
    **uit_rijen(_reeksen, _reeks),
    overdragen=reeksen_overdragen,
    zonder_toegang=lambda school, dag: [_reeks(rij) for rij in _zonder_rol(_lopend(school), school, dag)],
)
