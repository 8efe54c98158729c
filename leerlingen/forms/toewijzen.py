"""Assigning a class or a lesson to a colleague, and classes to departments."""

from typing import Any

from django import forms

from leerlingen.groepkeuze import Groepbron
from leerlingen.models import Klas, Lesgroep
from zorgapp.accounts.access import afdelingen
from zorgapp.accounts.forms.basis import Datum, Keuze
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.models import Afdeling
from zorgapp.accounts.werkplek import Werkplek


class Groepveld(ZoekVeld):
    """A class or teaching group, by typing its name."""

    default_error_messages = {
        "onbekend": "Deze groep vinden we niet. Typ de naam, bijvoorbeeld H3b.",
        "niemand": "Bij ‘{vraag}’ vinden we geen groep van dit of volgend schooljaar. Kijk de naam na.",
        "meer": "Er is meer dan één groep bij ‘{vraag}’. Kies in de lijst welke je bedoelt.",
        "te_veel": "Er zijn veel groepen bij ‘{vraag}’. Kies in de lijst, of typ de hele naam.",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(met_lijst=False, **kwargs)


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
    klas = Groepveld(
        help_text="Typ de naam, bijvoorbeeld H3b.", error_messages={"required": "Kies een klas."}
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, werkplek=werkplek, **kwargs)
        _zoek_in(self, "klas", Groepbron(werkplek, ook_lesgroepen=False))


class LesForm(_Periode):
    """A lesson to a teaching group or to a whole class."""

    field_order = ["groep", "vak", "van", "tot"]
    groep = Groepveld(
        label="Lesgroep of klas",
        help_text="Typ de naam, bijvoorbeeld h3.du1 of H3b.",
        error_messages={"required": "Kies een lesgroep of een hele klas."},
    )
    vak = forms.CharField(max_length=60, required=False)

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, werkplek=werkplek, **kwargs)
        _zoek_in(self, "groep", Groepbron(werkplek, ook_lesgroepen=True))

    def clean(self) -> dict[str, Any]:
        """Leave `klas` or `lesgroep`, and None for the other, as the service asks them."""
        gegevens = super().clean()
        groep = gegevens.pop("groep", None)
        return gegevens | {
            "klas": groep if isinstance(groep, Klas) else None,
            "lesgroep": groep if isinstance(groep, Lesgroep) else None,
        }


def _zoek_in(form: forms.Form, naam: str, bron: Groepbron) -> None:
    veld = form.fields[naam]
    assert isinstance(veld, ZoekVeld)
    veld.bron = bron


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
