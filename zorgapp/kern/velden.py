"""Form fields that several apps need, and numbers that come in outside a form."""

from typing import Any

from django import forms


class TekstVeld(forms.CharField):
    """A text of several lines, counted as the browser counts it: a new line is one character, not two."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


def gelezen_nummer(ruw: Any, cijfers: int = 18) -> int | None:
    """The number of a row that an address, a button or a draft carries, of at most so many digits; None for what is none."""
    past = isinstance(ruw, str) and ruw.isascii() and ruw.isdecimal() and len(ruw) <= cijfers
    return int(ruw) if past else None


def gelezen_versie(ruw: Any) -> int:
    """The version of a row in the same way; 0, which no row has, for what is no number."""
    return gelezen_nummer(ruw, 9) or 0
