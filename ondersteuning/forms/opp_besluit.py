"""Forms for a decision from outside the school and for a temporary placement of a pupil."""

from datetime import date
from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import CONCEPTREGEL, datum, regel
from ondersteuning.models import Beschikking, Beschikkingsoort, TijdelijkePlaatsing
from ondersteuning.services.opp_besluit import Beschikkinggegevens, Plaatsinggegevens
from zorgapp.accounts.forms.basis import helper, naast

EERSTE = date(2000, 1, 1)
KNOP = "Bewaar"


class BesluitForm(forms.Form):
    """What both share: the version that was seen, and a first day that can be."""

    velden: tuple[str, ...] = ()
    versie = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, rij: Beschikking | TijdelijkePlaatsing | None = None, **kwargs: Any
    ) -> None:
        begin = {veld: getattr(rij, veld) for veld in ("versie", *self.velden)} if rij else {}
        super().__init__(*args, initial=begin | kwargs.pop("initial", {}), **kwargs)
        self.helper = helper(KNOP, "versie", *self.opbouw(), CONCEPTREGEL)

    def opbouw(self) -> tuple[Any, ...]:
        """The fields in the order of the page."""
        return self.velden

    def clean_van(self) -> date:
        """A typing error in the year would make every term pass."""
        van: date = self.cleaned_data["van"]
        if van < EERSTE:
            raise forms.ValidationError("Die datum kan niet kloppen. Kies een dag vanaf 2000.")
        return van

    def gegevens(self) -> Any:
        """What the service is given."""
        raise NotImplementedError


class BeschikkingForm(BesluitForm):
    """What was decided, its number, and from when till when."""

    velden = ("soort", "volgnummer", "van", "tot", "toelichting")
    soort = forms.ChoiceField(
        label="Wat is er beslist?",
        choices=[("", "Kies wat er beslist is"), *Beschikkingsoort.choices],
        error_messages={
            "required": "Kies wat er beslist is.",
            "invalid_choice": "Dit kennen we niet. Kies een van de vier.",
        },
    )
    volgnummer = regel("Nummer", uitleg="Het nummer dat op de beschikking staat.", hoogstens=40)
    van = datum("Vanaf")
    tot = datum("Tot en met", required=False, help_text="Leeg: tot het verandert.")
    toelichting = regel("Toelichting", hoogstens=300)

    def opbouw(self) -> tuple[Any, ...]:
        return ("soort", "volgnummer", naast("van", "tot"), "toelichting")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Het eind ligt voor het begin. Kies een latere dag.")
        return data

    def gegevens(self) -> Beschikkinggegevens:
        return Beschikkinggegevens(**{veld: self.cleaned_data[veld] for veld in self.velden})


class PlaatsingForm(BesluitForm):
    """Since when for the time being, and since when definitively."""

    velden = ("van", "definitief_op")
    van = datum("Tijdelijk geplaatst vanaf")
    definitief_op = datum(
        "Definitief geplaatst op",
        required=False,
        help_text="Leeg zolang de plaatsing tijdelijk is. De zes weken beginnen op deze dag.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, vast = data.get("van"), data.get("definitief_op")
        if van and vast and vast < van:
            self.add_error("definitief_op", "De definitieve plaatsing ligt voor de tijdelijke.")
        return data

    def gegevens(self) -> Plaatsinggegevens:
        return Plaatsinggegevens(**{veld: self.cleaned_data[veld] for veld in self.velden})
