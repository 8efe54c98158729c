"""Forms for looking back on an OPP, correcting what was written then, and what was entered in the ROD."""

import uuid
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from crispy_forms.layout import HTML, Div
from django import forms
from django.utils.html import format_html

from ondersteuning.access_opp_jaar import Terugblik
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, datum, regel, tekst
from ondersteuning.models import Erbij, OppConclusie, OppEvaluatie, Uitkomst
from ondersteuning.models.opp import OPP_TEKST_MAX
from ondersteuning.services.opp_jaar import Doeluitkomst, Hoeverder, Terugblikwoorden
from zorgapp.accounts.forms.basis import helper, naast

WOORDEN = (
    "gehouden_op",
    "ouders",
    "ouders_zeggen",
    "leerling_erbij",
    "leerling_zegt",
    "anderen",
    "samenvatting",
)
_HOE_VERDER = {
    OppConclusie.VOORTZETTEN: "Zo doorgaan",
    OppConclusie.BIJSTELLEN: "Bijstellen: er komt een volgende versie",
    OppConclusie.AFSLUITEN: "Afsluiten: de leerling heeft dit niet meer nodig",
}


_OUDERS = {Erbij.JA: "Waren erbij", Erbij.NEE: "Waren er niet bij", Erbij.WILDE_NIET: "Wilden niet"}
_LEERLING = {Erbij.JA: "Was erbij", Erbij.NEE: "Was er niet bij", Erbij.WILDE_NIET: "Wilde niet"}


def erbij(label: str, leeg: str, woorden: dict[Erbij, str]) -> forms.ChoiceField:
    """Who was there is answered for parents and pupil apart; "would not" is an answer too (rules 16 and 17)."""
    return forms.ChoiceField(
        label=label,
        choices=[(e.value, woord) for e, woord in woorden.items()],
        widget=forms.RadioSelect,
        error_messages={"required": leeg, "invalid_choice": "Dit antwoord kennen we niet. Kies opnieuw."},
    )


def _kop(woorden: str) -> HTML:
    return HTML(format_html('<h2 class="mt-4 mb-2">{}</h2>', woorden))


class TerugblikForm(forms.Form):
    """When it was, who was there, and what was said."""

    gehouden_op = datum("Wanneer was het gesprek?")
    leerling_erbij = erbij("De leerling", "Kies of de leerling erbij was.", _LEERLING)
    leerling_zegt = tekst("Wat zegt de leerling?", rijen=2, uitleg="In zijn of haar eigen woorden.")
    ouders = erbij("De ouders", "Kies of de ouders erbij waren.", _OUDERS)
    ouders_zeggen = tekst("Wat zeggen de ouders?", rijen=2)
    anderen = regel("Wie waren er nog meer?", hoogstens=300)
    samenvatting = tekst(
        "Hoe ging het?", "Schrijf in een paar zinnen op hoe het ging.", rijen=4, hoogstens=OPP_TEKST_MAX
    )

    def woorden(self) -> Terugblikwoorden:
        return Terugblikwoorden(**{veld: self.cleaned_data[veld] for veld in WOORDEN})


class OppEvaluatieForm(TerugblikForm):
    """A new evaluation: also what came of each goal (by its `stam`), and what it leads to."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    oppversie = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)
    conclusie = forms.ChoiceField(
        label="Wat is de uitkomst?",
        choices=[(c.value, woorden) for c, woorden in _HOE_VERDER.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies hoe het verdergaat.",
            "invalid_choice": "Kies hoe het verdergaat.",
        },
    )
    volgende_op = datum(
        "Wanneer kijken jullie weer terug?", required=False, help_text="Minstens één keer per schooljaar."
    )

    def __init__(self, *args: Any, blik: Terugblik, begin: dict[str, Any], **kwargs: Any) -> None:
        self.doelen = blik.doelen
        eerst = {"sleutel": uuid.uuid4(), "oppversie": blik.versie.pk} | begin
        super().__init__(*args, initial=eerst | {"oppversie": blik.versie.pk}, **kwargs)
        for nummer, doel in enumerate(self.doelen, start=1):
            self.fields[_uitkomst(doel.stam)] = forms.ChoiceField(
                label=f"Doel {nummer}: {doel.doel}",
                choices=[(u.value, str(u.label).capitalize()) for u in Uitkomst],
                widget=forms.RadioSelect,
                error_messages={
                    "required": "Kies wat er van dit doel kwam.",
                    "invalid_choice": "Kies wat er van dit doel kwam.",
                },
            )
            self.fields[_toelichting(doel.stam)] = regel("Toelichting", hoogstens=600)
        self.helper = helper("Leg vast", *self._opbouw())

    def _opbouw(self) -> tuple[Any, ...]:
        doelen = [
            Div(_uitkomst(doel.stam), _toelichting(doel.stam), css_class="mb-3") for doel in self.doelen
        ]
        return (
            "sleutel",
            "oppversie",
            "gehouden_op",
            _kop("Wie was erbij, en wat zeiden ze?"),
            "leerling_erbij",
            "leerling_zegt",
            "ouders",
            "ouders_zeggen",
            "anderen",
            "samenvatting",
            *((_kop("Wat kwam er van de doelen?"), *doelen) if doelen else ()),
            _kop("Hoe nu verder?"),
            "conclusie",
            "volgende_op",
            CONCEPTREGEL,
        )

    @classmethod
    def velden_van(cls, namen: Iterable[str]) -> dict[str, forms.Field]:
        """The fields of a form that was sent, also those of goals: for showing what can no longer be saved."""
        doelen = [naam for naam in namen if naam.startswith("toelichting_")]
        return cls.base_fields | {naam: regel("Toelichting bij een doel") for naam in doelen}  # type: ignore[attr-defined]

    def verder(self) -> Hoeverder:
        return Hoeverder(OppConclusie(self.cleaned_data["conclusie"]), self.cleaned_data["volgende_op"])

    def uitkomsten(self) -> dict[UUID, Doeluitkomst]:
        """What came of each goal, by its `stam`."""
        data = self.cleaned_data
        return {
            doel.stam: Doeluitkomst(Uitkomst(data[_uitkomst(doel.stam)]), data[_toelichting(doel.stam)])
            for doel in self.doelen
        }


def _uitkomst(stam: UUID) -> str:
    return f"uitkomst_{stam.hex}"


def _toelichting(stam: UUID) -> str:
    return f"toelichting_{stam.hex}"


class VerbeterForm(TerugblikForm):
    """Correcting the words of an evaluation, and who was there."""

    versie = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)

    def __init__(self, *args: Any, evaluatie: OppEvaluatie, **kwargs: Any) -> None:
        begin = {veld: getattr(evaluatie, veld) for veld in ("versie", *WOORDEN)}
        super().__init__(*args, initial=begin, **kwargs)
        self.helper = helper(
            "Bewaar de verbetering",
            "versie",
            "gehouden_op",
            "leerling_erbij",
            "leerling_zegt",
            "ouders",
            "ouders_zeggen",
            "anderen",
            "samenvatting",
            CONCEPTREGEL,
        )


class RodForm(forms.Form):
    """Since which day the begin or the end stands in the ROD; empty takes it back."""

    versie = forms.IntegerField(min_value=0, max_value=2**31, widget=forms.HiddenInput)
    wat = forms.ChoiceField(
        choices=[("begin", "de begindatum"), ("eind", "de einddatum")], widget=forms.HiddenInput
    )
    op = datum("Ingevoerd op", required=False, help_text="Leeg: het staat er toch niet in.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Leg vast", "versie", "wat", naast("op"))
