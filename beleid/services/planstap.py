"""The steps of a yearly plan: before the team, before the schoolleiding, set, published, read."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid import klokken_plan
from beleid.access_plan import get_plan_slot
from beleid.kerngetallen import kernstanden
from beleid.models import Beleidsplan, Kengetal, Planlezing, Planreactie
from beleid.planloop import STAPRECHT, Planstap, Planstatus, Uitkomst, controleer_voorleggen, na
from beleid.planmiddelen import middelstanden
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek

REACTIETIJD_MAX = timedelta(days=60)


def _pak(door: Werkplek, plan_id: int, versie: int, stap: Planstap) -> Beleidsplan:
    """Lock the version for a step; its state becomes that after the step. Raises Verouderd, StapNietToegestaan, 403, 404."""
    plan = get_plan_slot(door, plan_id, STAPRECHT[stap])
    nieuw = na(plan.status, stap)
    if plan.versie != versie:
        raise Verouderd
    plan.status = nieuw
    return plan


@transaction.atomic
def plan_bespreken(
    *, door: Werkplek, plan_id: int, versie: int, reageren_tot: date | None, op: datetime
) -> Beleidsplan:
    """Put it before the team, for comments up to and including `reageren_tot`; everybody hears of it.

    Raises ValidationError for a day in the past or more than 60 days ahead, Verouderd, StapNietToegestaan, 403, 404.
    """
    plan = _pak(door, plan_id, versie, Planstap.BESPREKEN)
    if reageren_tot is None or not door.dag < reageren_tot <= door.dag + REACTIETIJD_MAX:
        raise ValidationError("Kies een dag na vandaag, en hoogstens 60 dagen vooruit.")
    plan.reageren_tot = reageren_tot
    plan = op_versie_bewaren(door=door, rij=plan, versie=versie, velden=("status", "reageren_tot"))
    klokken_plan.ter_bespreking(door, plan, op)
    return plan


@transaction.atomic
def plan_terughalen(*, door: Werkplek, plan_id: int, versie: int) -> Beleidsplan:
    """Take it back from the team or the schoolleiding to go on writing. Raises Verouderd, StapNietToegestaan, 403, 404."""
    plan = _pak(door, plan_id, versie, Planstap.TERUGHALEN)
    plan = op_versie_bewaren(door=door, rij=plan, versie=versie, velden=("status",))
    klokken_plan.hoeft_niet_meer(plan)
    return plan


@transaction.atomic
def plan_voorleggen(*, door: Werkplek, plan_id: int, versie: int, op: datetime) -> Beleidsplan:
    """Put it before the schoolleiding, once the team had its time and every comment its answer.

    Raises Verouderd, StapNietToegestaan, 403, 404.
    """
    plan = get_plan_slot(door, plan_id, STAPRECHT[Planstap.VOORLEGGEN])
    open_reacties = Planreactie.objects.filter(plan=plan, uitkomst=Uitkomst.OPEN).count()
    controleer_voorleggen(plan.status, plan.reageren_tot, open_reacties, door.dag)
    plan = _pak(door, plan_id, versie, Planstap.VOORLEGGEN)
    plan.voorgelegd_door, plan.voorgelegd_op, plan.terug_met = door.user, op, ""
    velden = ("status", "voorgelegd_door", "voorgelegd_op", "terug_met")
    plan = op_versie_bewaren(door=door, rij=plan, versie=versie, velden=velden)
    klokken_plan.hoeft_niet_meer(plan)
    klokken_plan.voorgelegd(door, plan, op)
    return plan


@transaction.atomic
def plan_terugsturen(*, door: Werkplek, plan_id: int, versie: int, reden: str, op: datetime) -> Beleidsplan:
    """The schoolleiding sends it back, and says why. Raises ValidationError, Verouderd, StapNietToegestaan, 403, 404."""
    plan = _pak(door, plan_id, versie, Planstap.TERUGSTUREN)
    if not reden.strip():
        raise ValidationError("Schrijf op wat er nog moet veranderen.")
    plan.terug_met = reden.strip()
    plan = op_versie_bewaren(door=door, rij=plan, versie=versie, velden=("status", "terug_met"))
    klokken_plan.hoeft_niet_meer(plan)
    klokken_plan.besloten(plan, op)
    return plan


@transaction.atomic
def plan_vaststellen(*, door: Werkplek, plan_id: int, versie: int, op: datetime) -> Beleidsplan:
    """The schoolleiding sets it: from now on it never changes, and its figures, hours and money stay as they are today.

    Raises Verouderd, StapNietToegestaan, 403, 404.
    """
    plan = _pak(door, plan_id, versie, Planstap.VASTSTELLEN)
    plan.vastgesteld_door, plan.vastgesteld_op = door.user, op
    plan = op_versie_bewaren(
        door=door, rij=plan, versie=versie, velden=("status", "vastgesteld_door", "vastgesteld_op")
    )
    Kengetal.objects.bulk_create(
        [
            Kengetal(
                school=door.school,
                plan=plan,
                sleutel=sleutel,
                label=stand.cijfer.label,
                waarde=stand.tekst,
                stand_op=stand.stand_op or door.dag,
            )
            for sleutel, stand in kernstanden(door, plan.jaar).items()
        ]
        + [
            Kengetal(
                school=door.school,
                plan=plan,
                sleutel=stand.sleutel,
                label=stand.label,
                waarde=stand.waarde,
                stand_op=door.dag,
            )
            for stand in middelstanden(door, plan.jaar)
        ]
    )
    klokken_plan.hoeft_niet_meer(plan)
    klokken_plan.besloten(plan, op)
    return plan


@transaction.atomic
def plan_publiceren(*, door: Werkplek, plan_id: int, versie: int, op: datetime) -> Beleidsplan:
    """Let it hold: everybody of the school reads it and is asked to confirm. Raises Verouderd, StapNietToegestaan, 403, 404."""
    plan = _pak(door, plan_id, versie, Planstap.PUBLICEREN)
    plan.gepubliceerd_op = op
    plan = op_versie_bewaren(door=door, rij=plan, versie=versie, velden=("status", "gepubliceerd_op"))
    Planlezing.objects.get_or_create(
        school=door.school, plan=plan, user=door.user, defaults={"gelezen_op": op}
    )
    klokken_plan.vraag_te_lezen(door, plan, op)
    return plan


@transaction.atomic
def plan_gelezen(*, door: Werkplek, plan_id: int, op: datetime) -> Planlezing:
    """Confirm that one read it; the first time counts.

    Raises StapNietToegestaan for one that does not hold (any more), 403, 404.
    """
    plan = get_plan_slot(door, plan_id, STAPRECHT[Planstap.LEZEN])
    na(plan.status, Planstap.LEZEN)
    later = Beleidsplan.objects.filter(
        school=door.school,
        schooljaar=plan.schooljaar,
        nummer__gt=plan.nummer,
        status=Planstatus.GEPUBLICEERD,
    )
    if later.exists():
        raise StapNietToegestaan("Er geldt een nieuwere versie. Lees die.")
    lezing, _ = Planlezing.objects.get_or_create(
        school=door.school, plan=plan, user=door.user, defaults={"gelezen_op": op}
    )
    return lezing
