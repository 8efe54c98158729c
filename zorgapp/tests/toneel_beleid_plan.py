"""What the stage of the role matrix has of the yearly plan: one of this year that holds, one of the next that is written."""

import uuid
from datetime import timedelta
from typing import Any

from django.utils import timezone

from beleid.access_plan import factoren_van
from beleid.services.plan import plan_beginnen
from beleid.services.planreactie import plan_reageren
from beleid.services.planstap import (
    plan_bespreken,
    plan_publiceren,
    plan_terughalen,
    plan_vaststellen,
    plan_voorleggen,
)
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.schooljaar import Schooljaar


def zet_plan(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    nu, jaar = timezone.now(), Schooljaar.van(coordinator.dag)
    leider = werkplek_maken(mensen["S"], coordinator.dag, coordinator.school.pk)
    assert leider is not None
    plan = plan_beginnen(door=coordinator, jaar=jaar, uit_vorig=False, op=nu)
    wie = {"plan_id": plan.pk, "op": nu}
    plan = plan_voorleggen(door=coordinator, versie=1, **wie)
    plan = plan_vaststellen(door=leider, versie=plan.versie, **wie)
    plan_publiceren(door=coordinator, versie=plan.versie, **wie)
    maak = plan_beginnen(door=coordinator, jaar=Schooljaar(jaar.beginjaar + 1), uit_vorig=True, op=nu)
    wie = {"plan_id": maak.pk, "op": nu}
    tot = coordinator.dag + timedelta(days=7)
    maak = plan_bespreken(door=coordinator, versie=1, reageren_tot=tot, **wie)
    reactie = plan_reageren(door=coordinator, soort="visie", tekst="Kort.", sleutel=uuid.uuid4(), **wie)
    plan_terughalen(door=coordinator, plan_id=maak.pk, versie=maak.versie)
    return {
        "plan": plan.pk,
        "plan_concept": maak.pk,
        "planfactor": factoren_van(maak)[0].pk,
        "planreactie": reactie.pk,
    }
