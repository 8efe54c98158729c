"""Forms of one item for outsiders: what they read, and the ground on which one partner hears the name."""

from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import regel, tekst
from overleg.models import Agendapunt
from overleg.models.agenda import VRAAG_MAX, Wetsgrond

_VERSIE_MAX = 2**31 - 1


class ExternForm(forms.Form):
    """Whether outsiders see the item, and the text that is written for them."""

    versie = forms.IntegerField(min_value=0, max_value=_VERSIE_MAX, widget=forms.HiddenInput)
    voor_externen = forms.BooleanField(required=False)
    tekst_extern = tekst("Wat lezen de externen?", rijen=3, hoogstens=VRAAG_MAX)

    def __init__(self, data: Any, *, punt: Agendapunt) -> None:
        begin = {
            "versie": punt.versie,
            "voor_externen": punt.voor_externen,
            "tekst_extern": punt.tekst_extern,
        }
        super().__init__(data, initial=begin)


class GrondForm(forms.Form):
    """The ground for one partner, with one sentence why the name is needed."""

    partner = forms.IntegerField(
        min_value=1, max_value=2**63 - 1, error_messages={"required": "Kies een organisatie."}
    )
    grond = forms.ChoiceField(
        choices=[("", "Kies een grond"), *Wetsgrond.choices],
        error_messages={"required": "Kies op welke grond.", "invalid_choice": "Kies op welke grond."},
    )
    uitleg = regel(
        "Waarom is de naam nodig?", "Schrijf in een zin op waarom de naam nodig is.", hoogstens=VRAAG_MAX
    )
