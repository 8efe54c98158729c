"""Titles in a block of one month: a narrow column breaks a long word where a reader would."""

import re

from django import template

register = template.Library()

_STAARTEN = (
    "afspraken|bespreking|besluiten|briefing|evaluatie|formulier|gesprek|lijst|making|middag|natie|onderzoek|overdracht|"
    "reglement|school|training|verband|vergadering|verslag"
)
_MIDDEN = "gingslijst|ringslijst|werkings"
_BREUK = re.compile(rf"(?<=[a-zà-ÿ]{{4}})(?=(?:{_STAARTEN})\b|{_MIDDEN})", re.IGNORECASE)
LANG = 11  # letters that fit on a line of one month


@register.filter
def breekbaar(tekst: str, maanden: int) -> str:
    """Put a soft hyphen before the parts of long words, in a block that is one month wide."""
    if maanden > 1:
        return tekst
    return " ".join(_BREUK.sub("\u00ad", woord) if len(woord) > LANG else woord for woord in tekst.split(" "))
