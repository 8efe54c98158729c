"""HGW forms, hand-overs and complaints as open work: nobody loses his role while one is his. No pupil's name."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.urls import reverse

from ondersteuning.access_klacht import mag_klacht_bezitten
from ondersteuning.models import Hgw, HgwStatus, Klacht, Klachtafspraak, KlachtStatus, Lesoverdracht
from ondersteuning.services.hgw import hgw_overdragen
from ondersteuning.services.klacht import afspraak_overdragen, klacht_overdragen
from ondersteuning.services.lesoverdracht import overdracht_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum

Rij = TypeVar("Rij", bound=Model)


def _met_rol(school_id: int, dag: date, rollen: frozenset[Rol]) -> QuerySet:
    rijen = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=rollen, user__is_active=True)
    return rijen.values("user_id")


def _zonder_rol(
    rijen: Callable[[int], QuerySet[Rij]], stuk: Callable[[Rij], OpenStuk]
) -> Callable[[int, date], list[OpenStuk]]:
    """What is of somebody who has no role with pupils on a day."""

    def lees(school_id: int, dag: date) -> list[OpenStuk]:
        met = _met_rol(school_id, dag, ROLLEN_MET_LEERLINGEN)
        return [stuk(rij) for rij in rijen(school_id).exclude(eigenaar_id__in=met)]

    return lees


def _overdragen(
    doe: Callable[[Werkplek, int, User, date], object], zin: str
) -> Callable[[Werkplek, Sequence[int], User | None, date], None]:
    """Give each of them to somebody; nobody raises ValueError with `zin`."""

    def geef(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
        if naar is None:
            raise ValueError(zin)
        for pk in ids:
            doe(door, pk, naar, vanaf)

    return geef


def _hgw(rij: Hgw) -> OpenStuk:
    dag = dagdatum(rij.evaluatie_op) if rij.evaluatie_op else ""
    url = reverse("ondersteuning:hgw", args=[rij.pk])
    return OpenStuk(rij.pk, f"HGW-formulier {rij.pk}: terugkijken {dag}", url, rij.eigenaar_id)


def _hgw_open(school_id: int) -> QuerySet[Hgw]:
    return Hgw.objects.filter(school_id=school_id, status=HgwStatus.VAST).order_by("evaluatie_op", "pk")


HGW = Eigendom(
    sleutel="hgw",
    meervoud="HGW-formulieren",
    **uit_rijen(lambda school, user: _hgw_open(school).filter(eigenaar_id=user), _hgw),
    overdragen=_overdragen(
        lambda door, pk, naar, _: hgw_overdragen(door=door, pk=pk, naar=naar),
        "Een HGW-formulier heeft altijd een eigenaar. Kies een collega.",
    ),
    zonder_toegang=_zonder_rol(_hgw_open, _hgw),
)


def _overdracht(rij: Lesoverdracht) -> OpenStuk:
    url = reverse("ondersteuning:overdracht", args=[rij.pk])
    return OpenStuk(
        rij.pk, f"Overdracht naar de les {rij.pk}: {dagdatum(rij.volgende_datum)}", url, rij.eigenaar_id
    )


def _overdrachten(school_id: int) -> QuerySet[Lesoverdracht]:
    return Lesoverdracht.objects.open().filter(school_id=school_id).order_by("volgende_datum", "pk")


OVERDRACHT = Eigendom(
    sleutel="lesoverdracht",
    meervoud="overdrachten naar de les",
    **uit_rijen(lambda school, user: _overdrachten(school).filter(eigenaar_id=user), _overdracht),
    overdragen=_overdragen(
        lambda door, pk, naar, _: overdracht_overdragen(door=door, pk=pk, naar=naar),
        "Een overdracht heeft altijd een eigenaar. Kies een collega.",
    ),
    zonder_toegang=_zonder_rol(_overdrachten, _overdracht),
)


def _klacht(rij: Klacht) -> OpenStuk:
    """Not what it is about: that a complaint is open is already much."""
    return OpenStuk(rij.pk, f"Stuk {rij.pk}: antwoord voor {dagdatum(rij.uiterlijk)}", "", rij.eigenaar_id)


def _klachten(school_id: int) -> QuerySet[Klacht]:
    rijen = Klacht.objects.filter(school_id=school_id).exclude(status=KlachtStatus.GESLOTEN)
    return rijen.order_by("uiterlijk", "pk")


COORDINATOREN = frozenset({Rol.ZORGCOORDINATOR})


def _mag_klachten(school_id: int, user_id: int, stukken: Sequence[OpenStuk], dag: date) -> set[int]:
    """Of these the complaints about pupils this person coordinates on `dag`: another location's does not exist for him."""
    rijen = _klachten(school_id).filter(pk__in=[stuk.id for stuk in stukken])
    return {rij.pk for rij in rijen.select_related("leerling") if mag_klacht_bezitten(rij, user_id, dag)}


def _klachten_zonder(school_id: int, dag: date) -> list[OpenStuk]:
    """Open complaints whose owner does not coordinate their pupil; locations are compared in one query."""
    met_rol = Aanstelling.objects.op(dag).filter(
        Q(vestiging__isnull=True) | Q(vestiging=OuterRef("leerling__vestiging")),
        school_id=school_id,
        rol=Rol.ZORGCOORDINATOR,
        user=OuterRef("eigenaar"),
        user__is_active=True,
    )
    return [_klacht(rij) for rij in _klachten(school_id).filter(~Exists(met_rol))]


KLACHT = Eigendom(
    sleutel="klacht",
    meervoud="vertrouwelijke stukken van de zorgcoördinator",
    **uit_rijen(lambda school, user: _klachten(school).filter(eigenaar_id=user), _klacht),
    overdragen=_overdragen(
        lambda door, pk, naar, vanaf: klacht_overdragen(door=door, pk=pk, naar=naar, vanaf=vanaf),
        "Dit heeft altijd een eigenaar. Kies een zorgcoördinator.",
    ),
    zonder_toegang=_klachten_zonder,
    mag_bezitten=_mag_klachten,
    rollen=COORDINATOREN,
)


def _afspraak(rij: Klachtafspraak) -> OpenStuk:
    url = reverse("ondersteuning:klacht_afspraak", args=[rij.pk])
    return OpenStuk(rij.pk, f"Afspraak {rij.pk}: {dagdatum(rij.datum)}", url, rij.eigenaar_id)


def _afspraken(school_id: int) -> QuerySet[Klachtafspraak]:
    rijen = Klachtafspraak.objects.filter(school_id=school_id, klaar_op__isnull=True)
    return rijen.order_by("datum", "pk")


AFSPRAAK = Eigendom(
    sleutel="klachtafspraak",
    meervoud="afspraken",
    **uit_rijen(lambda school, user: _afspraken(school).filter(eigenaar_id=user), _afspraak),
    overdragen=_overdragen(
        lambda door, pk, naar, _: afspraak_overdragen(door=door, pk=pk, naar=naar),
        "Een afspraak heeft altijd een eigenaar. Kies een collega.",
    ),
    zonder_toegang=_zonder_rol(_afspraken, _afspraak),
)
ALLE = (HGW, OVERDRACHT, KLACHT, AFSPRAAK)
