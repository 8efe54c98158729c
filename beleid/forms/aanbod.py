"""Forms of the offer text: its three parts, the own words for one offering, setting it, sending it back."""

from typing import Any

from django import forms

from beleid.forms.punt import versieveld
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, tekst
from zorgapp.accounts.forms.basis import Datum, helper


class AanbodtekstForm(forms.Form):
    """What stands around the offerings; saved half done, so nothing has to be there."""

    versie = versieveld()
    inleiding = tekst("Waar begint de tekst mee?", rijen=6, hoogstens=4000)
    grenzen = tekst(
        "Wat kunnen jullie niet bieden, en wat doen jullie dan?",
        uitleg="Zeg het eerlijk. Ouders willen weten waar ze aan toe zijn.",
        rijen=5,
        hoogstens=4000,
    )
    contact = tekst(
        "Bij wie kunnen ouders terecht?",
        uitleg="Deze tekst komt op de website. Noem liever een functie dan een naam.",
        rijen=3,
        hoogstens=2000,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Bewaar en bekijk", "versie", "inleiding", "grenzen", "contact", CONCEPTREGEL)
        self.helper.form_id = "gidstekst"


class AlineaForm(forms.Form):
    """The school's own words for one offering; empty means those of the catalogue."""

    versie = versieveld()
    woorden = tekst(
        "Wat leest een ouder over deze hulp?",
        uitleg="Wat gebeurt er, voor wie is het, hoe lang duurt het. Laat leeg voor de woorden van de catalogus.",
        rijen=5,
        hoogstens=1500,
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Bewaar deze woorden", "versie", "woorden", CONCEPTREGEL)


class VaststelForm(forms.Form):
    """The day of the MR, and the mark of what was on the screen."""

    versie = versieveld()
    gelezen = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)
    mr_op = Datum(label="Wanneer stemde de MR in?", required=False)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Stel deze tekst vast", "versie", "gelezen", "mr_op")


class TerugForm(forms.Form):
    """Why it goes back."""

    versie = versieveld()
    reden = tekst("Wat moet er anders?", "Schrijf op wat er anders moet.", rijen=3, hoogstens=600)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Stuur terug", "versie", "reden")
