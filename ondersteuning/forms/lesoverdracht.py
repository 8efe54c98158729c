"""Handing advice to the lesson, reporting on it, and ending or continuing the whole."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.kaarttekst import WOORDEN_ADVIES, etiket_in, woorden
from ondersteuning.access_overdracht import Lesgever
from ondersteuning.forms.triage import EigenaarEnDatum, toekomst
from ondersteuning.models import Traject
from ondersteuning.models.lesoverdracht import ADVIES_MAX
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.overdrachtloop import Afronding, Stap, Uitkomst
from ondersteuning.services.lesoverdracht import Overdrachtgegevens
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.kern.velden import TekstVeld

GEEN_DATUM = "Dit is geen datum. Kies een dag in de kalender."


def versieveld() -> forms.IntegerField:
    """The version of what was shown."""
    return forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)


def tekst(leeg: str = "", hoogstens: int = TEKST_MAX) -> TekstVeld:
    """A text; `leeg` is what to do when it is missing, nothing when it may be."""
    fouten = {"max_length": f"Dit is langer dan {hoogstens} tekens. Schrijf het korter."}
    return TekstVeld(
        max_length=hoogstens,
        required=bool(leeg),
        error_messages=fouten | ({"required": leeg} if leeg else {}),
    )


class OverdrachtForm(EigenaarEnDatum):
    """Advice for teachers who teach the pupil now; anybody else is no choice."""

    traject = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    van = forms.CharField(
        max_length=120,
        error_messages={
            "required": "Schrijf op van wie het advies komt.",
            "max_length": "Schrijf dit korter: hoogstens 120 tekens.",
        },
    )
    onderwerp = forms.CharField(
        max_length=120,
        error_messages={
            "required": "Geef het een naam, zoals: lezen bij Duits.",
            "max_length": "Schrijf dit korter: hoogstens 120 tekens.",
        },
    )
    actie = forms.CharField(
        max_length=160,
        error_messages={
            "required": "Schrijf in één regel op wat de docent doet.",
            "max_length": "Schrijf dit korter: hoogstens 160 tekens.",
        },
    )
    advies = tekst("Schrijf het advies op. Een paar zinnen is genoeg.", ADVIES_MAX)
    docenten = forms.MultipleChoiceField(
        error_messages={
            "required": "Kies minstens één docent.",
            "invalid_choice": "Een van deze docenten geeft geen les aan deze leerling. Kies opnieuw.",
        }
    )
    eigenaar = ZoekVeld(leeg=None)
    datum = forms.DateField(error_messages={"invalid": GEEN_DATUM, "required": "Kies een datum."})

    def __init__(
        self, *args: Any, lesgevers: list[Lesgever], trajecten: list[Traject], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lesgevers, self.trajecten = lesgevers, trajecten
        docenten, traject = self.fields["docenten"], self.fields["traject"]
        assert isinstance(docenten, forms.MultipleChoiceField)
        assert isinstance(traject, forms.TypedChoiceField)
        docenten.choices = [(les.waarde, les.naam) for les in lesgevers]
        traject.choices = [("", "Geen traject"), *((str(t.pk), t.titel) for t in trajecten)]
        traject.error_messages["invalid_choice"] = "Dit traject vinden we niet. Kies opnieuw."

    def clean_actie(self) -> str:
        actie = " ".join(self.cleaned_data["actie"].split())
        if woorden(actie) > WOORDEN_ADVIES:
            raise forms.ValidationError(
                f"Schrijf het in hoogstens {WOORDEN_ADVIES} woorden. De uitleg past in het advies."
            )
        if etiket := etiket_in(actie):
            raise forms.ValidationError(
                f"Laat ‘{etiket}’ weg: schrijf wat de docent doet, niet wat de leerling heeft."
            )
        return actie

    def gegevens(self) -> Overdrachtgegevens:
        """What the service needs."""
        data = self.cleaned_data
        return Overdrachtgegevens(
            van=data["van"],
            onderwerp=data["onderwerp"],
            actie=data["actie"],
            advies=data["advies"],
            docenten=tuple(les for les in self.lesgevers if les.waarde in data["docenten"]),
            eigenaar=data["eigenaar"],
            bericht_op=data["datum"],
            traject=next((t for t in self.trajecten if t.pk == data["traject"]), None),
        )


class StapForm(forms.Form):
    """One tap of a teacher: confirm, or begin to try."""

    versie = versieveld()
    stap = forms.TypedChoiceField(
        choices=[(s.value, s.label) for s in (Stap.BEVESTIG, Stap.PROBEER)], coerce=Stap
    )


class BerichtForm(forms.Form):
    """How it went in the lesson."""

    versie = versieveld()
    uitkomst = forms.TypedChoiceField(
        choices=Uitkomst.choices,
        coerce=Uitkomst,
        error_messages={"required": "Kies hoe het ging.", "invalid_choice": "Kies een van de drie."},
    )
    wat_zag = tekst("Schrijf in een zin op wat je zag.")
    nodig = tekst()


class AfrondForm(forms.Form):
    """What the owner decides about the whole; a date where it goes on."""

    versie = versieveld()
    keuze = forms.TypedChoiceField(
        choices=Afronding.choices,
        coerce=Afronding,
        error_messages={
            "required": "Kies eerst wat er gebeurt.",
            "invalid_choice": "Deze keuze kennen we niet.",
        },
    )
    tekst = tekst("Schrijf er in een zin bij waarom, of wat je afsprak.")
    datum = forms.DateField(required=False, error_messages={"invalid": GEEN_DATUM})

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag

    def clean_datum(self) -> date | None:
        return toekomst(self.cleaned_data["datum"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        gaat_door = data.get("keuze") in (Afronding.TERUG, Afronding.OPNIEUW)
        if gaat_door and not data.get("datum") and "datum" not in self.errors:
            self.add_error("datum", "Kies een dag waarop je weer kijkt.")
        return data


class VervangForm(forms.Form):
    """Who takes over from a teacher: one of those who teach the pupil now."""

    versie = versieveld()
    naar = forms.ChoiceField(
        error_messages={
            "required": "Kies wie het overneemt.",
            "invalid_choice": "Deze docent geeft geen les aan deze leerling. Kies opnieuw.",
        }
    )

    def __init__(self, *args: Any, lesgevers: list[Lesgever], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, forms.ChoiceField)
        self.lesgevers = lesgevers
        veld.choices = [(les.waarde, les.naam) for les in lesgevers]

    def gekozen(self) -> Lesgever:
        """The teacher who was chosen."""
        return next(les for les in self.lesgevers if les.waarde == self.cleaned_data["naar"])
