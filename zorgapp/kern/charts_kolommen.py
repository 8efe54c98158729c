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
        f'<svg class="z-grafiek is-breed" viewBox="0 0 {breed} {hoog}" width="{breed}" role="img">'
        f"<title>{escape(titel)}</title>{inhoud}</svg>"
    )


def _tekst(x: float, y: float, tekst: str, anker: str = "middle", extra: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anker}"{extra}>{escape(tekst)}</text>'


def _maat(hoogste: int) -> tuple[int, int]:
    """The top of the axis and the step between its lines: four or five lines of a round number."""
    for stap in (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000):
        if hoogste <= 5 * stap:
            return max(-(-hoogste // stap), 2) * stap, stap
    stap = -(-hoogste // 5)
    return 5 * stap, stap


def _arcering(sleutel: str, x: float, y: float, breed: float, hoog: float) -> str:
    """What tells a part apart without colour: stripes for persoonlijk, dots for schoolloopbaan."""
    lijnen = [y + 4 + 6 * n for n in range(int(max(hoog - 2, 0) // 6))]
    if sleutel == "pers" and lijnen:
        pad = "".join(f"M{x:g} {r:g}h{breed:g}" for r in lijnen)
        return f'<path d="{pad}" stroke="#fff" stroke-opacity=".42" stroke-width="1.2"/>'
    if sleutel == "loop" and lijnen:
        pad = "".join(f"M{x + 4 + 7 * n:g} {r:g}h0" for r in lijnen for n in range(int((breed - 4) // 7) + 1))
        return (
            f'<path d="{pad}" stroke="#fff" stroke-opacity=".6" stroke-width="2.4" stroke-linecap="round"/>'
        )
    return ""


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
    lijnen = "".join(f"M{_LINKS} {grond - n * schaal:g}H{_BREED}" for n in hulp)
    delen = [f'<path class="v-as" d="{lijnen}M{_LINKS} {grond}H{_BREED}" stroke="{LIJN}" fill="none"/>']
    woorden = [_tekst(_LINKS - 8, grond - n * schaal + 4, str(n), "end") for n in hulp]
    vak = (_BREED - _LINKS) / max(len(staven), 6)
    breed = round(vak * 0.7, 1)
    for nummer, staaf in enumerate(staven):
        x = round(_LINKS + vak * nummer + (vak - breed) / 2, 1)
        kop = _teken_kolom(delen, staaf, x, breed, grond, schaal)
        vet = ' font-weight="700"'
        woorden.append(_tekst(x + breed / 2, kop - 6, staaf.boven, extra=vet if staaf.totaal else ""))
        woorden.append(_tekst(x + breed / 2, hoog - 8, staaf.woord, extra=vet if staaf.laatste else ""))
    if grens:
        x = round(_LINKS + vak * grens, 1)
        delen.append(
            f'<path class="v-zacht-lijn" d="M{x:g} 8V{grond}" stroke="{ZACHT}" stroke-dasharray="2 4" fill="none"/>'
        )
        woorden.append(_tekst(x - 6, 14, "nieuw schooljaar", "end"))
    return _svg(_BREED, hoog, titel, "".join(delen) + _woorden(woorden))


def _woorden(woorden: Sequence[str]) -> str:
    return f'<g class="v-tekst" fill="{INKT}" {_LETTER}>{"".join(woorden)}</g>'


def _teken_kolom(
    delen: list[str], staaf: Kolom, x: float, breed: float, grond: float, schaal: float
) -> float:
    """Draw the parts that are shown and, when the total is, an outline for the rest; return where the column ends."""
    y, getekend = float(grond), 0
    for sleutel, waarde in staaf.delen:
        if not waarde:
            continue
        hoogte = round(waarde * schaal - 1, 1)
        y = round(y - waarde * schaal, 1)
        getekend += waarde
        delen.append(
            f'<rect class="v-{sleutel}" x="{x:g}" y="{y:g}" width="{breed:g}" height="{hoogte:g}" fill="{KLEUREN[sleutel]}"/>'
        )
        delen.append(_arcering(sleutel, x, y, breed, hoogte))
    rest = (staaf.totaal or 0) - getekend
    if rest > 0:
        hoogte = round(rest * schaal - 1, 1)
        y = round(y - rest * schaal, 1)
        delen.append(
            f'<rect class="v-rest" x="{x + 0.5:g}" y="{y:g}" width="{breed - 1:g}" height="{max(hoogte, 0.5):g}" '
            f'fill="#ECEAE0" stroke="{ZACHT}"/>'
        )
    return y


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

    def y(waarde: float) -> float:
        return round(grond - (grond - 24) * waarde / top, 1)

    delen = [f'<path class="v-as" d="M10 {grond}H{breed - 10}" stroke="{LIJN}" fill="none"/>']
    woorden = [_tekst(round(23 + stap * n, 1), hoog - 8, woord) for n, (woord, _) in enumerate(punten)]
    if norm is not None:
        delen.append(
            f'<path class="v-zacht-lijn" d="M10 {y(norm):g}H{breed - 10}" stroke="{ZACHT}" stroke-dasharray="4 4" fill="none"/>'
        )
        woorden.append(
            _tekst(breed - 10, y(norm) - 6, f"norm {norm:g} {'dag' if norm == 1 else 'dagen'}", "end")
        )
    pad, los = "", True
    for n, (_, waarde) in enumerate(punten):
        if waarde is not None:
            pad += f"{'M' if los else 'L'}{round(23 + stap * n, 1):g} {y(waarde):g}"
        los = waarde is None
    delen.append(
        f'<path class="v-lijn" d="{pad}" stroke="{MERK}" stroke-width="2.5" stroke-linejoin="round" fill="none"/>'
    )
    gezien = [n for n, (_, w) in enumerate(punten) if w is not None]
    for n in gezien:
        x, waarde = round(23 + stap * n, 1), punten[n][1] or 0.0
        delen.append(
            f'<circle class="v-punt" cx="{x:g}" cy="{y(waarde):g}" r="{5 if n == gezien[-1] else 3.5}" fill="{MERK}"/>'
        )
        if n in (gezien[0], gezien[-1]):
            tekst = f"{waarde:g}".replace(".", ",")
            woorden.append(_tekst(x, y(waarde) + 20, tekst, extra=' font-weight="700"'))
    if not gezien:
        woorden.append(_tekst(breed / 2, grond / 2, "te weinig antwoorden om te tonen"))
    return _svg(breed, hoog, titel, "".join(delen) + _woorden(woorden))
