"""Goals in the handelingsdeel of an OPP: adding, changing, ordering, removing, and taking one from a trajectory.

Goals of two versions are the same goal when they have the same `stam`; a change after the question was put before the
parents lands in the next version (rule 10).
"""

import uuid
from dataclasses import asdict, dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.http import Http404

from ondersteuning.models import OppDoel, OppVersie
from ondersteuning.oppbronnen import doel_uit, trajectdoelen
from ondersteuning.services.opp import te_schrijven
from ondersteuning.services.opp_editor import handelingsdeel_openen
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

DOELEN_MAX = 10


@dataclass(frozen=True)
class Oppdoelgegevens:
    """A goal as it was filled in (SMART: what, how one notices it, from where, who does what, by when)."""

    domein: str
    doel: str
    aanpak: str
    wie: str
    waar: str
    tot: date
    beginsituatie: str = ""
    frequentie: str = ""
    materialen: str = ""
    van: date | None = None
    criterium: str = ""


@dataclass(frozen=True)
class Plek:
    """Where a writer stood: the OPP, the version he saw, and whether he was warned that parents are asked again."""

    pk: int
    nummer: int
    gewaarschuwd: bool = False


def _open(door: Werkplek, plek: Plek, op: datetime) -> OppVersie:
    return handelingsdeel_openen(
        door=door, pk=plek.pk, nummer=plek.nummer, gewaarschuwd=plek.gewaarschuwd, op=op
    )


def _pak(rij: OppVersie, stam: uuid.UUID, versie: int | None = None) -> OppDoel:
    """The goal in this version; 404 for one of another OPP, Verouderd when it was changed or taken out meanwhile."""
    doel = OppDoel.objects.filter(oppversie=rij, stam=stam).first()
    if doel is None:
        if OppDoel.objects.filter(oppversie__opp=rij.opp_id, stam=stam).exists():
            raise Verouderd
        raise Http404("doel")
    if versie is not None and doel.versie != versie:
        raise Verouderd
    return doel


def _schrijf(door: Werkplek, plek: Plek, op: datetime) -> OppVersie:
    """The version to write in; the next one when this one was put before the parents."""
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=True, op=op)
    OppVersie.objects.filter(pk=rij.pk).update(gewijzigd_door=door.user, gewijzigd_op=op)
    return rij


def _nieuw(rij: OppVersie) -> int:
    """The place of a goal more; raises ValidationError when there are enough."""
    doelen = OppDoel.objects.filter(oppversie=rij)
    if doelen.count() >= DOELEN_MAX:
        raise ValidationError(f"Een OPP heeft hooguit {DOELEN_MAX} doelen. Haal er eerst een weg.")
    laatste = doelen.aggregate(n=Max("volgorde"))["n"]
    return 0 if laatste is None else laatste + 1


@transaction.atomic
def oppdoel_toevoegen(
    *, door: Werkplek, plek: Plek, stam: uuid.UUID, gegevens: Oppdoelgegevens, op: datetime
) -> OppDoel:
    """Add a goal; `stam` belongs to one opened form, so that sending it twice is one goal.

    Raises ValidationError for what is missing or too much, Verouderd, VraagtOpnieuw.
    """
    opp_rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=False, op=op)
    if al := OppDoel.objects.filter(oppversie=opp_rij, stam=stam).first():
        return al
    rij = _open(door, plek, op)
    if OppDoel.objects.filter(stam=stam).exists():
        raise Verouderd
    volgorde = _nieuw(rij)
    rij = _schrijf(door, plek, op)
    doel = OppDoel(school=door.school, oppversie=rij, stam=stam, volgorde=volgorde, **asdict(gegevens))
    return bewaar(doel)


@transaction.atomic
def oppdoel_wijzigen(
    *, door: Werkplek, plek: Plek, stam: uuid.UUID, versie: int, gegevens: Oppdoelgegevens, op: datetime
) -> OppDoel:
    """Change the words of a goal; nothing happens when they are the same. Raises what `oppdoel_toevoegen` raises."""
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=False, op=op)
    if rij.nummer != plek.nummer:
        raise Verouderd
    velden = asdict(gegevens)
    doel = _pak(rij, stam, versie)
    if all(getattr(doel, naam) == waarde for naam, waarde in velden.items()):
        return doel
    _open(door, plek, op)
    doel = _pak(_schrijf(door, plek, op), stam)
    for naam, waarde in velden.items():
        setattr(doel, naam, waarde)
    doel.versie += 1
    return bewaar(doel, *velden, "versie")


@transaction.atomic
def oppdoel_weghalen(*, door: Werkplek, plek: Plek, stam: uuid.UUID, versie: int, op: datetime) -> None:
    """Take a goal out of the version in the making; earlier versions keep it. Raises Verouderd, VraagtOpnieuw."""
    _pak(_open(door, plek, op), stam, versie)
    _pak(_schrijf(door, plek, op), stam).delete()


@transaction.atomic
def oppdoel_omhoog(*, door: Werkplek, plek: Plek, stam: uuid.UUID, op: datetime) -> None:
    """Let a goal change places with the one before it; the first one stays. Raises Verouderd, VraagtOpnieuw."""
    rij = _open(door, plek, op)
    _pak(rij, stam)
    stammen = list(OppDoel.objects.filter(oppversie=rij).values_list("stam", flat=True))
    hier = stammen.index(stam)
    if not hier:
        return
    stammen[hier - 1], stammen[hier] = stammen[hier], stammen[hier - 1]
    rij = _schrijf(door, plek, op)
    for volgorde, een in enumerate(stammen):
        OppDoel.objects.filter(oppversie=rij, stam=een).exclude(volgorde=volgorde).update(volgorde=volgorde)


@transaction.atomic
def oppdoel_overnemen(*, door: Werkplek, plek: Plek, doel_id: int, op: datetime) -> OppDoel:
    """Take a goal from a running trajectory of this pupil, once; 404 for one of another pupil or that no longer counts."""
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=False, op=op)
    if al := OppDoel.objects.filter(oppversie=rij, bron=doel_id).first():
        return al
    rij = _open(door, plek, op)
    bron = next((doel for doel in trajectdoelen(rij.opp.leerling_id) if doel.pk == doel_id), None)
    if bron is None:
        raise Http404("doel")
    volgorde = _nieuw(rij)
    return bewaar(doel_uit(bron, _schrijf(door, plek, op), volgorde))
