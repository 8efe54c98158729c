"""Stacked columns and a line of values per month, as in `kern.charts`: SVG with fixed hex plus a class, never colour alone.

A number that is hidden is not drawn: of a column whose total is shown the rest is an empty outline, and a column whose
total is hidden has its mark in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from zorgapp.kern.charts import INKT, LIJN, MERK, ZACHT

KLEUREN = {"leer": "#2A5BA6", "pers": "#9A2F6A", "loop": "#845400"}
_BREED, _LINKS = 660, 30
_VET, _EIND = ' font-weight="700"', ' text-anchor="end"'
_LETTER = 'font-family="Atkinson Hyperlegible Next, sans-serif" font-size="12"'


@dataclass(frozen=True)
class Kolom:
    """One column: its word, its parts (None is hidden) from the ground up, its total (None is hidden) and what stands on top."""

    woord: str
    delen: tuple[tuple[str, int | None], ...]
    totaal: int | None
    boven: str
    laatste: bool = False


def _svg(breed: int, hoog: int, titel: str, inhoud: str) -> SafeString:
    return mark_safe(
        f'<svg class="z-grafiek {"is-breed" if breed == _BREED else "is-smal"}" viewBox="0 0 {breed} {hoog}" width="{breed}" role="img">'
        f"<title>{escape(titel)}</title>{inhoud}</svg>"
    )


def _tekst(x: float, y: float, tekst: str, extra: str = "") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}"{extra}>{escape(tekst)}</text>'


def _maat(hoogste: int) -> tuple[int, int]:
    """The top of the axis and the step between its lines: four or five lines of a round number."""
    for stap in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000):
        if hoogste <= 5 * stap:
            return max(-(-hoogste // stap), 2) * stap, stap
    stap = -(-hoogste // 5)
    return 5 * stap, stap


def kolommen(titel: str, staven: Sequence[Kolom], *, hoog: int = 232, grens: int = 0) -> SafeString:
    """Stacked columns, at most twelve; `grens`: before which column a new school year begins (0: none).

    Raises ValueError without columns.
    """
    if not staven:
        raise ValueError("een grafiek heeft minstens één kolom")
    grond, boven = hoog - 28, 20
    top, stap = _maat(max([s.totaal or sum(w or 0 for _, w in s.delen) for s in staven] + [1]))
    schaal = (grond - boven) / top
    hulp = [n for n in range(stap, top + 1, stap)]
    vak = (_BREED - _LINKS) / len(staven)
    plaat = _Plaat(breed=round(min(vak * 0.7, 64)), grond=grond, schaal=schaal)
    woorden = [_tekst(_LINKS - 8, grond - n * schaal + 4, str(n), _EIND) for n in hulp]
    koppen: list[str] = []
    for nummer, staaf in enumerate(staven):
        midden = _LINKS + vak * (nummer + 0.5)
        kop = plaat.teken(staaf, round(midden - plaat.breed / 2))
        koppen.append(_tekst(midden, kop - 6, staaf.boven))
        woorden.append(_tekst(midden, hoog - 8, staaf.woord, _VET if staaf.laatste else ""))
    lijnen = "".join(f"M{_LINKS} {grond - n * schaal:.0f}H{_BREED}" for n in [0, *hulp])
    streep = ""
    if grens:
        x = round(_LINKS + vak * grens)
        streep = f'<path class="v-zacht-lijn" d="M{x} 8V{grond}" stroke="{ZACHT}" stroke-dasharray="2 4"/>'
        woorden.append(_tekst(x - 6, 14, "nieuw schooljaar", _EIND))
    woorden.append(f"<g{_VET}>{''.join(koppen)}</g>")
    as_ = f'<path class="v-as" d="{lijnen}" stroke="{LIJN}" fill="none"/>'
    return _svg(_BREED, hoog, titel, as_ + plaat.svg() + streep + _woorden(woorden))


def _woorden(woorden: Sequence[str]) -> str:
    return f'<g class="v-tekst" fill="{INKT}" text-anchor="middle" {_LETTER}>{"".join(woorden)}</g>'


class _Plaat:
    """Columns as a few paths: all parts of one kind together, so that a page stays small."""

    def __init__(self, *, breed: int, grond: int, schaal: float) -> None:
        self.breed, self.grond, self.schaal = breed, grond, schaal
        self.vlak: dict[str, str] = dict.fromkeys((*KLEUREN, "rest"), "")
        self.strepen = self.stippen = ""

    def teken(self, staaf: Kolom, x: int) -> int:
        """Draw the parts that are shown and, when the total is, an outline for the rest; return where the column ends."""
        y, getekend = self.grond, 0
        for sleutel, waarde in staaf.delen:
            if waarde:
                y = self._deel(sleutel, waarde, x, y)
                getekend += waarde
        rest = (staaf.totaal or 0) - getekend
        return self._deel("rest", rest, x, y) if rest > 0 else y

    def _deel(self, sleutel: str, waarde: int, x: int, y: int) -> int:
        hoog = max(round(waarde * self.schaal), 2)
        boven = y - hoog
        self.vlak[sleutel] += f"M{x} {y - 1}v{1 - hoog}h{self.breed}V{y - 1}z"
        if sleutel == "pers" and hoog > 7:  # one thick broken line upwards is a row of stripes
            self.strepen += f"M{x + self.breed / 2:g} {y - 4}V{boven + 3}"
        if sleutel == "loop":
            self.stippen += "".join(f"M{x + 4} {r}h{self.breed - 6}" for r in range(boven + 4, y - 3, 6))
        return boven

    def svg(self) -> str:
        """The parts by kind, and what tells them apart without colour."""
        delen = [
            f'<path class="v-{s}" d="{self.vlak[s]}" fill="{kleur}"/>'
            for s, kleur in KLEUREN.items()
            if self.vlak[s]
        ]
        wit = 'stroke="#fff" fill="none"'
        if self.strepen:
            delen.append(
                f'<path d="{self.strepen}" {wit} stroke-opacity=".42" stroke-width="{self.breed}" stroke-dasharray="1.2 4.8"/>'
            )
        if self.stippen:
            delen.append(
                f'<path d="{self.stippen}" {wit} stroke-opacity=".6" stroke-width="2.4" stroke-dasharray="0 7" stroke-linecap="round"/>'
            )
        if self.vlak["rest"]:
            delen.append(f'<path class="v-rest" d="{self.vlak["rest"]}" fill="#ECEAE0" stroke="{ZACHT}"/>')
        return "".join(delen)


def verloop(
    titel: str, punten: Sequence[tuple[str, float | None]], norm: float | None = None, *, hoog: int = 176
) -> SafeString:
    """A line through values per month; None is a month that is not shown, and breaks the line. Raises ValueError without points."""
    if not punten:
        raise ValueError("een lijn heeft minstens één punt")
    breed, grond = 430, hoog - 26
    waarden = [w for _, w in punten if w is not None]
    top = max([*waarden, (norm or 0) * 1.15, 1]) * 1.1
    stap = (breed - 46) / max(len(punten) - 1, 1)
    plek = [
        (round(23 + stap * n), None if w is None else round(grond - (grond - 24) * w / top))
        for n, (_, w) in enumerate(punten)
    ]
    delen = [f'<path class="v-as" d="M10 {grond}H{breed - 10}" stroke="{LIJN}"/>']
    woorden = [_tekst(x, hoog - 8, woord) for (x, _), (woord, _) in zip(plek, punten, strict=True)]
    if norm is not None:
        y = round(grond - (grond - 24) * norm / top)
        delen.append(
            f'<path class="v-zacht-lijn" d="M10 {y}H{breed - 10}" stroke="{ZACHT}" stroke-dasharray="4 4"/>'
        )
        dagen = "dag" if norm == 1 else "dagen"
        woorden.append(_tekst(breed - 10, y - 6, f"norm {norm:g} {dagen}", _EIND))
    delen.append(_lijn(plek))
    gezien = [n for n, (_, y) in enumerate(plek) if y is not None]
    for n in {*gezien[:1], *gezien[-1:]}:
        x, hoogte = plek[n]
        tekst = f"{punten[n][1]:g}".replace(".", ",")
        woorden.append(_tekst(x, (hoogte or 0) + 20, tekst, _VET))
    if not gezien:
        woorden.append(_tekst(breed / 2, grond / 2, "te weinig antwoorden om te tonen"))
    return _svg(breed, hoog, titel, "".join(delen) + _woorden(woorden))


def _lijn(plek: Sequence[tuple[int, int | None]]) -> str:
    """The line, broken where a month is not shown, and its points as round ends of lines without length."""
    pad = punten = ""
    los = True
    for x, y in plek:
        if y is not None:
            pad += f"{'M' if los else 'L'}{x} {y}"
            punten += f"M{x} {y}h0"
        los = y is None
    if not pad:
        return ""
    return (
        f'<path class="v-lijn" d="{pad}" stroke="{MERK}" stroke-width="2.5" stroke-linejoin="round" fill="none"/>'
        f'<path class="v-lijn" d="{punten}" stroke="{MERK}" stroke-width="8" stroke-linecap="round" fill="none"/>'
    )
