"""Forms of a scenario: its choices as rows of three, and what came of the talk; and of money."""

from decimal import Decimal
from typing import Any

from crispy_forms.layout import Div
from django import forms

from beleid.forms.punt import versieveld
from beleid.forms.uren import UrenVeld
from beleid.inzet import Scenariosoort
from beleid.services.scenario import KEUZES_MAX, Keuzegegevens
from ondersteuning.forms.trajectvelden import regel, tekst
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.kern.bedrag import BedragVeld

RIJEN = 4
_SOORTEN = [(soort.value, str(soort.label).capitalize()) for soort in Scenariosoort]


class ScenarioForm(forms.Form):
    """A title and rows of kind, words and hours; an empty row is left out."""

    versie = versieveld()
    titel = regel(
        "Hoe heet dit scenario?",
        "Geef het scenario een naam.",
        uitleg="Bijvoorbeeld: regie bij de mentoren.",
    )

    def __init__(self, *args: Any, rijen: int = 0, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.nummers = range(1, min(max(RIJEN, rijen + 1), KEUZES_MAX) + 1)
        for n in self.nummers:
            self.fields[f"soort_{n}"] = forms.ChoiceField(
                label=f"Keuze {n}",
                choices=_SOORTEN,
                required=False,
                widget=Keuze,
                error_messages={"invalid_choice": "Kies uit de lijst."},
            )
            self.fields[f"tekst_{n}"] = regel("Wat precies?", hoogstens=200)
            self.fields[f"uren_{n}"] = UrenVeld("Uur per week")
        blokken = [
            Div(naast(f"soort_{n}", f"tekst_{n}", f"uren_{n}"), css_class="z-keuzerij") for n in self.nummers
        ]
        self.helper = helper("Bewaar het scenario", "versie", "titel", *blokken)

    def clean(self) -> dict[str, Any]:
        """Words without hours, or hours without words, are asked for."""
        data = super().clean() or {}
        for n in self.nummers:
            woorden, uren = data.get(f"tekst_{n}"), data.get(f"uren_{n}")
            if woorden and uren is None and f"uren_{n}" not in self.errors:
                self.add_error(f"uren_{n}", "Schrijf op hoeveel uur per week het scheelt.")
            if uren is not None and not woorden and f"tekst_{n}" not in self.errors:
                self.add_error(f"tekst_{n}", "Schrijf op wat je dan doet of laat.")
        return data

    def keuzes(self) -> list[Keuzegegevens]:
        """The rows that were filled in."""
        d = self.cleaned_data
        return [
            Keuzegegevens(d[f"soort_{n}"] or Scenariosoort.STOPPEN, d[f"tekst_{n}"], d[f"uren_{n}"])
            for n in self.nummers
            if d[f"tekst_{n}"]
        ]


class GesprekForm(forms.Form):
    """When the management talked about it, and what came of it."""

    versie = versieveld()
    besproken_op = Datum(label="Wanneer was het gesprek?")
    uitkomst = tekst("Wat spraken jullie af?", "Schrijf op wat jullie afspraken.", hoogstens=1000)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Leg de uitkomst vast", "versie", "besproken_op", "uitkomst")


def geldveld(label: str, leeg: str) -> BedragVeld:
    """Euros, with at most two digits behind the comma."""
    fout = "Schrijf een bedrag in euro, bijvoorbeeld 2500 of 149,50."
    return BedragVeld(
        label=label,
        min_value=Decimal(0),
        max_value=Decimal(9_999_999),
        max_digits=10,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": leeg,
            "invalid": fout,
            "min_value": "Schrijf een bedrag van 0 of hoger.",
            "max_value": "Schrijf een bedrag onder 10 miljoen.",
            "max_digits": fout,
            "max_whole_digits": fout,
            "max_decimal_places": "Gebruik hoogstens twee cijfers achter de komma.",
        },
    )


class MiddelForm(forms.Form):
    """One source of money."""

    versie = versieveld()
    bron = regel(
        "Waar komt het vandaan?",
        "Schrijf op waar het geld vandaan komt.",
        uitleg="Bijvoorbeeld: samenwerkingsverband.",
    )
    doel = regel("Waar is het voor?", "Schrijf op waar het geld voor is.", hoogstens=300)
    bedrag = geldveld("Bedrag, in euro", "Schrijf op hoeveel het is.")
    besteed = geldveld("Besteed, in euro", "Schrijf op wat er besteed is, of 0.")
    resultaat = tekst("Wat leverde het op?", rijen=2, hoogstens=600)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Bewaar", "versie", "bron", "doel", naast("bedrag", "besteed"), "resultaat")

    def gegevens(self) -> dict[str, Any]:
        """What the services take."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}
