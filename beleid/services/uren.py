"""Hours of a role: asked and delivered by the coordinator, promised by the schoolleiding; and what one piece of work takes."""

from collections.abc import Mapping
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_uren import get_uren, normen_van
from beleid.inzet import Werksoort
from beleid.models import Inzetnorm, Uren
from beleid.models.facilitering import WEEK_MAX
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

ROLLEN_MAX = 30
VOL = f"Er staan al {ROLLEN_MAX} rollen in de lijst. Pas er een aan."
TOEGEZEGD = "De schoolleiding zei hier uren toe. Daarom blijft deze rol staan."
GELEVERD = "Hier staan geleverde uren. Maak dat veld eerst leeg, dan kan de rol van de lijst."


def _ruimte(door: Werkplek, schooljaar: int) -> None:
    """One at a time for the school, and room on the list of that year."""
    een_tegelijk(door)
    rijen = Uren.objects.filter(school=door.school, schooljaar=schooljaar, weg_op__isnull=True)
    if rijen.count() >= ROLLEN_MAX:
        raise ValidationError(VOL)


@transaction.atomic
def uren_vragen(
    *, door: Werkplek, jaar: Schooljaar, rol: str, user: User | None, gevraagd: int, opmerking: str
) -> Uren:
    """Put a role on the list of a year with the minutes a week it asks. Raises ValidationError, PermissionDenied."""
    door.eis(Recht.BELEID_WERKEN)
    _ruimte(door, jaar.beginjaar)
    rij = Uren(school=door.school, schooljaar=jaar.beginjaar, rol=rol, user=user)
    rij.gevraagd, rij.opmerking = gevraagd, opmerking
    return bewaar(rij)


@transaction.atomic
def uren_wijzigen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    rol: str,
    user: User | None,
    gevraagd: int,
    geleverd: int | None,
    opmerking: str,
) -> Uren:
    """Change what is asked and what was delivered; a promise stays what it is. Raises Verouderd, 403 or 404."""
    rij = get_uren(door, pk, Recht.BELEID_WERKEN, slot=True)
    if rij.versie != versie:
        raise Verouderd
    rij.rol, rij.user, rij.gevraagd, rij.geleverd, rij.opmerking = rol, user, gevraagd, geleverd, opmerking
    rij.versie += 1
    return bewaar(rij)


@transaction.atomic
def uren_toezeggen(*, door: Werkplek, pk: int, versie: int, toegezegd: int | None) -> Uren:
    """Promise minutes a week to a role, or take the promise back (None): the schoolleiding. Raises Verouderd, 403, 404."""
    rij = get_uren(door, pk, Recht.BELEID_VASTSTELLEN, slot=True)
    if rij.versie != versie:
        raise Verouderd
    rij.toegezegd, rij.versie = toegezegd, rij.versie + 1
    return bewaar(rij, "toegezegd", "versie")


@transaction.atomic
def uren_weg(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Uren:
    """Take a role off the list, when nothing was promised or delivered; a second press changes nothing.

    Raises Verouderd, ValidationError, 403, 404.
    """
    rij = get_uren(door, pk, Recht.BELEID_WERKEN, slot=True, ook_weg=True)
    if rij.weg_op is not None:
        return rij
    if rij.versie != versie:
        raise Verouderd
    if rij.toegezegd is not None:
        raise ValidationError(TOEGEZEGD)
    if rij.geleverd is not None:
        raise ValidationError(GELEVERD)
    rij.weg_op, rij.versie = op, rij.versie + 1
    return bewaar(rij, "weg_op", "versie")


@transaction.atomic
def uren_terug(*, door: Werkplek, pk: int, versie: int) -> Uren:
    """Herstel: put a role back. Raises Verouderd, ValidationError when it is there again or the list is full, 403, 404."""
    rij = get_uren(door, pk, Recht.BELEID_WERKEN, slot=True, ook_weg=True)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        _ruimte(door, rij.schooljaar)
        rij.weg_op, rij.versie = None, rij.versie + 1
        bewaar(rij, "weg_op", "versie")
    return rij


@transaction.atomic
def normen_zetten(*, door: Werkplek, jaar: Schooljaar, versie: int, minuten: Mapping[Werksoort, int]) -> None:
    """Keep what one piece of each kind of work takes in a year, all together. Raises Verouderd, ValidationError, 403."""
    door.eis(Recht.BELEID_WERKEN)
    een_tegelijk(door)
    _, nu = normen_van(door, jaar)
    if nu != versie:
        raise Verouderd
    if set(minuten) != set(Werksoort) or not all(0 <= waarde <= WEEK_MAX for waarde in minuten.values()):
        raise ValidationError("Vul bij elk soort werk de minuten in.")
    Inzetnorm.objects.bulk_create(
        [
            Inzetnorm(
                school=door.school, schooljaar=jaar.beginjaar, soort=soort, minuten=waarde, versie=nu + 1
            )
            for soort, waarde in minuten.items()
        ],
        update_conflicts=True,
        unique_fields=["school", "schooljaar", "soort"],
        update_fields=["minuten", "versie"],
    )
