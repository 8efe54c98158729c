"""Fields that the forms of trajectories share."""

from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import HTML
from django import forms

from ondersteuning.models.signaal import TEKST_MAX
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.velden import TekstVeld

CONCEPTREGEL = HTML('<p class="z-fijn z-conceptregel" role="status" data-concept-status></p>')
LIJNEN = [(str(lijn.value), str(lijn.label).capitalize()) for lijn in Lijn]
VER = timedelta(days=731)
EINDIGT = "Kies een einddatum. In de tweede en derde lijn heeft een traject altijd een eind."


def tekst(label: str, leeg: str = "", *, uitleg: str = "", rijen: int = 3, hoogstens: int = TEKST_MAX) -> Any:
    """A text of several lines; `leeg` is what to do when it stays empty, without it it may."""
    return TekstVeld(
        label=label,
        required=bool(leeg),
        max_length=hoogstens,
        help_text=uitleg,
        widget=forms.Textarea(attrs={"rows": rijen, "maxlength": hoogstens}),
        error_messages={
            "required": leeg,
            "max_length": f"Dit is langer dan {hoogstens} tekens. Schrijf het korter.",
        },
    )


def regel(label: str, leeg: str = "", *, uitleg: str = "", hoogstens: int = 120) -> forms.CharField:
    """One line of text."""
    return forms.CharField(
        label=label,
        required=bool(leeg),
        max_length=hoogstens,
        help_text=uitleg,
        error_messages={
            "required": leeg,
            "max_length": f"Dit is langer dan {hoogstens} tekens. Schrijf het korter.",
        },
    )


def domein_veld() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Domein",
        choices=[("", "Kies een domein"), *Domein.choices],
        error_messages={"required": "Kies waar het vooral over gaat."},
    )


def lijn_veld(label: str = "Lijn", leeg: str = "Kies een lijn.") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        choices=LIJNEN,
        coerce=int,
        error_messages={
            "required": leeg,
            "invalid_choice": "Deze lijn kennen we niet. Kies een van de drie.",
        },
    )


def keuze_uit(rijen: list[Any], waarde: str) -> Any | None:
    """The row with this number among `rijen`; None for an empty or forged one."""
    return next((rij for rij in rijen if str(rij.pk) == waarde), None)


def controleer_periode(form: forms.Form, *, eindigt: bool) -> None:
    """Start, evaluation and end of a form in order, within two years; an error at the field that is to be changed.

    `eindigt`: it must have an end (DOMAIN 65).
    """
    data = form.cleaned_data
    start, evaluatie, eind = (data.get(veld) for veld in ("start", "evaluatie_op", "eind"))
    if eindigt and not eind and "eind" not in form.errors:
        form.add_error("eind", EINDIGT)
    if not start:
        return
    if eind and eind < start:
        form.add_error("eind", "Het eind ligt voor de start. Kies een latere datum.")
    elif eind and eind - start > VER:
        form.add_error("eind", "Dat is meer dan twee jaar na de start. Kies een datum dichterbij.")
    if evaluatie and evaluatie < start:
        form.add_error("evaluatie_op", "De evaluatie ligt voor de start. Kies een latere datum.")
    elif evaluatie and eind and evaluatie > eind >= start:
        form.add_error("evaluatie_op", "De evaluatie ligt na het eind. Kies een eerdere datum.")
    elif evaluatie and evaluatie - start > VER:
        form.add_error("evaluatie_op", "Dat is meer dan twee jaar na de start. Kies een datum dichterbij.")


def controleer_start(form: forms.Form, vandaag: date) -> None:
    """A trajectory begins at most a year ago and at most a year from now."""
    start = form.cleaned_data.get("start")
    if start and abs(start - vandaag) > timedelta(days=366):
        form.add_error("start", "Kies een start binnen een jaar van vandaag.")


def datum(label: str, **kwargs: Any) -> Datum:
    return Datum(label=label, **kwargs)
