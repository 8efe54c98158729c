"""Asking for a page of the figures as a file of the worker: a PDF for the MT, or an XLSX. The cut is in its number."""

from datetime import datetime

from django.db import transaction
from django.http import Http404

from beleid.cijfers.snede import Snede
from beleid.cijfers.teksten import DELEN
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.access import get_taak
from zorgapp.werk.documenten import pdf_aanvragen
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.services.taken import taak_starten

PDF, XLSX = "pdf", "xlsx"
BESTANDEN = (PDF, XLSX)
DOCUMENT = "cijfers"
TAAK_XLSX = "cijfers-xlsx"
_VORMEN = len(DELEN)


def object_id(deel: str, snede: Snede) -> int:
    """Page and cut as the one number that a job carries."""
    return snede.nummer * _VORMEN + [*DELEN].index(deel)


def uit_object_id(nummer: int) -> tuple[str, int]:
    """Page and number of the cut."""
    return [*DELEN][nummer % _VORMEN], nummer // _VORMEN


@transaction.atomic
def bestand_vragen(*, door: Werkplek, vorm: str, deel: str, snede: Snede) -> Taak:
    """Start the job; the one that waits or runs already when the same was asked. Raises Http404 without the right."""
    if not door.mag(Recht.CIJFERS):
        raise Http404("cijfers")
    nummer = object_id(deel, snede)
    if vorm == PDF:
        return pdf_aanvragen(door=door, soort=DOCUMENT, object_id=nummer)
    lopend = Taak.objects.filter(
        school=door.school,
        eigenaar=door.user,
        soort=TAAK_XLSX,
        object_id=nummer,
        status__in=(Taak.Status.WACHT, Taak.Status.BEZIG),
    ).first()
    return lopend or taak_starten(door=door, soort=TAAK_XLSX, object_id=nummer)


def get_rekenblad(werkplek: Werkplek, taak_id: int, op: datetime) -> Bestand:
    """The file of one's own finished job; 404 for another's, another kind, and one that has expired."""
    taak = get_taak(werkplek, taak_id)
    if taak.soort != TAAK_XLSX or taak.bestand is None or taak.bestand.verloopt_op <= op:
        raise Http404("cijfers")
    return taak.bestand
