"""This floor's share of a pupil's timeline and of the picture of his support."""

from django.db.models import F, QuerySet

from ondersteuning.models import Signaal, Triagebesluit, Vervolg, VervolgSoort, VervolgStatus
from ondersteuning.workflow import Besluit
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn
from zorgapp.kern.tijdlijn import deel
from zorgapp.kern.vastevraag import vaste_vraag

LIJN_VAN = {
    VervolgSoort.CONTROLE: Lijn.EERSTE,
    VervolgSoort.ZORGOVERLEG: Lijn.EERSTE,
    VervolgSoort.TWEEDE_LIJN: Lijn.TWEEDE,
    VervolgSoort.DERDE_LIJN: Lijn.DERDE,
}


def tijdlijn(werkplek: Werkplek, leerling_id: int) -> dict[str, QuerySet]:
    """Timeline rows per kind, only of signals this person may see."""
    signalen = Signaal.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id)
    besluiten = Triagebesluit.objects.filter(school=werkplek.school, signaal__in=signalen.values("pk"))
    besluiten = besluiten.exclude(besluit=Besluit.HERSTEL).filter(herroepen_door__isnull=True)
    return {
        "signaal": deel(
            signalen,
            soort="signaal",
            op=F("ingediend_op"),
            detail=F("status"),
            tekst=F("wat_zie_je"),
            wie=naam_van("indiener"),
            domein=F("domein"),
        ),
        "besluit": deel(
            besluiten,
            soort="besluit",
            op=F("op"),
            detail=F("besluit"),
            tekst=F("bericht"),
            wie=naam_van("door"),
            domein=F("domein"),
        ),
    }


def lijnen_van(leerling_id: int) -> dict[str, int]:
    """The highest line per domain that an open follow-up asks for; a domain without one is not in it."""
    stand: dict[str, int] = {}
    for domein, soort in _open_vervolgen.lees(leerling_id):
        if domein:
            stand[domein] = max(stand.get(domein, 0), LIJN_VAN[VervolgSoort(soort)])
    return stand


@vaste_vraag
def _open_vervolgen(leerling_id: int) -> QuerySet:
    rijen = Vervolg.objects.filter(signaal__leerling_id=leerling_id, status=VervolgStatus.OPEN)
    return rijen.values_list("signaal__domein", "soort")
