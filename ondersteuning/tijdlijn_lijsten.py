"""Lists on a pupil's timeline: one line per closed campaign, for coordinator, mentor and assigned begeleider."""

from django.db.models import F, QuerySet

from ondersteuning.models import Lijstuitslag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import LEEG, deel


def tijdlijn(werkplek: Werkplek, leerling_id: int) -> dict[str, QuerySet]:
    """Timeline rows of the kind "lijst": `detail` is the title of the list, `tekst` its one line."""
    rijen = Lijstuitslag.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id)
    return {
        "lijst": deel(
            rijen,
            soort="lijst",
            op=F("op"),
            detail=F("campagne__lijst__titel"),
            tekst=F("zin"),
            wie=LEEG,
            domein=F("domein"),
        )
    }
