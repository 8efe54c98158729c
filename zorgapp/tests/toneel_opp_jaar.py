"""What the stage of the role matrix has of decisions about a pupil and of evaluations of his OPP."""

import uuid
from datetime import timedelta
from typing import Any

from ondersteuning.models import Beschikking, Opp, OppEvaluatie, TijdelijkePlaatsing
from zorgapp.accounts.werkplek import Werkplek


def zet_oppjaar(coordinator: Werkplek, opp: Opp) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    wie = {"school": opp.school, "leerling_id": opp.leerling_id, "door": coordinator.user}
    beschikking = Beschikking.objects.create(soort="arrangement", van=coordinator.dag, **wie)
    tijdelijk = TijdelijkePlaatsing.objects.create(van=coordinator.dag, **wie)
    evaluatie = OppEvaluatie.objects.create(
        school=opp.school,
        opp=opp,
        oppversie=opp.versies.order_by("-pk")[0],
        gehouden_op=coordinator.dag,
        ouders="ja",
        leerling_erbij="ja",
        samenvatting="Het gaat beter.",
        conclusie="voortzetten",
        volgende_op=coordinator.dag + timedelta(days=120),
        sleutel=uuid.uuid4(),
        door=coordinator.user,
    )
    return {"beschikking": beschikking.pk, "tijdelijk": tijdelijk.pk, "oppevaluatie": evaluatie.pk}
