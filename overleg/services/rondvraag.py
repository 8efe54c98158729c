"""Asking teachers beforehand what they see of a pupil, answering it, and taking it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from ondersteuning.workflow import StapNietToegestaan
from overleg.access import get_overleg_slot
from overleg.access_agenda import get_punt_slot
from overleg.access_rondvraag import (
    get_gevraagde_slot,
    get_rondvraag_slot,
    heeft_begonnen,
    lesgever_ids,
)
from overleg.access_rondvraag_stand import TWEE, te_herinneren
from overleg.klokken_rondvraag import rondvraag_gevraagd, rondvraag_klaar, rondvraag_nogmaals
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Agendapunt, Rondvraag
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

GEEN_LES = "Ik geef deze leerling geen les meer."
_BEGONNEN = "Dit overleg is al begonnen. Vertel het in het overleg zelf, of aan wie het leidt."


@dataclass(frozen=True)
class Antwoord:
    """The three short answers; each may stay empty, not all of them."""

    goed: str = ""
    zie: str = ""
    helpt: str = ""


def _eis_vooraf(punt: Agendapunt) -> None:
    if punt.overleg.status != Overlegstatus.GEPLAND or punt.status != Puntstatus.OPEN:
        raise StapNietToegestaan(_BEGONNEN)


def _actief(rij: Rondvraag) -> bool:
    return rij.ingetrokken_op is None


@transaction.atomic
def rondvraag_vragen(
    *, door: Werkplek, punt_id: int, collegas: Sequence[int], vraag: str, uiterlijk: date, op: datetime
) -> list[Rondvraag]:
    """Ask these teachers about the pupil of an item; who was asked already is skipped, who was let off is asked again.

    Two views belong on paper: fewer than two in all is refused when there are more teachers. Raises ValidationError (a
    colleague who does not teach him, a day that passed or after the meeting), StapNietToegestaan, 403 or 404.
    """
    punt = get_punt_slot(door, punt_id, daad="agenda", ook_overleg=True)
    _eis_vooraf(punt)
    mogelijk = lesgever_ids(punt.leerling_id, door.dag) - {door.user.pk} if punt.leerling_id else set()
    _eis_keuze(punt, set(collegas), mogelijk, door.dag, uiterlijk)
    eerder = {rij.collega_id: rij for rij in Rondvraag.objects.filter(punt=punt).select_for_update()}
    nieuw = [
        nummer for nummer in dict.fromkeys(collegas) if nummer not in eerder or not _actief(eerder[nummer])
    ]
    samen = set(nieuw) | {nummer for nummer, rij in eerder.items() if _actief(rij)}
    if len(samen) < min(TWEE, len(mogelijk)):
        raise ValidationError("Vraag minstens twee collega’s, dan zie je hem van twee kanten.")
    return [_vraag(door, punt, eerder.get(nummer), nummer, vraag, uiterlijk, op) for nummer in nieuw]


def _eis_keuze(
    punt: Agendapunt, collegas: set[int], mogelijk: set[int], vandaag: date, uiterlijk: date
) -> None:
    if not collegas:
        raise ValidationError("Kies aan wie je het vraagt.")
    if not collegas <= mogelijk:
        raise ValidationError("Een van deze collega’s geeft deze leerling geen les meer. Kies opnieuw.")
    if not vandaag <= uiterlijk <= timezone.localdate(punt.overleg.begin):
        raise ValidationError("Kies een dag vanaf vandaag, en niet na het overleg.")


def _vraag(
    door: Werkplek,
    punt: Agendapunt,
    rij: Rondvraag | None,
    collega_id: int,
    vraag: str,
    uiterlijk: date,
    op: datetime,
) -> Rondvraag:
    rij = rij or Rondvraag(school=door.school, punt=punt, collega_id=collega_id, versie=0)
    rij.vraag, rij.uiterlijk = vraag.strip(), uiterlijk
    rij.gevraagd_door, rij.gevraagd_op = door.user, op
    rij.goed = rij.zie = rij.helpt = ""
    rij.beantwoord_op = rij.ingetrokken_op = None
    rij.versie += 1
    bewaard = bewaar(rij)
    rondvraag_gevraagd(bewaard, op)
    return bewaard


def _pak(door: Werkplek, pk: int, versie: int) -> Rondvraag:
    rij = get_rondvraag_slot(door, pk)
    if heeft_begonnen(rij):
        raise StapNietToegestaan(_BEGONNEN)
    if rij.versie != versie:
        raise Verouderd
    return rij


@transaction.atomic
def rondvraag_beantwoorden(
    *, door: Werkplek, pk: int, versie: int, antwoord: Antwoord, op: datetime
) -> Rondvraag:
    """Answer what one is asked, or change the answer until the meeting begins.

    Raises ValidationError when all three are empty, Verouderd, StapNietToegestaan, 404 for who does not teach him now.
    """
    rij = _pak(door, pk, versie)
    rij.goed, rij.zie, rij.helpt = (t.strip() for t in (antwoord.goed, antwoord.zie, antwoord.helpt))
    if not (rij.goed or rij.zie or rij.helpt):
        raise ValidationError("Vul minstens één van de drie vragen in.")
    rij.beantwoord_op, rij.versie = op, rij.versie + 1
    rondvraag_klaar(rij)
    return bewaar(rij, "goed", "zie", "helpt", "beantwoord_op", "versie")


@transaction.atomic
def rondvraag_geen_les(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Rondvraag:
    """Answer that one does not teach this pupil any more; that ends it, and whoever asked sees why.

    Kept as answered and withdrawn at once: it is no view of the pupil. Raises Verouderd, StapNietToegestaan, 404.
    """
    rij = _pak(door, pk, versie)
    rij.goed, rij.zie, rij.helpt = "", GEEN_LES, ""
    rij.beantwoord_op = rij.ingetrokken_op = op
    rij.versie += 1
    rondvraag_klaar(rij)
    return bewaar(rij, "goed", "zie", "helpt", "beantwoord_op", "ingetrokken_op", "versie")


@transaction.atomic
def rondvraag_intrekken(*, door: Werkplek, punt_id: int, pk: int, op: datetime) -> Rondvraag:
    """Take a question back that was not answered yet; what was still to be mailed lapses.

    Raises ValidationError when it was answered, StapNietToegestaan, 403 or 404.
    """
    punt = get_punt_slot(door, punt_id, daad="agenda", ook_overleg=True)
    _eis_vooraf(punt)
    rij = get_gevraagde_slot(punt, pk)
    if rij.beantwoord_op:
        raise ValidationError("Deze collega heeft al geantwoord. Het antwoord blijft staan.")
    rij.ingetrokken_op, rij.versie = op, rij.versie + 1
    rondvraag_klaar(rij)
    return bewaar(rij, "ingetrokken_op", "versie")


@transaction.atomic
def rondvraag_herinneren(*, door: Werkplek, overleg_id: int, op: datetime) -> int:
    """Remind who did not answer yet about a pupil on this agenda; returns how many colleagues will hear of it.

    Each at most once a day, whoever presses and however often: the meeting is locked, and who hears of a rondvraag
    today is left out. Raises StapNietToegestaan when the meeting began, 403 or 404.
    """
    overleg = get_overleg_slot(door, overleg_id, daad="agenda")
    if overleg.status != Overlegstatus.GEPLAND:
        raise StapNietToegestaan(_BEGONNEN)
    rijen = te_herinneren(overleg_id, door.dag)
    return len({rij.collega_id for rij in rijen if rondvraag_nogmaals(rij, op)})
