"""The rows of a pupil's timeline in words, kind by kind."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from leerlingen.tijdlijn_kaart import ICOON as KAART_ICOON
from leerlingen.tijdlijn_kaart import KOP as KAART_KOP
from leerlingen.tijdlijn_notities import lees_punt
from ondersteuning import tijdlijn_opp
from ondersteuning.models import Afloop, Conclusie
from ondersteuning.tijdlijn_hgw import ICONEN, adres_van, kop_van
from ondersteuning.workflow import Besluit, SignaalStatus
from overleg import tijdlijn as tijdlijn_afspraak
from zorgapp.kern.lijnen import Lijn
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


def _kaart(rij: Rij) -> Punt:
    op, _, soort, _, wat, wie, _ = rij
    return Punt(op, soort, KAART_ICOON, KAART_KOP, wat, wie)


def _traject(rij: Rij) -> Punt:
    op, pk, soort, _, titel, wie, domein = rij
    url = reverse("ondersteuning:traject", args=[pk])
    return Punt(op, soort, "player-play", "Traject gestart", titel, wie, domein, url)


def _traject_klaar(rij: Rij) -> Punt:
    op, pk, soort, afloop, tekst, wie, domein = rij
    url = reverse("ondersteuning:traject", args=[pk])
    return Punt(
        op, soort, "flag-check", f"Traject afgesloten: {Afloop(afloop).label}", tekst, wie, domein, url
    )


def _overgang(rij: Rij) -> Punt:
    op, _, soort, lijnen, _, wie, domein = rij
    van, naar = (Lijn(int(lijn)).label for lijn in lijnen.split())
    return Punt(op, soort, "stairs", f"Van de {van} naar de {naar}", wie=wie, domein=domein)


def _evaluatie(rij: Rij) -> Punt:
    op, pk, soort, conclusie, tekst, wie, domein = rij
    url = reverse("ondersteuning:evaluatie", args=[pk])
    return Punt(op, soort, "target", f"Evaluatie: {Conclusie(conclusie).label}", tekst, wie, domein, url)


def _hgw(rij: Rij) -> Punt:
    op, pk, soort, detail, tekst, wie, domein = rij
    url = adres_van(soort, pk, detail)
    return Punt(op, soort, ICONEN[soort], kop_van(soort, detail), tekst, wie, domein, url)


def _opp(rij: Rij) -> Punt:
    op, _, soort, detail, tekst, wie, _ = rij
    kop, url = tijdlijn_opp.kop_van(soort, detail), tijdlijn_opp.adres_van(detail)
    return Punt(op, soort, tijdlijn_opp.ICONEN[soort], kop, tekst, wie, url=url)


def _afspraak(rij: Rij) -> Punt:
    op, pk, soort, stand, tekst, wie, _ = rij
    kop, url = tijdlijn_afspraak.kop_van(soort, stand), tijdlijn_afspraak.adres_van(pk)
    return Punt(op, soort, tijdlijn_afspraak.ICONEN[soort], kop, tekst, wie, url=url)


def _overleg(rij: Rij) -> Punt:
    op, _, soort, detail, tekst, wie, _ = rij
    kop = tijdlijn_afspraak.kop_overleg(soort, detail)
    return Punt(op, soort, tijdlijn_afspraak.OVERLEG_ICONEN[soort], kop, tekst, wie)


def _lijst(rij: Rij) -> Punt:
    op, _, soort, titel, zin, wie, domein = rij
    return Punt(op, soort, "list-check", f"Lijst {titel}", zin, wie, domein)


IN_WOORDEN: dict[str, Callable[[Rij], Punt]] = {
    "signaal": _signaal,
    "besluit": _besluit,
    "plaatsing": _plaatsing,
    "notitie": _notitie,
    "stuk": _notitie,
    "kaart": _kaart,
    "traject": _traject,
    "traject_klaar": _traject_klaar,
    "overgang": _overgang,
    "evaluatie": _evaluatie,
    "hgw": _hgw,
    "hgw_klaar": _hgw,
    "overdracht": _hgw,
    "klacht": _hgw,
    "lijst": _lijst,
    **dict.fromkeys(tijdlijn_opp.ICONEN, _opp),
    **dict.fromkeys(tijdlijn_afspraak.ICONEN, _afspraak),
    **dict.fromkeys(tijdlijn_afspraak.OVERLEG_ICONEN, _overleg),
}
