"""What the stage of the role matrix has around the page of an OPP: a version that lies before the schoolleider."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from ondersteuning.models import Opp, OppVersie
from ondersteuning.services.opp_leiding import opp_aan_leiding
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_opphub(coordinator: Werkplek, opp: Opp, leider: User) -> dict[str, Any]:
    """Put the version in the making before `leider`, as it stands now."""
    versie = OppVersie.objects.get(opp=opp, status="concept")
    rij = opp_aan_leiding(
        door=coordinator,
        pk=opp.pk,
        nummer=versie.nummer,
        versie=versie.versie,
        aan=leider,
        reden="Stel je dit vast?",
        tot=coordinator.dag + timedelta(days=7),
        op=timezone.now(),
    )
    return {"oppvoorgelegd": rij.pk}
