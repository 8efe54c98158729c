"""What a pupil needs, above his file: of his running trajectories and of the HGW form that holds, without doubling."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator

from leerlingen.access import Grond
from leerlingen.models import Leerling
from ondersteuning.access_hgw import behoeften_voor, geldend, inzicht
from ondersteuning.hgwuitvoer import behoefteregels
from ondersteuning.models import Traject
from ondersteuning.paneel_traject import Paneel
from zorgapp.accounts.werkplek import Werkplek

MEEST, MEEST_DOCENT = 4, 3  # one for each domain and one of the form; a teacher reads those of the form
KORT = 110  # characters
HGW = "Handelingsgericht"


@dataclass(frozen=True)
class Bron:
    """Where needs were written down, on which day, one need per line; `domein` is empty when it is general."""

    naam: str
    op: date
    url: str
    regels: Sequence[str]
    domein: str = ""


@dataclass(frozen=True)
class Behoefte:
    """One need as it is shown; a teacher gets no `bron`."""

    tekst: str
    domein: str = ""
    bron: Bron | None = None


def behoeften_in_kop(
    werkplek: Werkplek, leerling: Leerling, grond: Grond, trajecten: Paneel
) -> list[Behoefte]:
    """What this reader of an opened file may know, the newest first (one query beside that of `trajecten`).

    A teacher reads what the form says for his lesson, no more.
    """
    if not inzicht(werkplek, grond).heel:
        return [Behoefte(tekst) for tekst in behoeften_voor(werkplek, leerling, grond)[:MEEST_DOCENT]]
    bronnen = [_van_traject(rij.traject) for rij in trajecten.rijen] if trajecten.vol else []
    if (hgw := geldend(leerling.pk)) and hgw.vastgesteld_op:
        url = reverse("ondersteuning:hgw", args=[hgw.pk])
        bronnen.append(Bron(HGW, timezone.localdate(hgw.vastgesteld_op), url, behoefteregels(hgw)))
    return kies(bronnen)


def _van_traject(traject: Traject) -> Bron:
    regels = [regel.strip(" -•\t") for regel in traject.onderwijsbehoeften.splitlines()]
    url = reverse("ondersteuning:traject", args=[traject.pk])
    return Bron(traject.titel, traject.start, url, [regel for regel in regels if regel], traject.domein)


def kies(bronnen: Iterable[Bron]) -> list[Behoefte]:
    """The first need of each source before anyone's second, the newest source first, and nothing twice.

    Trajectory and form both keep a place: of many trajectories the oldest makes room.
    """
    gezien: set[str] = set()
    rijen: list[tuple[int, int, Behoefte]] = []
    for rang, bron in enumerate(sorted(bronnen, key=lambda b: b.op, reverse=True)):
        nieuw = [regel for regel in bron.regels if _sleutel(regel) not in gezien]
        gezien.update(map(_sleutel, nieuw))
        for beurt, regel in enumerate(nieuw):
            kort = Truncator(regel).chars(KORT, truncate="…")
            rijen.append((beurt, rang, Behoefte(kort, bron.domein, bron)))
    rijen.sort(key=lambda rij: rij[:2])
    gekozen, rest = rijen[:MEEST], rijen[MEEST:]
    if rest and not any(_is_hgw(rij) for rij in gekozen):
        gekozen[-1] = next((rij for rij in rest if _is_hgw(rij)), gekozen[-1])
    return [behoefte for _, _, behoefte in sorted(gekozen, key=lambda rij: (rij[1], rij[0]))]


def _is_hgw(rij: tuple[int, int, Behoefte]) -> bool:
    return bool(rij[2].bron and not rij[2].domein)


def _sleutel(regel: str) -> str:
    """The same words, whatever capitals, spaces and full stops."""
    return " ".join(regel.casefold().split()).strip(" .,;:-")
