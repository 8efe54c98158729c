"""How a publication looks: its charts, its bars and the tints of its table. Only what is published is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from beleid.cijfers.publicatie import Getal, Publicatie, Rij, Tabel
from beleid.cijfers.telling import procent
from zorgapp.kern.charts_kolommen import Kolom, kolommen, verloop
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.publicatie import Merk

TINTEN = 5


@dataclass(frozen=True)
class Balk:
    """One bar: its word, its share of the longest in hundredths (None: hidden), its share of all, its number."""

    kop: str
    lengte: int | None
    procent: str
    getal: str


@dataclass(frozen=True)
class Hitte:
    """A cell of a table with its tint, 0 to 5."""

    getal: Getal
    tint: int


def _aantal(getal: Getal | None) -> int | None:
    return int(getal.waarde) if getal is not None and getal.waarde is not None else None


def signalengrafiek(pub: Publicatie, *, hoog: int = 232) -> SafeString | None:
    """The months of the year, after those of last year when it is not over yet."""
    nu, eerder = pub.tabellen.get("signalen"), pub.tabellen.get("signalen_eerder")
    rijen = [*(eerder.rijen if eerder else ()), *(nu.rijen if nu else ())]
    if not rijen or nu is None:
        return None
    staven = [_kolom(rij, rij is rijen[-1]) for rij in rijen]
    grens = len(eerder.rijen) if eerder else 0
    samen = "In dit schooljaar samen" if eerder else "Samen"
    titel = f"Signalen per maand en domein, van {rijen[0].kop} tot en met {rijen[-1].kop}. {samen} {_woord(nu.totaal)}."
    return kolommen(titel, staven, hoog=hoog, grens=grens)


def _woord(getal: Getal | None) -> str:
    """A number in a sentence; a hidden one in words."""
    if getal is None or getal.merk is Merk.KLEIN:
        return f"minder dan {DREMPEL}"
    return f"{DREMPEL} of meer" if getal.merk is Merk.MEER else getal.tekst


def _kolom(rij: Rij, laatste: bool) -> Kolom:
    delen = tuple((d.value, _aantal(getal)) for d, getal in zip(Domein, rij.cellen, strict=True))
    boven = rij.totaal.tekst if rij.totaal else ""
    return Kolom(rij.kop[:3], delen, _aantal(rij.totaal), boven, laatste)


def antwoordgrafiek(pub: Publicatie, norm: int | None = None, *, hoog: int = 176) -> SafeString | None:
    """The middle value per month beside the school's own term."""
    tabel = pub.tabellen.get("antwoord")
    if tabel is None:
        return None
    punten = [
        (r.kop[:3], None if r.cellen[0].waarde is None else float(r.cellen[0].waarde)) for r in tabel.rijen
    ]
    return verloop("Schooldagen tot een antwoord, de middelste waarde per maand", punten, norm, hoog=hoog)


def balken(tabel: Tabel | None) -> Sequence[Balk]:
    """The rows of a table of one column as bars; a hidden number has no bar, and a share only beside a shown total."""
    if tabel is None:
        return ()
    langste = max((_aantal(r.cellen[0]) or 0 for r in tabel.rijen), default=0)
    totaal = _aantal(tabel.totaal)
    uit = []
    for rij in tabel.rijen:
        aantal = _aantal(rij.cellen[0])
        lengte = None if aantal is None else round(100 * aantal / max(langste, 1))
        deel = f"{procent(aantal, totaal)}%" if aantal is not None and totaal else ""
        uit.append(Balk(rij.kop, lengte, deel, rij.cellen[0].tekst))
    return uit


def hittetabel(tabel: Tabel | None) -> list[tuple[Rij, list[Hitte]]]:
    """The cells of a table with the tint that goes with their number beside the largest one; hidden ones have none."""
    if tabel is None:
        return []
    top = max((_aantal(getal) or 0 for rij in tabel.rijen for getal in rij.cellen), default=0)
    return [
        (rij, [Hitte(g, -(-TINTEN * (_aantal(g) or 0) // top) if top else 0) for g in rij.cellen])
        for rij in tabel.rijen
    ]
