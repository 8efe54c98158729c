"""Functions, tasks and waiting pupils as open work: nobody leaves while they are his."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Now, TruncDate
from django.urls import reverse

from ondersteuning.models import Functionaris, Taakhouder, Wachtplek
from ondersteuning.services.functionarissen import functie_overdragen
from ondersteuning.services.taken import houders_overdragen
from ondersteuning.services.wachtlijst import wachtplekken_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum

ALLE_ROLLEN = frozenset(Rol)


def _wezen(rijen: QuerySet, persoon: str, dag: date, rollen: frozenset[Rol]) -> QuerySet:
    """Rows whose `persoon` has none of `rollen` on `dag`."""
    rol = Aanstelling.objects.filter(
        op_dag(dag), school=OuterRef("school"), user=OuterRef(persoon), rol__in=rollen, user__is_active=True
    )
    return rijen.exclude(Exists(rol))


def _wachtplek(plek: Wachtplek) -> OpenStuk:
    """No pupil's name: a beheerder reads this."""
    return OpenStuk(
        id=plek.pk,
        omschrijving=f"Wachtlijst {plek.aanbod.naam}, plek {plek.pk}, {dagdatum(plek.volgende_datum)}",
        url=reverse("ondersteuning:wachtplek", args=[plek.pk]),
        eigenaar_id=plek.eigenaar_id,
    )


def _wachtplekken(school_id: int) -> QuerySet:
    rijen = Wachtplek.objects.wacht().filter(school=school_id)
    return rijen.select_related("aanbod").order_by("volgende_datum", "pk")


def wachtplekken_over(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Hand over now, so that the successor can prepare; who waits always has somebody who watches over it."""
    if naar is None:
        raise ValueError("Een wachtplek heeft altijd een eigenaar. Kies een collega.")
    wachtplekken_overdragen(door=door, ids=ids, naar=naar)


WACHTPLEK = Eigendom(
    sleutel="wachtplek",
    meervoud="plekken op een wachtlijst",
    **uit_rijen(lambda school, user: _wachtplekken(school).filter(eigenaar=user), _wachtplek),
    overdragen=wachtplekken_over,
    zonder_toegang=lambda school, dag: [
        _wachtplek(p) for p in _wezen(_wachtplekken(school), "eigenaar", dag, ROLLEN_MET_LEERLINGEN)
    ],
)


def _functie(rij: Functionaris) -> OpenStuk:
    return OpenStuk(rij.pk, rij.functie_label.capitalize(), eigenaar_id=rij.user_id, tot=rij.tot)


def _functies(school_id: int) -> QuerySet:
    return Functionaris.objects.filter(school=school_id).order_by("van", "pk")


def functies_over(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """End these functions the day before `vanaf`; a successor takes them over from that day."""
    for pk in ids:
        functie_overdragen(door=door, pk=pk, naar=naar, vanaf=vanaf)


FUNCTIE = Eigendom(
    sleutel="functie",
    meervoud="functies in de ondersteuning",
    **uit_rijen(
        lambda school, user: _functies(school).filter(
            Q(tot__isnull=True) | Q(tot__gte=TruncDate(Now())), user=user
        ),
        _functie,
    ),
    overdragen=functies_over,
    zonder_toegang=lambda school, dag: [
        _functie(f) for f in _wezen(_functies(school).filter(op_dag(dag)), "user", dag, ROLLEN_MET_LEERLINGEN)
    ],
    mag_leeg=True,
)


def _taak(houder: Taakhouder) -> OpenStuk:
    return OpenStuk(
        houder.pk,
        f"{houder.taak.naam}: {houder.get_letter_display()}",
        reverse("ondersteuning:taken"),
        houder.user_id,
    )


def _houders(school_id: int) -> QuerySet:
    rijen = Taakhouder.objects.filter(school=school_id, user__isnull=False, taak__vervallen_op__isnull=True)
    return rijen.select_related("taak").order_by("pk")


def taken_over(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give these parts in tasks to the successor; without one nobody holds them, which the page shows in red."""
    houders_overdragen(door=door, ids=list(ids), naar=naar)


TAAK = Eigendom(
    sleutel="ondersteuningstaak",
    meervoud="taken in de ondersteuning",
    **uit_rijen(lambda school, user: _houders(school).filter(user=user), _taak),
    overdragen=taken_over,
    zonder_toegang=lambda school, dag: [_taak(h) for h in _wezen(_houders(school), "user", dag, ALLE_ROLLEN)],
    mag_leeg=True,
    rollen=ALLE_ROLLEN,
)
