"""Where it pinches in the support structure, in a sentence each, with where to go."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from leerlingen.access_partners import lang_wachten
from leerlingen.models import ExternePartner
from ondersteuning.access_taken import zonder_houder
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel, vorm_bij
from zorgapp.kern.datums import MAANDEN

LANG_WEKEN = 6  # waiting outside the school that is worth a talk with the partner
KNEL_MAX = 3  # as many as stand beside each other
TELWOORD = (
    "",
    "Eén",
    "Twee",
    "Drie",
    "Vier",
    "Vijf",
    "Zes",
    "Zeven",
    "Acht",
    "Negen",
    "Tien",
    "Elf",
    "Twaalf",
)


@dataclass(frozen=True)
class Knelpunt:
    """Something that is full, slow or nobody's, with where to go."""

    zin: str
    link: str
    url: str
    domein: str = ""
    lijn: int = 0


def knelpunten(werkplek: Werkplek, vol: list[Any], echt: bool) -> list[Knelpunt]:
    """At most KNEL_MAX of them: full offerings (`vol`) where most pupils wait first, slow partners, tasks of nobody.

    `echt`: with real numbers, which only the zorgteam sees.
    """
    punten = [_vol(a, echt) for a in sorted(vol, key=lambda a: (-a.wachten, a.naam))]
    return [*punten[:1], *_elders(werkplek), *punten[1:]][:KNEL_MAX]


def _vol(aanbod: Any, echt: bool) -> Knelpunt:
    wachten = aanbod.wachten if echt else 0
    return Knelpunt(
        _volzin(aanbod.naam, aanbod.vrij_op if echt else None, wachten),
        "Bekijk de wachtlijst" if wachten else "Bekijk het aanbod",
        reverse("ondersteuning:aanbod", args=[aanbod.pk]),
        aanbod.domeinen[0],
        aanbod.lijn,
    )


def _volzin(naam: str, vrij_op: date | None, wachten: int) -> str:
    tot = f" tot {MAANDEN[vrij_op.month - 1]}" if vrij_op else ""
    zin = f"{naam} zit vol{tot}."
    if not wachten:
        return zin
    woord = TELWOORD[wachten] if wachten < len(TELWOORD) else str(wachten)
    return f"{zin} {woord} {vorm_bij(wachten, 'leerling wacht', 'leerlingen wachten')}."


def wachtzin(partner: ExternePartner) -> str:
    """ "Wachten op jeugdhulp duurt 9 weken. Dat was 6."""
    weken, was = partner.wachttijd_weken or 0, partner.wachttijd_daarvoor
    zin = f"Wachten op {partner.naam} duurt {hoeveel(weken, 'week', 'weken')}."
    return zin if was is None or was == weken else f"{zin} Dat was {was}."


def _elders(werkplek: Werkplek) -> list[Knelpunt]:
    """Long waits outside, for who sees the sociale kaart, and tasks that nobody holds."""
    uit = []
    if werkplek.mag(Recht.SOCIALE_KAART):
        uit += [
            Knelpunt(wachtzin(p), "Naar de sociale kaart", reverse("leerlingen:partner", args=[p.pk]), lijn=3)
            for p in lang_wachten(werkplek, LANG_WEKEN)
        ]
    taken = zonder_houder(werkplek)
    if taken:
        zin = (
            f"{taken[0].naam}: dat doet niemand." if len(taken) == 1 else f"{len(taken)} taken heeft niemand."
        )
        uit.append(Knelpunt(zin, "Wie doet wat", reverse("ondersteuning:taken")))
    return uit
