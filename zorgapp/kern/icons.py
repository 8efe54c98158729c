"""Tabler outline icons as compact inline SVG, read once from the front-end package.

An icon is decoration beside a word, so it is hidden from screen readers. Stroke and caps come from the class `ti` in the
stylesheet. A PDF knows no stylesheet inside SVG: give a fixed colour and they are written out as attributes.
"""

import re
from functools import lru_cache

from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

_NAAM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PAD = re.compile(r'<path d="(M[^"]*)"([^>]*?)\s*/>')
_LIJN = ' fill="none" stroke="{kleur}" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"'


class OnbekendIcoon(ValueError):
    """The package has no outline icon of this name."""


@lru_cache(maxsize=512)
def icoon(naam: str, maat: int = 16, kleur: str = "") -> SafeString:
    """Return icon `naam` at `maat` px; with `kleur` (a hex colour) it carries its own stroke, for PDF.

    Sizes in use: 16 in text, 18 in a button, 20 in the menu. Raises OnbekendIcoon for a name that is not in the package.
    """
    lijn = _LIJN.format(kleur=kleur) if kleur else ""
    return mark_safe(
        f'<svg class="ti" width="{int(maat)}" viewBox="0 0 24 24" aria-hidden="true"{lijn}>'
        f"{vorm_van(naam)}</svg>"
    )


@lru_cache(maxsize=512)
def vorm_van(naam: str) -> str:
    """Return the paths of an icon without the SVG around them, as one (each starts with an absolute move), apart when one is filled or faded.

    The package's own empty bounding box starts with another attribute, so it falls out.
    """
    if not _NAAM.fullmatch(naam):
        raise OnbekendIcoon(naam)
    bestand = settings.NODE_MODULES / "@tabler/icons/icons/outline" / f"{naam}.svg"
    try:
        bron = bestand.read_text(encoding="utf-8")
    except FileNotFoundError as fout:
        raise OnbekendIcoon(naam) from fout
    paden = [(vorm.replace(" -", "-"), rest) for vorm, rest in _PAD.findall(bron)]
    if any(rest for _, rest in paden):
        return "".join(f'<path d="{vorm}"{rest}/>' for vorm, rest in paden)
    return f'<path d="{"".join(vorm for vorm, _ in paden)}"/>'
