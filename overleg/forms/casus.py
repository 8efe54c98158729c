"""The form of a case without a name."""

from typing import Any

from django import forms

from leerlingen.forms.notities import te_lang
from ondersteuning.models.signaal import TEKST_MAX
from overleg.forms.naamcheck import MetNaamcheck
from overleg.models.agenda import VRAAG_MAX
from overleg.services.casus import Casusgegevens
from zorgapp.kern.velden import TekstVeld

TITEL_MAX = 120


def _fouten(leeg: str, lengte: int) -> dict[str, str]:
    opnieuw = {"null_characters_not_allowed": "Schrijf dit opnieuw op."}
    return {"required": leeg} | opnieuw | te_lang(lengte)


class CasusForm(MetNaamcheck):
    """A title, a question and the story; `versie` only when one changes it."""

    versie = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)
    onderwerp = forms.CharField(
        max_length=TITEL_MAX, error_messages=_fouten("Geef je casus een titel, zonder naam.", TITEL_MAX)
    )
    vraag = forms.CharField(
        max_length=VRAAG_MAX, error_messages=_fouten("Schrijf op wat je van de groep wilt weten.", VRAAG_MAX)
    )
    verhaal = TekstVeld(
        max_length=TEKST_MAX, error_messages=_fouten("Schrijf op wat er speelt, zonder naam.", TEKST_MAX)
    )

    teksten = ("onderwerp", "vraag", "verhaal")

    def casus(self) -> Casusgegevens:
        """What the service needs."""
        velden: dict[str, Any] = {naam: self.cleaned_data[naam] for naam in self.teksten}
        return Casusgegevens(**velden)
