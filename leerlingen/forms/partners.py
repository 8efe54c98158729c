"""A partner on the sociale kaart."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.models import ExternePartner
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.forms.versie import MetVersie
from zorgapp.kern.velden import TekstVeld

WEKEN_MAX = 104


class PartnerForm(MetVersie):
    """`vandaag` is the last day on which a waiting time can have been asked."""

    website = forms.URLField(
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Dit is geen webadres. Schrijf het als https://www.voorbeeld.nl."},
    )
    mag_gedeeld = TekstVeld(
        label="Wat mag je delen?",
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In gewone woorden: wat wel, wat niet, en waarvoor.",
        error_messages={"max_length": "Dit is langer dan 1000 tekens. Schrijf het korter."},
    )
    wachttijd_weken = forms.IntegerField(
        label="Wachttijd in weken",
        min_value=0,
        max_value=WEKEN_MAX,
        required=False,
        error_messages={
            "invalid": "Schrijf hele weken als getal, bijvoorbeeld 9.",
            "min_value": "Een wachttijd is 0 weken of meer.",
            "max_value": f"Een wachttijd is hoogstens {WEKEN_MAX} weken.",
        },
    )
    wachttijd_gemeten_op = Datum(
        label="Gehoord op", required=False, help_text="Leeg: vandaag, als je een wachttijd invult."
    )

    class Meta:
        model = ExternePartner
        fields = [
            "naam",
            "soort",
            "doet",
            "contactpersoon",
            "telefoon",
            "email",
            "website",
            "bereikbaar",
            "delen",
            "mag_gedeeld",
            "wachttijd_weken",
            "wachttijd_gemeten_op",
        ]
        labels = {
            "doet": "Wat doen ze voor leerlingen?",
            "email": "E-mailadres",
            "bereikbaar": "Wanneer bereikbaar",
            "delen": "Mag je over een leerling delen?",
        }
        help_texts = {"doet": "In één zin.", "bereikbaar": "Bijvoorbeeld: maandag tot en met donderdag."}
        error_messages = {
            "naam": {"required": "Vul de naam van de organisatie in."},
            "email": {"invalid": "Dit is geen e-mailadres. Kijk het na."},
        }

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.helper = helper(
            "Bewaar",
            "gelezen",
            naast("naam", "soort"),
            "doet",
            naast("contactpersoon", "bereikbaar"),
            naast("telefoon", "email"),
            "website",
            "delen",
            "mag_gedeeld",
            naast("wachttijd_weken", "wachttijd_gemeten_op"),
        )

    def extra(self) -> dict[str, Any]:
        return {"vandaag": self.vandaag}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        weken, op = data.get("wachttijd_weken"), data.get("wachttijd_gemeten_op")
        if op and op > self.vandaag:
            self.add_error("wachttijd_gemeten_op", "Die dag moet nog komen. Kies vandaag of eerder.")
        elif weken is not None and not op:
            data["wachttijd_gemeten_op"] = self.vandaag
        elif weken is None and op and "wachttijd_weken" not in self.errors:
            data["wachttijd_gemeten_op"] = None
        return data
