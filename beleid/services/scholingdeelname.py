"""Who takes part in training: signing oneself up and off, and afterwards who was there and what it brought."""

from collections.abc import Collection, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from beleid.access_protocol import lezers
from beleid.access_scholing import deelnames_slot, eigen_deelname, get_scholing_slot, mag_terugkijken
from beleid.klokken_scholing import deelname_stil, plan_deelname, plan_scholing
from beleid.models import Scholing, Scholingdeelname
from beleid.services.scholing import GAAT_NIET_DOOR
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

ERBIJ_MAX = 3


def kan_meedoen(door: Werkplek, rij: Scholing) -> bool:
    """Signing up and off: until the day is over, while it goes on."""
    return rij.weg_op is None and not rij.gegeven and rij.datum >= door.dag


def kan_terugkijken(door: Werkplek, rij: Scholing) -> bool:
    """Looking back: from the day itself, when it went on."""
    return rij.weg_op is None and rij.datum <= door.dag


def _eis_meedoen(door: Werkplek, rij: Scholing) -> None:
    if rij.weg_op is not None:
        raise ValidationError("Deze scholing gaat niet door.")
    if not kan_meedoen(door, rij):
        raise ValidationError("Deze scholing is al geweest. Klopt het niet? Vraag het de zorgcoördinator.")


@transaction.atomic
def scholing_meedoen(*, door: Werkplek, pk: int) -> Scholingdeelname:
    """Sign oneself up; a second press changes nothing. Raises ValidationError after the day, 403 or 404."""
    rij = get_scholing_slot(door, pk, recht=Recht.BELEID)
    _eis_meedoen(door, rij)
    deelname = eigen_deelname(door, rij)
    if deelname is not None and deelname.aangemeld:
        return deelname
    deelname = deelname or Scholingdeelname(school=door.school, scholing=rij, user=door.user)
    deelname.aangemeld = True
    bewaar(deelname)
    plan_deelname(deelname, rij, door.dag)
    return deelname


@transaction.atomic
def scholing_afmelden(*, door: Werkplek, pk: int) -> bool:
    """Sign oneself off; False when one had not signed up. Raises ValidationError after the day, 403 or 404."""
    rij = get_scholing_slot(door, pk, recht=Recht.BELEID)
    _eis_meedoen(door, rij)
    deelname = eigen_deelname(door, rij)
    if deelname is None or not deelname.aangemeld:
        return False
    deelname.delete()
    deelname_stil(rij, door.user.pk)
    return True


def _open(door: Werkplek, pk: int, versie: int, recht: Recht) -> Scholing:
    rij = get_scholing_slot(door, pk, recht=recht)
    if not mag_terugkijken(door, rij):
        raise PermissionDenied("scholing van een ander")
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        raise ValidationError(GAAT_NIET_DOOR)
    if not kan_terugkijken(door, rij):
        raise ValidationError("Terugkijken kan vanaf de dag van de scholing.")
    return rij


@transaction.atomic
def scholing_opbrengst(*, door: Werkplek, pk: int, versie: int, opbrengst: str) -> Scholing:
    """Write what it brought, also by its owner. Raises Verouderd, ValidationError before the day, 403 or 404."""
    rij = _open(door, pk, versie, Recht.BELEID)
    rij.opbrengst, rij.versie = opbrengst.strip(), rij.versie + 1
    bewaar(rij, "opbrengst", "versie")
    plan_scholing(rij, door.dag)
    return rij


def _noteer(rij: Scholing, stond: Collection[int], waren: Collection[int]) -> None:
    """Who of those on the form was there; who had not signed up and was not there either goes off the list."""
    for deelname in deelnames_slot(rij, list(stond)):
        deelname.aanwezig = deelname.pk in waren
        if deelname.aanwezig or deelname.aangemeld:
            bewaar(deelname, "aanwezig")
        else:
            deelname.delete()


def _zet_erbij(door: Werkplek, rij: Scholing, erbij: Sequence[User]) -> None:
    ids = {user.pk for user in erbij}
    if lezers(door.school.pk, door.dag).filter(pk__in=ids).count() != len(ids):
        raise ValidationError("Kies een collega uit de lijst.")
    for user_id in sorted(ids):
        Scholingdeelname.objects.update_or_create(
            school_id=rij.school_id,
            scholing=rij,
            user_id=user_id,
            defaults={"aanwezig": True},
            create_defaults={"aanwezig": True, "aangemeld": False},
        )


@transaction.atomic
def scholing_terugkijken(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    stond: Collection[int],
    waren: Collection[int],
    erbij: Sequence[User],
    opbrengst: str,
) -> Scholing:
    """It was given: who was there, who came without signing up, and what it brought.

    `stond` are the rows of participants that were on the form, `waren` those that were ticked; who signed up meanwhile is
    left as he is. Raises Verouderd, ValidationError before the day, 403 or 404.
    """
    rij = _open(door, pk, versie, Recht.BELEID_WERKEN)
    _noteer(rij, stond, waren)
    _zet_erbij(door, rij, erbij)
    rij.gegeven, rij.opbrengst, rij.versie = True, opbrengst.strip(), rij.versie + 1
    bewaar(rij, "gegeven", "opbrengst", "versie")
    plan_scholing(rij, door.dag)
    return rij


@transaction.atomic
def scholing_heropenen(*, door: Werkplek, pk: int, versie: int) -> Scholing:
    """Herstel: it was not looked back on yet; what was filled in waits in the form. A second press changes nothing.

    Raises Verouderd, 403 or 404.
    """
    rij = get_scholing_slot(door, pk)
    if rij.versie != versie:
        raise Verouderd
    if rij.gegeven:
        rij.gegeven, rij.versie = False, rij.versie + 1
        bewaar(rij, "gegeven", "versie")
        plan_scholing(rij, door.dag)
    return rij
