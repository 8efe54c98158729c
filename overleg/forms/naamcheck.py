"""A form that asks once whether a pupil is named in it: it warns, and who is sure sends it all the same."""

from collections.abc import Callable
from typing import Any

from django import forms

NAAM = (
    "Hierin staat misschien de naam van een leerling: {namen}. Haal de naam weg. "
    "Gaat het niet over een leerling? Vink dan onderaan aan dat je het zo wilt bewaren."
)


class MetNaamcheck(forms.Form):
    """`teksten` are the fields to look in; `namen_in` tells which names it found (overleg.access_naamcheck)."""

    toch = forms.BooleanField(required=False)

    teksten: tuple[str, ...] = ()
    namen: list[str] = []

    def __init__(self, *args: Any, namen_in: Callable[[str], list[str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._namen_in = namen_in

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.namen = self._namen_in("\n".join(data.get(veld) or "" for veld in self.teksten))
        if self.namen and not data.get("toch"):
            self.add_error(None, NAAM.format(namen=", ".join(self.namen)))
        return data
