"""Money for support: where it comes from, what for, what was spent and what came of it."""

from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_uren import get_middel
from beleid.models import Middel
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

MIDDELEN_MAX = 40
AL = "Dit middel staat al in de lijst. Pas het daar aan."
BESTEED = "Hier is al geld van besteed. Daarom blijft het in de lijst staan."


def _ruimte(door: Werkplek, schooljaar: int) -> None:
    """One at a time for the school, and room on the list of that year."""
    een_tegelijk(door)
    rijen = Middel.objects.filter(school=door.school, schooljaar=schooljaar, weg_op__isnull=True)
    if rijen.count() >= MIDDELEN_MAX:
        raise ValidationError(f"Er staan al {MIDDELEN_MAX} middelen in de lijst. Pas er een aan.")


@transaction.atomic
def middel_zetten(
    *,
    door: Werkplek,
    jaar: Schooljaar,
    bron: str,
    doel: str,
    bedrag: Decimal,
    besteed: Decimal,
    resultaat: str,
) -> Middel:
    """Put a source on the list of a year, in euros; pressed twice it is there once. Raises ValidationError, 403."""
    door.eis(Recht.BELEID_WERKEN)
    _ruimte(door, jaar.beginjaar)
    al = Middel.objects.filter(school=door.school, schooljaar=jaar.beginjaar, weg_op__isnull=True)
    if al.filter(bron=bron, doel=doel).exists():
        raise ValidationError(AL)
    rij = Middel(school=door.school, schooljaar=jaar.beginjaar, gemaakt_door=door.user)
    rij.bron, rij.doel, rij.bedrag, rij.besteed, rij.resultaat = bron, doel, bedrag, besteed, resultaat
    return bewaar(rij)


@transaction.atomic
def middel_wijzigen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    bron: str,
    doel: str,
    bedrag: Decimal,
    besteed: Decimal,
    resultaat: str,
) -> Middel:
    """Change it; more may be spent than there was, the list says so. Raises Verouderd, ValidationError, 403 or 404."""
    rij = get_middel(door, pk, slot=True)
    if rij.versie != versie:
        raise Verouderd
    rij.bron, rij.doel, rij.bedrag, rij.besteed, rij.resultaat = bron, doel, bedrag, besteed, resultaat
    rij.versie += 1
    return bewaar(rij)


@transaction.atomic
def middel_weg(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Middel:
    """Take a source off the list, when nothing of it was spent; a second press changes nothing.

    Raises Verouderd, ValidationError, 403 or 404.
    """
    rij = get_middel(door, pk, slot=True, ook_weg=True)
    if rij.weg_op is not None:
        return rij
    if rij.versie != versie:
        raise Verouderd
    if rij.besteed:
        raise ValidationError(BESTEED)
    rij.weg_op, rij.versie = op, rij.versie + 1
    return bewaar(rij, "weg_op", "versie")


@transaction.atomic
def middel_terug(*, door: Werkplek, pk: int, versie: int) -> Middel:
    """Herstel: put it back. Raises Verouderd, ValidationError when the list is full, 403 or 404."""
    rij = get_middel(door, pk, slot=True, ook_weg=True)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        _ruimte(door, rij.schooljaar)
        rij.weg_op, rij.versie = None, rij.versie + 1
        bewaar(rij, "weg_op", "versie")
    return rij
