"""This floor's share of a pupil's timeline and of the picture of his support."""

from collections.abc import Iterable

from django.db.models import F, QuerySet

from ondersteuning.models import Signaal, Traject, Triagebesluit
from ondersteuning.workflow import Besluit
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.tijdlijn import deel
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers


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
    """The line per domain of an opened file: that of the highest running trajectory; without one a domain is not in it."""
    return _hoogste(_lijnen.lees(leerling_id))


def lijnen_van_alle(leerling_ids: Iterable[int]) -> dict[int, dict[str, int]]:
    """The same for the pupils of a list, in one query; who has no trajectory is not in it.

    The caller shows only pupils whose file may be opened.
    """
    nummers = Nummers(leerling_ids)
    per_leerling: dict[int, list[tuple[str, int]]] = {}
    for leerling_id, domein, lijn in _lijnen_van_alle.lees(nummers) if nummers else ():
        per_leerling.setdefault(leerling_id, []).append((domein, lijn))
    return {leerling_id: _hoogste(rijen) for leerling_id, rijen in per_leerling.items()}


def _hoogste(rijen: Iterable[tuple[str, int]]) -> dict[str, int]:
    stand: dict[str, int] = {}
    for domein, lijn in rijen:
        stand[domein] = max(stand.get(domein, 0), lijn)
    return stand


@vaste_vraag
def _lijnen(leerling_id: int) -> QuerySet:
    return Traject.objects.lopend().filter(leerling_id=leerling_id).values_list("domein", "lijn")


@vaste_vraag
def _lijnen_van_alle(nummers: Nummers) -> QuerySet:
    rijen = Traject.objects.lopend().filter(leerling__pk__onder=nummers)
    return rijen.values_list("leerling_id", "domein", "lijn")
