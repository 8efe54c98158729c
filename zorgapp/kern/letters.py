"""Letters of other scripts and emoji on paper: read only when a document has them, so that no other one waits for them.

Our own two typefaces know the Latin of the Netherlands. What they do not know (an emoji, a name in Arabic or Hebrew, an
arrow) comes from Noto, one file per script. A character that no file knows becomes U+FFFD: a PDF/A may not hold a letter
without a shape (ISO 19005-3, 6.2.11.8), and an empty box would hide that something stood there. Loaded by workers only.
"""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from fontTools.ttLib import TTFont

ONBEKEND = "\ufffd"
"""Stands for a character that no typeface here has; it has a shape of its own."""
_EIGEN = ("latin", "latin-ext")
_KIEZERS = range(
    0xFE00, 0xFE10
)  # variation selectors: how the character before it looks, nothing by themselves


@dataclass(frozen=True)
class Schrift:
    """One file of Noto: its package, its part of it, in which weights, and what it is called in a style sheet."""

    pakket: str
    deel: str
    diktes: tuple[int, ...] = (400,)

    @property
    def familie(self) -> str:
        """A name of its own per file: WeasyPrint takes two files of one name for the same letters."""
        return f"Noto {self.pakket} {self.deel}"

    def bestand(self, dikte: int = 400) -> str:
        """The name of the static file."""
        return f"vendor/{self.pakket}/{self.pakket}-{self.deel}-{dikte}-normal.woff2"

    def css(self) -> str:
        """How a style sheet asks for it."""
        return "".join(
            f'@font-face {{ font-family: "{self.familie}"; font-weight: {dikte}; '
            f'src: url("{self.bestand(dikte)}") format("woff2"); }}\n'
            for dikte in self.diktes
        )


_BEIDE = (400, 700)
SCHRIFTEN = (
    Schrift("noto-sans", "latin", _BEIDE),
    Schrift("noto-sans", "latin-ext", _BEIDE),
    Schrift("noto-sans", "vietnamese", _BEIDE),
    Schrift("noto-sans", "greek", _BEIDE),
    Schrift("noto-sans", "greek-ext"),
    Schrift("noto-sans", "cyrillic", _BEIDE),
    Schrift("noto-sans", "cyrillic-ext"),
    Schrift("noto-sans-arabic", "arabic", _BEIDE),
    Schrift("noto-sans-hebrew", "hebrew", _BEIDE),
    Schrift("noto-sans", "devanagari", _BEIDE),
    Schrift("noto-emoji", "emoji"),
    Schrift("noto-sans-math", "latin"),
    Schrift("noto-sans-symbols-2", "symbols"),
)
"""The first that knows a character gives it; emoji after the scripts, because it has figures of its own."""


def _tekens(naam: str) -> frozenset[int]:
    """The characters of a static font file; raises FileNotFoundError when it was not fetched."""
    pad = finders.find(naam)
    if not isinstance(pad, str) or not Path(pad).is_file():
        raise FileNotFoundError(naam)
    with TTFont(pad, lazy=True) as letter:
        return frozenset(letter.getBestCmap())


@cache
def _eigen() -> frozenset[int]:
    """What our own typeface knows, read once per process."""
    naam = "vendor/atkinson/atkinson-hyperlegible-next-{}-wght-normal.woff2"
    return frozenset().union(*(_tekens(naam.format(deel)) for deel in _EIGEN))


@cache
def _kent(schrift: Schrift) -> frozenset[int]:
    return _tekens(schrift.bestand())


def _onzichtbaar(teken: str) -> bool:
    """Joins, marks a direction, or breaks a line: nothing is drawn for it."""
    return ord(teken) in _KIEZERS or unicodedata.category(teken) in {"Cc", "Cf", "Zl", "Zp"}


def aanvulling(html: str) -> tuple[str, tuple[Schrift, ...]]:
    """Return a page of which every character has a shape, and the files it needs beside our own, in a fixed order.

    Almost always that is the page itself and no file.
    """
    vreemd = [t for t in set(html) if ord(t) not in _eigen() and not _onzichtbaar(t)]
    if not vreemd:
        return html, ()
    per_teken = {teken: _voor(teken) for teken in vreemd}
    zonder = [teken for teken, schrift in per_teken.items() if schrift is None]
    nodig = {schrift for schrift in per_teken.values() if schrift}
    if zonder:
        html = html.translate({ord(teken): ONBEKEND for teken in zonder})
        nodig.add(SCHRIFTEN[0])
    return html, tuple(schrift for schrift in SCHRIFTEN if schrift in nodig)


def _voor(teken: str) -> Schrift | None:
    """The first file that knows a character."""
    return next((schrift for schrift in SCHRIFTEN if ord(teken) in _kent(schrift)), None)
