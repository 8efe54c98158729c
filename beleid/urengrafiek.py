"""Hours one has and hours one needs, as a picture made on the server (look 9): a column per month, the line of what one has.

What lies above the line is red and striped, so that it tells without colour; the same numbers stand in a table beside it.
"""

from collections.abc import Sequence
from datetime import date

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from beleid.inzetberekening import Maand, in_uren, laatste_dag
from zorgapp.kern.charts import INKT, LIJN, MERK

BREED, HOOG, GROND, BOVEN, VAK, STAAF = 700, 170, 142, 24, 51, 36
BINNEN = 28  # from this height the number stands within its column
ZACHT, OVER, DONKER = "#93B2AF", "#B3261E", "#1B2725"
_VET = ' font-weight="700"'


def urengrafiek(maanden: Sequence[Maand], hebt: int | None, dag: date) -> SafeString:
    """The twelve months; without a promise (`hebt` None) no line and nothing red. Raises ValueError without months."""
    if not maanden:
        raise ValueError("een grafiek heeft minstens één maand")
    schaal = (GROND - BOVEN) / max([m.nodig for m in maanden] + [hebt or 0, 60])
    vlak = {"zacht": "", "nu": "", "over": "", "streep": ""}
    woorden: list[str] = []
    for nummer, maand in enumerate(maanden):
        x, nu = 6 + nummer * VAK, maand.begin <= dag <= laatste_dag(maand.begin)
        grens = maand.nodig if hebt is None else min(maand.nodig, hebt)
        laag, top = GROND - round(grens * schaal), GROND - round(maand.nodig * schaal)
        if grens:
            vlak["nu" if nu else "zacht"] += f"M{x} {GROND}V{laag}h{STAAF}V{GROND}z"
        if maand.nodig > grens:
            top = min(top, laag - 3)
            vlak["over"] += f"M{x} {laag - 1}V{top}h{STAAF}V{laag - 1}z"
            vlak["streep"] += _strepen(x, top, laag - 1)
        vet = _VET if nu else ""
        midden, over = x + STAAF / 2, maand.nodig > grens
        if over or GROND - top < BINNEN:
            woorden.append(_tekst(midden, top - 6, in_uren(maand.nodig), _VET if over or nu else ""))
        else:
            kleur = f' class="v-op" fill="#fff"{_VET}' if nu else f' class="v-in" fill="{DONKER}"'
            woorden.append(_tekst(midden, top + 17, in_uren(maand.nodig), kleur))
        woorden.append(_tekst(midden, HOOG - 8, maand.naam[:3] if maand.naam != "maart" else "mrt", vet))
    delen = [f'<path class="v-as" d="M0 {GROND}H612" stroke="{LIJN}"/>']
    verf = {"zacht": f'class="v-nodig" fill="{ZACHT}"', "nu": f'class="v-punt" fill="{MERK}"'}
    verf["over"] = f'class="v-over" fill="{OVER}"'
    verf["streep"] = 'stroke="#fff" stroke-opacity=".55" stroke-width="2"'
    delen += [f'<path {hoe} d="{vlak[naam]}"/>' for naam, hoe in verf.items() if vlak[naam]]
    if hebt is not None:
        y = GROND - round(hebt * schaal)
        delen.append(
            f'<path class="v-hebt" d="M0 {y - 0.5:g}H612" stroke="{DONKER}" stroke-width="1.5" fill="none"/>'
        )
        woorden.append(f'<text x="618" y="{y - 2}" text-anchor="start"{_VET}>{in_uren(hebt)} uur</text>')
        woorden.append(f'<text x="618" y="{y + 13}" text-anchor="start">heb je</text>')
    return mark_safe(
        f'<svg class="z-grafiek z-urengrafiek" viewBox="0 0 {BREED} {HOOG}" width="{BREED}" role="img">'
        f"<title>{escape(titel(maanden, hebt))}</title>{''.join(delen)}"
        f'<g class="v-tekst" fill="{INKT}" text-anchor="middle" font-family="Atkinson Hyperlegible Next, sans-serif"'
        f' font-size="13">{"".join(woorden)}</g></svg>'
    )


def _strepen(x: int, top: int, onder: int) -> str:
    """Slanting lines within a rectangle."""
    lijnen, hoog = "", onder - top
    for begin in range(4, STAAF + hoog, 7):  # from the bottom edge or the right side up to the left
        x1, y1 = (begin, onder) if begin <= STAAF else (STAAF, onder - (begin - STAAF))
        x2, y2 = (begin - hoog, top) if begin >= hoog else (0, onder - begin)
        lijnen += f"M{x + x1} {y1}L{x + x2} {y2}"
    return lijnen


def titel(maanden: Sequence[Maand], hebt: int | None) -> str:
    """What the picture says, in words."""
    if hebt is None:
        return "Uren per week die nodig zijn, per maand."
    kort = [f"{m.naam} {in_uren(m.tekort(hebt))}" for m in maanden if m.tekort(hebt)]
    staart = f" Tekort in uren: {', '.join(kort)}." if kort else " Dat is elke maand genoeg."
    return f"Uren per week die nodig zijn, per maand. Je hebt {in_uren(hebt)} uur.{staart}"


def _tekst(x: float, y: float, tekst: str, extra: str = "") -> str:
    return f'<text x="{x:g}" y="{y:g}"{extra}>{escape(tekst)}</text>'
