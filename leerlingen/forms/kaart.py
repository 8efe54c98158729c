"""Forms of a facility card: one facility, its period, its reason, a report and an advice."""

from typing import Any

from django import forms

from leerlingen.kaarttekst import WOORDEN_ADVIES, WOORDEN_BIJ, WOORDEN_TEKST, woorden
from leerlingen.models import Faciliteitenkaart, FaciliteitToekenning, Grondslag, Kaartgrond
from leerlingen.services.kaart import Toekenninggegevens
from leerlingen.services.kaartgrond import Grondgegevens
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.velden import TekstVeld

WAAR = (
    ("les", "In de les"),
    ("toets", "Bij toetsen"),
    ("schoolexamen", "Schoolexamen"),
    ("centraal_examen", "Centraal examen"),
)


class KortVeld(forms.CharField):
    """One line of at most `meest` words, spaces tidied."""

    def __init__(self, *, meest: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.meest = meest

    def clean(self, value: Any) -> str:
        tekst = " ".join(super().clean(value).split())
        if (aantal := woorden(tekst)) > self.meest:
            raise forms.ValidationError(
                f"Dit zijn {aantal} woorden. Hoogstens {self.meest}, dan leest een docent het in één blik."
            )
        return tekst


class VakkenVeld(forms.MultipleChoiceField):
    """Chips of subjects; none is all of them."""

    default_error_messages = {"invalid_choice": "Dat vak kennen we niet. Kies uit de lijst."}

    def __init__(self) -> None:
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple)

    def bied_aan(self, vakken: list[str]) -> None:
        self.choices = [(vak, vak) for vak in vakken]


def versieveld() -> forms.IntegerField:
    """The version a form was read at, hidden."""
    return forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)


class ToekenningVelden(forms.Form):
    """What is said of one facility."""

    tekst = KortVeld(
        meest=WOORDEN_TEKST,
        max_length=120,
        error_messages={"required": "Schrijf wat de docent doet, bijvoorbeeld: Geef 25% extra tijd."},
    )
    bijzonderheid = KortVeld(meest=WOORDEN_BIJ, max_length=80, required=False)
    vakken = VakkenVeld()
    waar = forms.MultipleChoiceField(
        choices=WAAR,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies waar deze faciliteit voor telt.",
            "invalid_choice": "Kies uit de lijst.",
        },
    )
    minuten = forms.IntegerField(
        min_value=1,
        max_value=180,
        required=False,
        error_messages={
            "invalid": "Schrijf het aantal minuten als getal.",
            "max_value": "Kies hoogstens 180 minuten.",
        },
    )
    geldig_tot = Datum(required=False)
    vooraan = forms.BooleanField(required=False)

    def bied_vakken(self, vakken: list[str]) -> None:
        veld = self.fields["vakken"]
        assert isinstance(veld, VakkenVeld)
        veld.bied_aan(vakken)

    def gegevens(self) -> Toekenninggegevens:
        data = self.cleaned_data
        return Toekenninggegevens(
            tekst=data["tekst"],
            bijzonderheid=data["bijzonderheid"],
            vakken=data["vakken"],
            minuten=data["minuten"],
            geldig_tot=data["geldig_tot"],
            vooraan=data["vooraan"],
            **{veld: veld in data["waar"] for veld, _ in WAAR},
        )


class ToekenningForm(ToekenningVelden):
    """One facility as it applies to this pupil."""

    stand = versieveld()

    def __init__(self, *args: Any, rij: FaciliteitToekenning, vakken: list[str], **kwargs: Any) -> None:
        kwargs.setdefault(
            "initial",
            {
                "stand": rij.kaart.stand,
                "tekst": rij.tekst,
                "bijzonderheid": rij.bijzonderheid,
                "vakken": rij.vakken,
                "waar": [veld for veld, _ in WAAR if getattr(rij, veld)],
                "minuten": rij.examen_minuten or rij.faciliteit.minuten,
                "geldig_tot": rij.geldig_tot,
                "vooraan": rij.vooraan,
            },
        )
        super().__init__(*args, **kwargs)
        self.bied_vakken(list(dict.fromkeys([*vakken, *rij.vakken])))


class PeriodeForm(forms.Form):
    """From when to when a card holds."""

    stand = versieveld()
    geldig_van = Datum()
    geldig_tot = Datum()

    def __init__(self, *args: Any, kaart: Faciliteitenkaart | None = None, **kwargs: Any) -> None:
        if kaart is not None:
            velden = ("stand", "geldig_van", "geldig_tot")
            kwargs.setdefault("initial", {veld: getattr(kaart, veld) for veld in velden})
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("geldig_van"), data.get("geldig_tot")
        if van and tot and tot < van:
            self.add_error("geldig_tot", "De einddatum ligt voor de begindatum.")
        return data


class GrondForm(forms.Form):
    """Why there is a card, and the statement of an expert."""

    versie = versieveld()
    grondslag = forms.MultipleChoiceField(
        choices=Grondslag.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    toelichting = TekstVeld(
        max_length=1000,
        required=False,
        error_messages={"max_length": "Dit is langer dan 1000 tekens. Schrijf het korter."},
    )
    verklaring = forms.BooleanField(required=False)
    verklaring_op = Datum(required=False)
    verklaring_door = forms.CharField(max_length=120, required=False)

    def __init__(self, *args: Any, rij: Kaartgrond | None, **kwargs: Any) -> None:
        velden = ("versie", "grondslag", "toelichting", "verklaring", "verklaring_op", "verklaring_door")
        begin = {veld: getattr(rij, veld) for veld in velden} if rij else {"versie": 0}
        kwargs.setdefault("initial", begin)
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("verklaring"):
            if not data.get("verklaring_op") and "verklaring_op" not in self.errors:
                self.add_error("verklaring_op", "Schrijf de datum van de verklaring.")
            if not data.get("verklaring_door") and "verklaring_door" not in self.errors:
                self.add_error("verklaring_door", "Schrijf wie de verklaring schreef.")
        return data

    def gegevens(self) -> Grondgegevens:
        data = {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}
        return Grondgegevens(**data)


class MeldForm(forms.Form):
    """What a pupil did not get; the subject is the button that was pressed."""

    toekenning = forms.IntegerField(
        min_value=1,
        max_value=2**62,
        error_messages={"required": "Kies wat hij niet kreeg.", "invalid": "Kies wat hij niet kreeg."},
    )
    vak = forms.CharField(max_length=60, error_messages={"required": "Kies bij welk vak."})
    dag = Datum()
    woorden = forms.CharField(max_length=160, required=False)


class AdviesForm(forms.Form):
    """Short advice for in the lesson."""

    tekst = KortVeld(
        meest=WOORDEN_ADVIES,
        max_length=160,
        error_messages={"required": "Schrijf wat een docent in de les kan doen."},
    )
    vakken = VakkenVeld()
    tot = Datum()
    vooraan = forms.BooleanField(required=False)

    def __init__(self, *args: Any, vakken: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["vakken"]
        assert isinstance(veld, VakkenVeld)
        veld.bied_aan(vakken)
