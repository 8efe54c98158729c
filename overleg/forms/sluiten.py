"""Closing a meeting, opening it again, adding to its report, and noting what was told."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from ondersteuning.models.signaal import TEKST_MAX
from overleg.forms.afspraak import versieveld
from overleg.models import Agendapunt, Terugvertellen
from overleg.models.agenda import VRAAG_MAX
from overleg.services.sluiten import Afsluiting, Vervolgkeuze
from overleg.services.vertellen import Verteld
from zorgapp.accounts.forms.basis import Datum

VOLGENDE, WEG = "volgende", "weg"


def _tekst(hoogstens: int, leeg: str = "") -> forms.CharField:
    fouten = {
        "required": leeg,
        "max_length": f"Schrijf dit in hoogstens {hoogstens} tekens.",
        "null_characters_not_allowed": "Schrijf dit opnieuw op.",
    }
    return forms.CharField(max_length=hoogstens, required=bool(leeg), error_messages=fouten)


class SluitForm(forms.Form):
    """What is left: per item not discussed where it goes, per follow-up whether it is done and what came of it."""

    versie = versieveld()

    def __init__(
        self,
        *args: Any,
        niet_besproken: Sequence[Agendapunt],
        met_vervolg: Sequence[Agendapunt],
        resultaat: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.niet_besproken, self.met_vervolg = niet_besproken, met_vervolg
        for punt in niet_besproken:
            self.fields[f"punt_{punt.pk}"] = forms.ChoiceField(
                choices=((VOLGENDE, "Volgende keer"), (WEG, "Van de agenda")),
                required=False,
                initial=VOLGENDE,
                error_messages={"invalid_choice": "Kies volgende keer of van de agenda."},
            )
        for punt in met_vervolg:
            self.fields[f"klaar_{punt.pk}"] = forms.BooleanField(required=False)
            self.fields[f"vervolg_{punt.pk}"] = forms.IntegerField(
                required=False,
                min_value=0,
                max_value=2**31 - 1,
                initial=punt.vervolg.versie if punt.vervolg else 0,
            )
            self.fields[f"resultaat_{punt.pk}"] = _tekst(TEKST_MAX)
            self.fields[f"resultaat_{punt.pk}"].initial = resultaat

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for punt in self.met_vervolg:
            veld = f"resultaat_{punt.pk}"
            if data.get(f"klaar_{punt.pk}") and veld in data and not data[veld].strip():
                self.add_error(veld, "Schrijf op wat het overleg opleverde, of laat het vervolg open.")
        return data

    @property
    def punten(self) -> list[tuple[Agendapunt, BoundField]]:
        """Each item that was not discussed, with its choice."""
        return [(punt, self[f"punt_{punt.pk}"]) for punt in self.niet_besproken]

    @property
    def vervolgen(self) -> list[tuple[Agendapunt, BoundField, BoundField, BoundField]]:
        """Each item with a follow-up: whether it is done, its version and its result."""
        return [
            (p, self[f"klaar_{p.pk}"], self[f"vervolg_{p.pk}"], self[f"resultaat_{p.pk}"])
            for p in self.met_vervolg
        ]

    def keuze(self) -> Afsluiting:
        """What the service needs."""
        data = self.cleaned_data
        return Afsluiting(
            versie=data["versie"],
            van_agenda=frozenset(p.pk for p in self.niet_besproken if data.get(f"punt_{p.pk}") == WEG),
            vervolgen={
                p.pk: Vervolgkeuze(data.get(f"vervolg_{p.pk}") or 0, data[f"resultaat_{p.pk}"])
                for p in self.met_vervolg
                if data.get(f"klaar_{p.pk}")
            },
        )


class HeropenForm(forms.Form):
    """Why a closed meeting is opened again."""

    versie = versieveld()
    reden = _tekst(200, "Schrijf kort op waarom je het opnieuw opent.")


class AanvulForm(forms.Form):
    """What is added to the report of one item."""

    punt = forms.IntegerField(min_value=1, max_value=2**63 - 1)
    sleutel = forms.UUIDField()
    tekst = _tekst(TEKST_MAX, "Schrijf op wat je wilt aanvullen.")


class VertelForm(forms.Form):
    """On which day pupil and parents heard it, or why the parents do not, and what they said."""

    versie = versieveld()
    leerling_op = Datum(required=False)
    ouders_op = Datum(required=False)
    niet_ouders = _tekst(200)
    reactie = _tekst(VRAAG_MAX)

    @staticmethod
    def begin_van(rij: Terugvertellen) -> dict[str, Any]:
        """What stands there now."""
        velden = ("versie", "leerling_op", "ouders_op", "niet_ouders", "reactie")
        return {veld: getattr(rij, veld) for veld in velden}

    def verteld(self) -> Verteld:
        """What the service needs."""
        velden = ("leerling_op", "ouders_op", "niet_ouders", "reactie")
        return Verteld(**{veld: self.cleaned_data[veld] for veld in velden})
