"""The clock of an item: it runs while the item is discussed, stands still in a pause, and adds up."""

from datetime import datetime

from django.db import transaction

from overleg.access_agenda import get_punt_slot
from overleg.loop import Overlegstatus, Puntstatus, Stap, controleer_stap
from overleg.models import Agendapunt
from zorgapp.accounts.werkplek import Werkplek

PUNT_SECONDEN_MAX = 8 * 3600  # a laptop that stayed open overnight


def klok_stil(overleg_id: int, op: datetime) -> None:
    """Stop the clock of the item that is discussed, and add what passed to its time."""
    for punt in Agendapunt.objects.filter(
        overleg_id=overleg_id, bezig_sinds__isnull=False
    ).select_for_update():
        erbij = max(0, int((op - (punt.bezig_sinds or op)).total_seconds()))
        punt.seconden = min(PUNT_SECONDEN_MAX, punt.seconden + erbij)
        punt.bezig_sinds = None
        punt.save(update_fields=["seconden", "bezig_sinds"])


@transaction.atomic
def punt_beginnen(*, door: Werkplek, pk: int, op: datetime) -> Agendapunt:
    """Turn to this item: the clock of the one before stops and this one's runs; the same item again changes nothing.

    Raises StapNietToegestaan when the meeting is not on, 403 or 404.
    """
    punt = get_punt_slot(door, pk, daad="notuleren", ook_overleg=True)
    controleer_stap(punt.overleg.status, Stap.NOTULEREN)
    if punt.bezig_sinds is not None:
        return punt
    klok_stil(punt.overleg_id, op)
    if punt.overleg.status == Overlegstatus.BEZIG:
        punt.bezig_sinds = op
    punt.save(update_fields=["bezig_sinds"])
    return punt


@transaction.atomic
def punt_afronden(*, door: Werkplek, pk: int, status: str, op: datetime) -> Agendapunt:
    """Say that an item was discussed, moved to the next time, or is open again. Raises as `punt_beginnen`."""
    punt = get_punt_slot(door, pk, daad="notuleren", ook_overleg=True)
    controleer_stap(punt.overleg.status, Stap.NOTULEREN)
    if punt.bezig_sinds is not None and status != Puntstatus.OPEN:
        klok_stil(punt.overleg_id, op)
        punt.refresh_from_db()
    punt.status = Puntstatus(status)
    punt.versie += 1
    punt.save(update_fields=["status", "versie"])
    return punt
