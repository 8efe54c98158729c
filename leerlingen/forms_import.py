"""Forms of an import: the file, and what a person ticks."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Submit
from django import forms
from django.conf import settings
from django.http import QueryDict

from leerlingen.models import ImportRegel
from zorgapp.kern.velden import gelezen_nummer


class BestandForm(forms.Form):
    """One file; its size is limited while it arrives (`te_groot`), its kind is looked at by the service."""

    bestand = forms.FileField(
        label="Bestand",
        help_text="EDEXML (.xml), CSV of Excel (.xlsx), hoogstens 50 MB.",
        error_messages={
            "required": "Kies eerst een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "invalid": "Kies eerst een bestand.",
        },
    )

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if te_groot:
            grens = settings.UPLOAD_MAX_BYTES // (1024 * 1024)
            self.fields["bestand"].error_messages["required"] = (
                f"Dit bestand is groter dan {grens} MB. Kies een bestand met alleen leerlingen, of splits het."
            )
        self.fields["bestand"].widget.attrs["accept"] = ".xml,.csv,.txt,.xlsx"
        self.helper = FormHelper()
        self.helper.add_input(Submit("", "Bekijk wat er verandert"))


class KeuzeForm(forms.Form):
    """What a person did on the page of a preview: ticked lines, went to another page, or confirmed."""

    ACTIES = (("kies", "kies"), ("alle", "alle"), ("geen", "geen"), ("bevestig", "bevestig"))
    actie = forms.ChoiceField(choices=ACTIES, required=False)
    soort = forms.ChoiceField(choices=ImportRegel.Soort.choices, required=False)
    blad = forms.IntegerField(min_value=1, max_value=9999, required=False)
    ook_andere_school = forms.BooleanField(required=False)

    def nummers(self, veld: str) -> list[int]:
        """Return the line numbers that were posted under this name; anything else is left out."""
        gestuurd = self.data.getlist(veld) if isinstance(self.data, QueryDict) else []
        return [nummer for nummer in map(gelezen_nummer, gestuurd) if nummer is not None]
