"""Training for colleagues: putting it in a year, changing it, calling it off and back (Herstel), another owner."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_scholing import get_scholing_slot
from beleid.klokken_scholing import anders_stil, meld_anders, plan_scholing
from beleid.models import Scholing
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

MEEST = 60
VOL = f"Er staan al {MEEST} scholingen in dit schooljaar. Haal er eerst een uit de lijst."
GAAT_NIET_DOOR = "Deze scholing gaat niet door. Zet haar eerst terug."


@dataclass(frozen=True, kw_only=True)
class Scholinggegevens:
    """What a training is, on one day of its school year. `kosten` in euros; without it they are not known."""

    titel: str
    datum: date
    doelgroep: str
    eigenaar: User
    aanbieder: str = ""
    kosten: Decimal | None = None
    materiaal: str = ""
    waarom: str = ""


def aantal_in(door: Werkplek, jaar: Schooljaar) -> int:
    """How many there are in this year; what does not go on does not count."""
    rijen = Scholing.objects.filter(school=door.school, schooljaar=jaar.beginjaar, weg_op__isnull=True)
    return rijen.count()


def _eis_ruimte(door: Werkplek, jaar: Schooljaar) -> None:
    een_tegelijk(door)
    if aantal_in(door, jaar) >= MEEST:
        raise ValidationError(VOL)


def _eis(gegevens: Scholinggegevens, jaar: Schooljaar) -> None:
    """What a person can mend, at the field where he can; the table has the same rules."""
    if not jaar.begin <= gegevens.datum <= jaar.eind:
        raise ValidationError({"datum": f"Kies een dag in schooljaar {jaar}."})
    if gegevens.kosten is not None and gegevens.kosten < 0:
        raise ValidationError({"kosten": "Schrijf een bedrag van 0 of hoger."})


def _vul(rij: Scholing, gegevens: Scholinggegevens) -> None:
    for veld in fields(gegevens):
        setattr(rij, veld.name, getattr(gegevens, veld.name))


@transaction.atomic
def scholing_toevoegen(*, door: Werkplek, jaar: Schooljaar, gegevens: Scholinggegevens) -> Scholing:
    """Put a training in a year; also one that was given already. Raises PermissionDenied, ValidationError."""
    door.eis(Recht.BELEID_WERKEN)
    _eis_ruimte(door, jaar)
    _eis(gegevens, jaar)
    rij = Scholing(school=door.school, schooljaar=jaar.beginjaar)
    _vul(rij, gegevens)
    bewaar(rij)
    plan_scholing(rij, door.dag)
    return rij


@transaction.atomic
def scholing_wijzigen(
    *, door: Werkplek, pk: int, versie: int, gegevens: Scholinggegevens, op: datetime
) -> Scholing:
    """Change it; who signed up hears of another day. What was given stays in the past.

    Raises Verouderd, ValidationError, 403 or 404.
    """
    rij = get_scholing_slot(door, pk)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        raise ValidationError(GAAT_NIET_DOOR)
    _eis(gegevens, rij.jaar)
    if rij.gegeven and gegevens.datum > door.dag:
        raise ValidationError({"datum": "Deze scholing is al gegeven. Kies een dag die voorbij is."})
    was = rij.datum
    _vul(rij, gegevens)
    rij.versie += 1
    bewaar(rij)
    plan_scholing(rij, door.dag)
    if rij.datum != was:
        meld_anders(door, rij, op)
    return rij


@transaction.atomic
def scholing_vervalt(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Scholing:
    """It does not go on; who signed up is told. A second press changes nothing.

    Raises Verouderd, ValidationError when it was given, 403 or 404.
    """
    rij = get_scholing_slot(door, pk)
    if rij.weg_op is not None:
        return rij
    if rij.versie != versie:
        raise Verouderd
    if rij.gegeven:
        raise ValidationError("Deze scholing is al gegeven. Daarom blijft ze in de lijst staan.")
    rij.weg_op, rij.versie = op, rij.versie + 1
    bewaar(rij, "weg_op", "versie")
    plan_scholing(rij, door.dag)
    meld_anders(door, rij, op)
    return rij


@transaction.atomic
def scholing_terug(*, door: Werkplek, pk: int, versie: int) -> Scholing:
    """Herstel: it goes on after all, with who had signed up. A second press changes nothing.

    Raises Verouderd, ValidationError when the year is full, 403 or 404.
    """
    rij = get_scholing_slot(door, pk)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        _eis_ruimte(door, rij.jaar)
        rij.weg_op, rij.versie = None, rij.versie + 1
        bewaar(rij, "weg_op", "versie")
        anders_stil(rij)
        plan_scholing(rij, door.dag)
    return rij


@transaction.atomic
def scholing_overdragen(*, door: Werkplek, pk: int, naar: User) -> Scholing:
    """Give open training another owner; the caller decided that he may."""
    rij = Scholing.objects.select_for_update().get(school=door.school, pk=pk)
    rij.eigenaar, rij.versie = naar, rij.versie + 1
    bewaar(rij, "eigenaar", "versie")
    plan_scholing(rij, door.dag)
    return rij
