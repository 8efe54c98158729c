"""Comments on a yearly plan while it lies before the team, and what was done with them."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_plan import REACTIES_MAX, get_plan_slot, get_reactie
from beleid.models import Planreactie
from beleid.planloop import (
    STAPRECHT,
    Planstap,
    controleer_antwoord,
    controleer_reageren,
    controleer_stap,
)
from zorgapp.accounts.services.versie import op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def plan_reageren(
    *, door: Werkplek, plan_id: int, soort: str, tekst: str, sleutel: UUID, op: datetime
) -> Planreactie:
    """Comment on one part, or on the whole plan (`soort` empty); the same form twice keeps one.

    Raises StapNietToegestaan when it does not lie before the team or the time is over, ValidationError, 403, 404.
    """
    plan = get_plan_slot(door, plan_id, STAPRECHT[Planstap.REAGEREN])
    controleer_reageren(plan.status, plan.reageren_tot, door.dag)
    rijen = Planreactie.objects.filter(plan=plan)
    al = rijen.filter(sleutel=sleutel, door=door.user).first()
    if al is not None:
        return al
    if rijen.count() >= REACTIES_MAX:
        raise ValidationError("Er staan al heel veel reacties. Bespreek het met de zorgcoördinator.")
    reactie: Planreactie = bewaar(
        Planreactie(
            school=door.school,
            plan=plan,
            soort=soort,
            door=door.user,
            op=op,
            tekst=tekst.strip(),
            sleutel=sleutel,
        )
    )
    return reactie


@transaction.atomic
def reactie_behandelen(
    *, door: Werkplek, plan_id: int, reactie_id: int, versie: int, uitkomst: str, antwoord: str
) -> Planreactie:
    """Say what was done with a comment, in a sentence; it can be changed as long as the plan is being written.

    Raises Verouderd, StapNietToegestaan, ValidationError, 403, 404.
    """
    plan = get_plan_slot(door, plan_id, STAPRECHT[Planstap.BEHANDELEN])
    controleer_stap(plan.status, Planstap.BEHANDELEN)
    reactie = get_reactie(plan, reactie_id, slot=True)
    controleer_antwoord(uitkomst, antwoord)
    reactie.uitkomst, reactie.antwoord, reactie.behandeld_door = uitkomst, antwoord.strip(), door.user
    velden = ("uitkomst", "antwoord", "behandeld_door")
    return op_versie_bewaren(door=door, rij=reactie, versie=versie, velden=velden)
