"""The forms of a complaint: what came in, who was heard, what was agreed, and what the parents were told."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.models import Contactpersoon
from ondersteuning.forms.lesoverdracht import GEEN_DATUM, tekst, versieveld
from ondersteuning.forms.triage import EigenaarEnDatum
from ondersteuning.models import Klachtweg
from ondersteuning.services.klacht import Klachtgegevens
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.kiezen import ZoekVeld

TEKSTEN = ("van_naam", "onderwerp", "inhoud", "ontvangen_op", "hoe")


def _regel(leeg: str, hoogstens: int) -> forms.CharField:
    lang = f"Schrijf dit korter: hoogstens {hoogstens} tekens."
    return forms.CharField(
        max_length=hoogstens, required=bool(leeg), error_messages={"required": leeg, "max_length": lang}
    )


def _voorbij(dag: date, vandaag: date) -> date:
    """Return `dag` when it is today or earlier, at most two years; raises ValidationError otherwise."""
    if dag > vandaag:
        raise forms.ValidationError("Die dag moet nog komen. Kies vandaag of eerder.")
    if (vandaag - dag).days > 731:
        raise forms.ValidationError("Die dag ligt meer dan twee jaar terug. Kijk hem na.")
    return dag


def _dag(leeg: str) -> forms.DateField:
    return forms.DateField(error_messages={"invalid": GEEN_DATUM, "required": leeg})


class KlachtForm(forms.Form):
    """What came in: from somebody of the file, or from a name typed here."""

    ontvangen_op = _dag("Kies de dag waarop de klacht binnenkwam.")
    ontvangen_door = ZoekVeld(leeg=None)
    hoe = forms.ChoiceField(
        choices=Klachtweg.choices,
        error_messages={
            "required": "Kies hoe de klacht binnenkwam.",
            "invalid_choice": "Kies een van de vier.",
        },
    )
    contact = forms.TypedChoiceField(required=False, coerce=int, empty_value=None)
    van_naam = _regel("", 160)
    onderwerp = _regel("Geef de klacht een korte naam.", 120)
    inhoud = tekst("Schrijf op wat de ouders zeggen, in hun eigen woorden.")

    def __init__(
        self, *args: Any, contacten: list[Contactpersoon], kring: Kring, vandaag: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.contacten, self.vandaag = contacten, vandaag
        wie, contact = self.fields["ontvangen_door"], self.fields["contact"]
        assert isinstance(wie, ZoekVeld) and isinstance(contact, forms.TypedChoiceField)
        wie.bron = kring
        namen = [(str(c.pk), f"{c.naam}, {c.get_relatie_display()}") for c in contacten]
        contact.choices = [("", "Iemand anders"), *namen]
        contact.error_messages["invalid_choice"] = "Dit contact hoort niet bij deze leerling. Kies opnieuw."

    def clean_ontvangen_op(self) -> date:
        return _voorbij(self.cleaned_data["ontvangen_op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("contact") and not data.get("van_naam") and "contact" not in self.errors:
            self.add_error("van_naam", "Kies wie de klacht heeft, of schrijf de naam op.")
        return data

    def gegevens(self) -> Klachtgegevens:
        """What the service needs; of a contact his own name."""
        data = self.cleaned_data
        contact = next((c for c in self.contacten if c.pk == data["contact"]), None)
        return Klachtgegevens(
            ontvangen_op=data["ontvangen_op"],
            ontvangen_door=data["ontvangen_door"],
            hoe=data["hoe"],
            van_naam=contact.naam if contact else data["van_naam"],
            onderwerp=data["onderwerp"],
            inhoud=data["inhoud"],
            contact=contact,
        )


class _MetVandaag(forms.Form):
    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag


class HoorForm(_MetVandaag):
    """Who was heard, when, and what he said."""

    wie = _regel("Schrijf op wie je hebt gehoord.", 160)
    gehoord_op = _dag("Kies de dag van het gesprek.")
    gezegd = tekst("Schrijf op wat hij of zij zei.")

    def clean_gehoord_op(self) -> date:
        return _voorbij(self.cleaned_data["gehoord_op"], self.vandaag)


class NoemForm(forms.Form):
    """Which school leader reads along, or nobody."""

    versie = versieveld()
    leider = ZoekVeld(required=False, leeg="Niemand")

    def __init__(self, *args: Any, kring: Kring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leider"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring


class BesluitLeidingForm(forms.Form):
    """The decision of the school leader."""

    versie = versieveld()
    tekst = tekst("Schrijf op wat je besluit.")


class UitkomstForm(forms.Form):
    """What was agreed with the parents."""

    versie = versieveld()
    uitkomst = tekst("Schrijf op wat is afgesproken.")


class AfspraakForm(EigenaarEnDatum):
    """What a colleague does, and before when."""

    tekst = _regel("Schrijf op wat je collega doet.", 400)
    eigenaar = ZoekVeld(leeg=None)
    datum = _dag("Kies een datum.")


class SluitKlachtForm(_MetVandaag):
    """What the parents were told, and when."""

    versie = versieveld()
    ouders_gehoord = tekst("Schrijf op wat de ouders te horen kregen.")
    ouders_op = _dag("Kies de dag waarop de ouders het hoorden.")

    def clean_ouders_op(self) -> date:
        return _voorbij(self.cleaned_data["ouders_op"], self.vandaag)


class VersieForm(forms.Form):
    """Only the version of what was shown."""

    versie = versieveld()


class KlaarForm(forms.Form):
    """What became of an agreement."""

    versie = versieveld()
    resultaat = _regel("Schrijf in een zin op wat ervan kwam.", 400)
