"""What the page of an agenda sends: an item to change, a step with one, proposals that were ticked, a rondvraag."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from ondersteuning.models.signaal import TEKST_MAX
from overleg.access_rondvraag import Kandidaat
from overleg.access_rondvraag_stand import TWEE
from overleg.models.agenda import PUNT_MINUTEN_MAX, VRAAG_MAX
from overleg.services.rondvraag import Antwoord
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.velden import gelezen_nummer

_GETAL = "Kies 1 tot 120 minuten."
_VERSIE = 2**31 - 1
_STAP = re.compile(r"^(op|neer|af):(\d{1,18})$")


def _tekst(hoogstens: int, **kwargs: Any) -> forms.CharField:
    fout = {"max_length": f"Houd het op hoogstens {hoogstens} tekens."}
    return forms.CharField(max_length=hoogstens, error_messages=fout | kwargs.pop("fout", {}), **kwargs)


class PuntForm(forms.Form):
    """One item: its question, minutes, why; of an item without a pupil also what it is about."""

    versie = forms.IntegerField(min_value=0, max_value=_VERSIE)
    vraag = _tekst(VRAAG_MAX, required=False)
    minuten = forms.IntegerField(
        min_value=1,
        max_value=PUNT_MINUTEN_MAX,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _GETAL),
    )
    toelichting = _tekst(TEKST_MAX, required=False)
    onderwerp = _tekst(120, required=False)


class VraagForm(forms.Form):
    """Only the question of an item, by who takes part."""

    versie = forms.IntegerField(min_value=0, max_value=_VERSIE)
    vraag = _tekst(VRAAG_MAX, fout={"required": "Schrijf de vraag op."})


class StapForm(forms.Form):
    """One press of a button in a row: up, down or off, and of which item."""

    doe = forms.RegexField(_STAP)

    def clean_doe(self) -> tuple[str, int]:
        wat, nummer = self.cleaned_data["doe"].split(":")
        return wat, int(nummer)


class VoorstelForm(forms.Form):
    """The pupils that were ticked; what is no number falls out by itself."""

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        self.nummers = set(filter(None, map(gelezen_nummer, data.getlist("leerling")[:100])))

    def clean(self) -> None:
        if not self.nummers:
            raise forms.ValidationError("Vink eerst aan wie er op de agenda komt.")


class RondvraagForm(forms.Form):
    """Whom to ask, until when, and one thing one wants to know besides."""

    vraag = _tekst(VRAAG_MAX, required=False)
    uiterlijk = Datum(label="Antwoord uiterlijk")

    def __init__(self, *args: Any, kandidaten: Sequence[Kandidaat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uiterlijk"].widget.attrs["class"] = "form-control w-auto"
        self.fields["collegas"] = forms.TypedMultipleChoiceField(
            choices=[(k.user_id, k.naam) for k in kandidaten],
            coerce=int,
            error_messages={
                "required": "Kies aan wie je het vraagt.",
                "invalid_choice": "Een van deze collega’s geeft deze leerling geen les meer. Kies opnieuw.",
            },
        )


class AntwoordForm(forms.Form):
    """The three short questions."""

    versie = forms.IntegerField(min_value=0, max_value=_VERSIE)
    goed = _tekst(TEKST_MAX, required=False)
    zie = _tekst(TEKST_MAX, required=False)
    helpt = _tekst(TEKST_MAX, required=False)

    def antwoord(self) -> Antwoord:
        """What the service takes."""
        data = self.cleaned_data
        return Antwoord(data["goed"], data["zie"], data["helpt"])


def begin_rondvraag(kandidaten: Sequence[Kandidaat], uiterlijk: date) -> dict[str, Any]:
    """Ticked from the start: who teaches him and was not asked lately, at most four; nobody once two were asked."""
    eerste = [k.user_id for k in kandidaten if not k.stand and not k.pas][:4]
    gevraagd = sum(k.stand in ("gevraagd", "beantwoord") for k in kandidaten)
    return {"collegas": [] if gevraagd >= TWEE else eerste, "uiterlijk": uiterlijk}
