"""What the stage of the role matrix has of ontwikkelingsperspectieven."""

from typing import Any

from django.utils import timezone

from ondersteuning.services.opp import opp_beginnen
from zorgapp.accounts.werkplek import Werkplek


def zet_opp(coordinator: Werkplek, leerling: Any) -> dict[str, Any]:
    """Ids by the names of the matrix: an OPP in the making."""
    opp = opp_beginnen(
        door=coordinator,
        leerling_id=leerling.pk,
        opsteller=coordinator.user,
        pro=False,
        aanleiding="extra ondersteuning",
        uiterlijk=coordinator.dag,
        op=timezone.now(),
    )
    return {"opp": opp.pk}
