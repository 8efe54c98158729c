"""What the page of a meeting that is on sends: minutes (by a script or a form), a step, an item that comes on."""

import json
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest

from ondersteuning.forms.traject import LeerlingForm
from overleg.loop import Puntstatus, Stap
from overleg.models.agenda import PUNT_MINUTEN_MAX, VRAAG_MAX
from overleg.services.agenda import Puntgegevens
from overleg.services.notulen import Geschreven
from zorgapp.accounts.werkplek import Werkplek

BYTES_MAX = 1_000_000
KWIJT_MAX = 5
_ONLEESBAAR = "Dit is niet te lezen en niet bewaard. Je tekst staat nog in dit scherm."


class Onleesbaar(Exception):
    """The message cannot be used; the text is for the writer, `status` is the HTTP answer."""

    def __init__(self, tekst: str = _ONLEESBAAR, status: int = 400) -> None:
        super().__init__(tekst)
        self.status = status


@dataclass(frozen=True)
class Notulenbericht:
    """`wie` is whose page it is: on a shared computer another may have signed in. Empty from a form without a script."""

    notulen: Geschreven
    extern: Geschreven | None
    wie: str = ""


def lees_notulen(request: HttpRequest) -> Notulenbericht:
    """Read a save of minutes; raises Onleesbaar for what is too large or has another shape."""
    if request.content_type != "application/json":
        velden = request.POST
        extern = Geschreven(_schoon(velden.get("extern", "")), _schoon(velden.get("basis_extern", "")))
        notulen = Geschreven(_schoon(velden.get("tekst", "")), _schoon(velden.get("basis", "")))
        return Notulenbericht(notulen, extern if "extern" in velden else None)
    if len(request.body) > BYTES_MAX:
        raise Onleesbaar("De tekst is te lang om te bewaren. Maak hem korter.", 413)
    try:
        bericht = json.loads(request.body)
        notulen, extern, wie = bericht["notulen"], bericht.get("extern"), bericht["wie"]
        versie = bericht["versie"]
        goed = type(versie) is int and 0 <= versie < 2**31 and isinstance(wie, str) and bool(wie)
        if not goed:
            raise Onleesbaar
        return Notulenbericht(_vak(notulen), None if extern is None else _vak(extern), wie)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as fout:
        raise Onleesbaar from fout


def _vak(vak: dict[str, Any]) -> Geschreven:
    tekst, basis, kwijt = vak["tekst"], vak["basis"], vak.get("kwijt", [])
    delen = [tekst, basis, *kwijt]
    if not isinstance(kwijt, list) or len(kwijt) > KWIJT_MAX or not all(isinstance(d, str) for d in delen):
        raise Onleesbaar
    return Geschreven(_schoon(tekst), _schoon(basis), tuple(map(_schoon, kwijt)))


def _schoon(tekst: str) -> str:
    """Without what PostgreSQL cannot store (NUL, halves of a character); one kind of line end."""
    los = tekst.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    return los.encode("utf-8", "replace").decode("utf-8")


class StapForm(forms.Form):
    """Pause or go on; `punt` is the item that was open."""

    versie = forms.IntegerField(min_value=0, max_value=2**31 - 1)
    stap = forms.ChoiceField(choices=[(s.value, s.label) for s in (Stap.PAUZEREN, Stap.HERVATTEN)])
    punt = forms.IntegerField(min_value=1, max_value=2**63 - 1, required=False)


class VerderForm(forms.Form):
    """What became of an item: discussed, moved, or open again after all."""

    status = forms.ChoiceField(
        choices=[s for s in Puntstatus.choices if s[0] != Puntstatus.VERVALLEN],
        error_messages={"invalid_choice": "Kies opnieuw.", "required": "Kies opnieuw."},
    )


class AanwezigForm(forms.Form):
    """One tap on the list of who is there: whose (the number of his row), and there or not."""

    wie = forms.RegexField(r"^\d{1,18}:[01]$")

    def clean_wie(self) -> tuple[int, bool]:
        nummer, aanwezig = self.cleaned_data["wie"].split(":")
        return int(nummer), aanwezig == "1"


class _Vraag(forms.Form):
    vraag = forms.CharField(
        required=False,
        max_length=VRAAG_MAX,
        error_messages={"max_length": f"Houd de vraag op hoogstens {VRAAG_MAX} tekens."},
    )
    minuten = forms.IntegerField(
        min_value=1,
        max_value=PUNT_MINUTEN_MAX,
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), "Kies 1 tot 120 minuten."
        ),
    )

    def gegevens(self) -> Puntgegevens:
        data = self.cleaned_data
        return Puntgegevens(
            leerling=data.get("leerling"),
            onderwerp=data.get("onderwerp", ""),
            vraag=data["vraag"],
            minuten=data["minuten"],
        )


class LeerlingErbij(_Vraag, LeerlingForm):
    """One more pupil, while the meeting is on."""


class OnderwerpErbij(_Vraag):
    """One more subject, in a meeting that is not about pupils."""

    onderwerp = forms.CharField(
        max_length=120,
        error_messages={
            "required": "Schrijf op waarover het gaat, zonder naam van een leerling.",
            "max_length": "Houd het onderwerp op hoogstens 120 tekens.",
        },
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
