"""Money for support: where it comes from, what for, what was spent and what came of it."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_uren import eis, get_middel
from beleid.models import Middel
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

MIDDELEN_MAX = 40


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
    """Put a source on the list of a year, in euros. Raises ValidationError, PermissionDenied."""
    eis(door, Recht.BELEID_WERKEN)
    een_tegelijk(door)
    if Middel.objects.filter(school=door.school, schooljaar=jaar.beginjaar).count() >= MIDDELEN_MAX:
        raise ValidationError(f"Er staan al {MIDDELEN_MAX} middelen in de lijst. Pas er een aan.")
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
