"""The share of the facility card in a pupil's timeline: each version, with what changed."""

from django.db.models import F, QuerySet

from leerlingen.models import Kaartversie
from zorgapp.accounts.querysets import naam_van
from zorgapp.kern.tijdlijn import LEEG, deel

KOP, ICOON = "Faciliteitenkaart vernieuwd", "id"


def tijdlijn_kaart(leerling_id: int) -> dict[str, QuerySet]:
    """Timeline rows of an opened pupil, for everybody who may open him: `tekst` is what changed, `detail` the version."""
    versies = Kaartversie.objects.filter(kaart__leerling_id=leerling_id)
    return {
        "kaart": deel(
            versies,
            soort="kaart",
            op=F("op"),
            detail=F("versie"),
            tekst=F("wat"),
            wie=naam_van("door"),
            domein=LEEG,
        )
    }
