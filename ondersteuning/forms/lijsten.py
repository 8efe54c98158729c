"""The builder of a list (its points are ordered by buttons, without script) and the form that sets it out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from leerlingen.models import Klas
from ondersteuning.access_lijsten import keuzeklassen
from ondersteuning.models import Invuller, Signaleringslijst
from ondersteuning.models.signaleringslijst import PUNT_TEKENS, PUNTEN_MAX
from ondersteuning.services.campagnes import Campagnegegevens
from ondersteuning.services.lijsten import TITEL_MAX, Lijstgegevens
from zorgapp.accounts.forms.basis import Datum, Keuze
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_nummer

Puntrij = tuple[str, str, bool]
LEEG: Puntrij = ("", Domein.LEER.value, False)
BEGIN: tuple[Puntrij, ...] = (("", Domein.LEER.value, True), LEEG, LEEG)
KLASSEN_MAX = 30
LANGST = timedelta(days=92)
_KLEIN = "Kies een getal van {} tot en met {}."


def _getal(label: str, minimum: int, maximum: int, begin: int) -> forms.IntegerField:
    fout = _KLEIN.format(minimum, maximum)
    meldingen = dict.fromkeys(("required", "invalid", "min_value", "max_value"), fout)
    return forms.IntegerField(
        label=label, min_value=minimum, max_value=maximum, initial=begin, error_messages=meldingen
    )


def punten_uit(data: Mapping[str, Any]) -> list[Puntrij]:
    """The points in a post or a draft as they stand, unchecked; at most as many as a list may have."""
    tot = min(gelezen_nummer(str(data.get("aantal")), 3) or 0, PUNTEN_MAX)
    return [
        (
            str(data.get(f"punt-{n}", "")),
            str(data.get(f"domein-{n}", "")),
            bool(data.get(f"sterk-{n}")),
        )
        for n in range(tot)
    ]


def herschikt(punten: Sequence[Puntrij], data: Mapping[str, Any]) -> tuple[list[Puntrij], str] | None:
    """The points after the pressed button, and the button that keeps the cursor; None when no such button was pressed.

    Buttons: `erbij`, `weg` (number), `op` and `neer` (number).
    """
    rij = list(punten)
    if "erbij" in data:
        return [*rij, LEEG][:PUNTEN_MAX], f"punt-{min(len(rij), PUNTEN_MAX - 1)}"
    for knop, stap in (("weg", 0), ("op", -1), ("neer", 1)):
        if knop not in data:
            continue
        plek = gelezen_nummer(str(data[knop]), 3)
        if plek is None or plek >= len(rij):
            return rij, ""
        if knop == "weg":
            return rij[:plek] + rij[plek + 1 :], f"punt-{max(min(plek, len(rij) - 2), 0)}"
        naar = min(max(plek + stap, 0), len(rij) - 1)
        rij[plek], rij[naar] = rij[naar], rij[plek]
        return rij, f"{knop}-{naar}"
    return None


class LijstForm(forms.Form):
    """A list with its points; `punten` are the rows to begin with, a post brings its own."""

    versie = forms.IntegerField(min_value=0, required=False, widget=forms.HiddenInput)
    titel = forms.CharField(
        max_length=TITEL_MAX,
        error_messages={
            "required": "Geef de lijst een titel.",
            "max_length": f"Houd de titel op {TITEL_MAX} tekens.",
        },
    )
    voor = forms.ChoiceField(
        choices=Invuller.choices, error_messages={"required": "Kies wie de lijst invult."}
    )
    uitleg = forms.CharField(
        max_length=300, required=False, error_messages={"max_length": "Houd de uitleg op 300 tekens."}
    )
    belregel = forms.BooleanField(required=False)
    drempel_mensen = _getal("Collega's", 2, 9, 2)
    drempel_punten = _getal("Punten", 2, PUNTEN_MAX, 4)

    def __init__(self, *args: Any, punten: Sequence[Puntrij] = BEGIN, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.punten = punten_uit(self.data) if self.is_bound else list(punten)
        for nummer, (tekst, domein, sterk) in enumerate(self.punten):
            self.fields[f"punt-{nummer}"] = forms.CharField(
                max_length=PUNT_TEKENS,
                required=False,
                initial=tekst,
                error_messages={"max_length": f"Houd een punt op {PUNT_TEKENS} tekens."},
            )
            self.fields[f"domein-{nummer}"] = forms.ChoiceField(
                choices=[(d.value, d.kort) for d in Domein],
                initial=domein,
                widget=Keuze(attrs={"class": "form-select"}),
                error_messages={"required": "Kies een domein.", "invalid_choice": "Kies een domein."},
            )
            self.fields[f"sterk-{nummer}"] = forms.BooleanField(required=False, initial=sterk)

    @property
    def rijen(self) -> list[dict[str, Any]]:
        """The rows for the template, numbered as a person counts."""
        aantal = len(self.punten)
        return [
            {
                "nummer": n,
                "tel": n + 1,
                "tekst": self[f"punt-{n}"],
                "domein": self[f"domein-{n}"],
                "sterk": self[f"sterk-{n}"],
                "op": f"op-{n}",
                "neer": f"neer-{n}",
                "eerste": n == 0,
                "laatste": n == aantal - 1,
            }
            for n in range(aantal)
        ]

    @property
    def kan_erbij(self) -> bool:
        return len(self.punten) < PUNTEN_MAX

    def _gevuld(self) -> list[Puntrij]:
        data = self.cleaned_data
        nummers = range(len(self.punten))
        rijen = [(data.get(f"punt-{n}"), data.get(f"domein-{n}"), data.get(f"sterk-{n}")) for n in nummers]
        return [(tekst, domein or "", bool(sterk)) for tekst, domein, sterk in rijen if tekst]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        gevuld = self._gevuld()
        if len(gevuld) < 2:
            self.add_error(None, "Schrijf minstens twee punten op.")
        elif not any(sterk for _, _, sterk in gevuld):
            self.add_error(None, "Zet er minstens één punt in over wat goed gaat. Dat staat naast elke zorg.")
        elif all(sterk for _, _, sterk in gevuld):
            self.add_error(None, "Zet er minstens één punt in over wat opvalt.")
        if len({tekst.casefold() for tekst, _, _ in gevuld}) < len(gevuld):
            self.add_error(None, "Er staat twee keer hetzelfde punt in. Haal er een weg.")
        return data

    def gegevens(self) -> Lijstgegevens:
        namen = ("titel", "voor", "uitleg", "belregel", "drempel_mensen", "drempel_punten")
        return Lijstgegevens(**{n: self.cleaned_data[n] for n in namen}, punten=tuple(self._gevuld()))


def begin_van_lijst(lijst: Signaleringslijst) -> dict[str, Any]:
    """First values of the builder for an existing list."""
    namen = ("titel", "voor", "uitleg", "belregel", "drempel_mensen", "drempel_punten", "versie")
    return {naam: getattr(lijst, naam) for naam in namen}


def _dag() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "class": "form-control"})


class CampagneForm(forms.Form):
    """Which classes and from when to when; classes are typed by name, of this school year and one's own locations."""

    klassen = forms.CharField(
        max_length=400,
        error_messages={
            "required": "Typ voor welke klas of klassen, bijvoorbeeld H3b.",
            "max_length": "Dat zijn te veel klassen tegelijk.",
        },
    )
    van = Datum(widget=_dag())
    tot = Datum(widget=_dag())

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek = werkplek

    def clean_klassen(self) -> list[Klas]:
        namen = [n for n in re.split(r"[,;\n]+|\s{2,}", self.cleaned_data["klassen"]) if n.strip()]
        namen = list(dict.fromkeys(n.strip() for n in namen))
        if len(namen) > KLASSEN_MAX:
            raise forms.ValidationError(f"Kies hooguit {KLASSEN_MAX} klassen in één keer.")
        jaar = Schooljaar.van(self.werkplek.dag).beginjaar
        bekend = {k.naam.casefold(): k for k in keuzeklassen(self.werkplek, jaar)}
        onbekend = [n for n in namen if n.casefold() not in bekend]
        if onbekend or not namen:
            lijkt = [
                k.naam
                for sleutel, k in bekend.items()
                if onbekend and sleutel.startswith(onbekend[0][:2].casefold())
            ]
            tip = f" Bedoel je {', '.join(lijkt[:5])}?" if lijkt else " Typ de naam, bijvoorbeeld H3b."
            raise forms.ValidationError(
                f"De klas {', '.join(onbekend[:3])} vinden we dit schooljaar niet.{tip}"
            )
        return [bekend[n.casefold()] for n in namen]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("van"), data.get("tot")
        if van and van < self.werkplek.dag:
            self.add_error("van", "Die datum is voorbij. Kies vandaag of later.")
        if (van and van > self.werkplek.dag + LANGST) or (tot and tot > self.werkplek.dag + 2 * LANGST):
            self.add_error("tot", "Dat is te ver vooruit. Kies een tijd binnen drie maanden.")
        elif van and tot and tot < van:
            self.add_error("tot", "De laatste dag ligt voor de eerste dag.")
        elif van and tot and tot - van > LANGST:
            self.add_error("tot", "Dat is te lang. Twee weken is meestal genoeg.")
        elif van and Schooljaar.van(van) != Schooljaar.van(self.werkplek.dag):
            self.add_error("van", "Kies een dag in dit schooljaar: de klassen zijn van nu.")
        return data

    def gegevens(self) -> Campagnegegevens:
        data = self.cleaned_data
        return Campagnegegevens(klassen=data["klassen"], van=data["van"], tot=data["tot"])


def begin_van_campagne(dag: date) -> dict[str, date]:
    """Two weeks from today."""
    return {"van": dag, "tot": dag + timedelta(days=14)}
