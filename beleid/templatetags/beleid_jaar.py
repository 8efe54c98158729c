"""Titles in a block of one month: a narrow column breaks a long word where a reader would."""

import re

from django import template

register = template.Library()

_STAARTEN = (
    "afspraken|bespreking|besluiten|briefing|evaluatie|formulier|gesprek|lijst|making|middag|natie|onderzoek|overdracht|"
    "reglement|school|training|verband|vergadering|verslag"
)
_BREUK = re.compile(rf"(?<=[a-zà-ÿ]{{4}})(?=(?:{_STAARTEN})\b)", re.IGNORECASE)
LANG = 11  # letters that fit on a line of one month


@register.filter
def breekbaar(tekst: str, maanden: int) -> str:
    """Put a soft hyphen before the last part of long words, in a block that is one month wide."""
    if maanden > 1:
        return tekst
    return " ".join(
        _BREUK.sub("\u00ad", woord, 1) if len(woord) > LANG else woord for woord in tekst.split(" ")
    )
