"""HGW forms, hand-overs and complaints as open work: nobody loses his role while one is his. No pupil's name."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from ondersteuning.models import Hgw, HgwStatus
from ondersteuning.services.hgw import hgw_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk
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
    open_van=lambda school, user: [_hgw(r) for r in _hgw_open(school).filter(eigenaar_id=user)],
    overdragen=_hgw_overdragen,
    zonder_toegang=lambda school, dag: [
        _hgw(r)
        for r in _hgw_open(school).exclude(eigenaar_id__in=_met_rol(school, dag, ROLLEN_MET_LEERLINGEN))
    ],
)
