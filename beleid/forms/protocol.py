"""Forms of protocols: beginning one, and writing its text and steps."""

from typing import Any

from django import forms

from beleid.forms.punt import versieveld
from beleid.protocolsoorten import Protocolsoort
from beleid.protocoltekst import STAPPEN_MAX, WANNEER_MAX, WAT_MAX, WIE_MAX, Stap
from ondersteuning.forms.trajectvelden import regel, tekst
from zorgapp.accounts.forms.basis import Datum, Keuze, helper

_LEEG_ERBIJ = 3


class ProtocolForm(forms.Form):
    """What it is about, and when somebody looks at it again."""

    versie = versieveld()
    soort = forms.ChoiceField(
        label="Waarover gaat het?",
        widget=Keuze,
        choices=[("", "Kies waarover het gaat"), *Protocolsoort.choices],
        error_messages={
            "required": "Kies waarover het protocol gaat.",
            "invalid_choice": "Kies waarover het protocol gaat.",
        },
    )
    titel = regel("Hoe heet het protocol?", "Geef het protocol een naam.")
    nakijken_op = Datum(label="Wanneer kijk je na of het nog klopt?", required=False)

    def __init__(self, *args: Any, nieuw: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not nieuw:
            del self.fields["soort"]
        velden = ("versie", "soort", "titel", "nakijken_op") if nieuw else ("versie", "titel", "nakijken_op")
        self.helper = helper("Begin met schrijven" if nieuw else "Bewaar", *velden)


class VersieForm(forms.Form):
    """The text, what is different, and the steps as rows of three lines; empty rows are left out."""

    versie = versieveld()
    tekst = tekst("De tekst", rijen=10, hoogstens=20_000)
    wijziging = regel("Wat is er anders dan eerst?", hoogstens=300)

    def __init__(self, *args: Any, stappen: list[Stap], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.stappen = self._gestuurd() if self.is_bound else stappen
        leeg: Stap = {"wat": "", "wie": "", "wanneer": ""}
        over = max(0, min(_LEEG_ERBIJ, STAPPEN_MAX - len(self.stappen)))
        self.rijen = [*self.stappen, *([leeg] * over)]

    def _gestuurd(self) -> list[Stap]:
        """The rows that were sent, as long as there can be; a NUL is no text."""
        delen = [
            [
                waarde.replace("\x00", "")[:lang]
                for waarde in self.data.getlist(naam)[: STAPPEN_MAX + _LEEG_ERBIJ]
            ]  # type: ignore[attr-defined]
            for naam, lang in (("wat", WAT_MAX), ("wie", WIE_MAX), ("wanneer", WANNEER_MAX))
        ]
        rijen = zip(*delen, strict=False)
        alle: list[Stap] = [{"wat": wat, "wie": wie, "wanneer": wanneer} for wat, wie, wanneer in rijen]
        return [stap for stap in alle if stap["wat"] or stap["wie"] or stap["wanneer"]]


class StandForm(forms.Form):
    """The version somebody saw, for a button."""

    versie = forms.IntegerField(
        min_value=1,
        max_value=2**31 - 1,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Laad de pagina opnieuw."
        ),
    )
