"""A field for euros as people write them."""

import re
from typing import Any

from django import forms

_DUIZENDEN = re.compile(r"\d{1,3}(\.\d{3})+(,\d*)?")


class BedragVeld(forms.DecimalField):
    """Euros with a comma, also as "€ 1.450,50": the points of thousands are not digits behind a comma."""

    def to_python(self, value: Any) -> Any:
        """The amount as a Decimal; None for nothing."""
        if isinstance(value, str):
            value = value.replace("€", "").strip()
            value = value.replace(".", "") if _DUIZENDEN.fullmatch(value) else value
        return super().to_python(value)
