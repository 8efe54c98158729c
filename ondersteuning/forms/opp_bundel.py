"""Choosing what goes in a bundle of OPPs."""

from typing import Any

from django import forms
from django.utils.text import capfirst

from ondersteuning.access_opp_bundel import Keuze, keuzes, klaskeuze
from zorgapp.accounts.werkplek import Werkplek

KLASNAAM_MAX = 40


class BundelForm(forms.Form):
    """A school year with the school or a location, or one class by its name; scoped to what this person coordinates."""

    wat = forms.ChoiceField(
        label="Waarvan?",
        error_messages={
            "required": "Kies waarvan je een bundel wilt.",
            "invalid_choice": "Dit kun je niet bundelen. Kies opnieuw.",
        },
    )
    klas = forms.CharField(
        label="Alleen één klas?",
        required=False,
        max_length=KLASNAAM_MAX,
        help_text="Typ de naam, bijvoorbeeld H3b. Laat leeg voor alles wat je hierboven koos.",
        error_messages={"max_length": "Zo lang is de naam van een klas niet."},
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek, self.keuzes = werkplek, keuzes(werkplek)
        groepen: dict[str, list[tuple[str, str]]] = {}
        for waarde, keuze in self.keuzes.items():
            groepen.setdefault(f"schooljaar {keuze.jaar}", []).append((waarde, capfirst(keuze.woord)))
        self.fields["wat"].choices = list(groepen.items())  # type: ignore[attr-defined]
        self.fields["wat"].widget.attrs["class"] = "form-select"
        self.fields["klas"].widget.attrs |= {"class": "form-control", "autocomplete": "off"}

    def clean(self) -> dict[str, Any]:
        """Leave what was chosen in `keuze`; a class counts more than the whole."""
        data = super().clean() or {}
        keuze, naam = self.keuzes.get(data.get("wat", "")), data.get("klas", "")
        if keuze and naam:
            van_klas = klaskeuze(self.werkplek, keuze.jaar, naam)
            if van_klas is None:
                zin = f"Bij klas {naam} vinden we in schooljaar {keuze.jaar} geen OPP. Kijk of de naam klopt."
                self.add_error("klas", zin)
            keuze = van_klas
        data["keuze"] = keuze
        return data

    @property
    def keuze(self) -> Keuze:
        """What was chosen, of a valid form."""
        keuze: Keuze = self.cleaned_data["keuze"]
        return keuze
