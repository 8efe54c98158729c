"""Assigning a class or a lesson to a colleague, and classes to departments."""

from typing import Any

from django import forms

from leerlingen.models import Klas
from leerlingen.toewijzing import klassen, lesgroepen
from zorgapp.accounts.access import afdelingen
from zorgapp.accounts.forms.basis import Datum, Keuze
from zorgapp.accounts.models import Afdeling
from zorgapp.accounts.werkplek import Werkplek


class Groepkeuze(forms.ModelChoiceField):
    """A choice of a class or teaching group, with its school year."""

    widget = Keuze

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.naam} ({obj.schooljaar}-{obj.schooljaar + 1})"


class _Periode(forms.Form):
    van = Datum(label="Vanaf")
    tot = Datum(label="Tot en met", required=False, help_text="Leeg: tot je het beëindigt.")

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = werkplek.dag

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        return gegevens


class MentorForm(_Periode):
    field_order = ["klas", "van", "tot"]
    klas = Groepkeuze(
        queryset=None, empty_label="Kies een klas", error_messages={"required": "Kies een klas."}
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, werkplek=werkplek, **kwargs)
        self.fields["klas"].queryset = klassen(werkplek)


class LesForm(_Periode):
    """A lesson to a teaching group or to a whole class: exactly one of the two."""

    field_order = ["lesgroep", "klas", "vak", "van", "tot"]
    lesgroep = Groepkeuze(queryset=None, required=False, empty_label="Geen lesgroep")
    klas = Groepkeuze(queryset=None, required=False, empty_label="Geen hele klas")
    vak = forms.CharField(max_length=60, required=False)

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, werkplek=werkplek, **kwargs)
        self.fields["klas"].queryset = klassen(werkplek)
        self.fields["lesgroep"].queryset = lesgroepen(werkplek)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean()
        if bool(gegevens.get("klas")) == bool(gegevens.get("lesgroep")) and not self.errors:
            self.add_error("lesgroep", "Kies een lesgroep of een hele klas.")
        return gegevens


class KlassenForm(forms.Form):
    """One choice of a department per class."""

    def __init__(self, *args: Any, werkplek: Werkplek, rijen: list[Klas], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rijen = rijen
        self.bekend = {str(a.pk): a for a in afdelingen(werkplek)}
        keuzes = [("", "Geen afdeling"), *((pk, a.naam) for pk, a in self.bekend.items())]
        for klas in rijen:
            self.fields[f"klas-{klas.pk}"] = forms.ChoiceField(
                choices=keuzes,
                required=False,
                initial=str(klas.afdeling_id or ""),
                label=f"Afdeling van {klas.naam}",
                widget=Keuze(attrs={"class": "form-select"}),
            )

    def paren(self) -> list[tuple[Klas, forms.BoundField]]:
        return [(klas, self[f"klas-{klas.pk}"]) for klas in self.rijen]

    def gekozen(self) -> dict[int, Afdeling | None]:
        return {klas.pk: self.bekend.get(self.cleaned_data[f"klas-{klas.pk}"]) for klas in self.rijen}
