"""The forms of a yearly plan: a part, a factor and the scores, a step, a comment and its answer; validation only."""

from collections.abc import Sequence
from typing import Any

from django import forms

from beleid.models import Planfactor
from beleid.models.plan import DEEL_MAX, REACTIE_MAX
from beleid.planloop import Deelsoort, Invloed, Kant, Uitkomst
from zorgapp.accounts.forms.basis import Datum, Keuze, helper
from zorgapp.kern.velden import TekstVeld

_NUL = {"null_characters_not_allowed": "Schrijf dit opnieuw op."}
_GETAL = 2**31 - 1


def _versie() -> forms.IntegerField:
    fout = dict.fromkeys(("required", "invalid", "min_value", "max_value"), "Laad de pagina opnieuw.")
    return forms.IntegerField(min_value=0, max_value=_GETAL, widget=forms.HiddenInput, error_messages=fout)


def _tekst(hoogstens: int, leeg: str = "") -> TekstVeld:
    fouten = {"required": leeg, "max_length": f"Dit is langer dan {hoogstens} tekens. Schrijf het korter."}
    return TekstVeld(required=bool(leeg), max_length=hoogstens, error_messages=fouten | _NUL)


class DeelForm(forms.Form):
    """The text of one part; it may stay empty."""

    versie = _versie()
    tekst = _tekst(DEEL_MAX)


class FactorForm(forms.Form):
    """What helps or hinders, in one sentence."""

    versie = _versie()
    tekst = forms.CharField(
        label="Wat helpt of remt je?",
        max_length=300,
        help_text="Bijvoorbeeld: de schoolleiding denkt mee en maakt keuzes.",
        error_messages={
            "required": "Schrijf op wat helpt of remt.",
            "max_length": "Dit is langer dan 300 tekens. Schrijf het korter.",
        }
        | _NUL,
    )
    kant = forms.ChoiceField(
        label="Helpt het of remt het?",
        widget=Keuze,
        choices=[("", "Kies"), *Kant.choices],
        error_messages={"required": "Kies helpt of remt.", "invalid_choice": "Kies helpt of remt."},
    )
    invloed = forms.ChoiceField(
        label="Kun je er iets aan doen?",
        widget=Keuze,
        choices=[("", "Kies"), *Invloed.choices],
        error_messages={
            "required": "Kies of je er iets aan kunt doen.",
            "invalid_choice": "Kies of je er iets aan kunt doen.",
        },
    )

    def __init__(self, *args: Any, knop: str, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper(knop, "versie", "tekst", "kant", "invloed")


class ScoresForm(forms.Form):
    """A score of 1 to 5 per factor, or none yet, with the version one saw."""

    def __init__(self, *args: Any, factoren: Sequence[Planfactor], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.factoren = factoren
        for factor in factoren:
            self.fields[f"versie_{factor.pk}"] = _versie()
            self.fields[f"score_{factor.pk}"] = forms.TypedChoiceField(
                choices=[("", "nog niet"), *((str(n), str(n)) for n in range(1, 6))],
                required=False,
                coerce=int,
                empty_value=None,
                error_messages={"invalid_choice": "Kies een score van 1 tot en met 5."},
            )

    def scores(self) -> dict[int, tuple[int, int | None]]:
        """What the service takes."""
        data = self.cleaned_data
        return {f.pk: (data[f"versie_{f.pk}"], data[f"score_{f.pk}"]) for f in self.factoren}

    def gekozen(self, factor: Planfactor) -> str:
        """What stands in the form for one factor: as sent, or as it is."""
        if self.is_bound:
            return str(self.data.get(f"score_{factor.pk}", ""))
        return str(factor.score or "")


class StapForm(forms.Form):
    """A step of the plan; two of them ask something besides."""

    versie = _versie()
    reageren_tot = Datum(required=False)
    reden = _tekst(600)


class ReactieForm(forms.Form):
    """A comment on a part, or on the whole plan."""

    sleutel = forms.UUIDField(
        error_messages=dict.fromkeys(("required", "invalid"), "Laad de pagina opnieuw.")
    )
    soort = forms.ChoiceField(
        required=False,
        choices=[("", "Het hele plan"), *Deelsoort.choices],
        error_messages={"invalid_choice": "Kies een deel uit de lijst."},
    )
    tekst = _tekst(REACTIE_MAX, "Schrijf op wat je wilt zeggen.")


class AntwoordForm(forms.Form):
    """What was done with a comment."""

    versie = _versie()
    uitkomst = forms.ChoiceField(
        choices=[k for k in Uitkomst.choices if k[0] != Uitkomst.OPEN],
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies verwerkt of niet overgenomen."),
    )
    antwoord = _tekst(600, "Schrijf in een zin wat je ermee deed.")
