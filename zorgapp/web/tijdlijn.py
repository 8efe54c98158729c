"""A pupil's timeline: one UNION ALL of what each app lets this person see, by the date it happened."""

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from leerlingen.access import Grond, mag_contacten_zien
from leerlingen.access_notities import blik_van
from leerlingen.tijdlijn import tijdlijn as van_leerlingen
from leerlingen.tijdlijn_kaart import tijdlijn_kaart
from leerlingen.tijdlijn_notities import tijdlijn_notities
from ondersteuning.tijdlijn import tijdlijn as van_ondersteuning
from ondersteuning.tijdlijn_hgw import blik_hgw, tijdlijn_hgw
from ondersteuning.tijdlijn_lijsten import tijdlijn as van_lijsten
from ondersteuning.tijdlijn_opp import blik_opp, tijdlijn_opp
from ondersteuning.tijdlijn_traject import tijdlijn_traject
from overleg.tijdlijn import tijdlijn_afspraken, tijdlijn_overleg
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.web.tijdlijnpunten import IN_WOORDEN, Punt

PER_PAGINA = 15  # with their words: the page stays below 20 kB
VOLGORDE = ("-op_", "-rij_")
# What the filter offers, and the kinds it shows.
GROEPEN: dict[str, tuple[str, tuple[str, ...]]] = {
    "signaal": ("Signalen", ("signaal", "besluit", "lijst")),
    "gesprek": ("Gesprekken", ("notitie",)),
    "traject": (
        "Trajecten",
        ("traject", "traject_klaar", "overgang", "evaluatie", "hgw", "hgw_klaar", "overdracht"),
    ),
    "opp": (
        "OPP",
        ("opp_vast", "opp_gehoord", "opp_overleg", "opp_antwoord", "opp_terug", "opp_klaar"),
    ),
    "afspraak": ("Afspraken", ("afspraak", "afspraak_klaar", "besproken", "verteld")),
    "stuk": ("Kaart en stukken", ("kaart", "stuk")),
    "meer": ("Overig", ("plaatsing", "klacht")),
}

VAN_DE_LEERLING = {"kaart": "leerlingen:kaart", "lijst": "ondersteuning:leerling_lijsten"}


@dataclass(frozen=True)
class Tijdlijn:
    """One page of events, newest first, grouped by month."""

    maanden: list[tuple[datetime, list[Punt]]]
    pagina: Pagina


def lees(
    werkplek: Werkplek,
    leerling_id: int,
    grond: Grond,
    groep: str = "",
    domein: str = "",
    blad: str | None = None,
) -> Tijdlijn:
    """Read one page; `groep` and `domein` filter, anything unknown shows all."""
    blik, vol = blik_van(werkplek, grond), mag_contacten_zien(werkplek, grond)
    pagina = vaste_bladzijde(
        _rijen,
        werkplek,
        leerling_id,
        blik,
        blik_hgw(werkplek, grond),
        blik_opp(werkplek, grond),
        vol,
        groep,
        domein,
        gevraagd=blad,
        per_pagina=PER_PAGINA,
    )
    punten = [_met_adres(IN_WOORDEN[rij[2]](rij), leerling_id) for rij in pagina.rijen]
    per_maand = [list(groep) for _, groep in groupby(punten, key=_maand)]
    return Tijdlijn([(groep[0].op, groep) for groep in per_maand], pagina)


def _delen(
    werkplek: Werkplek, leerling_id: int, blik: str, hgwblik: str, oppblik: str, vol: bool
) -> dict[str, QuerySet]:
    """Every kind this reader may find, each with its own rule of what he sees."""
    return (
        van_leerlingen(leerling_id)
        | tijdlijn_notities(werkplek, leerling_id, blik)
        | tijdlijn_kaart(leerling_id)
        | van_ondersteuning(werkplek, leerling_id)
        | tijdlijn_traject(leerling_id, vol)
        | tijdlijn_hgw(werkplek, leerling_id, hgwblik)
        | tijdlijn_opp(leerling_id, oppblik)
        | van_lijsten(werkplek, leerling_id)
        | tijdlijn_afspraken(werkplek, leerling_id)
        | tijdlijn_overleg(werkplek, leerling_id, vol)
    )


@vaste_vraag
def _rijen(
    werkplek: Werkplek,
    leerling_id: int,
    blik: str,
    hgwblik: str,
    oppblik: str,
    vol: bool,
    groep: str,
    domein: str,
    bereik: Bereik,
) -> QuerySet:
    """Every kind gives at most the rows up to this page, so that a full file costs no more than its first page."""
    delen = _delen(werkplek, leerling_id, blik, hgwblik, oppblik, vol)
    soorten = GROEPEN[groep][1] if groep in GROEPEN else tuple(delen)
    gekozen = [deel for soort, deel in delen.items() if soort in soorten]
    if domein:
        gekozen = [d.filter(domein_=domein) for d in gekozen]
    if len(gekozen) == 1:
        return bereik.uit(gekozen[0].order_by(*VOLGORDE))
    gekozen = [d.order_by(*VOLGORDE)[: bereik.eind] for d in gekozen]
    return bereik.uit(gekozen[0].union(*gekozen[1:], all=True).order_by(*VOLGORDE))


def _met_adres(punt: Punt, leerling_id: int) -> Punt:
    """A kind that has one page per pupil leads there."""
    naam = VAN_DE_LEERLING.get(punt.soort)
    return replace(punt, url=reverse(naam, args=[leerling_id])) if naam else punt


def _maand(punt: Punt) -> tuple[int, int]:
    op = timezone.localtime(punt.op)
    return op.year, op.month
