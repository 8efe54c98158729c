"""What is destroyed when on this floor: the lines of an import, which hold names, once it can no longer be undone."""

from datetime import datetime

from leerlingen.importeren.taken import BEWAREN
from leerlingen.models import ImportRegel


def ruim_importregels_op(*, op: datetime) -> int:
    """Delete the lines of imports of more than 30 days ago in the school in context; return how many."""
    return ImportRegel.objects.filter(opdracht__gemaakt_op__lt=op - BEWAREN).delete()[0]
