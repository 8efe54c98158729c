"""The five decisions as one form: what is required depends on the decision."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.access import zichtbare_leerlingen
from leerlingen.models import Leerling
from ondersteuning.models import Ouders
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.services.triage import Besluitgegevens
from ondersteuning.workflow import VERLAAT_EERSTE_LIJN, VIJF, Besluit
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.velden import TekstVeld

VEILIGHEID = "Veiligheid gaat voor."
ANTWOORD: dict[Besluit, str] = {
    Besluit.TERUG: "Je kunt hier zelf mee verder. Hieronder staat een advies.",
    Besluit.TWEEDE_LIJN: "We pakken dit op in de tweede lijn. Je hoort wie er met de leerling aan de slag gaat.",
    Besluit.ZORGOVERLEG: "We bespreken dit in het zorgoverleg. Daarna hoor je wat er is afgesproken.",
    Besluit.DERDE_LIJN: "We betrekken iemand van buiten de school. Je hoort wat dat voor jouw les betekent.",
    Besluit.AFSLUITEN: "We doen hier nu niets mee. Hieronder lees je waarom.",
}


def _tekst() -> forms.CharField:
    fout = f"Dit is langer dan {TEKST_MAX} tekens. Schrijf het korter."
    return TekstVeld(max_length=TEKST_MAX, required=False, error_messages={"max_length": fout})


class EigenaarEnDatum(forms.Form):
    """Shared by the forms that give work an owner and a date: one of `kring` may own it, dates lie ahead."""

    def __init__(self, *args: Any, kring: Kring, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.eigenaar_uit(kring)

    def eigenaar_uit(self, kring: Kring) -> None:
        """Say who may own it; the people may also be narrowed to those around a pupil when he is known."""
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring

    def clean_datum(self) -> date | None:
        return toekomst(self.cleaned_data["datum"], self.vandaag)


class BesluitForm(EigenaarEnDatum):
    """What is required depends on the decision; dates lie between today and two years from now.

    The ids of its fields end in the decision: a page can hold the forms of several.
    """

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    besluit = forms.ChoiceField(
        choices=[(b.value, b.label) for b in VIJF],
        error_messages={
            "required": "Kies eerst de volgende stap.",
            "invalid_choice": "Deze stap kennen we niet. Kies een van de vijf.",
        },
    )
    domein = forms.ChoiceField(choices=[("", ""), *Domein.choices], required=False)
    advies = _tekst()
    wie_helpt = forms.CharField(max_length=120, required=False)
    reden = _tekst()
    al_gedaan = _tekst()
    datum = forms.DateField(
        required=False, error_messages={"invalid": "Dit is geen datum. Kies een dag in de kalender."}
    )
    eigenaar = ZoekVeld(required=False, leeg=None)
    bericht = _tekst()
    ouders = forms.ChoiceField(choices=[("", ""), *Ouders.choices], required=False)
    ouders_reden = forms.CharField(max_length=400, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gekozen = self["besluit"].value()
        self.auto_id = f"%s-{gekozen if gekozen in VIJF else ''}"

    def uit_concept(self, inhoud: dict[str, Any]) -> None:
        """Begin with a draft: all that was typed, but never its decision or the version of its signal."""
        getypt = set(self.fields) - {"besluit", "versie", "eigenaar"}
        self.initial |= {naam: waarde for naam, waarde in inhoud.items() if naam in getypt}
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        was = veld.widget.value_from_datadict(inhoud, {}, "eigenaar")
        if was.keuze and (gekozen := veld.bron.kies(was.keuze)):
            veld.widget.gekozen = gekozen[0]
            self.initial["eigenaar"] = was

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        besluit = data.get("besluit")
        if not besluit:
            return data
        if not data.get("domein"):
            self.add_error("domein", "Kies waar het vooral over gaat.")
        if besluit == Besluit.TERUG:
            self._verplicht("advies", "Schrijf een advies, dan kan je collega verder.")
        else:
            self._verplicht("reden", "Schrijf op waarom je dit kiest.")
        if besluit in VERLAAT_EERSTE_LIJN:
            self._verplicht("al_gedaan", "Schrijf op wat er al is gedaan en wat dat opleverde.")
            self._verplicht("ouders", "Zeg eerst of de ouders het weten.")
        if besluit != Besluit.AFSLUITEN and "datum" not in self.errors:
            self._verplicht("datum", "Kies een datum.")
        if data.get("ouders") == Ouders.BEWUST_NIET:
            self._verplicht("ouders_reden", f"Schrijf op waarom niet. Bijvoorbeeld: {VEILIGHEID}")
        return data

    def _verplicht(self, veld: str, fout: str) -> None:
        if not self.cleaned_data.get(veld) and veld not in self.errors:
            self.add_error(veld, fout)

    @property
    def fouten_boven(self) -> list[str]:
        """Errors that belong to no visible field."""
        return [*self.non_field_errors(), *self["besluit"].errors, *self["versie"].errors]

    @property
    def getypt(self) -> list[str]:
        """What was typed, for when the decision itself can no longer be taken."""
        velden = ("advies", "wie_helpt", "reden", "al_gedaan", "bericht")
        return [tekst for tekst in (self[veld].value() for veld in velden) if tekst]

    def gegevens(self) -> Besluitgegevens:
        data = self.cleaned_data
        besluit = Besluit(data["besluit"])
        return Besluitgegevens(
            besluit=besluit,
            bericht=data["bericht"] or ANTWOORD[besluit],
            domein=data["domein"],
            advies=data["advies"] if besluit == Besluit.TERUG else "",
            wie_helpt=data["wie_helpt"] if besluit == Besluit.TERUG else "",
            reden="" if besluit == Besluit.TERUG else data["reden"],
            al_gedaan=data["al_gedaan"] if besluit in VERLAAT_EERSTE_LIJN else "",
            datum=data["datum"],
            eigenaar=data["eigenaar"] if besluit in VERLAAT_EERSTE_LIJN else None,
            ouders=data["ouders"],
            ouders_reden=data["ouders_reden"] if data["ouders"] == Ouders.BEWUST_NIET else "",
        )


def toekomst(dag: date | None, vandaag: date) -> date | None:
    """Return `dag` when it lies from today to two years ahead; raises ValidationError otherwise."""
    if dag and dag < vandaag:
        raise forms.ValidationError("Die datum is voorbij. Kies vandaag of later.")
    if dag and (dag - vandaag).days > 731:
        raise forms.ValidationError("Die datum ligt meer dan twee jaar vooruit. Kies een datum dichterbij.")
    return dag


class VervolgForm(EigenaarEnDatum):
    """Owner and next date of a follow-up."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    eigenaar = ZoekVeld(leeg=None)
    datum = forms.DateField(
        error_messages={
            "invalid": "Dit is geen datum. Kies een dag in de kalender.",
            "required": "Kies een datum.",
        }
    )


class AfsluitForm(forms.Form):
    """How a follow-up ended."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    resultaat = TekstVeld(
        max_length=TEKST_MAX, error_messages={"required": "Schrijf in een zin op wat het opleverde."}
    )


class KoppelForm(forms.Form):
    """Which pupil a signal in plain words is about."""

    leerling = forms.ModelChoiceField(
        Leerling.objects.none(),
        error_messages={
            "required": "Kies een leerling uit de lijst.",
            "invalid_choice": "Deze leerling vinden we niet.",
        },
    )

    def __init__(self, *args: Any, werkplek: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leerling"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = zichtbare_leerlingen(werkplek)
