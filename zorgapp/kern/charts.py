"""Pictures of figures as SVG made on the server, the same in a page and in a PDF (DESIGN §6).

Every colour is a fixed hex as a presentation attribute, for paper, plus a class (`v-…`) that the stylesheet overrides in
the dark theme; no `<style>` and no `style=` (strict CSP). Each picture has a title; the numbers belong in a table beside
it, for who does not see it. Pure functions: numbers and dates in, HTML out; every text is escaped.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from zorgapp.kern.datums import dag_maand_kort

INKT, ZACHT, LIJN, MERK, ZON = "#45524F", "#85877C", "#E2DFD4", "#0F5A57", "#F2BC42"
_LETTER = 'font-family="Atkinson Hyperlegible Next, sans-serif" font-size="12"'

BREED, HOOG = 330, 150  # on a phone nothing shrinks: a letter of 12 stays 12
LINKS, RECHTS, BOVEN, ONDER = 66, 14, 12, 26


def _tekst(x: float, y: float, tekst: str, anker: str = "") -> str:
    plek = f' text-anchor="{anker}"' if anker else ""
    return f'<text x="{x:g}" y="{y:g}"{plek}>{escape(tekst)}</text>'


def _woorden(*teksten: str) -> str:
    """All words of a picture together: their letter and colour are said once."""
    return f'<g class="v-tekst" fill="{INKT}" {_LETTER}>{"".join(teksten)}</g>'


def _svg(breed: int, hoog: int, titel: str, inhoud: str) -> SafeString:
    return mark_safe(
        f'<svg class="z-grafiek" viewBox="0 0 {breed} {hoog}" width="{breed}" role="img">'
        f"<title>{escape(titel)}</title>{inhoud}</svg>"
    )


def stappen(
    titel: str,
    punten: Sequence[tuple[date, int]],
    waarden: Sequence[tuple[int, str]],
    gewenst: int | None = None,
    van: date | None = None,
    tot: date | None = None,
) -> SafeString:
    """A line of steps over time: at which of `waarden` (value and word, from low to high) something stood when.

    `punten` in order of date; `gewenst` is drawn as a broken line; the axis runs from `van` to `tot`, or over the
    points. Raises ValueError without points or with a value that is not one of `waarden`.
    """
    if not punten:
        raise ValueError("een lijn heeft minstens één punt")
    plek = {waarde: nummer for nummer, (waarde, _) in enumerate(waarden)}
    if any(stand not in plek for _, stand in punten):
        raise ValueError("een punt ligt buiten de schaal")
    eerste, laatste = min(van or punten[0][0], punten[0][0]), max(tot or punten[-1][0], punten[-1][0])
    dagen = max((laatste - eerste).days, 1)
    tussen = (HOOG - BOVEN - ONDER) / max(len(waarden) - 1, 1)

    def x(dag: date) -> float:
        return round(LINKS + (BREED - LINKS - RECHTS) * (dag - eerste).days / dagen, 1)

    def y(waarde: int) -> float:
        return round(HOOG - ONDER - tussen * plek[waarde], 1)

    rooster = "".join(f"M{LINKS} {y(w):g}H{BREED - RECHTS}" for w, _ in waarden)
    delen = [f'<path class="v-as" d="{rooster}" stroke="{LIJN}" fill="none"/>']
    woorden = [_tekst(LINKS - 8, y(w) + 4, woord, "end") for w, woord in waarden]
    if gewenst in plek:
        delen.append(
            f'<path class="v-doel" d="M{LINKS} {y(gewenst):g}H{BREED - RECHTS}" stroke="{ZON}" '
            'stroke-width="2" stroke-dasharray="5 4" fill="none"/>'
        )
    pad = f"M{x(punten[0][0]):g} {y(punten[0][1]):g}"
    pad += "".join(f"H{x(dag):g}V{y(stand):g}" for dag, stand in punten[1:])
    delen.append(f'<path class="v-lijn" d="{pad}" stroke="{MERK}" stroke-width="2.5" fill="none"/>')
    delen += [
        f'<circle class="v-punt" cx="{x(dag):g}" cy="{y(stand):g}" r="4.5" fill="{MERK}"/>'
        for dag, stand in punten
    ]
    woorden.append(_tekst(LINKS, HOOG - 6, dag_maand_kort(eerste, laatste)))
    if laatste != eerste:
        woorden.append(_tekst(BREED - RECHTS, HOOG - 6, dag_maand_kort(laatste, laatste), "end"))
    return _svg(BREED, HOOG, titel, "".join((*delen, _woorden(*woorden))))


def voor_en_na(titel: str, voor: Sequence[float], na: Sequence[float], van: float, tot: float) -> SafeString:
    """Two strips of dots, before and after, of a group: how it lies as a whole, nobody by name or in an order.

    Equal scores are stacked. Raises ValueError for a score outside `van` to `tot` or an empty scale.
    """
    if tot <= van or any(not van <= score <= tot for score in (*voor, *na)):
        raise ValueError("een score ligt buiten de schaal")
    delen, woorden = [], []
    for naam, scores, boven, kleur, klasse in (
        ("voor", voor, 8, ZACHT, "v-zacht"),
        ("na", na, 68, MERK, "v-punt"),
    ):
        grond = boven + 44
        delen.append(f'<path class="v-as" d="M60 {grond}H{BREED - RECHTS}" stroke="{LIJN}" fill="none"/>')
        woorden.append(_tekst(0, grond, naam))
        stapel: dict[float, int] = {}
        for score in sorted(scores):
            x = round(66 + (BREED - RECHTS - 72) * (score - van) / (tot - van), 1)
            hoogte = stapel[x] = stapel.get(x, -1) + 1
            y = grond - 6 - 9 * min(hoogte, 4)
            delen.append(f'<circle class="{klasse}" cx="{x:g}" cy="{y:g}" r="4.5" fill="{kleur}"/>')
    woorden += [
        _tekst(66, 132, f"{van:g}", "middle"),
        _tekst(BREED - RECHTS - 6, 132, f"{tot:g}", "middle"),
    ]
    return _svg(BREED, 138, titel, "".join((*delen, _woorden(*woorden))))
