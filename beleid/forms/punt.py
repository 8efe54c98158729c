"""Forms of a development point: choosing it, reading its figure, looking back, and what waits."""

from decimal import Decimal
from typing import Any

from django import forms

from beleid.access_punt import eigenaar_kring
from beleid.kerngetallen import KERNCIJFERS
from beleid.models import Ontwikkelpunt, Vervolgkeuze
from beleid.services.punt import Puntgegevens
from ondersteuning.forms.trajectvelden import regel, tekst
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

_FOUT = "Schrijf een getal, bijvoorbeeld 64 of 1,6."


def getalveld(label: str, leeg: str, uitleg: str = "") -> forms.DecimalField:
    """A figure, also with a comma; at most one digit behind it."""
    return forms.DecimalField(
        label=label,
        help_text=uitleg,
        min_value=Decimal(0),
        max_value=Decimal(99999),
        max_digits=6,
        decimal_places=1,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": leeg,
            "invalid": _FOUT,
            "min_value": "Schrijf een getal van 0 of hoger.",
            "max_value": "Schrijf een getal onder 100.000.",
            "max_digits": _FOUT,
            "max_whole_digits": _FOUT,
            "max_decimal_places": "Gebruik hoogstens één cijfer achter de komma.",
        },
    )


def versieveld() -> forms.IntegerField:
    """Which version somebody saw."""
    return forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)


class PuntForm(forms.Form):
    """One point; a second asks besides why."""

    versie = versieveld()
    titel = regel(
        "Waar werken jullie met de hele school aan?",
        "Schrijf het ontwikkelpunt in één zin.",
        uitleg="Bijvoorbeeld: elke docent werkt met de faciliteitenkaart.",
    )
    waarom = tekst("Waarom dit?", rijen=3, hoogstens=2000)
    cijfer = forms.ChoiceField(
        label="Aan welk cijfer zie je het?",
        widget=Keuze,
        error_messages={"required": "Kies een cijfer.", "invalid_choice": "Kies een cijfer uit de lijst."},
    )
    start = getalveld("Waar begin je?", "Schrijf op waar je begint.")
    doel = getalveld("Waar wil je heen?", "Schrijf op waar je heen wilt.")
    doel_op = Datum(label="Wanneer is dat zo?")
    helpt = regel("Wat helpt?", hoogstens=400)
    remt = regel("Wat remt?", hoogstens=400)
    eigenaar = ZoekVeld(label="Wie trekt het?", leeg=None)
    reden_tweede = tekst(
        "Waarom een tweede?",
        "Schrijf op waarom er een tweede ontwikkelpunt bij komt.",
        rijen=2,
        hoogstens=400,
    )

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        jaar: Schooljaar,
        punt: Ontwikkelpunt | None,
        tweede: bool,
        **kw: Any,
    ) -> None:
        super().__init__(*args, **kw)
        self.fields["cijfer"].choices = [  # type: ignore[attr-defined]
            ("", "Kies een cijfer"),
            *(
                (c.sleutel, f"{c.label} ({c.eenheid})" if c.eenheid else c.label)
                for c in KERNCIJFERS.values()
            ),
        ]
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = eigenaar_kring(werkplek, punt.eigenaar_id if punt else None)
        grenzen = {"min": jaar.begin.isoformat(), "max": jaar.eind.isoformat()}
        self.fields["doel_op"].widget.attrs.update(grenzen)
        extra = ["reden_tweede"] if tweede else []
        if not tweede:
            del self.fields["reden_tweede"]
        self.helper = helper(
            "Bewaar" if punt else "Kies dit ontwikkelpunt",
            "versie",
            *extra,
            "titel",
            "waarom",
            "cijfer",
            naast("start", "doel", "doel_op"),
            naast("helpt", "remt"),
            "eigenaar",
        )

    def gegevens(self) -> Puntgegevens:
        """What the service takes."""
        data = self.cleaned_data
        velden = ("titel", "cijfer", "start", "doel", "doel_op", "eigenaar", "waarom", "helpt", "remt")
        return Puntgegevens(**{veld: data[veld] for veld in velden})


class MetenForm(forms.Form):
    """What the figure is at a moment: filled in beforehand with the figure of last night."""

    versie = versieveld()
    waarde = getalveld("Wat is het cijfer nu?", "Schrijf op wat het cijfer nu is.")
    toelichting = regel("Wat zie je?", hoogstens=400, uitleg="Wat werkte, wat niet.")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Leg dit meetmoment vast", "versie", "waarde", "toelichting")


class TerugkijkForm(forms.Form):
    """Looking back together."""

    versie = versieveld()
    datum = Datum(label="Wanneer keken jullie terug?")
    aanwezig = regel("Wie waren erbij?", "Schrijf op wie er terugkeken.", hoogstens=400)
    opbrengst = tekst("Wat is er gelukt?", "Schrijf op wat er gelukt is.", hoogstens=2000)
    geleerd = tekst("Wat leerden jullie?", hoogstens=2000)
    vervolg = forms.ChoiceField(
        label="Hoe gaan jullie verder?",
        widget=Keuze,
        choices=[("", "Kies hoe jullie verdergaan"), *Vervolgkeuze.choices],
        error_messages={
            "required": "Kies hoe jullie verdergaan.",
            "invalid_choice": "Kies hoe jullie verdergaan.",
        },
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper(
            "Rond het ontwikkelpunt af", "versie", "datum", "aanwezig", "opbrengst", "geleerd", "vervolg"
        )

    def evaluatie(self) -> dict[str, object]:
        """What the service takes."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}


class LaterForm(forms.Form):
    """Something that waits on purpose."""

    versie = versieveld()
    titel = regel("Wat doen jullie nu niet?", "Schrijf op wat jullie nu niet doen.")
    wanneer = regel(
        "Wanneer kijken jullie er weer naar?",
        "Schrijf op wanneer jullie er weer naar kijken.",
        uitleg="Bijvoorbeeld: schooljaar 2027-2028, of: als er uren zijn.",
        hoogstens=80,
    )
    terug_op = Datum(label="Wil je dan een seintje? Kies een dag", required=False)
    waarom = regel("Waarom nu niet?", hoogstens=400)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Zet bij bewust later", "versie", "titel", "wanneer", "waarom", "terug_op")

    def gegevens(self) -> dict[str, Any]:
        """What the services take."""
        return {veld: self.cleaned_data[veld] for veld in ("titel", "wanneer", "waarom", "terug_op")}
