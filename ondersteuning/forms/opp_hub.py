"""Forms around one OPP: setting it, closing it, naming its opsteller, putting it before the schoolleiding, deciding."""

from typing import Any

from django import forms

from leerlingen.forms.notities import te_lang
from leerlingen.forms.stukken import VoorlegForm
from ondersteuning.models.opp import ZIN_MAX
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.oppopstellers import OpstellerKring
from zorgapp.accounts.forms.basis import Datum
from zorgapp.accounts.forms.kiezen import ZoekVeld

VERSIE_MAX = 10**9


def _verborgen() -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=VERSIE_MAX, widget=forms.HiddenInput)


class GelezenForm(forms.Form):
    """What the sender had before him: the number of the version and how often it was changed."""

    nummer = _verborgen()
    versie = _verborgen()


class VaststelForm(GelezenForm):
    """When it is looked back on; empty proposes a day."""

    evaluatie_op = Datum(required=False)


class SluitOppForm(forms.Form):
    """The last day and why."""

    versie = _verborgen()
    einddatum = Datum()
    reden = forms.CharField(
        max_length=TEKST_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom het stopt.", **te_lang(TEKST_MAX)},
    )


class OpstellerForm(forms.Form):
    """Who keeps it moving from now on."""

    versie = _verborgen()
    naar = ZoekVeld(leeg="Kies een collega", error_messages={"required": "Kies wie dit verder schrijft."})

    def __init__(self, *args: Any, kring: OpstellerKring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring


class LeidingForm(VoorlegForm):
    """To which schoolleider the version is put, why and until when."""

    nummer = _verborgen()
    versie = _verborgen()


class BesluitForm(forms.Form):
    """What the schoolleider decides: set it, or send it back with a note."""

    VAST, TERUG = "vast", "terug"
    versie = _verborgen()
    keuze = forms.ChoiceField(
        choices=[(VAST, "Stel vast"), (TERUG, "Stuur terug")],
        error_messages={"required": "Kies wat je besluit.", "invalid_choice": "Kies wat je besluit."},
    )
    toelichting = forms.CharField(max_length=ZIN_MAX, required=False, error_messages=te_lang(ZIN_MAX))

    def clean(self) -> dict[str, Any]:
        """A version that goes back always says why."""
        data = super().clean() or {}
        if data.get("keuze") == self.TERUG and not data.get("toelichting", "").strip():
            self.add_error("toelichting", "Schrijf op wat er eerst moet gebeuren.")
        return data
