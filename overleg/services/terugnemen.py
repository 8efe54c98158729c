"""Herstel of beginning: a meeting that was begun by mistake is planned again, as long as nothing was done in it."""

from datetime import datetime

from django.db import transaction

from ondersteuning.workflow import StapNietToegestaan
from overleg.access import get_overleg_slot
from overleg.loop import NAAR, Puntstatus, Stap, controleer_stap
from overleg.models import Afspraak, Agendapunt, Overleg, Verslagdeel
from overleg.services.tijd import klok_stil
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

AL_GEDAAN = "In dit overleg is al iets opgeschreven. Zet het op pauze, of sluit het af."


def _iets_gedaan(overleg: Overleg) -> bool:
    """Minutes, an agreement or an item that was dealt with; or it was closed before and opened again, with a reason."""
    punten = Agendapunt.objects.filter(school=overleg.school, overleg=overleg)
    dichte = punten.filter(status__in=(Puntstatus.BESPROKEN, Puntstatus.DOORGESCHOVEN))
    geschreven = Verslagdeel.objects.filter(school=overleg.school, punt__overleg=overleg)
    afspraken = Afspraak.objects.filter(school=overleg.school, overleg=overleg)
    return bool(overleg.reden) or dichte.exists() or geschreven.exists() or afspraken.exists()


@transaction.atomic
def begin_terugnemen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Overleg:
    """Plan a meeting again that was begun. A save of minutes waits for the same row, so none can be lost by it.

    Raises Verouderd when somebody was first, StapNietToegestaan when it is not on or something was done in it, 403, 404.
    """
    overleg = get_overleg_slot(door, pk, daad="leiden")
    if overleg.versie != versie:
        raise Verouderd
    controleer_stap(overleg.status, Stap.TERUGNEMEN)
    if _iets_gedaan(overleg):
        raise StapNietToegestaan(AL_GEDAAN)
    klok_stil(overleg.pk, op)
    Agendapunt.objects.filter(school=overleg.school, overleg=overleg).update(seconden=0)
    overleg.status, overleg.begonnen_op, overleg.versie = NAAR[Stap.TERUGNEMEN], None, versie + 1
    overleg.save(update_fields=["status", "begonnen_op", "versie"])
    return overleg
