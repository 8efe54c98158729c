"""What fits on the first page of an OPP: how long each piece may be, so that it stays one readable A4.

A row of sizes. The first that fits, by an estimate in millimetres, is taken; an OPP that says much gets the tight one, in
which sentences of any ordinary kind fit. What is done with the words of the pupil gives way first: it stands whole on the
next page, while a sentence that is cut reads badly. Whatever is cut comes again, whole, in the parts after the first page.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from ondersteuning.documents.opp_delen import BEHOEFTEN, kort, past, punten
from ondersteuning.documents.opp_stem import Woord
from ondersteuning.models import OppVersie


@dataclass(frozen=True)
class Ruimte:
    """Room for each piece, in characters; punten, invloed and wie in rows."""

    stem: int
    uitleg: int
    onderbouwing: int
    punt: int
    punten: int
    behoefte: int
    faciliteiten: int
    invloed: int
    wie: int

    def korte_punten(self, tekst: str) -> tuple[str, ...]:
        """The points that fit."""
        return tuple(kort(punt, self.punt) for punt in punten(tekst)[: self.punten])

    def _punten_passen(self, tekst: str) -> bool:
        gevonden = punten(tekst)
        return len(gevonden) <= self.punten and all(past(punt, self.punt) for punt in gevonden)

    def afgekapt(self, versie: OppVersie) -> list[str]:
        """Fields of the perspective that the first page could not show whole."""
        lang = {"bestemming_uitleg": self.uitleg, "onderbouwing": self.onderbouwing}
        gevonden = [naam for naam, tekens in lang.items() if not past(getattr(versie, naam), tekens)]
        factoren = ("bevorderend", "belemmerend")
        return gevonden + [n for n in factoren if not self._punten_passen(getattr(versie, n))]

    def afgekapt_handelingsdeel(self, versie: OppVersie) -> list[str]:
        """Fields of the handelingsdeel that the first page could not show whole."""
        lang = dict.fromkeys(BEHOEFTEN, self.behoefte) | {"faciliteiten": self.faciliteiten}
        return [naam for naam, tekens in lang.items() if not past(getattr(versie, naam), tekens)]


RUIM = Ruimte(480, 220, 320, 90, 4, 150, 280, 2, 9)
KRAP = Ruimte(210, 110, 140, 40, 3, 52, 98, 0, 6)
TRAPPEN = (
    RUIM,
    Ruimte(480, 220, 320, 90, 4, 150, 280, 0, 9),
    Ruimte(400, 195, 195, 80, 4, 108, 195, 0, 6),
    Ruimte(240, 190, 190, 80, 3, 108, 190, 0, 6),
    Ruimte(240, 190, 190, 40, 4, 54, 190, 0, 6),
    Ruimte(240, 190, 190, 40, 3, 54, 190, 0, 6),
    KRAP,
)
BLAD = 255.0  # mm between the edges of the first page, with some to spare
_REGEL, _KOP, _STEMREGEL = (
    5.4,
    11.5,
    6.8,
)  # mm of a line, of a heading with the space above it, of a line of own words


def kies(
    versie: OppVersie, gezegd: Sequence[Woord], gevolg: Sequence[tuple[str, str, str]], wie: int
) -> Ruimte:
    """Return the most ample room in which all that there is to say fits."""
    passend = (r for r in TRAPPEN if hoogte(r, versie, gezegd, gevolg, wie) <= BLAD)
    return next(passend, KRAP)


def hoogte(
    ruimte: Ruimte,
    versie: OppVersie,
    gezegd: Sequence[Woord],
    gevolg: Sequence[tuple[str, str, str]],
    wie: int,
) -> float:
    """Estimate how high the first page becomes in this room, in mm; rather too much than too little."""
    stem = min(sum(len(w.tekst) for w in gezegd), ruimte.stem)
    mm = 54 + _regels(stem, 79) * _STEMREGEL + (1 + min(len(gezegd), 2)) * 4.5
    if len(gevolg) <= ruimte.invloed:
        mm += sum(_regels(sum(map(len, rij)) + 6, 94) for rij in gevolg) * _REGEL + (7 if gevolg else 0)
    waarheen = len(versie.get_bestemming_display()) + 2  # type: ignore[attr-defined]
    for tekst, tekens, erbij in (
        (versie.bestemming_uitleg, ruimte.uitleg, waarheen),
        (versie.onderbouwing, ruimte.onderbouwing, 0),
    ):
        mm += _regels(min(len(tekst), tekens) + erbij, 100) * _REGEL + 2
    factoren = (ruimte.korte_punten(versie.bevorderend), ruimte.korte_punten(versie.belemmerend))
    mm += max(sum(_regels(len(punt), 41) for punt in rij) for rij in factoren) * (_REGEL + 0.6) + _KOP
    for naam in BEHOEFTEN:
        mm += _regels(min(len(getattr(versie, naam)) or 1, ruimte.behoefte), 55) * _REGEL + 3.7
    mm += _regels(min(len(versie.faciliteiten), ruimte.faciliteiten), 100) * _REGEL
    return mm + ceil(min(wie, ruimte.wie) / 3) * 10.4 + 5 + 5 * _KOP


def _regels(tekens: int, per_regel: int) -> int:
    return ceil(tekens / per_regel)
