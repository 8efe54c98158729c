"""Taking training of last year over to this one or the next."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_jaar import eigenaars_hier, vrij_in
from beleid.jaarplaatsing import schoolweken, zelfde_week
from beleid.klokken_scholing import plan_scholing
from beleid.models import Scholing
from beleid.services.scholing import MEEST, VOL, aantal_in
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Scholingovername:
    """What would be, or was, taken over from last year; `niet` is what was not, and why."""

    mee: Sequence[Scholing]
    niet: Sequence[tuple[Scholing, str]]


def _rijen(door: Werkplek, jaar: Schooljaar) -> list[Scholing]:
    rijen = Scholing.objects.filter(school=door.school, schooljaar=jaar.beginjaar)
    return list(rijen.order_by("datum", "pk"))


def scholing_overname(door: Werkplek, jaar: Schooljaar) -> Scholingovername:
    """What of last year is not in `jaar` yet, by its title; what did not go on stays behind. 403 for who does not work at it."""
    door.eis(Recht.BELEID_WERKEN)
    al = {rij.titel.casefold() for rij in _rijen(door, jaar)}
    mee: list[Scholing] = []
    niet: list[tuple[Scholing, str]] = []
    for rij in _rijen(door, Schooljaar(jaar.beginjaar - 1)):
        if rij.weg_op is not None:
            niet.append((rij, "ging niet door"))
        elif rij.titel.casefold() in al:
            niet.append((rij, "staat er al"))
        else:
            al.add(rij.titel.casefold())
            mee.append(rij)
    return Scholingovername(mee, niet)


@transaction.atomic
def scholing_overnemen(*, door: Werkplek, jaar: Schooljaar) -> Scholingovername:
    """Take it over: same week, same words and costs, owner when he still works here, else who takes it over.

    Who took part and what it brought stay behind. A second press adds nothing. Raises ValidationError for a year that is
    over or too full, PermissionDenied.
    """
    door.eis(Recht.BELEID_WERKEN)
    if jaar < Schooljaar.van(door.dag):
        raise ValidationError(f"Schooljaar {jaar} is voorbij. Die lijst blijft zoals hij was.")
    een_tegelijk(door)
    uit = scholing_overname(door, jaar)
    if aantal_in(door, jaar) + len(uit.mee) > MEEST:
        raise ValidationError(VOL)
    hier = eigenaars_hier(door.school.pk, door.dag, [rij.eigenaar_id for rij in uit.mee])
    weken = schoolweken(jaar, vrij_in(jaar))
    for rij in uit.mee:
        nieuw = Scholing(
            school=door.school,
            schooljaar=jaar.beginjaar,
            titel=rij.titel,
            datum=zelfde_week(rij.datum, rij.datum, jaar, weken).van,
            doelgroep=rij.doelgroep,
            aanbieder=rij.aanbieder,
            kosten=rij.kosten,
            materiaal=rij.materiaal,
            waarom=rij.waarom,
            eigenaar_id=rij.eigenaar_id if rij.eigenaar_id in hier else door.user.pk,
        )
        plan_scholing(bewaar(nieuw), door.dag)
    return uit
