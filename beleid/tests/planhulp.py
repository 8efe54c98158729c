"""Short ways to a yearly plan in a state, through the services."""

from datetime import timedelta

from django.utils import timezone

from beleid.models import Beleidsplan
from beleid.services import plan as dienst
from beleid.services import planstap
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def begin(door: Werkplek, *, uit_vorig: bool = False, jaar: int = 0) -> Beleidsplan:
    """A plan of this school year, or so many years from now."""
    schooljaar = Schooljaar(Schooljaar.van(door.dag).beginjaar + jaar)
    return dienst.plan_beginnen(door=door, jaar=schooljaar, uit_vorig=uit_vorig, op=timezone.now())


def naar_team(door: Werkplek, plan: Beleidsplan, dagen: int = 7) -> Beleidsplan:
    plan.refresh_from_db()
    return planstap.plan_bespreken(
        door=door,
        plan_id=plan.pk,
        versie=plan.versie,
        reageren_tot=door.dag + timedelta(days=dagen),
        op=timezone.now(),
    )


def leg_voor(door: Werkplek, plan: Beleidsplan) -> Beleidsplan:
    plan.refresh_from_db()
    return planstap.plan_voorleggen(door=door, plan_id=plan.pk, versie=plan.versie, op=timezone.now())


def stel_vast(door: Werkplek, leider: Werkplek, plan: Beleidsplan) -> Beleidsplan:
    plan = leg_voor(door, plan)
    return planstap.plan_vaststellen(door=leider, plan_id=plan.pk, versie=plan.versie, op=timezone.now())


def publiceer(door: Werkplek, leider: Werkplek, plan: Beleidsplan) -> Beleidsplan:
    plan = stel_vast(door, leider, plan)
    return planstap.plan_publiceren(door=door, plan_id=plan.pk, versie=plan.versie, op=timezone.now())
