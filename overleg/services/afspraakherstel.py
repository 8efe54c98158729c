"""Herstel: taking back the last thing that was said of an agreement, as long as nothing else was done with it."""

from datetime import datetime

from django.db import transaction

from ondersteuning.workflow import StapNietToegestaan
from overleg.access_afspraak import get_afspraak_slot, stappen_van
from overleg.afspraakloop import Afspraakdaad
from overleg.models import Afspraak
from overleg.services.afspraak import stand_zetten
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

TERUG_TE_DRAAIEN = (Afspraakdaad.STAND, Afspraakdaad.HEROPEND)


@transaction.atomic
def stand_herstellen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Afspraak:
    """Give an agreement the stand it had before the last step; that is a step too, nothing is erased.

    Raises Verouderd when it is no longer the `versie` of that step, StapNietToegestaan when the last step said nothing of
    how it goes, 403 or 404.
    """
    afspraak = get_afspraak_slot(door, pk, daad="bijwerken")
    if afspraak.versie != versie:
        raise Verouderd
    laatste = stappen_van(pk, laatste=2)
    if len(laatste) < 2 or laatste[-1].daad not in TERUG_TE_DRAAIEN:
        raise StapNietToegestaan("Hier is niets aan te herstellen.")
    return stand_zetten(door=door, pk=pk, versie=versie, stand=laatste[0].stand, op=op, reden="hersteld")
