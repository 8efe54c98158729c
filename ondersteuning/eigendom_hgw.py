"""HGW forms, hand-overs and complaints as open work: nobody loses his role while one is his. No pupil's name."""

from collections.abc import Sequence
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
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


def _met_rol(school_id: int, dag: date, rollen: frozenset[Rol]) -> QuerySet:
    rijen = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=rollen, user__is_active=True)
    return rijen.values("user_id")


def _hgw(rij: Hgw) -> OpenStuk:
    dag = dagdatum(rij.evaluatie_op) if rij.evaluatie_op else ""
    url = reverse("ondersteuning:hgw", args=[rij.pk])
    return OpenStuk(rij.pk, f"HGW-formulier {rij.pk}: terugkijken {dag}", url, rij.eigenaar_id)


def _hgw_open(school_id: int) -> QuerySet[Hgw]:
    return Hgw.objects.filter(school_id=school_id, status=HgwStatus.VAST).order_by("evaluatie_op", "pk")


def _hgw_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    if naar is None:
        raise ValueError("Een HGW-formulier heeft altijd een eigenaar. Kies een collega.")
    for pk in ids:
        hgw_overdragen(door=door, pk=pk, naar=naar)


HGW = Eigendom(
    sleutel="hgw",
    meervoud="HGW-formulieren",
    **uit_rijen(lambda school, user: _hgw_open(school).filter(eigenaar_id=user), _hgw),
    overdragen=_hgw_overdragen,
    zonder_toegang=lambda school, dag: [
        _hgw(r)
        for r in _hgw_open(school).exclude(eigenaar_id__in=_met_rol(school, dag, ROLLEN_MET_LEERLINGEN))
    ],
)


def _overdracht(rij: Lesoverdracht) -> OpenStuk:
    url = reverse("ondersteuning:overdracht", args=[rij.pk])
    return OpenStuk(
        rij.pk, f"Overdracht naar de les {rij.pk}: {dagdatum(rij.volgende_datum)}", url, rij.eigenaar_id
    )


def _overdrachten(school_id: int) -> QuerySet[Lesoverdracht]:
    return Lesoverdracht.objects.open().filter(school_id=school_id).order_by("volgende_datum", "pk")


def _overdrachten_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    if naar is None:
        raise ValueError("Een overdracht heeft altijd een eigenaar. Kies een collega.")
    for pk in ids:
        overdracht_overdragen(door=door, pk=pk, naar=naar)


OVERDRACHT = Eigendom(
    sleutel="lesoverdracht",
    meervoud="overdrachten naar de les",
    **uit_rijen(lambda school, user: _overdrachten(school).filter(eigenaar_id=user), _overdracht),
    overdragen=_overdrachten_overdragen,
    zonder_toegang=lambda school, dag: [
        _overdracht(r)
        for r in _overdrachten(school).exclude(eigenaar_id__in=_met_rol(school, dag, ROLLEN_MET_LEERLINGEN))
    ],
)


def _klacht(rij: Klacht) -> OpenStuk:
    """Not what it is about: that a complaint is open is already much."""
    return OpenStuk(rij.pk, f"Stuk {rij.pk}: antwoord voor {dagdatum(rij.uiterlijk)}", "", rij.eigenaar_id)


def _klachten(school_id: int) -> QuerySet[Klacht]:
    rijen = Klacht.objects.filter(school_id=school_id).exclude(status=KlachtStatus.GESLOTEN)
    return rijen.order_by("uiterlijk", "pk")


def _klachten_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    if naar is None:
        raise ValueError("Dit heeft altijd een eigenaar. Kies een zorgcoördinator.")
    for pk in ids:
        klacht_overdragen(door=door, pk=pk, naar=naar, vanaf=vanaf)


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
    overdragen=_klachten_overdragen,
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


def _afspraken_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    if naar is None:
        raise ValueError("Een afspraak heeft altijd een eigenaar. Kies een collega.")
    for pk in ids:
        afspraak_overdragen(door=door, pk=pk, naar=naar)


AFSPRAAK = Eigendom(
    sleutel="klachtafspraak",
    meervoud="afspraken",
    **uit_rijen(lambda school, user: _afspraken(school).filter(eigenaar_id=user), _afspraak),
    overdragen=_afspraken_overdragen,
    zonder_toegang=lambda school, dag: [
        _afspraak(r)
        for r in _afspraken(school).exclude(eigenaar_id__in=_met_rol(school, dag, ROLLEN_MET_LEERLINGEN))
    ],
)
ALLE = (HGW, OVERDRACHT, KLACHT, AFSPRAAK)
