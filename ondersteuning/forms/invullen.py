"""What a colleague fills in about one pupil, the confirmation for the rest, and why a proposal is not needed."""

import re
from typing import Any

from django import forms

from ondersteuning.lijstscore import LEEG, WOORDEN
from ondersteuning.models import Lijstantwoord, Signaleringslijst
from ondersteuning.models.signaleringslijst import TOELICHTING_TEKENS
from zorgapp.kern.velden import TekstVeld

GEZIEN_MAX = 400
REDEN_MAX = 400


class InvulForm(forms.Form):
    """Three words per point, none of them required, and room for some words of one's own."""

    versie = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    toelichting = TekstVeld(
        max_length=TOELICHTING_TEKENS,
        required=False,
        error_messages={"max_length": f"Houd het op {TOELICHTING_TEKENS} tekens: wat zag je, en wanneer?"},
    )

    def __init__(self, *args: Any, lijst: Signaleringslijst, antwoord: Lijstantwoord | None = None) -> None:
        begin = (
            {"versie": antwoord.versie, "toelichting": antwoord.toelichting} if antwoord else {"versie": 0}
        )
        super().__init__(*args, initial=begin)
        self.lijst = lijst
        waarden = antwoord.waarden if antwoord else []
        for punt in lijst.items:
            self.fields[f"p{punt.nummer}"] = forms.TypedChoiceField(
                choices=list(WOORDEN.items()),
                coerce=int,
                empty_value=LEEG,
                required=False,
                initial=waarden[punt.nummer] if punt.nummer < len(waarden) else LEEG,
                error_messages={"invalid_choice": "Kies niet, soms of vaak."},
            )

    def _blok(self, sterk: bool) -> list[dict[str, Any]]:
        return [
            {
                "punt": punt,
                "naam": f"p{punt.nummer}",
                "gekozen": str(self[f"p{punt.nummer}"].value()),
                "fouten": self.errors.get(f"p{punt.nummer}", []),
                "woorden": [(str(waarde), woord) for waarde, woord in WOORDEN.items()],
            }
            for punt in self.lijst.items
            if punt.sterk == sterk
        ]

    @property
    def goed(self) -> list[dict[str, Any]]:
        """The points about what goes well."""
        return self._blok(True)

    @property
    def opvallend(self) -> list[dict[str, Any]]:
        """The points about what stands out."""
        return self._blok(False)

    def waarden(self) -> list[int]:
        """The values in the order of the points."""
        return [self.cleaned_data[f"p{punt.nummer}"] for punt in self.lijst.items]


class RestForm(forms.Form):
    """The numbers of the pupils whose names stood on the page, as one text."""

    gezien = forms.RegexField(r"^\d{1,18}(?:,\d{1,18})*$", max_length=19 * GEZIEN_MAX)

    def nummers(self) -> list[int]:
        return [int(n) for n in re.findall(r"\d+", self.cleaned_data["gezien"])]


class AfwijsForm(forms.Form):
    """Why no signal is needed."""

    reden = TekstVeld(
        max_length=REDEN_MAX,
        error_messages={
            "required": "Schrijf op waarom een signaal niet nodig is. Een zin is genoeg.",
            "max_length": f"Houd het op {REDEN_MAX} tekens.",
        },
    )
