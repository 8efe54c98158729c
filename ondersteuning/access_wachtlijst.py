"""The doors to who waits for an offering and who uses it: only pupils whose support one sees in full, else 404."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, mag_contacten_zien
from leerlingen.models import Leerling
from ondersteuning.access_aanbod import lijst_ingezien
from ondersteuning.models import Aanbod, Traject, Wachtplek
from ondersteuning.querysets_aanbod import WACHTVOLGORDE, WachtplekQuerySet
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import PER_PAGINA, Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag


def wachtlijst(werkplek: Werkplek, gevraagd: str | None, aanbod: Aanbod | None = None) -> Pagina:
    """Who waits (for one offering, or for all), those whose turn it is first; only pupils seen in full."""
    stam = None if aanbod is None else aanbod.pk
    return vaste_bladzijde(_wachtlijst, werkplek, stam, gevraagd=gevraagd, per_pagina=PER_PAGINA)


@vaste_vraag
def _wachtlijst(werkplek: Werkplek, aanbod_id: int | None, bereik: Bereik) -> QuerySet:
    rijen = Wachtplek.objects.wacht().zichtbaar_voor(werkplek)
    volgorde: tuple[Any, ...] = ("volgende_datum", "pk")
    if aanbod_id is not None:
        zelfde = Aanbod.objects.filter(pk=aanbod_id).values("stam")
        rijen, volgorde = rijen.filter(aanbod__stam__in=zelfde), WACHTVOLGORDE
    return bereik.uit(rijen.select_related("leerling", "aanbod", "eigenaar").order_by(*volgorde))


def get_wachtplek(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Wachtplek:
    """One place on a waiting list; 404 for who may not see it. `slot` locks it; otherwise the look is logged."""
    rijen = Wachtplek.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    if slot:
        plek = rijen.select_for_update(of=("self",)).first()
    else:
        plek = rijen.select_related("leerling", "aanbod", "eigenaar", "door").first()
    if plek is None:
        raise Http404
    if not slot:
        lijst_ingezien(werkplek, "wachtplek", [(plek.pk, plek.leerling_id)])
    return plek


def get_wachtplek_om_te_regelen(werkplek: Werkplek, pk: int) -> Wachtplek:
    """Lock a place that this person may change: its owner or a coordinator; 403 for who may only see it, else 404."""
    plek = get_wachtplek(werkplek, pk, slot=True)
    if not mag_wachtplek_regelen(werkplek, plek):
        raise PermissionDenied("alleen de eigenaar en de zorgcoördinator veranderen een wachtplek")
    return plek


def mag_wachtplek_regelen(werkplek: Werkplek, plek: Wachtplek) -> bool:
    """Whether this person owns the place or coordinates for its pupil."""
    if plek.eigenaar_id in werkplek.namens:
        return True
    return Wachtplek.objects.te_regelen_door(werkplek).filter(pk=plek.pk).exists()


def wachtplekken_van(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[Wachtplek]:
    """What a pupil waits for, for who sees his support in full; the file that is open has logged the look."""
    if not mag_contacten_zien(werkplek, grond):
        return []
    return wachtplekken_vraag.lees(werkplek.school.pk, leerling.pk)


@vaste_vraag
def wachtplekken_vraag(school_id: int, leerling_id: int) -> WachtplekQuerySet:
    """The same as a question, to be asked together with another one."""
    rijen = Wachtplek.objects.wacht().filter(school_id=school_id, leerling_id=leerling_id)
    return rijen.select_related("aanbod", "eigenaar").order_by("aangemeld_op", "pk")


def gebruikers_van(werkplek: Werkplek, aanbod: Aanbod, gevraagd: str | None) -> Pagina:
    """Running trajectories in an offering of pupils whose support one sees in full, the nearest evaluation first."""
    return vaste_bladzijde(_gebruikers, werkplek, aanbod.pk, gevraagd=gevraagd)


@vaste_vraag
def _gebruikers(werkplek: Werkplek, aanbod_id: int, bereik: Bereik) -> QuerySet:
    zelfde = Aanbod.objects.filter(pk=aanbod_id).values("stam")
    rijen = Traject.objects.met_inhoud_voor(werkplek).lopend().filter(aanbod__stam__in=zelfde)
    rijen = rijen.select_related("leerling", "regievoerder")
    return bereik.uit(rijen.order_by("evaluatie_op", "pk"))
