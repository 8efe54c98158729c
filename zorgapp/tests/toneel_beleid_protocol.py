"""What the stage of the role matrix has of the protocolgids: one protocol that holds, one that is being written."""

from typing import Any

from django.utils import timezone

from beleid.protocolsoorten import Protocolsoort
from beleid.services.protocol import protocol_beginnen, protocol_laten_gelden
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_protocol(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    nu = timezone.now()
    geldt, maak = (
        protocol_beginnen(door=coordinator, soort=soort, titel=soort.label, nakijken_op=None, op=nu)
        for soort in (Protocolsoort.DYSLEXIE, Protocolsoort.ROUW)
    )
    protocol_laten_gelden(door=coordinator, pk=geldt.pk, versie=1, op=nu)
    return {"protocol": geldt.pk, "protocol_concept": maak.pk}
