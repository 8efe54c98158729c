"""A goal, said so that one can see it (SMART), where it stands, and why it was dropped."""

from datetime import date
from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import datum, regel
from ondersteuning.models import Doel, Stand, Traject
from ondersteuning.services.doelen import Doelgegevens
from zorgapp.accounts.forms.basis import Keuze, helper, naast

STANDEN = [(str(stand.value), f"{stand.value:+d} {stand.label}".replace("+0", "0")) for stand in Stand]


def stand_veld(label: str, uitleg: str = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=STANDEN,
        coerce=int,
        widget=Keuze,
        help_text=uitleg,
        error_messages={"invalid_choice": "Kies een stand van -2 tot en met +2."},
    )


class DoelForm(forms.Form):
    """Specific, measurable, by when; from the beginning to what is wanted on the scale of five."""

    versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    tekst = regel(
        "Wat doet de leerling straks?",
        "Schrijf op wat de leerling straks doet.",
        uitleg="Liefst in zijn of haar eigen woorden: ‘Ik begin binnen twee minuten aan een toets’.",
        hoogstens=200,
    )
    merkbaar = regel(
        "Hoe merk je dat het lukt?",
        uitleg="Iets wat je kunt zien of tellen: drie beurten per week.",
        hoogstens=300,
    )
    beginsituatie = regel("Hoe is het nu?", hoogstens=300)
    klaar_op = datum("Wanneer moet het lukken?")
    begin = stand_veld("Stand bij de start")
    gewenst = stand_veld("Gewenste stand", "0 is gelukt zoals bedoeld.")

    def __init__(self, *args: Any, traject: Traject, doel: Doel | None = None, **kwargs: Any) -> None:
        velden = ("versie", "tekst", "merkbaar", "beginsituatie", "klaar_op", "begin", "gewenst")
        begin = {veld: getattr(doel, veld) for veld in velden} if doel else _nieuw(traject)
        super().__init__(*args, initial=begin, **kwargs)
        self.helper = helper(
            "Bewaar het doel",
            "versie",
            "tekst",
            "merkbaar",
            "beginsituatie",
            naast("klaar_op", "begin", "gewenst"),
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if {"begin", "gewenst"} <= data.keys() and data["gewenst"] <= data["begin"]:
            self.add_error("gewenst", "De gewenste stand ligt boven de stand bij de start.")
        return data

    def gegevens(self) -> Doelgegevens:
        data = self.cleaned_data
        velden = ("tekst", "klaar_op", "merkbaar", "beginsituatie", "begin", "gewenst")
        return Doelgegevens(**{veld: data[veld] for veld in velden})


def _nieuw(traject: Traject) -> dict[str, Any]:
    klaar: date = traject.eind or traject.evaluatie_op
    return {"klaar_op": klaar, "begin": Stand.BEGIN.value, "gewenst": Stand.GELUKT.value, "versie": 0}


class StandForm(forms.Form):
    """One tap: where a goal stands now; `terug` is the page to go back to."""

    stand = forms.TypedChoiceField(choices=STANDEN, coerce=int)
    toelichting = forms.CharField(max_length=400, required=False)
    terug = forms.ChoiceField(choices=[("traject", ""), ("caseload", "")], required=False)


class VervalForm(forms.Form):
    """Why a goal is dropped."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    reden = regel("Waarom vervalt het?", "Schrijf op waarom dit doel vervalt.", hoogstens=300)
