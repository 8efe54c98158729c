"""Forms of the jaarkalender: an activity, and what came of it."""

from decimal import Decimal
from typing import Any

from django import forms

from beleid.access_jaar import eigenaar_kring
from beleid.forms.punt import versieveld
from beleid.jaarstroken import Strook
from beleid.models import Activiteit
from beleid.services.activiteit import Activiteitgegevens
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, regel, tekst
from zorgapp.accounts.access import vestigingen
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.bedrag import BedragVeld
from zorgapp.kern.schooljaar import Schooljaar

_EURO = "Schrijf een bedrag, bijvoorbeeld 450 of 450,50."
_SCORE = "Kies een score van 1 tot 5."


class ActiviteitForm(forms.Form):
    """One activity, whose days lie in the school year `jaar`."""

    versie = versieveld()
    titel = regel(
        "Wat gaan jullie doen?",
        "Schrijf op wat jullie gaan doen.",
        uitleg="Iedereen op school leest dit. Schrijf geen namen van leerlingen.",
        hoogstens=100,
    )
    strook = forms.ChoiceField(
        label="In welke rij hoort het?",
        widget=Keuze,
        choices=[("", "Kies een rij"), *Strook.choices],
        error_messages={"required": "Kies een rij.", "invalid_choice": "Kies een rij uit de lijst."},
    )
    van = Datum(label="Eerste dag")
    tot = Datum(label="Laatste dag")
    eigenaar = ZoekVeld(label="Van wie is het?", required=False, leeg="Nog van niemand")
    budget = BedragVeld(
        label="Budget in euro's",
        required=False,
        min_value=Decimal(0),
        max_digits=9,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "invalid": _EURO,
            "min_value": "Schrijf een bedrag van 0 of hoger.",
            "max_digits": "Schrijf een bedrag onder 10 miljoen euro.",
            "max_whole_digits": "Schrijf een bedrag onder 10 miljoen euro.",
            "max_decimal_places": "Gebruik hoogstens twee cijfers achter de komma.",
        },
    )
    indicator = regel("Waaraan zie je dat het gelukt is?", hoogstens=200)
    toelichting = tekst("Wat hoort erbij?", rijen=3, hoogstens=600)

    def __init__(
        self, *args: Any, werkplek: Werkplek, jaar: Schooljaar, rij: Activiteit | None, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = eigenaar_kring(werkplek, rij.eigenaar_id if rij else None)
        self.rij, plek = rij, self._plek(werkplek)
        for naam in ("van", "tot"):
            self.fields[naam].widget.attrs.update(min=jaar.begin.isoformat(), max=jaar.eind.isoformat())
        self.helper = helper(
            "Bewaar" if rij else "Zet in de kalender",
            "versie",
            "titel",
            naast("strook", "van", "tot"),
            "eigenaar",
            *plek,
            naast("budget", "indicator"),
            "toelichting",
            CONCEPTREGEL,
        )

    def _plek(self, werkplek: Werkplek) -> list[str]:
        """The field of a location, for a school that has more than one."""
        self.vestigingen = {str(v.pk): v for v in vestigingen(werkplek)}
        if len(self.vestigingen) < 2:
            return []
        self.fields["vestiging"] = forms.ChoiceField(
            label="Van welke vestiging?",
            required=False,
            choices=[("", "De hele school"), *((pk, v.naam) for pk, v in self.vestigingen.items())],
            widget=Keuze,
            error_messages={"invalid_choice": "Kies een vestiging uit de lijst."},
        )
        return ["vestiging"]

    def gegevens(self) -> Activiteitgegevens:
        """What the services take."""
        data = {v: w for v, w in self.cleaned_data.items() if v not in ("versie", "vestiging")}
        was = self.rij.vestiging if self.rij else None
        plek = self.vestigingen.get(self.cleaned_data["vestiging"]) if "vestiging" in self.fields else was
        return Activiteitgegevens(**data, vestiging=plek)


class AfrondForm(forms.Form):
    """What came of an activity."""

    versie = versieveld()
    uitkomst = regel("Wat leverde het op?", hoogstens=300, uitleg="Mag leeg blijven.")
    score = forms.TypedChoiceField(
        label="Hoe ging het?",
        required=False,
        coerce=int,
        empty_value=None,
        widget=Keuze,
        choices=[
            ("", "Geen score"),
            ("1", "1, dit werkte niet"),
            ("2", "2"),
            ("3", "3, gaat wel"),
            ("4", "4"),
            ("5", "5, dit werkte goed"),
        ],
        error_messages={"invalid_choice": _SCORE},
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Rond af", "versie", "uitkomst", "score")
