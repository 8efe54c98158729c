"""Looking back at a trajectory: the views of pupil and parents apart, each goal now, and how it goes on.

What counts for one outcome only stands in a part of its own: the stylesheet shows it with that outcome, and here it is
refused with another one, so that nothing that was out of sight changes anything.
"""

from typing import Any

from crispy_forms.layout import Div, Field
from django import forms

from ondersteuning.forms.doelen import STANDEN
from ondersteuning.forms.traject import TERUG
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, LIJNEN, datum, regel, tekst
from ondersteuning.models import Conclusie, Doel, Evaluatie, Traject
from ondersteuning.services.evaluaties import Besloten, Evaluatietekst
from ondersteuning.services.lijnen import Gedaan
from zorgapp.accounts.forms.basis import helper, naast
from zorgapp.kern.lijnen import Lijn

CHIPS = "ondersteuning/traject/_keuze_chips.html"
GEEN_STAND = "Kies een stand van -2 tot en met +2."
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
    ouders_zeggen = tekst("Wat zeggen de ouders?", rijen=2, uitleg="In hun eigen woorden.")
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
        self.helper = helper("Bewaar de verbetering", "versie", *_woorden(), "vervolg")


class EvaluatieForm(EvaluatieTekstForm):
    """A new evaluation, with the stand of each goal that counts (`stand_<id>`) and how it goes on."""

    conclusie = forms.ChoiceField(
        label="Hoe nu verder?",
        choices=[(c.value, str(c.label).capitalize()) for c in Conclusie],
        widget=forms.RadioSelect,
        help_text="Na je keuze vragen we alleen wat daarvoor nodig is.",
        error_messages={"required": "Kies hoe het verdergaat."},
    )
    evaluatie_op = datum("Volgende evaluatie", required=False)
    eind = datum("Laatste dag", required=False)
    reden = regel("Waarom langer dan afgesproken?", hoogstens=400)
    lijn = forms.TypedChoiceField(
        label="Lijn",
        choices=LIJNEN,
        coerce=int,
        widget=forms.RadioSelect,
        help_text="Gaat de leerling een lijn omhoog? Dan vragen we wat er al is gedaan.",
        error_messages={"required": "Kies een lijn."},
    )
    al_gedaan = tekst("Wat is er al gedaan?", rijen=2)
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
                label=doel.tekst,
                choices=STANDEN,
                coerce=int,
                widget=forms.RadioSelect,
                initial=str(nu),
                error_messages={"required": GEEN_STAND, "invalid_choice": GEEN_STAND},
            )
        self.helper = helper(
            "Leg de evaluatie vast",
            "versie",
            *_woorden(),
            *(Field(f"stand_{doel.pk}", template=CHIPS) for doel in self.doelen),
            "vervolg",
            Field("conclusie", template=CHIPS),
            Div("evaluatie_op", css_class="z-deel is-verder"),
            Div(naast("eind", "reden"), css_class="z-deel is-periode"),
            self._deel_lijn(),
            CONCEPTREGEL,
        )
        self._nodig(True)

    def _deel_lijn(self) -> Div:
        """Only for an adjustment: the line, and with a higher one what was done (DOMAIN 61)."""
        hoger: list[Any] = [naast("al_gedaan", "resultaat")]
        rest = ["terug_naar_klas"]
        if self.traject.lijn == Lijn.EERSTE:  # there it is asked with a higher line only
            hoger, rest = [*hoger, *rest], []
        return Div(
            Field("lijn", template=CHIPS),
            Div(*hoger, css_class="z-deel is-hoger"),
            *rest,
            css_class=f"z-deel is-bijstellen van-{self.traject.lijn}",
        )

    def _nodig(self, nodig: bool) -> None:
        for naam in ("evaluatie_op", "al_gedaan", "resultaat", "terug_naar_klas"):
            self.fields[naam].required = nodig
        self.fields["eind"].required = nodig and self.traject.lijn > Lijn.EERSTE

    def full_clean(self) -> None:
        """What stands in a part may not stay empty when it is shown, so it does not say so; `clean` knows when."""
        self._nodig(False)
        super().full_clean()
        self._nodig(True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._alleen_wat_past(data)
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

    def _alleen_wat_past(self, data: dict[str, Any]) -> None:
        """The line changes with an adjustment only, the end with an adjustment or at the end."""
        conclusie, traject = data.get("conclusie"), self.traject
        if conclusie in {Conclusie.DOORGAAN, Conclusie.AFRONDEN} and data.get("lijn", 0) != traject.lijn:
            lijn = Lijn(traject.lijn).label
            self.add_error("lijn", f"De lijn verandert met Bijstellen. Kies dat, of zet hem op de {lijn}.")
        if conclusie == Conclusie.DOORGAAN and data.get("eind") and data["eind"] != traject.eind:
            self.add_error("eind", "Het eind verandert met Bijstellen. Kies dat, of zet de datum terug.")

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


def _woorden() -> tuple[Any, ...]:
    """Who said what, beside each other where there is room."""
    return (
        "gehouden_op",
        Div(
            Div("leerling_zegt", "leerling_aanwezig", css_class="col-sm"),
            Div("ouders_zeggen", "ouders_aanwezig", css_class="col-sm"),
            css_class="row gx-3",
        ),
        naast("wat_werkte", "wat_niet"),
    )
