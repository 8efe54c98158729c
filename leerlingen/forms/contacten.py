"""The form of one contact."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from leerlingen.importeren import waarden
from leerlingen.models import Contactpersoon
from leerlingen.models.leerling import Gezag, Relatie
from leerlingen.services.contacten import VELDEN, Contactgegevens
from zorgapp.accounts.forms.basis import helper, naast

HUISHOUDENS = [(n, f"Huishouden {n}") for n in (1, 2, 3, 4)]


class ContactForm(forms.Form):
    """Name, relation, gezag and how to reach somebody; `versie` is the one that was shown."""

    naam = forms.CharField(label="Naam", max_length=160, error_messages={"required": "Vul de naam in."})
    relatie = forms.ChoiceField(label="Wie is dit?", choices=Relatie.choices)
    gezag = forms.ChoiceField(
        label="Gezag",
        choices=Gezag.choices,
        help_text="Alleen wie gezag heeft, kan toestemming geven. Weet je het niet zeker, kies dan onbekend.",
    )
    huishouden = forms.TypedChoiceField(
        label="Woont in",
        choices=HUISHOUDENS,
        coerce=int,
        help_text="Twee huishoudens zien elkaars gegevens nooit op een formulier.",
    )
    telefoon = forms.CharField(label="Telefoon", required=False, max_length=40)
    email = forms.EmailField(
        label="E-mail",
        required=False,
        max_length=254,
        error_messages={"invalid": "Dit is geen e-mailadres. Controleer het."},
    )
    bereikbaar = forms.CharField(
        label="Wanneer bereikbaar",
        required=False,
        max_length=120,
        help_text="Bijvoorbeeld: belt graag na 16 uur.",
    )
    versie = forms.IntegerField(
        widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False, initial=0
    )

    def __init__(self, *args: Any, contact: Contactpersoon | None = None, **kwargs: Any) -> None:
        if contact is not None:
            nu = {veld: getattr(contact, veld) for veld in (*VELDEN, "versie")}
            kwargs["initial"] = nu | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.helper: FormHelper = helper(
            "Bewaar",
            "naam",
            naast("relatie", "huishouden"),
            "gezag",
            naast("telefoon", "email"),
            "bereikbaar",
            "versie",
        )

    def clean_telefoon(self) -> str:
        """As an import reads it: digits with plus, spaces and dashes."""
        nummer = waarden.telefoon(self.cleaned_data["telefoon"])
        if nummer is None:
            raise forms.ValidationError("Dit is geen telefoonnummer. Controleer het.")
        return nummer

    def als_gegevens(self) -> Contactgegevens:
        """What the service takes."""
        return Contactgegevens(**{veld: self.cleaned_data[veld] for veld in VELDEN})
