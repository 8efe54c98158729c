"""Forms of what only its writer reads."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.forms.notities import Eenmalig, te_lang
from leerlingen.models.prive import PRIVE_MAX
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.velden import TekstVeld


def _tekst() -> forms.CharField:
    fouten = {"required": "Schrijf op wat je wilt onthouden.", **te_lang(PRIVE_MAX)}
    return TekstVeld(max_length=PRIVE_MAX, error_messages=fouten)


class _Versie(forms.Form):
    versie = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)


class _Aantekening(forms.Form):
    """A text until a day of one's choice, at the latest the last day of the school year."""

    tekst = _tekst()
    verloopt_op = Datum()

    def __init__(self, *args: Any, vandaag: date, uiterlijk: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.uiterlijk = vandaag, uiterlijk
        self.initial.setdefault("verloopt_op", uiterlijk)

    def clean_verloopt_op(self) -> date:
        dag: date = self.cleaned_data["verloopt_op"]
        if dag < self.vandaag:
            raise forms.ValidationError("Die dag is voorbij. Kies vandaag of later.")
        if dag > self.uiterlijk:
            raise forms.ValidationError(
                f"Langer dan dit schooljaar bewaren kan niet. Kies uiterlijk {self.uiterlijk:%d-%m-%Y}."
            )
        return dag


class AantekeningForm(Eenmalig, _Aantekening):
    """A new working note."""


class AantekeningWijzigForm(_Versie, _Aantekening):
    """A change of one's own working note."""


class _Vertrouwen(forms.Form):
    over = forms.CharField(max_length=120, required=False, error_messages=te_lang(120))
    tekst = _tekst()


class VertrouwensnotitieForm(Eenmalig, _Vertrouwen):
    """A new note of a vertrouwenspersoon."""


class VertrouwensnotitieWijzigForm(_Versie, _Vertrouwen):
    """A change of one's own note."""
