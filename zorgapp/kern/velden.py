"""Form fields that several apps need."""

from typing import Any

from django import forms


class TekstVeld(forms.CharField):
    """A text of several lines, counted as the browser counts it: a new line is one character, not two."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)


def gelezen_versie(ruw: str) -> int:
    """The version of a row that an address or a button carries; 0, which no row has, for what is no number."""
    return int(ruw) if ruw.isascii() and ruw.isdecimal() and len(ruw) < 10 else 0
