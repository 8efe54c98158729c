"""Looking back at a trajectory: the views of pupil and parents apart, each goal now, and how it goes on."""

from typing import Any

from django import forms

from ondersteuning.forms.doelen import STANDEN
from ondersteuning.forms.traject import TERUG
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, LIJNEN, datum, regel, tekst
from ondersteuning.models import Conclusie, Doel, Evaluatie, Traject
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst
from ondersteuning.services.lijnen import Gedaan
from zorgapp.accounts.forms.basis import Keuze, helper, naast
from zorgapp.kern.lijnen import Lijn

_TEKST = (
    "gehouden_op",
    "leerling_zegt",
    "ouders_zeggen",
    "leerling_aanwezig",
    "ouders_aanwezig",
    "wat_werkte",
    "wat_niet",
    "vervolg",
)


class EvaluatieTekstForm(forms.Form):
    """What was said; the words of the pupil come first."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    gehouden_op = datum("Wanneer was de evaluatie?")
    leerling_zegt = tekst("Wat zegt de leerling?", rijen=2, uitleg="In zijn of haar eigen woorden.")
    leerling_aanwezig = forms.BooleanField(label="De leerling was erbij", required=False)
    ouders_zeggen = tekst("Wat zeggen de ouders?", rijen=2)
    ouders_aanwezig = forms.BooleanField(label="De ouders waren erbij", required=False)
    wat_werkte = tekst("Wat werkte?", "Schrijf op wat werkte, ook als het klein is.", rijen=2)
    wat_niet = tekst("Wat werkte niet?", rijen=2)
    vervolg = tekst("Wat spreken we af?", rijen=2)

    def tekst(self) -> Evaluatietekst:
        return Evaluatietekst(**{veld: self.cleaned_data[veld] for veld in _TEKST})


class CorrectieForm(EvaluatieTekstForm):
    """Correcting an evaluation: its words, not what was decided."""

    def __init__(self, *args: Any, evaluatie: Evaluatie, **kwargs: Any) -> None:
        begin = {veld: getattr(evaluatie, veld) for veld in ("versie", *_TEKST)}
        super().__init__(*args, initial=begin, **kwargs)
        self.helper = helper("Bewaar de verbetering", "versie", *_WOORDEN)


class EvaluatieForm(EvaluatieTekstForm):
    """A new evaluation, with the stand of each goal that counts (`stand_<id>`) and how it goes on."""

    conclusie = forms.ChoiceField(
        label="Hoe nu verder?",
        choices=[(c.value, str(c.label).capitalize()) for c in Conclusie],
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het verdergaat."},
    )
    evaluatie_op = datum("Volgende evaluatie", required=False)
    eind = datum("Eind", required=False, help_text="Bij afronden: de laatste dag.")
    reden = regel("Waarom langer dan afgesproken?", hoogstens=400)
    lijn = forms.TypedChoiceField(label="Lijn", choices=LIJNEN, coerce=int, widget=Keuze)
    al_gedaan = tekst("Wat is er al gedaan?", rijen=2, uitleg="Alleen als de leerling een lijn omhooggaat.")
    resultaat = tekst("Wat leverde dat op?", rijen=2)
    terug_naar_klas = tekst("Hoe gaat de leerling terug naar de klas?", rijen=2)

    def __init__(
        self, *args: Any, traject: Traject, doelen: list[Doel], begin: dict[str, Any], **kwargs: Any
    ) -> None:
        self.traject = traject
        self.doelen = [doel for doel in doelen if doel.vervallen_op is None]
        eerste = {
            "versie": traject.versie,
            "eind": traject.eind,
            "lijn": traject.lijn,
            "terug_naar_klas": traject.terug_naar_klas,
        }
        super().__init__(*args, initial=eerste | begin, **kwargs)
        for doel in self.doelen:
            nu = doel.begin if doel.stand is None else doel.stand  # type: ignore[attr-defined]
            self.fields[f"stand_{doel.pk}"] = forms.TypedChoiceField(
                label=doel.tekst, choices=STANDEN, coerce=int, widget=Keuze, initial=str(nu)
            )
        self.helper = helper(
            "Leg de evaluatie vast",
            "versie",
            *_WOORDEN[:-1],
            *(f"stand_{doel.pk}" for doel in self.doelen),
            "vervolg",
            "conclusie",
            naast("evaluatie_op", "eind"),
            "reden",
            "lijn",
            naast("al_gedaan", "resultaat"),
            "terug_naar_klas",
            CONCEPTREGEL,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        verder = data.get("conclusie") in {Conclusie.DOORGAAN, Conclusie.BIJSTELLEN}
        if verder and not data.get("evaluatie_op") and "evaluatie_op" not in self.errors:
            self.add_error("evaluatie_op", "Kies wanneer jullie weer terugkijken.")
        if data.get("lijn", Lijn.EERSTE) >= Lijn.TWEEDE:
            if not data.get("eind") and "eind" not in self.errors:
                self.add_error(
                    "eind", "Kies een einddatum. In de tweede en derde lijn is er altijd een eind."
                )
            if not data.get("terug_naar_klas") and "terug_naar_klas" not in self.errors:
                self.add_error("terug_naar_klas", TERUG)
        return data

    def besloten(self) -> Besloten:
        data = self.cleaned_data
        return Besloten(
            conclusie=Conclusie(data["conclusie"]),
            evaluatie_op=data["evaluatie_op"],
            eind=data["eind"],
            reden=data["reden"],
            lijn=data["lijn"],
            gedaan=Gedaan(data["al_gedaan"], data["resultaat"]),
            terug_naar_klas=data["terug_naar_klas"],
        )

    def standen(self) -> dict[int, int]:
        """Goal id -> stand."""
        return {doel.pk: self.cleaned_data[f"stand_{doel.pk}"] for doel in self.doelen}


_WOORDEN = (
    "gehouden_op",
    "leerling_zegt",
    "leerling_aanwezig",
    "ouders_zeggen",
    "ouders_aanwezig",
    "wat_werkte",
    "wat_niet",
    "vervolg",
)
