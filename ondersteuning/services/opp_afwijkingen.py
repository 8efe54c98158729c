"""Deviations from the programme in an OPP: adding, changing and taking out; adapted hours carry what rule 29 asks."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404

from ondersteuning.models import Afwijkt, OppAfwijking, OppVersie
from ondersteuning.services.opp import te_schrijven
from ondersteuning.services.opp_doelen import Plek
from ondersteuning.services.opp_editor import handelingsdeel_openen
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

AFWIJKINGEN_MAX = 12


@dataclass(frozen=True)
class Afwijkinggegevens:
    """A deviation as it was filled in; `uren` is the number of lesson hours a week that stay."""

    soort: str
    uitleg: str
    vak: str = ""
    grondslag: str = ""
    van: date | None = None
    tot: date | None = None
    uren: Decimal | None = None
    inspectie_op: date | None = None


def _open(door: Werkplek, plek: Plek, op: datetime) -> OppVersie:
    return handelingsdeel_openen(
        door=door, pk=plek.pk, nummer=plek.nummer, gewaarschuwd=plek.gewaarschuwd, op=op
    )


def _pak(rij: OppVersie, pk: int, versie: int) -> tuple[OppAfwijking, int]:
    """The deviation with its place among those of this version (rows of a next version stand in the same order).

    404 for one of another OPP; Verouderd when it was changed meanwhile or belongs to an earlier version.
    """
    rijen = list(OppAfwijking.objects.filter(oppversie=rij))
    for plaats, afwijking in enumerate(rijen):
        if afwijking.pk == pk:
            if afwijking.versie != versie:
                raise Verouderd
            return afwijking, plaats
    if OppAfwijking.objects.filter(pk=pk, oppversie__opp=rij.opp_id).exists():
        raise Verouderd
    raise Http404("afwijking")


def _schrijf(door: Werkplek, plek: Plek, op: datetime) -> OppVersie:
    """The version to write in, in which now is said that there are deviations."""
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=True, op=op)
    if rij.afwijkt != Afwijkt.JA:
        OppVersie.objects.filter(pk=rij.pk).update(afwijkt=Afwijkt.JA, versie=F("versie") + 1)
    OppVersie.objects.filter(pk=rij.pk).update(gewijzigd_door=door.user, gewijzigd_op=op)
    return rij


@transaction.atomic
def afwijking_toevoegen(
    *, door: Werkplek, plek: Plek, gegevens: Afwijkinggegevens, op: datetime
) -> OppAfwijking:
    """Add a deviation; the same one sent twice is one. Raises ValidationError (rule 29), Verouderd, VraagtOpnieuw."""
    velden = asdict(gegevens)
    nu = te_schrijven(door=door, pk=plek.pk, handelingsdeel=False, op=op)
    if zelfde := OppAfwijking.objects.filter(oppversie=nu, **velden).first():
        return zelfde
    rij = _open(door, plek, op)
    if OppAfwijking.objects.filter(oppversie=rij).count() >= AFWIJKINGEN_MAX:
        raise ValidationError(f"Een OPP heeft hooguit {AFWIJKINGEN_MAX} afwijkingen. Haal er eerst een weg.")
    return bewaar(OppAfwijking(school=door.school, oppversie=_schrijf(door, plek, op), **velden))


@transaction.atomic
def afwijking_wijzigen(
    *,
    door: Werkplek,
    plek: Plek,
    afwijking_id: int,
    versie: int,
    gegevens: Afwijkinggegevens,
    op: datetime,
) -> OppAfwijking:
    """Change a deviation; nothing happens when it stays the same. Raises what `afwijking_toevoegen` raises."""
    velden = asdict(gegevens)
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=False, op=op)
    oud, plaats = _pak(rij, afwijking_id, versie)
    if all(getattr(oud, naam) == waarde for naam, waarde in velden.items()):
        return oud
    _open(door, plek, op)
    nieuw = list(OppAfwijking.objects.filter(oppversie=_schrijf(door, plek, op)))[plaats]
    for naam, waarde in velden.items():
        setattr(nieuw, naam, waarde)
    nieuw.versie += 1
    return bewaar(nieuw, *velden, "versie")


@transaction.atomic
def afwijking_weghalen(*, door: Werkplek, plek: Plek, afwijking_id: int, versie: int, op: datetime) -> None:
    """Take a deviation out; earlier versions keep it. Raises Verouderd, VraagtOpnieuw."""
    _, plaats = _pak(_open(door, plek, op), afwijking_id, versie)
    rij = te_schrijven(door=door, pk=plek.pk, handelingsdeel=True, op=op)
    list(OppAfwijking.objects.filter(oppversie=rij))[plaats].delete()
    OppVersie.objects.filter(pk=rij.pk).update(gewijzigd_door=door.user, gewijzigd_op=op)
