"""The form of one entry of the catalogue."""

from typing import Any

from django import forms

from leerlingen.faciliteiten import ICONEN
from leerlingen.forms.kaart import WAAR, KortVeld, versieveld
from leerlingen.kaarttekst import WOORDEN_TEKST
from leerlingen.models import Faciliteit, Faciliteitsoort
from leerlingen.services.faciliteiten import Faciliteitgegevens

WAAR_VAST = WAAR[:3]


class FaciliteitForm(forms.Form):
    """What it is called, what a teacher does, and where it usually counts."""

    versie = versieveld()
    naam = forms.CharField(max_length=60, error_messages={"required": "Geef de faciliteit een korte naam."})
    tekst = KortVeld(
        meest=WOORDEN_TEKST,
        max_length=120,
        error_messages={"required": "Schrijf wat de docent doet, bijvoorbeeld: Geef 25% extra tijd."},
    )
    soort = forms.ChoiceField(choices=Faciliteitsoort.choices)
    icoon = forms.ChoiceField(choices=[(i, i) for i in ICONEN], widget=forms.RadioSelect)
    waar = forms.MultipleChoiceField(
        choices=WAAR_VAST,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies waar deze faciliteit voor telt."},
    )
    examenaanpassing = forms.BooleanField(required=False)
    minuten = forms.IntegerField(min_value=1, max_value=180, required=False)

    def __init__(self, *args: Any, rij: Faciliteit | None = None, **kwargs: Any) -> None:
        velden = ("versie", "naam", "tekst", "soort", "icoon", "examenaanpassing", "minuten")
        begin: dict[str, Any] = {"versie": 0, "icoon": ICONEN[0], "waar": ["toets"]}
        if rij is not None:
            begin = {veld: getattr(rij, veld) for veld in velden}
            begin["waar"] = [veld for veld, _ in WAAR_VAST if getattr(rij, veld)]
        kwargs.setdefault("initial", begin)
        super().__init__(*args, **kwargs)

    def gegevens(self) -> Faciliteitgegevens:
        data = self.cleaned_data
        velden = ("naam", "tekst", "soort", "icoon", "examenaanpassing", "minuten")
        waar = {veld: veld in data["waar"] for veld, _ in WAAR_VAST}
        return Faciliteitgegevens(**{veld: data[veld] for veld in velden}, **waar)
