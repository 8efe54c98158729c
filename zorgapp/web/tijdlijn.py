"""A pupil's timeline: one UNION ALL of what each app lets this person see, by the date it happened."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet
from django.utils import timezone

from leerlingen.tijdlijn import tijdlijn as van_leerlingen
from ondersteuning.tijdlijn import tijdlijn as van_ondersteuning
from ondersteuning.workflow import Besluit, SignaalStatus
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

PER_PAGINA = 15  # with their words: the page stays below 20 kB
VOLGORDE = ("-gebeurd_op", "-rij")
SOORTEN = {
    "signaal": ("Signalen", "flag"),
    "besluit": ("Besluiten", "git-branch"),
    "plaatsing": ("Klassen", "school"),
}


@dataclass(frozen=True)
class Punt:
    """One event; `te_doen` is the signal's number when it still waits for a decision."""

    op: datetime
    soort: str
    icoon: str
    kop: str
    tekst: str
    wie: str
    domein: str
    te_doen: int | None = None


@dataclass(frozen=True)
class Tijdlijn:
    """One page of events, newest first, grouped by month."""

    maanden: list[tuple[datetime, list[Punt]]]
    pagina: Pagina


def lees(
    werkplek: Werkplek, leerling_id: int, soort: str = "", domein: str = "", blad: str | None = None
) -> Tijdlijn:
    """Read one page; `soort` and `domein` filter, anything unknown shows all."""
    pagina = vaste_bladzijde(
        _rijen, werkplek, leerling_id, soort, domein, gevraagd=blad, per_pagina=PER_PAGINA
    )
    punten = [_punt(rij) for rij in pagina.rijen]
    per_maand = [list(groep) for _, groep in groupby(punten, key=_maand)]
    return Tijdlijn([(groep[0].op, groep) for groep in per_maand], pagina)


@vaste_vraag
def _rijen(werkplek: Werkplek, leerling_id: int, soort: str, domein: str, bereik: Bereik) -> QuerySet:
    """Every kind gives at most the rows up to this page, so that a full file costs no more than its first page."""
    delen = van_leerlingen(leerling_id) | van_ondersteuning(werkplek, leerling_id)
    gekozen = [delen[soort]] if soort in delen else list(delen.values())
    if domein:
        gekozen = [d.filter(domein_=domein) for d in gekozen]
    if len(gekozen) == 1:
        return bereik.uit(gekozen[0].order_by(*VOLGORDE))
    gekozen = [d.order_by(*VOLGORDE)[: bereik.eind] for d in gekozen]
    return bereik.uit(gekozen[0].union(*gekozen[1:], all=True).order_by(*VOLGORDE))


def _maand(punt: Punt) -> tuple[int, int]:
    op = timezone.localtime(punt.op)
    return op.year, op.month


def _punt(rij: tuple) -> Punt:
    op, pk, soort, detail, tekst, wie, domein = rij
    icoon = SOORTEN[soort][1]
    if soort == "plaatsing":
        return Punt(op, soort, icoon, f"Klas {detail}", "", f"schooljaar {Schooljaar(int(wie))}", "")
    kop = "Signaal" if soort == "signaal" else Besluit(detail).label
    te_doen = pk if soort == "signaal" and detail == SignaalStatus.NIEUW else None
    return Punt(op, soort, icoon, kop, tekst, wie, domein, te_doen)
