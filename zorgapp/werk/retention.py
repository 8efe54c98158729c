"""What is destroyed when: expired files with their rows, files without a row, old drafts and finished jobs."""

import logging
from datetime import datetime, timedelta
from functools import partial

from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import ProtectedError

from zorgapp.werk.models import Bestand, Concept, Taak

log = logging.getLogger(__name__)
RESPIJT = timedelta(days=1)
CONCEPT_DAGEN = 60
"""Days that a draft is kept after its last change: longer than the summer holidays."""
TAAK_DAGEN = 30
"""Days that a job is kept after its end, with the sentence about how it ended: as long as an import can be undone."""


def ruim_concepten_op(*, op: datetime) -> int:
    """Delete drafts nobody touched for 60 days in the school in context; return how many."""
    return Concept.objects.filter(gewijzigd_op__lt=op - timedelta(days=CONCEPT_DAGEN)).delete()[0]


def ruim_taken_op(*, op: datetime) -> int:
    """Delete jobs of the school in context that ended over 30 days ago, well or badly; return how many.

    What the job was about stays, and no longer points at it.
    """
    voorbij = Taak.objects.filter(
        status__in=(Taak.Status.KLAAR, Taak.Status.MISLUKT), klaar_op__lt=op - timedelta(days=TAAK_DAGEN)
    )
    return voorbij.delete()[1].get(Taak._meta.label, 0)


def ruim_bestanden_op(*, op: datetime) -> int:
    """Delete expired files of the school in context, row first; return how many.

    A process that dies in between leaves a file without a row; `ruim_wezen_op` takes it the next night.
    """
    aantal = 0
    for rij in Bestand.objects.filter(verloopt_op__lt=op).order_by("pk"):
        naam = str(rij.bestand.name)
        try:
            with transaction.atomic():
                rij.delete()
        except ProtectedError:
            log.warning("bestand #%s is verlopen maar nog in gebruik", rij.pk)
            continue
        transaction.on_commit(partial(default_storage.delete, naam or ""))
        aantal += 1
    return aantal


def ruim_wezen_op(*, school_id: int, op: datetime) -> int:
    """Delete stored files of this school that have no row: their transaction was rolled back or half done."""
    bekend = set(Bestand.objects.values_list("bestand", flat=True))
    wezen = [
        naam
        for naam in _bestanden_van(school_id)
        if naam not in bekend and default_storage.get_modified_time(naam) < op - RESPIJT
    ]
    for naam in wezen:
        default_storage.delete(naam)
    return len(wezen)


def _mappen(pad: str) -> list[str]:
    try:
        return default_storage.listdir(pad)[0]
    except FileNotFoundError:
        return []


def _bestanden_van(school_id: int) -> list[str]:
    """Return the stored names below `<year>/<month>/<school>`."""
    namen = []
    for jaar in _mappen(""):
        for maand in _mappen(jaar):
            if str(school_id) in _mappen(f"{jaar}/{maand}"):
                map_ = f"{jaar}/{maand}/{school_id}"
                namen += [f"{map_}/{naam}" for naam in default_storage.listdir(map_)[1]]
    return namen
