"""The rows of a pupil's timeline in words, kind by kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from leerlingen.tijdlijn_notities import lees_punt
from ondersteuning.workflow import Besluit, SignaalStatus
from zorgapp.kern.schooljaar import Schooljaar

Rij = tuple[datetime, int, str, str, str, str, str]


@dataclass(frozen=True)
class Punt:
    """One event. `stem` are somebody's literal words, `slot` says who may read it, `te_doen` is the signal's number
    when it still waits for a decision."""

    op: datetime
    soort: str
    icoon: str
    kop: str
    tekst: str = ""
    wie: str = ""
    domein: str = ""
    url: str = ""
    stem: str = ""
    stem_van: str = ""
    slot: str = ""
    te_doen: int | None = None


def _signaal(rij: Rij) -> Punt:
    op, pk, soort, status, tekst, wie, domein = rij
    te_doen = pk if status == SignaalStatus.NIEUW else None
    return Punt(op, soort, "flag", "Signaal", wie=wie, domein=domein, stem=tekst, te_doen=te_doen)


def _besluit(rij: Rij) -> Punt:
    op, _, soort, besluit, tekst, wie, domein = rij
    return Punt(op, soort, "git-branch", str(Besluit(besluit).label), tekst, wie, domein)


def _plaatsing(rij: Rij) -> Punt:
    op, _, soort, klas, _, jaar, _ = rij
    return Punt(op, soort, "school", f"Klas {klas}", wie=f"schooljaar {Schooljaar(int(jaar))}")


def _notitie(rij: Rij) -> Punt:
    op, pk, soort, detail, tekst, wie, domein = rij
    punt = lees_punt(soort, detail, tekst)
    return Punt(
        op,
        soort,
        punt.icoon,
        punt.kop,
        punt.tekst,
        wie,
        domein,
        reverse(f"leerlingen:{soort}", args=[pk]),
        punt.stem,
        punt.stem_van,
        punt.slot,
    )


IN_WOORDEN: dict[str, Callable[[Rij], Punt]] = {
    "signaal": _signaal,
    "besluit": _besluit,
    "plaatsing": _plaatsing,
    "notitie": _notitie,
    "stuk": _notitie,
}
