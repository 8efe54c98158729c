"""When somebody wants his daily mail."""

from typing import Any

from django import forms

from zorgapp.accounts.forms.basis import Keuze, helper
from zorgapp.notifications.moment import MOMENTEN, klok

ZOALS_OP_SCHOOL = "school"


class MailmomentForm(forms.Form):
    """A whole or half hour, or nothing: when the school sends it."""

    minuut = forms.TypedChoiceField(
        label="Hoe laat komt de dagelijkse mail",
        coerce=lambda waarde: None if waarde == ZOALS_OP_SCHOOL else int(waarde),
        widget=Keuze,
        help_text="De mail komt alleen op dagen dat er school is, en alleen als er iets voor je klaarstaat.",
        error_messages=dict.fromkeys(("invalid_choice", "required"), "Kies een tijd uit de lijst."),
    )

    def __init__(self, *args: Any, gekozen: int | None, school: int, **kwargs: Any) -> None:
        """`gekozen` and `school` are minutes after midnight."""
        super().__init__(*args, initial={"minuut": ZOALS_OP_SCHOOL if gekozen is None else gekozen}, **kwargs)
        self.fields["minuut"].choices = [  # type: ignore[attr-defined]
            (ZOALS_OP_SCHOOL, f"Zoals op school: {klok(school)} uur"),
            *((minuut, f"{klok(minuut)} uur") for minuut in MOMENTEN),
        ]
        self.helper = helper("Bewaar", "minuut")
