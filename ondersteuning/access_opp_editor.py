"""Doors for who writes in an OPP: the version in the making, its goals and deviations, and versions to compare."""

import uuid
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from ondersteuning.access_opp import Oppblik, get_opp_heel, in_voorbereiding, versies_van
from ondersteuning.models import Doel, Opp, OppAfwijking, OppDoel, OppVersie
from ondersteuning.oppbronnen import trajectdoelen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Werk:
    """An OPP that is open for writing: `versie` is the one in the making, None when the OPP is set and not changed."""

    opp: Opp
    mag: Oppblik
    versie: OppVersie | None
    versies: list[OppVersie]


def get_opp_schrijven(werkplek: Werkplek, pk: int) -> Werk:
    """Open an OPP to write in; 404 for who may not read it whole, 403 for who may only read. Logs the look."""
    opp, mag, _ = get_opp_heel(werkplek, pk)
    if not mag.schrijven:
        raise PermissionDenied("opp schrijven")
    versies = versies_van(opp.pk)
    return Werk(opp, mag, in_voorbereiding(versies), versies)


def doelen_van(oppversie_id: int) -> list[OppDoel]:
    """Goals of one version in their order, with the trajectory each was taken from; only after a door."""
    return _doelen.lees(oppversie_id)


@vaste_vraag
def _doelen(oppversie_id: int) -> QuerySet:
    rijen = OppDoel.objects.filter(oppversie_id=oppversie_id).select_related("bron__traject")
    return rijen.order_by("volgorde", "pk")


def afwijkingen_van(oppversie_id: int) -> list[OppAfwijking]:
    """Deviations of one version; only after a door."""
    return _afwijkingen.lees(oppversie_id)


@vaste_vraag
def _afwijkingen(oppversie_id: int) -> QuerySet:
    return OppAfwijking.objects.filter(oppversie_id=oppversie_id).order_by("pk")


def get_oppdoel(versie: OppVersie, stam: uuid.UUID) -> OppDoel:
    """One goal of a version whose door was passed; 404 for another's."""
    doel = OppDoel.objects.filter(oppversie=versie, stam=stam).first()
    if doel is None:
        raise Http404("doel")
    return doel


def get_afwijking(versie: OppVersie, pk: int) -> OppAfwijking:
    """One deviation of a version whose door was passed; 404 for another's."""
    afwijking = OppAfwijking.objects.filter(oppversie=versie, pk=pk).first()
    if afwijking is None:
        raise Http404("afwijking")
    return afwijking


def te_nemen(opp: Opp, doelen: list[OppDoel]) -> list[Doel]:
    """Goals of running trajectories that do not stand in the OPP yet (one query); only after a door."""
    al = {doel.bron_id for doel in doelen}
    return [doel for doel in trajectdoelen(opp.leerling_id) if doel.pk not in al]


def versie_met_nummer(opp_id: int, nummer: int) -> OppVersie | None:
    """One version of an opened OPP by its number; for putting an old draft together with what stands there now."""
    return OppVersie.objects.filter(opp_id=opp_id, nummer=nummer).first()
