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


def oppdoel_nu(versie: OppVersie, stam: uuid.UUID) -> OppDoel | None:
    """One goal as it stands in a version whose door was passed; None when it was taken out, 404 for another OPP's."""
    rijen = list(OppDoel.objects.filter(stam=stam).select_related("oppversie"))
    if any(rij.oppversie.opp_id != versie.opp_id for rij in rijen):
        raise Http404("doel")
    return next((rij for rij in rijen if rij.oppversie_id == versie.pk), None)


def afwijking_nu(versie: OppVersie, pk: int) -> tuple[OppAfwijking | None, list[int]]:
    """One deviation as it stands in a version whose door was passed, and its numbers in this and earlier versions.

    A next version copies the rows in their order, so that the one in the same place of the same kind is the same
    deviation. None when it was taken out; 404 for that of another OPP.
    """
    rijen = list(OppAfwijking.objects.filter(oppversie__opp=versie.opp_id).order_by("pk"))
    per: dict[int, list[OppAfwijking]] = {}
    for rij in rijen:
        per.setdefault(rij.oppversie_id, []).append(rij)
    eigen = next((rij for rij in rijen if rij.pk == pk), None)
    if eigen is None:
        if OppAfwijking.objects.filter(pk=pk).exists():
            raise Http404("afwijking")
        return None, [pk]
    plaats = per[eigen.oppversie_id].index(eigen)
    zelfde = [
        r for lijst in per.values() if len(lijst) > plaats and (r := lijst[plaats]).soort == eigen.soort
    ]
    nu = next((rij for rij in zelfde if rij.oppversie_id == versie.pk), None)
    return nu, [rij.pk for rij in zelfde]


def te_nemen(opp: Opp, doelen: list[OppDoel]) -> list[Doel]:
    """Goals of running trajectories that do not stand in the OPP yet (one query); only after a door."""
    al = {doel.bron_id for doel in doelen}
    return [doel for doel in trajectdoelen(opp.leerling_id) if doel.pk not in al]


def versie_met_nummer(opp_id: int, nummer: int) -> OppVersie | None:
    """One version of an opened OPP by its number; for putting an old draft together with what stands there now."""
    return OppVersie.objects.filter(opp_id=opp_id, nummer=nummer).first()
