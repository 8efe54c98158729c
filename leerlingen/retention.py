"""What is destroyed when on this floor: the lines of an import, which hold names, once it can no longer be undone.

Also the import itself when its file could never be read: nothing was proposed or written. Private notes go after their
last day, which is at the latest that of the school year; notes and documents of a file stay as long as the file.
"""

from datetime import date, datetime, time

from django.utils import timezone

from leerlingen.importeren.taken import BEWAREN
from leerlingen.models import Import, ImportRegel, Vertrouwensnotitie, Werkaantekening
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.models import Concept


def ruim_importregels_op(*, op: datetime) -> int:
    """Delete the lines of imports of more than 30 days ago in the school in context; return how many."""
    return ImportRegel.objects.filter(opdracht__gemaakt_op__lt=op - BEWAREN).delete()[0]


def ruim_ongelezen_op(*, op: datetime) -> int:
    """Delete imports of more than 30 days ago that never had a preview in the school in context; return how many."""
    return Import.objects.filter(status=Import.Status.NIEUW, gemaakt_op__lt=op - BEWAREN).delete()[0]


def ruim_prive_op(*, dag: date) -> int:
    """Delete private notes whose last day lies before `dag` in the school in context, and drafts of such notes of an
    earlier school year; return how many notes."""
    begin = datetime.combine(Schooljaar.van(dag).begin, time(), timezone.get_current_timezone())
    Concept.objects.filter(sleutel__startswith="prive:", gewijzigd_op__lt=begin).delete()
    return sum(
        model.objects.verlopen(dag).delete()[1].get(model._meta.label, 0)
        for model in (Werkaantekening, Vertrouwensnotitie)
    )
