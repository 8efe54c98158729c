"""The jaarkalender on one landscape A3 for the wall: rows × twelve months, without names of people."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse

from beleid.access_jaar import activiteiten_van, groepsperioden, overlegmaanden
from beleid.access_scholing import scholing_kalender
from beleid.jaarplaatsing import in_jaar
from beleid.jaarsjabloon import WETTELIJK
from beleid.kalenderbeeld import Baan, Blokje, banen, kolommen, zonder_wet
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "jaarkalender"
RUIM, DICHT = 22, 28  # lines of blocks on one sheet at the widest and the middle height


@dataclass(frozen=True)
class Cel:
    """`duur` months with a block, or empty ones."""

    duur: int
    blok: Blokje | None = None


@dataclass(frozen=True)
class Papierbaan:
    """A row of the calendar as lines of a table: in each line the blocks stand beside each other."""

    label: str
    regels: Sequence[Sequence[Cel]]


@dataclass(frozen=True, kw_only=True)
class Jaarblad(Document):
    """The whole year."""

    jaar: Schooljaar
    kolommen: Sequence[tuple[str, bool]]
    banen: Sequence[Papierbaan]
    wet: Sequence[tuple[str, str]]
    maat: str


def regels(blokken: Sequence[Blokje]) -> list[list[Cel]]:
    """Put blocks on as few lines as the first free place gives, no two over each other; gaps become empty cells."""
    lijnen: list[list[Blokje]] = []
    for blok in sorted(blokken, key=lambda b: (b.maand, -b.duur)):
        past = next((lijn for lijn in lijnen if lijn[-1].maand + lijn[-1].duur <= blok.maand), None)
        if past is None:
            lijnen.append([blok])
        else:
            past.append(blok)
    return [_cellen(lijn) for lijn in lijnen]


def _cellen(lijn: Sequence[Blokje]) -> list[Cel]:
    uit, maand = [], 1
    for blok in lijn:
        uit += [Cel(1) for _ in range(blok.maand - maand)]
        uit.append(Cel(blok.duur, blok))
        maand = blok.maand + blok.duur
    return uit + [Cel(1) for _ in range(13 - maand)]


def _jaar(object_id: int) -> Schooljaar:
    if not 2000 <= object_id <= 2100:
        raise Http404("jaarkalender")
    return Schooljaar(object_id)


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Only staff of the school; no pupil is in it, so no look is logged."""
    if not werkplek.mag(Recht.BELEID):
        raise Http404("jaarkalender")
    _jaar(object_id)


def _papier(rijen: Sequence[Baan]) -> list[Papierbaan]:
    return [Papierbaan(baan.label, regels(baan.blokken)) for baan in zonder_wet(rijen)]


def maak(werkplek: Werkplek, object_id: int) -> Jaarblad:
    """The calendar as it is now."""
    jaar, dag = _jaar(object_id), werkplek.dag
    rijen = activiteiten_van(werkplek, jaar)
    overleg, groepen = overlegmaanden(werkplek, jaar), groepsperioden(werkplek, jaar)
    vol = banen(rijen, overleg, groepen, jaar, dag, scholing=scholing_kalender(werkplek, jaar))
    papier = _papier(vol)
    aantal = sum(len(baan.regels) for baan in papier)
    return Jaarblad(
        titel=f"Jaarkalender {jaar}",
        school=werkplek.school.naam,
        wat="Jaarkalender ondersteuning",
        door=werkplek.user.naam,
        op=dag,
        vertrouwelijk=False,
        jaar=jaar,
        kolommen=kolommen(jaar, dag),
        banen=papier,
        wet=[(dag_maand(in_jaar(jaar, maand, d)), wat) for maand, d, wat in WETTELIJK],
        maat="is-ruim" if aantal <= RUIM else "is-dicht" if aantal <= DICHT else "is-klein",
    )


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.BELEID,
    deur=deur,
    maak=maak,
    template="beleid/jaar_papier.html",
    terug=lambda object_id: f"{reverse('beleid:kalender')}?jaar={Schooljaar(object_id)}",
)
