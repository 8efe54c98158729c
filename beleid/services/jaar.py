"""The jaarkalender of a year as a whole: making it, moving along with the holidays, taking over last year's."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_jaar import eigenaars_hier, vrij_in
from beleid.jaarplaatsing import plaats_alle, schoolweken, zelfde_week
from beleid.jaarstroken import Activiteitstatus, Strook
from beleid.klokken_jaar import activiteit_stil, plan_activiteit
from beleid.models import Activiteit
from beleid.services.activiteit import MEEST, VOL, aantal_in, punt_van
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Periode, Schooljaar

_STAMMEN = uuid.UUID("6f1f7a52-5b5e-4c2f-9a2b-0d1e2c3b4a59")


@dataclass(frozen=True)
class Verschuiving:
    """An activity that began on `was` and whose line of the template lies from `van` to `tot` now."""

    rij: Activiteit
    was: date
    van: date
    tot: date


@dataclass(frozen=True)
class Overname:
    """What would be, or was, taken over from last year; `niet` is what was not, and why."""

    mee: Sequence[Activiteit]
    niet: Sequence[tuple[Activiteit, str]]


def _eis_jaar(door: Werkplek, jaar: Schooljaar) -> None:
    door.eis(Recht.BELEID_WERKEN)
    if jaar < Schooljaar.van(door.dag):
        raise ValidationError(f"Schooljaar {jaar} is voorbij. Die kalender blijft zoals hij was.")


def _rijen(door: Werkplek, jaar: Schooljaar) -> list[Activiteit]:
    return list(
        Activiteit.objects.filter(school=door.school, schooljaar=jaar.beginjaar).order_by("van", "pk")
    )


def _zet_erin(door: Werkplek, jaar: Schooljaar, nieuw: list[Activiteit]) -> None:
    if aantal_in(door, jaar) + len(nieuw) > MEEST:
        raise ValidationError(VOL)
    for rij in Activiteit.objects.bulk_create(nieuw):
        plan_activiteit(rij, door.dag)


@transaction.atomic
def kalender_maken(*, door: Werkplek, jaar: Schooljaar) -> int:
    """Add every line of the template that this year does not have yet, of the maker; returns how many.

    A second press adds nothing; what did not go on stays away. Raises ValidationError for a year that is over.
    """
    _eis_jaar(door, jaar)
    een_tegelijk(door)
    al = {rij.regel for rij in _rijen(door, jaar)}
    punt = punt_van(door, jaar)
    nieuw = [
        Activiteit(
            school=door.school,
            schooljaar=jaar.beginjaar,
            stam=uuid.uuid5(_STAMMEN, p.regel.sleutel),
            regel=p.regel.sleutel,
            titel=p.regel.titel,
            strook=p.regel.strook,
            van=p.van,
            tot=p.tot,
            toelichting=p.regel.toelichting,
            eigenaar=door.user,
            punt=punt if p.regel.strook == Strook.ONTWIKKELPUNT else None,
            met_de_hand=False,
            gemaakt_door=door.user,
        )
        for p in plaats_alle(jaar, vrij_in(jaar))
        if p.regel.sleutel not in al
    ]
    _zet_erin(door, jaar, nieuw)
    return len(nieuw)


def verschuivingen(
    rijen: Sequence[Activiteit], jaar: Schooljaar, vrij: Sequence[Periode]
) -> list[Verschuiving]:
    """What would move now: only what is still as the template made it, and not done."""
    kan = [
        rij for rij in rijen if rij.regel and not rij.met_de_hand and rij.status == Activiteitstatus.GEPLAND
    ]
    plaatsen = {p.regel.sleutel: p for p in plaats_alle(jaar, vrij)} if kan else {}
    uit = []
    for rij in kan:
        p = plaatsen.get(rij.regel)
        if p is not None and (p.van, p.tot) != (rij.van, rij.tot):
            uit.append(Verschuiving(rij, rij.van, p.van, p.tot))
    return uit


@transaction.atomic
def meeschuiven(*, door: Werkplek, jaar: Schooljaar) -> list[Verschuiving]:
    """Move along with the free days as they are now; returns what moved.

    Raises ValidationError for a year that is over.
    """
    _eis_jaar(door, jaar)
    een_tegelijk(door)
    rijen = Activiteit.objects.filter(school=door.school, schooljaar=jaar.beginjaar)
    geschoven = verschuivingen(list(rijen.select_for_update(of=("self",))), jaar, vrij_in(jaar))
    for v in geschoven:
        activiteit_stil(v.rij)
        v.rij.van, v.rij.tot, v.rij.versie = v.van, v.tot, v.rij.versie + 1
        bewaar(v.rij, "van", "tot", "versie")
        plan_activiteit(v.rij, door.dag)
    return geschoven


def overname(door: Werkplek, jaar: Schooljaar) -> Overname:
    """What of last year can be taken over into `jaar`, and what not, and why."""
    door.eis(Recht.BELEID_WERKEN)
    hier = _rijen(door, jaar)
    stammen, regels = {rij.stam for rij in hier}, {rij.regel for rij in hier if rij.regel}
    mee: list[Activiteit] = []
    niet: list[tuple[Activiteit, str]] = []
    for rij in _rijen(door, Schooljaar(jaar.beginjaar - 1)):
        if rij.stam in stammen or rij.regel in regels:
            niet.append((rij, "staat er al"))
        elif rij.status == Activiteitstatus.VERVALLEN:
            niet.append((rij, "ging niet door"))
        else:
            mee.append(rij)
    return Overname(mee, niet)


@transaction.atomic
def kalender_overnemen(*, door: Werkplek, jaar: Schooljaar) -> Overname:
    """Take last year's activities over: same week, same indicator and budget, owner when he still works here.

    What came of it, scores and the point stay behind. A second press adds nothing. Raises ValidationError for a year
    that is over.
    """
    _eis_jaar(door, jaar)
    een_tegelijk(door)
    uit = overname(door, jaar)
    eigenaars = eigenaars_hier(door.school.pk, door.dag, [r.eigenaar_id for r in uit.mee if r.eigenaar_id])
    vrij = vrij_in(jaar)
    weken, punt = schoolweken(jaar, vrij), punt_van(door, jaar)
    plaatsen = {p.regel.sleutel: Periode(p.van, p.tot) for p in plaats_alle(jaar, vrij)}
    nieuw = []
    for rij in uit.mee:
        vast = None if rij.met_de_hand else plaatsen.get(rij.regel)
        dagen = vast or zelfde_week(rij.van, rij.tot, jaar, weken)
        nieuw.append(
            Activiteit(
                school=door.school,
                schooljaar=jaar.beginjaar,
                stam=rij.stam,
                regel=rij.regel,
                titel=rij.titel,
                strook=rij.strook,
                van=dagen.van,
                tot=dagen.tot,
                eigenaar_id=rij.eigenaar_id if rij.eigenaar_id in eigenaars else None,
                vestiging_id=rij.vestiging_id,
                punt=punt if rij.strook == Strook.ONTWIKKELPUNT else None,
                budget=rij.budget,
                indicator=rij.indicator,
                toelichting=rij.toelichting,
                met_de_hand=rij.met_de_hand,
                gemaakt_door=door.user,
            )
        )
    _zet_erin(door, jaar, nieuw)
    return uit
