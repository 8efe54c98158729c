"""The shapes of the house style as HTML, made once when the module loads: domain, line, raster and logo.

Every string is a constant, so a page with fifty rows only looks them up. On a page colour comes from the stylesheet
(and follows the dark theme); the `papier` variants carry fixed colours, because a PDF knows no stylesheet inside SVG.
"""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe

from zorgapp.kern.lijnen import GEEN_INZET, Domein, Lijn, rasterzin

_KLEUR = {"leer": "#2A5BA6", "pers": "#9A2F6A", "loop": "#845400"}
_STIP = "#CFCBBD"
_LIJNKLEUR = {0: "#5F6B68", 1: "#0E4643", 2: "#0A3532", 3: "#FFFFFF"}
_DRIEHOEK = "M5.1 1.4a1.05 1.05 0 0 1 1.8 0l4.6 8a1.05 1.05 0 0 1-.9 1.6H1.4a1.05 1.05 0 0 1-.9-1.6z"
_VORM = {
    "leer": '<rect x="1" y="1" width="10" height="10" rx="1.6"/>',
    "pers": '<circle cx="6" cy="6" r="5.3"/>',
    "loop": f'<path d="{_DRIEHOEK}"/>',
}


def _verf(kleur: str) -> str:
    """Return the attribute of a fixed colour; without one the stylesheet paints."""
    return f' fill="{kleur}"' if kleur else ""


def _vorm(domein: Domein, kleur: str = "") -> str:
    """Return the shape of a domain on its own 12 × 12 grid."""
    kop = f'<svg class="z-vorm {domein.css}" viewBox="0 0 12 12"{_verf(kleur)} aria-hidden="true">'
    return f"{kop}{_VORM[domein.value]}</svg>"


def _dom(domein: Domein, woord: str, kleur: str = "", stil: bool = False) -> SafeString:
    klasse = ' class="visually-hidden"' if stil else ""
    return mark_safe(
        f'<span class="z-dom {domein.css}">{_vorm(domein, kleur)}<span{klasse}>{woord}</span></span>'
    )


def _streepjes(aantal: int, kleur: str) -> str:
    """Return the three strokes of a line, `aantal` of them full."""
    vlak = '<rect x="{x}" width="3" height="11" rx="1"{zacht}/>'
    strepen = "".join(vlak.format(x=5 * n, zacht="" if n < aantal else ' opacity=".22"') for n in range(3))
    return f'<svg viewBox="0 0 13 11"{_verf(kleur)} aria-hidden="true">{strepen}</svg>'


def _lijn(nummer: int, woord: str, kort: str, kleur: str = "") -> SafeString:
    return mark_safe(
        f'<span class="z-lijn is-{nummer}">{_streepjes(nummer, kleur)}<span class="lang">{woord}</span>'
        f'<span class="kort" aria-hidden="true">{kort}</span></span>'
    )


_LIJNEN = ((0, GEEN_INZET, "geen"), *((lijn.value, str(lijn.label), lijn.kort) for lijn in Lijn))

VORM = {d.value: mark_safe(_vorm(d)) for d in Domein}
"""Only the shape, hidden from screen readers: the word must stand beside it."""
DOM = {d.value: _dom(d, str(d.label)) for d in Domein}
"""Shape + full word."""
DOM_KORT = {d.value: _dom(d, d.kort) for d in Domein}
"""Shape + short word, for columns, chips and tiles."""
DOM_VORM = {d.value: _dom(d, str(d.label), stil=True) for d in Domein}
"""Shape only, its word for screen readers."""
DOM_PAPIER = {d.value: _dom(d, str(d.label), _KLEUR[d.value]) for d in Domein}
"""Shape + full word with a fixed colour, for PDF."""
DOM_BLOK = {
    d.value: mark_safe(
        f'<span class="z-dom-blok {d.css}">{_vorm(d)}<span class="visually-hidden">{d.label}</span></span>'
    )
    for d in Domein
}
"""Shape in a tinted square, the word only for screen readers."""
LIJN = {nummer: _lijn(nummer, woord, kort) for nummer, woord, kort in _LIJNEN}
"""Strokes + word in a tint; 0 is "geen inzet"."""
LIJN_PAPIER = {nummer: _lijn(nummer, woord, kort, _LIJNKLEUR[nummer]) for nummer, woord, kort in _LIJNEN}
"""Strokes with a fixed colour, for PDF."""


_AS = (3, 12, 21)
"""Middle of the three columns and rows on the grid of 24 × 24."""


def _rastervorm(domein: str, x: int, y: int, half: float, verf: str) -> str:
    """Return the shape of a domain with its middle at (x, y); `half` is half the side of the square, in grid units."""
    if domein == "leer":
        zij = f'width="{2 * half:g}" height="{2 * half:g}" rx="{half / 3:.2g}"'
        return f'<rect class="v-leer" x="{x - half:g}" y="{y - half:g}" {zij}{verf}/>'
    if domein == "pers":
        return f'<circle class="v-pers" cx="{x}" cy="{y}" r="{1.1 * half:g}"{verf}/>'
    top, breed, hoog = y - 1.13 * half, 1.23 * half, 2.13 * half
    return f'<path class="v-loop" d="M{x} {top:g}l{breed:g} {hoog:g}h-{2 * breed:g}z"{verf}/>'


@lru_cache(maxsize=1024)
def raster(leer: int, pers: int, loop: int, maat: int = 26, papier: bool = False) -> SafeString:
    """Return the raster of one pupil: per domain (column) a shape on the row of his line, dots elsewhere.

    A line is 0 (geen inzet) to 3; its sentence is the title. Sizes in use: 26 in a row, 44 in a card, 72 on the file,
    so that at most 64 × sizes × 2 strings exist. Raises ValueError for another line number.
    """
    zin = rasterzin(leer, pers, loop)
    vormen, stippen = "", ""
    for (domein, lijn), x in zip(zip(Domein, (leer, pers, loop), strict=True), _AS, strict=True):
        verf = f' fill="{_KLEUR[domein.value]}"' if papier else ""
        for rij, y in enumerate(_AS, start=1):
            if rij == lijn:
                vormen += _rastervorm(domein.value, x, y, 3, verf)
            else:
                stippen += f"M{x} {y}h0"
    verf = f' stroke="{_STIP}" stroke-width="2.2" stroke-linecap="round"' if papier else ""
    return mark_safe(
        f'<svg class="z-raster" width="{int(maat)}" height="{int(maat)}" viewBox="-1 -1 26 26" role="img">'
        f'<title>{zin}</title><path class="v-stip" d="{stippen}"{verf}/>{vormen}</svg>'
    )


@lru_cache(maxsize=16)
def logo(maat: int = 32, papier: bool = False) -> SafeString:
    """Return the logo: the full raster, each row deeper than the one above; hidden, for its name stands beside it."""
    vormen = ""
    for y, dekking in zip(_AS, (' opacity=".32"', ' opacity=".62"', ""), strict=True):
        for domein, x in zip(Domein, _AS, strict=True):
            verf = f' fill="{_KLEUR[domein.value]}"' if papier else ""
            vormen += _rastervorm(domein.value, x, y, 3.15, f"{verf}{dekking}")
    return mark_safe(
        f'<svg class="z-logo" width="{int(maat)}" height="{int(maat)}" viewBox="-1 -1 26 26" aria-hidden="true">'
        f"{vormen}</svg>"
    )
