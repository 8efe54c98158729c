"""This floor's share of a pupil's timeline: where he sat."""

from django.db.models import DateTimeField, F, QuerySet
from django.db.models.functions import Cast

from leerlingen.models import Plaatsing
from zorgapp.kern.tijdlijn import LEEG, deel


def tijdlijn(leerling_id: int) -> dict[str, QuerySet]:
    """Timeline rows per kind; `wie` of a placement is the year its school year begins in."""
    plaatsingen = Plaatsing.objects.filter(leerling_id=leerling_id)
    op = Cast("van", DateTimeField())
    jaar = F("klas__schooljaar")
    return {
        "plaatsing": deel(
            plaatsingen, soort="plaatsing", op=op, detail=F("klas__naam"), tekst=LEEG, wie=jaar, domein=LEEG
        )
    }
