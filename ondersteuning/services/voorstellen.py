"""What a person does with a proposal: make it a signal, or dismiss it with a reason."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from ondersteuning.access_voorstellen import get_voorstel
from ondersteuning.models import Signaal, Signaalvoorstel, VoorstelStatus
from ondersteuning.services.signaal import GeenZicht, Signaalgegevens, signaal_indienen
from ondersteuning.voorstelregels import samen_bijwerken
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

RUIMTE = UUID("8d2f4a80-4c3b-5a54-9f4e-0c5b2f4d6a11")


@transaction.atomic
def voorstel_omzetten(*, door: Werkplek, pk: int, gegevens: Signaalgegevens, op: datetime) -> Signaal:
    """File the signal that a person made of a proposal; the same proposal twice is one signal.

    Raises Verouderd when it was dismissed meanwhile, GeenZicht when the signal is about another pupil.
    """
    voorstel = get_voorstel(door, pk, slot=True)
    if voorstel.signaal is not None:
        return voorstel.signaal
    if voorstel.status != VoorstelStatus.OPEN:
        raise Verouderd
    if gegevens.leerling is None or gegevens.leerling.pk != voorstel.leerling_id:
        raise GeenZicht
    signaal = signaal_indienen(
        door=door, sleutel=uuid5(RUIMTE, str(pk)), gegevens=gegevens, op=op, telt_mee=False
    )
    Signaalvoorstel.objects.filter(pk=pk).update(
        status=VoorstelStatus.SIGNAAL, signaal=signaal, **_beslist(door, op)
    )
    samen_bijwerken(door.school.pk, door.dag, op, voorstel.leerling_id)
    return signaal


@transaction.atomic
def voorstel_afwijzen(*, door: Werkplek, pk: int, reden: str, op: datetime) -> Signaalvoorstel:
    """Say why no signal is needed; it stays away until something newer arrives. Verouderd when decided meanwhile."""
    voorstel = get_voorstel(door, pk, slot=True)
    if voorstel.status != VoorstelStatus.OPEN:
        raise Verouderd
    if not reden.strip():
        raise ValueError("Schrijf op waarom een signaal niet nodig is.")
    Signaalvoorstel.objects.filter(pk=pk).update(
        status=VoorstelStatus.AFGEWEZEN, reden=reden.strip(), **_beslist(door, op)
    )
    voorstel.refresh_from_db()
    return voorstel


def _beslist(door: Werkplek, op: datetime) -> dict[str, Any]:
    return {"beslist_op": op, "beslist_door": door.user}
