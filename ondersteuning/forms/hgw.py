"""The HGW form: all of it may stay empty while it is a draft; what must be there to finish is `hgwvelden.ontbreekt`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from ondersteuning.forms.triage import toekomst
from ondersteuning.hgwvelden import SECTIES, VELDEN, Sectie, Veld
from ondersteuning.models.hgw import ZIN_MAX
from ondersteuning.models.signaal import TEKST_MAX
from zorgapp.kern.velden import TekstVeld


def _tekst(veld: Veld) -> TekstVeld:
    hoogstens = ZIN_MAX if veld.zin else TEKST_MAX
    fout = f"Dit is langer dan {hoogstens} tekens. Schrijf het korter."
    return TekstVeld(
        max_length=hoogstens, required=False, label=veld.label, error_messages={"max_length": fout}
    )


@dataclass(frozen=True)
class Vraag:
    """One field to draw: `herkomst` of its first words, `ander` what a colleague saved meanwhile (None: nothing)."""

    veld: Veld
    vak: BoundField
    herkomst: Sequence[Any]
    ander: Any


@dataclass(frozen=True)
class Deel:
    """One part to draw; `open` with words in it, an error or a choice to make."""

    sectie: Sectie
    open: bool
    vragen: list[Vraag]

    @property
    def gevuld(self) -> int:
        """How many fields have words."""
        return sum(bool(vraag.vak.value()) for vraag in self.vragen)

    @property
    def kolommen(self) -> tuple[list[Vraag], list[Vraag]]:
        """What helps, beside what hinders."""
        helft = len(self.vragen) // 2
        return self.vragen[:helft], self.vragen[helft:]


class HgwForm(forms.Form):
    """`versie` is what the writer has seen; `basis` goes along in his draft: the version his words were made from."""

    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    basis = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    evaluatie_op = forms.DateField(
        required=False, error_messages={"invalid": "Dit is geen datum. Kies een dag in de kalender."}
    )

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.botsingen: dict[str, Any] = {}
        self.fields |= {naam: _tekst(veld) for naam, veld in VELDEN.items()}

    def clean_evaluatie_op(self) -> date | None:
        return toekomst(self.cleaned_data["evaluatie_op"], self.vandaag)

    def inhoud(self) -> dict[str, Any]:
        """The texts and the day, by field."""
        return {naam: self.cleaned_data[naam] for naam in (*VELDEN, "evaluatie_op")}

    def uit_concept(self, inhoud: dict[str, Any]) -> dict[str, Any]:
        """The texts and the day of a draft, as far as they are sound; `basis` says what it was made from."""
        gelezen = HgwForm({**inhoud, "versie": inhoud.get("basis", "")}, vandaag=self.vandaag)
        gelezen.is_valid()
        return {
            naam: gelezen.cleaned_data.get(naam, self.initial.get(naam)) for naam in (*VELDEN, "evaluatie_op")
        }

    def toon_botsing(self, inhoud: dict[str, Any], botsingen: dict[str, Any]) -> None:
        """Begin with these texts, and show beside them what a colleague saved."""
        self.initial |= inhoud
        self.botsingen = botsingen

    def delen(self, herkomst: Mapping[str, Any]) -> list[Deel]:
        """Every part to draw, with where the first words of a field came from."""
        return [
            Deel(sectie, self._open(sectie), [self._vraag(veld, herkomst) for veld in sectie.velden])
            for sectie in SECTIES
        ]

    def _vraag(self, veld: Veld, herkomst: Mapping[str, Any]) -> Vraag:
        return Vraag(veld, self[veld.naam], herkomst.get(veld.naam, ()), self.botsingen.get(veld.naam))

    def _open(self, sectie: Sectie) -> bool:
        namen = {veld.naam for veld in sectie.velden}
        return bool(namen & (set(self.errors) | set(self.botsingen))) or any(
            self[naam].value() for naam in namen
        )


class SluitHgwForm(forms.Form):
    """What a form yielded."""

    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    effect = TekstVeld(
        max_length=TEKST_MAX,
        error_messages={
            "required": "Schrijf in een zin op wat het opleverde.",
            "max_length": f"Dit is langer dan {TEKST_MAX} tekens. Schrijf het korter.",
        },
    )
