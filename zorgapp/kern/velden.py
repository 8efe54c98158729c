"""Form fields that several apps need."""

from typing import Any

from django import forms


class TekstVeld(forms.CharField):
    """A text of several lines, counted as the browser counts it: a new line is one character, not two."""

    def to_python(self, value: Any) -> str | None:
        return super().to_python(value.replace("\r\n", "\n") if isinstance(value, str) else value)
