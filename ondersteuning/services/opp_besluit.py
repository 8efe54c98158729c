"""Noting a decision from outside the school and a temporary placement: what makes that a pupil must have an OPP."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from typing import TypeVar

from django.db import transaction
from django.db.models import F

from leerlingen.models import Leerling
from ondersteuning.access_opp_besluit import Besluit, get_besluit, get_leerling_besluiten
from ondersteuning.models import Beschikking, Opp, OppStatus, TijdelijkePlaatsing
from ondersteuning.oppplicht import stand_van
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.services.versie import Verouderd, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

T = TypeVar("T")


@dataclass(frozen=True)
class Beschikkinggegevens:
    """What a decision says; `tot` is its last day, None: until further notice."""

    soort: str
    van: date
    tot: date | None = None
    volgnummer: str = ""
    toelichting: str = ""


@dataclass(frozen=True)
class Plaatsinggegevens:
    """Since when somebody is placed for the time being, and since when definitively (None: not yet)."""

    van: date
    definitief_op: date | None = None


Gegevens = Beschikkinggegevens | Plaatsinggegevens
_MODEL: dict[type, type[Besluit]] = {
    Beschikkinggegevens: Beschikking,
    Plaatsinggegevens: TijdelijkePlaatsing,
}


@transaction.atomic
def besluit_toevoegen(*, door: Werkplek, leerling_id: int, gegevens: Gegevens) -> Besluit:
    """Add a decision or a temporary placement; the same one sent twice is one.

    Raises ValidationError for an end before the start, or a temporary placement that begins on a day that is taken;
    404 and 403 as the door.
    """
    leerling, _ = get_leerling_besluiten(door, leerling_id, schrijven=True, handeling=Handeling.GEWIJZIGD)
    model, velden = _MODEL[type(gegevens)], asdict(gegevens)
    zelfde = model._default_manager.filter(leerling=leerling, door=door.user, **velden).first()
    if zelfde is not None:
        return zelfde
    rij = model(school=door.school, leerling=leerling, door=door.user, **velden)
    return _met_klok(door, leerling, lambda: bewaar(rij))


@transaction.atomic
def besluit_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Gegevens) -> Besluit:
    """Change it, or end it by giving it a last day. Raises Verouderd when a colleague was first, else as adding."""
    rij, leerling = get_besluit(door, _MODEL[type(gegevens)], pk, Handeling.GEWIJZIGD)
    velden = asdict(gegevens)
    for naam, waarde in velden.items():
        setattr(rij, naam, waarde)
    namen = tuple(velden)
    return _met_klok(
        door, leerling, lambda: op_versie_bewaren(door=door, rij=rij, versie=versie, velden=namen)
    )


@transaction.atomic
def besluit_verwijderen(*, door: Werkplek, model: type[Besluit], pk: int, versie: int) -> None:
    """Take away what was noted by mistake; what it said stays in the history. Raises Verouderd."""
    rij, leerling = get_besluit(door, model, pk, Handeling.GEWIJZIGD)
    deze = model._default_manager.filter(school=door.school, pk=rij.pk, versie=versie)
    if not _met_klok(door, leerling, lambda: deze.delete()[0]):
        raise Verouderd


def _met_klok(door: Werkplek, leerling: Leerling, doe: Callable[[], T]) -> T:
    """Do it; when it changes by when the pupil must have an OPP, the draft there may be follows."""
    eerst = stand_van(door, leerling)
    uit = doe()
    nu = stand_van(door, leerling)
    if nu.opp_status == OppStatus.CONCEPT and nu.plicht != eerst.plicht:
        uiterlijk = nu.plicht.uiterlijk if nu.plicht else None
        Opp.objects.filter(leerling=leerling, status=OppStatus.CONCEPT).update(
            uiterlijk=uiterlijk, versie=F("versie") + 1
        )
    return uit
