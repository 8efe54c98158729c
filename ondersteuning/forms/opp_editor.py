"""One screen of an OPP: all of it may stay empty while it is a draft; what must be there is the OPP-wacht's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField

from ondersteuning.models import Afwijkt, Bestemming
from ondersteuning.models.opp import OPP_TEKST_MAX
from ondersteuning.opp.velden import LIJSTEN, Scherm, Veld
from zorgapp.accounts.forms.basis import Keuze
from zorgapp.kern.velden import TekstVeld

BREED, HOOG = 80, 12  # characters on a line of the box, and its most lines
LANG = f"Dit is langer dan {OPP_TEKST_MAX} tekens. Schrijf het korter; je tekst staat er nog."


@dataclass(frozen=True)
class Vraag:
    """One text to draw: where its first words came from, what a colleague saved meanwhile (None: nothing), phrases."""

    veld: Veld
    vak: BoundField
    herkomst: Sequence[Any]
    ander: str | None
    zinnen: Sequence[str]

    @property
    def rijen(self) -> int:
        """How high the box is: at least what was asked for, and all of what stands there as far as it fits a screen."""
        tekst = str(self.vak.value() or "")
        nodig = sum(1 + len(regel) // BREED for regel in tekst.splitlines())
        return min(max(self.veld.regels, nodig), HOOG)


class SchermForm(forms.Form):
    """The texts and choices of one screen.

    `nummer` is the version of the OPP the writer has open, `versie` what he has seen of it, `basis` what his words were
    made from (the two go along in his draft). `gewaarschuwd`: the page told him that a change asks the parents again.
    """

    nummer = forms.IntegerField(min_value=0, max_value=30_000, widget=forms.HiddenInput)
    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    basis = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    gewaarschuwd = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, scherm: Scherm, pro: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scherm, self.pro = scherm, pro
        self.botsingen: dict[str, Any] = {}
        self.velden = tuple(veld for veld in scherm.velden if pro or not veld.pro)
        self.fields |= {veld.naam: _tekst(veld) for veld in self.velden}
        if scherm.sleutel == LIJSTEN["bestemming"]:
            self.fields["bestemming"] = _keuze([("", "Nog niet gekozen"), *Bestemming.choices])
        if scherm.sleutel == LIJSTEN["afwijkt"]:
            self.fields["afwijkt"] = _keuze(list(Afwijkt.choices))

    @property
    def namen(self) -> tuple[str, ...]:
        """The texts and choices of this screen."""
        lijsten = (naam for naam, scherm in LIJSTEN.items() if scherm == self.scherm.sleutel)
        return (*(veld.naam for veld in self.velden), *lijsten)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        zonder = data.get("bestemming_uitleg") == ""  # absent when it was too long, which says so itself
        if data.get("bestemming") == Bestemming.ANDERS and zonder:
            self.add_error("bestemming_uitleg", "Schrijf op waar de leerling dan uitkomt.")
        return data

    def inhoud(self) -> dict[str, str]:
        """The texts and choices by field."""
        return {naam: self.cleaned_data[naam] for naam in self.namen}

    def uit_concept(self, concept: Mapping[str, Any]) -> dict[str, str]:
        """The texts and choices of a draft as far as they are sound; for the others what stands there."""
        hulp = {"nummer": "0", "versie": "0", "basis": "0"}
        gelezen = SchermForm({**concept, **hulp}, scherm=self.scherm, pro=self.pro)
        gelezen.is_valid()
        goed = {naam: gelezen.cleaned_data[naam] for naam in concept if naam in gelezen.cleaned_data}
        return {naam: goed.get(naam, self.initial.get(naam, "")) for naam in self.namen}

    def toon_botsing(self, inhoud: Mapping[str, Any], botsingen: Mapping[str, Any]) -> None:
        """Begin with these texts, and show beside them what a colleague saved."""
        self.initial |= inhoud
        self.botsingen = dict(botsingen)

    def vragen(
        self, herkomst: Mapping[str, Sequence[Any]], zinnen: Mapping[str, Sequence[str]]
    ) -> list[Vraag]:
        """Every text to draw."""
        return [
            Vraag(
                veld,
                self[veld.naam],
                herkomst.get(veld.naam, ()),
                self.botsingen.get(veld.naam),
                zinnen.get(veld.naam, ()),
            )
            for veld in self.velden
        ]


def _tekst(veld: Veld) -> TekstVeld:
    return TekstVeld(
        max_length=OPP_TEKST_MAX, required=False, label=veld.label, error_messages={"max_length": LANG}
    )


def _keuze(keuzes: list[Any]) -> forms.ChoiceField:
    fout = "Dit staat niet in de lijst. Kies opnieuw."
    return forms.ChoiceField(
        choices=keuzes,
        required=False,
        widget=Keuze(attrs={"class": "form-select"}),
        error_messages={"invalid_choice": fout},
    )


class NeemForm(forms.Form):
    """One tap: add what became known for a field, or a goal of a trajectory."""

    nummer = forms.IntegerField(min_value=0, max_value=30_000)
    gewaarschuwd = forms.BooleanField(required=False)
    veld = forms.CharField(max_length=30, required=False)
    doel = forms.IntegerField(min_value=1, max_value=2**53, required=False)


class NietOverForm(forms.Form):
    """One tap: this fact is not taken over."""

    veld = forms.CharField(max_length=30)
    bron = forms.CharField(max_length=20)
    bronnummer = forms.IntegerField(min_value=0, max_value=2**53)
    afdruk = forms.RegexField(r"^[0-9a-f]{64}$", max_length=64)
