"""What the school deliberately does not do now: putting it there, changing it, taking it off, and back (Herstel)."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_punt import NIET_NU_MAX, get_nietnu
from beleid.klokken_punt import later_klaar, plan_later
from beleid.models import NietNu
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

AL = "Dit staat al bij ‘Bewust later’."
VOL = f"Er staan al {NIET_NU_MAX} dingen bij ‘Bewust later’. Haal er eerst een af."


def _ruimte(door: Werkplek) -> None:
    een_tegelijk(door)
    if NietNu.objects.filter(school=door.school, weg_op__isnull=True).count() >= NIET_NU_MAX:
        raise ValidationError(VOL)


@transaction.atomic
def later_zetten(
    *, door: Werkplek, titel: str, wanneer: str, waarom: str, terug_op: date | None, op: datetime
) -> NietNu:
    """Let something wait on purpose, with when it is looked at again. Raises ValidationError, PermissionDenied."""
    door.eis(Recht.BELEID_WERKEN)
    _ruimte(door)
    if NietNu.objects.filter(school=door.school, weg_op__isnull=True, titel=titel).exists():
        raise ValidationError({"titel": AL})
    rij = NietNu(
        school=door.school,
        titel=titel,
        wanneer=wanneer,
        waarom=waarom,
        terug_op=terug_op,
        door=door.user,
        op=op,
    )
    bewaar(rij)
    plan_later(rij)
    return rij


@transaction.atomic
def later_wijzigen(
    *, door: Werkplek, pk: int, versie: int, titel: str, wanneer: str, waarom: str, terug_op: date | None
) -> NietNu:
    """Change what waits. Raises Verouderd, ValidationError, 403 or 404."""
    rij = get_nietnu(door, pk, slot=True)
    if rij.versie != versie:
        raise Verouderd
    later_klaar(rij)
    rij.titel, rij.wanneer, rij.waarom, rij.terug_op = titel, wanneer, waarom, terug_op
    rij.versie += 1
    bewaar(rij)
    plan_later(rij)
    return rij


@transaction.atomic
def later_weg(*, door: Werkplek, pk: int, versie: int, op: datetime, reden: str = "") -> NietNu:
    """Take something off the list: taken up, or no longer wanted. A second press changes nothing. Raises Verouderd, 404."""
    rij = get_nietnu(door, pk, slot=True)
    if rij.weg_op is not None:
        return rij
    if rij.versie != versie:
        raise Verouderd
    later_klaar(rij)
    rij.weg_op, rij.weg_reden, rij.versie = op, reden.strip()[:200], rij.versie + 1
    return bewaar(rij, "weg_op", "weg_reden", "versie")


@transaction.atomic
def later_terug(*, door: Werkplek, pk: int, versie: int) -> NietNu:
    """Herstel: put it back. Raises Verouderd when somebody did something with it since, ValidationError when it is full."""
    rij = get_nietnu(door, pk, slot=True)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        _ruimte(door)
        rij.weg_op, rij.weg_reden, rij.versie = None, "", rij.versie + 1
        bewaar(rij, "weg_op", "weg_reden", "versie")
        plan_later(rij)
    return rij
