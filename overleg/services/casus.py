"""Bringing a case without a name into intervisie or scholing: any participant may, and his own he changes or takes off."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from overleg.access import get_overleg_slot
from overleg.access_casus import get_casus_slot
from overleg.casus import MET_CASUS
from overleg.loop import Puntstatus, Stap, controleer_stap
from overleg.models import Agendapunt
from overleg.services.agenda import Puntgegevens, zet_punt_erbij
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Casusgegevens:
    """What somebody brings in: a title, his question and the story; never a pupil, so nothing can be copied of one."""

    onderwerp: str
    vraag: str
    verhaal: str


@transaction.atomic
def casus_inbrengen(*, door: Werkplek, overleg_id: int, casus: Casusgegevens, op: datetime) -> Agendapunt:
    """Put a case at the end of the agenda, as a participant. The same case of the same person again is not put on twice.

    Raises ValidationError for a kind of meeting without cases, StapNietToegestaan, 403 or 404.
    """
    overleg = get_overleg_slot(door, overleg_id, daad="deelnemer")
    if overleg.soort not in MET_CASUS:
        raise ValidationError("Een casus breng je in bij intervisie of scholing.")
    controleer_stap(overleg.status, Stap.AGENDA)
    gegevens = Puntgegevens(onderwerp=casus.onderwerp, vraag=casus.vraag, toelichting=casus.verhaal)
    al = Agendapunt.objects.filter(overleg=overleg, toegevoegd_door=door.user, leerling__isnull=True)
    al = al.filter(
        onderwerp=casus.onderwerp.strip(), vraag=casus.vraag.strip(), toelichting=casus.verhaal.strip()
    )
    eerder = al.exclude(status=Puntstatus.VERVALLEN).first()
    return eerder or zet_punt_erbij(door, overleg, gegevens, op)


def _pak(door: Werkplek, overleg_id: int, pk: int, versie: int) -> Agendapunt:
    punt = get_casus_slot(door, overleg_id, pk)
    if punt.versie != versie:
        raise Verouderd
    controleer_stap(punt.overleg.status, Stap.AGENDA)
    if punt.status != Puntstatus.OPEN or punt.bezig_sinds:
        raise ValidationError("Over deze casus is al gesproken. Hij blijft zoals hij is.")
    return punt


@transaction.atomic
def casus_wijzigen(
    *, door: Werkplek, overleg_id: int, pk: int, versie: int, casus: Casusgegevens
) -> Agendapunt:
    """Change one's own case before it is discussed. Raises Verouderd, ValidationError, StapNietToegestaan, 403 or 404."""
    punt = _pak(door, overleg_id, pk, versie)
    punt.onderwerp, punt.vraag = casus.onderwerp.strip(), casus.vraag.strip()
    punt.toelichting, punt.versie = casus.verhaal.strip(), versie + 1
    return bewaar(punt, "onderwerp", "vraag", "toelichting", "versie")


@transaction.atomic
def casus_weghalen(*, door: Werkplek, overleg_id: int, pk: int, versie: int) -> Agendapunt:
    """Take one's own case off the agenda before it is discussed. Raises as `casus_wijzigen`."""
    punt = _pak(door, overleg_id, pk, versie)
    punt.status, punt.versie = Puntstatus.VERVALLEN, versie + 1
    return bewaar(punt, "status", "versie")
