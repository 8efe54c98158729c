"""One offering, and the filter of the catalogue."""

from typing import Any

from django import forms

from leerlingen.access_partners import lopende_partners
from ondersteuning.access_aanbod import kiesbare_functionarissen
from ondersteuning.models import Aanbod, Aanbodsoort
from ondersteuning.services.aanbod import INHOUD
from zorgapp.accounts.access import vestigingen
from zorgapp.accounts.forms.basis import helper, naast
from zorgapp.accounts.forms.versie import MetVersie
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.velden import TekstVeld

LIJNEN = [(lijn.value, lijn.label.capitalize()) for lijn in Lijn]
GEEN_DOMEIN = {"required": "Kies minstens één domein.", "invalid_choice": "Dit domein kennen we niet."}


def domeinen_keuze() -> forms.MultipleChoiceField:
    """One to three domains, as boxes to tick."""
    return forms.MultipleChoiceField(
        label="Domein",
        choices=Domein.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages=GEEN_DOMEIN,
    )


def _tekst(label: str, hulp: str, lang: int, rijen: int = 2) -> forms.CharField:
    return TekstVeld(
        label=label,
        help_text=hulp,
        required=False,
        max_length=lang,
        widget=forms.Textarea(attrs={"rows": rijen}),
        error_messages={"max_length": f"Dit is langer dan {lang} tekens. Schrijf het korter."},
    )


def _getal(label: str, cijfers: int, achter: int, hulp: str) -> forms.DecimalField:
    fout = "Schrijf een getal, bijvoorbeeld 2,5."
    return forms.DecimalField(
        label=label,
        min_value=0,
        max_digits=cijfers,
        decimal_places=achter,
        required=False,
        localize=True,
        help_text=hulp,
        error_messages={
            "invalid": fout,
            "min_value": "Dit kan niet minder dan 0 zijn.",
            "max_digits": "Dit getal is te groot.",
            "max_decimal_places": f"Hoogstens {achter} cijfers achter de komma.",
            "max_whole_digits": "Dit getal is te groot.",
        },
    )


class AanbodForm(MetVersie):
    """Line, at least one domain, and basis or extra are always asked (DOMAIN 23)."""

    lijn = forms.TypedChoiceField(
        choices=LIJNEN,
        coerce=int,
        error_messages={"required": "Kies een lijn.", "invalid_choice": "Kies een lijn."},
    )
    domeinen = domeinen_keuze()
    capaciteit = forms.IntegerField(
        label="Plekken",
        min_value=1,
        max_value=5000,
        required=False,
        help_text="Leerlingen tegelijk. Leeg: geen vast aantal.",
        error_messages={
            "invalid": "Schrijf een heel getal, of laat het leeg.",
            "min_value": "Een aantal plekken is 1 of meer. Geen vast aantal? Laat het leeg.",
            "max_value": "Een aantal plekken is hoogstens 5000.",
        },
    )
    uren = _getal("Uren per week", 5, 1, "Uren van 60 minuten, voor alle leerlingen samen.")
    kosten = _getal("Kosten per schooljaar", 9, 2, "In euro's.")
    omschrijving = _tekst("Wat is het?", "Wat gebeurt er, hoe lang en hoe vaak.", 2000, 4)
    aanmelden = _tekst("Zo meld je iemand aan", "Wat een collega of leerling doet.", 400)

    class Meta:
        model = Aanbod
        fields = INHOUD
        labels = {
            "soort": "Basis of extra",
            "functionaris": "Wie doet het?",
            "partner": "Of welke partner?",
            "uitvoering": "Of in woorden",
            "ritme": "Hoe vaak",
            "doelgroep": "Voor wie",
        }
        help_texts = {
            "soort": "Basis is er voor iedereen die het nodig heeft. Bij extra hoort een OPP.",
            "uitvoering": "Bijvoorbeeld: Alle mentoren.",
            "ritme": "Bijvoorbeeld: elke zes weken.",
            "partner": "",
            "functionaris": "",
            "vestiging": "",
        }
        error_messages = {
            "naam": {"required": "Geef het aanbod een naam."},
            "soort": {"required": "Kies basis of extra.", "invalid_choice": "Kies basis of extra."},
        }

    field_order = ["naam", "lijn", "domeinen"]

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek = werkplek
        self.fields["soort"].choices = [("", "Kies basis of extra"), *Aanbodsoort.choices]
        self.fields["functionaris"].queryset = kiesbare_functionarissen(
            werkplek, self.instance.functionaris_id
        )
        self.fields["functionaris"].label_from_instance = lambda f: f"{f.user.naam}, {f.functie_label}"
        self.fields["functionaris"].empty_label = "Geen collega"
        self.fields["partner"].queryset = lopende_partners(werkplek)
        self.fields["partner"].label_from_instance = lambda p: p.naam
        self.fields["partner"].empty_label = "Geen partner"
        self.fields["vestiging"].queryset = vestigingen(werkplek)
        self.fields["vestiging"].label_from_instance = lambda v: v.naam
        self.fields["vestiging"].empty_label = "Alle vestigingen"
        self.helper = helper(
            "Bewaar",
            "gelezen",
            "naam",
            naast("lijn", "soort"),
            "domeinen",
            naast("vorm", "plaats"),
            naast("functionaris", "partner"),
            naast("uitvoering", "vestiging"),
            naast("capaciteit", "ritme"),
            naast("uren", "kosten"),
            "doelgroep",
            "omschrijving",
            "aanmelden",
        )

    def extra(self) -> dict[str, Any]:
        return {"werkplek": self.werkplek}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        wie = [naam for naam in ("functionaris", "partner", "uitvoering") if data.get(naam)]
        if len(wie) > 1:
            self.add_error(wie[1], "Kies één: een collega, een partner, of woorden.")
        return data


class OvernemenForm(forms.Form):
    """Which school year to take over into the next."""

    van = forms.IntegerField(min_value=2000, max_value=2100)
