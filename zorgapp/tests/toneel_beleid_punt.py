"""What the stage of the role matrix has of the development point: one of this year, and something that waits."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from beleid.services.nietnu import later_zetten
from beleid.services.punt import Puntgegevens, punt_kiezen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


def zet_punt(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    jaar = Schooljaar.van(coordinator.dag)
    gegevens = Puntgegevens(
        "Iedereen leest de kaart", "kaarten_bevestigd", Decimal(40), Decimal(90), jaar.eind, mensen["Z"]
    )
    punt = punt_kiezen(door=coordinator, jaar=jaar, gegevens=gegevens)
    later = later_zetten(
        door=coordinator, titel="Reizen", wanneer="volgend jaar", waarom="", terug_op=None, op=timezone.now()
    )
    return {"ontwikkelpunt": punt.pk, "nietnu": later.pk}
