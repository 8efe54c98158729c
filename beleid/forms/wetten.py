"""The form of the law watch: whether the school keeps a point, and a note."""

from typing import Any

from django import forms

from beleid.wetten import Voldoet
from ondersteuning.forms.trajectvelden import tekst
from overleg.forms.naamcheck import MetNaamcheck
from zorgapp.accounts.forms.basis import Keuze

_KIES = "Kies of jullie hieraan voldoen."


class WetForm(MetNaamcheck):
    """`versie` is the number of the check one saw."""

    versie = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1, widget=forms.HiddenInput)
    voldoet = forms.ChoiceField(
        label="Voldoen jullie hieraan?",
        widget=Keuze(attrs={"class": "form-select"}),
        choices=[("", "Kies"), *((v.value, str(v.label).capitalize()) for v in Voldoet)],
        error_messages={"required": _KIES, "invalid_choice": _KIES},
    )
    toelichting = tekst("Wat is er geregeld, en wat nog niet?", rijen=3, hoogstens=400)

    teksten = ("toelichting",)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("voldoet") in (Voldoet.DEELS, Voldoet.NEE) and not data.get("toelichting"):
            self.add_error("toelichting", "Schrijf op wat er nog niet geregeld is.")
        return data
