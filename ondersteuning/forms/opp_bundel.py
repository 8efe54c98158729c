"""Choosing what goes in a bundle of OPPs."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from ondersteuning.access_opp_bundel import Keuze


class BundelForm(forms.Form):
    """One choice: a school year with the school, a location or a class; scoped to what this person coordinates."""

    wat = forms.ChoiceField(
        label="Waarvan?",
        error_messages={
            "required": "Kies waarvan je een bundel wilt.",
            "invalid_choice": "Dit kun je niet bundelen. Kies opnieuw.",
        },
    )

    def __init__(self, *args: Any, keuzes: dict[str, Keuze], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes = keuzes
        groepen: dict[str, list[tuple[str, str]]] = {}
        for waarde, keuze in keuzes.items():
            groepen.setdefault(f"schooljaar {keuze.jaar}", []).append((waarde, capfirst(keuze.woord)))
        self.fields["wat"].choices = list(groepen.items())  # type: ignore[attr-defined]
        self.fields["wat"].widget.attrs["class"] = "form-select"

    @property
    def keuze(self) -> Keuze:
        """What was chosen, of a valid form."""
        return self.keuzes[self.cleaned_data["wat"]]
