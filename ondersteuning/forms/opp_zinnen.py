"""A phrase of the school's own and the field it is offered at."""

from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import CONCEPTREGEL, regel
from ondersteuning.models.opp import ZIN_MAX
from ondersteuning.opp.velden import SCHERMEN
from zorgapp.accounts.forms.basis import helper


class ZinForm(forms.Form):
    """One phrase; where it hurts to be long, it is cut by nobody: six hundred characters."""

    veld = forms.ChoiceField(
        label="Bij welk deel?",
        choices=[
            ("", "Kies een deel"),
            *((s.kort, [(v.naam, v.label) for v in s.velden]) for s in SCHERMEN if s.velden),
        ],
        error_messages={
            "required": "Kies bij welk deel deze zin hoort.",
            "invalid_choice": "Dit deel kennen we niet. Kies er een uit de lijst.",
        },
    )
    tekst = regel(
        "De zin",
        "Schrijf de zin op.",
        uitleg="Zonder namen: deze zin kan bij elke leerling staan.",
        hoogstens=ZIN_MAX,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Zet erbij", "veld", "tekst", CONCEPTREGEL)


class StopZinForm(forms.Form):
    """The phrase as the coordinator saw it."""

    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000)
