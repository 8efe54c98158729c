"""The form of "wat ging er goed": one line, for oneself or shared; asks once whether a pupil is named."""

from django import forms

from ondersteuning.forms.trajectvelden import regel
from overleg.forms.naamcheck import MetNaamcheck


class GoedForm(MetNaamcheck):
    """One line; when it is shared all colleagues read it."""

    tekst = regel("Wat ging er goed?", "Schrijf in één zin op wat er goed ging.", hoogstens=300)
    delen = forms.BooleanField(required=False, label="Collega’s mogen dit lezen")

    teksten = ("tekst",)
