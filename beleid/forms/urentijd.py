"""The taps with which somebody corrects his own week."""

from typing import Any

from django import forms

from beleid.inzet import Taakrol
from zorgapp.accounts.forms.basis import Keuze, helper, naast

STAPPEN = [(-2, "Veel minder"), (-1, "Minder"), (0, "Klopt"), (1, "Meer"), (2, "Veel meer")]


class WeekForm(forms.Form):
    """Per role: less or more than zorgapp saw."""

    def __init__(self, *args: Any, pad: str, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for rol in Taakrol:
            self.fields[rol.value] = forms.TypedChoiceField(
                label=str(rol.label).capitalize(),
                choices=STAPPEN,
                coerce=int,
                widget=Keuze,
                error_messages={"required": "Kies uit de lijst.", "invalid_choice": "Kies uit de lijst."},
            )
        m, c, i, b = (rol.value for rol in Taakrol)
        self.helper = helper("Bewaar deze week", naast(m, c), naast(i, b))
        self.helper.form_action = pad

    def verschuivingen(self) -> dict[Taakrol, int]:
        """By role."""
        return {rol: self.cleaned_data[rol.value] for rol in Taakrol}
