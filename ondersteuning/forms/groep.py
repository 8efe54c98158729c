"""A group: what it is, the scores before and after, and how it ended for each participant."""

from decimal import Decimal
from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import (
    controleer_periode,
    controleer_start,
    datum,
    domein_veld,
    keuze_uit,
    lijn_veld,
    regel,
    tekst,
)
from ondersteuning.models import Afloop, Groepstraject, Traject
from ondersteuning.services.groepen import Groepgegevens
from ondersteuning.trajectkeuze import aanbod_keuzes, begeleider_kring
from zorgapp.accounts.forms.basis import Keuze, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn

_GETAL = {"invalid": "Schrijf een getal in cijfers."}
_VELDEN = (
    "naam",
    "lijn",
    "domein",
    "start",
    "evaluatie_op",
    "eind",
    "plekken",
    "meting",
    "schaal_van",
    "schaal_tot",
    "hoger_is_beter",
)


def _score(label: str) -> forms.DecimalField:
    return forms.DecimalField(
        label=label,
        required=False,
        max_digits=6,
        decimal_places=1,
        localize=True,
        error_messages=_GETAL | {"max_decimal_places": "Schrijf hooguit één cijfer achter de komma."},
    )


class GroepForm(forms.Form):
    """A new group, or another look at a running one."""

    versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    naam = regel("Naam van de groep", "Geef de groep een naam.")
    aanbod = forms.ChoiceField(label="Aanbod", required=False, widget=Keuze)
    lijn = lijn_veld()
    domein = domein_veld()
    begeleider = ZoekVeld(label="Wie begeleidt?", leeg=None)
    start = datum("Start")
    evaluatie_op = datum("Evaluatie")
    eind = datum("Eind")
    plekken = forms.IntegerField(
        label="Plekken", required=False, min_value=1, max_value=200, error_messages=_GETAL
    )
    meting = regel("Wat meet je voor en na?", uitleg="Niets? Laat het leeg.")
    schaal_van = _score("Laagste score")
    schaal_tot = _score("Hoogste score")
    hoger_is_beter = forms.BooleanField(label="Een hogere score is beter", required=False, initial=True)

    def __init__(
        self, *args: Any, werkplek: Werkplek, groep: Groepstraject | None = None, **kwargs: Any
    ) -> None:
        begin = kwargs.pop("initial", {"begeleider": werkplek.user.pk, "lijn": Lijn.TWEEDE.value})
        if groep:
            begin = {veld: getattr(groep, veld) for veld in ("versie", *_VELDEN)}
            begin |= {"aanbod": groep.aanbod_id or "", "begeleider": groep.begeleider_id}
        super().__init__(*args, initial=begin, **kwargs)
        self.vandaag = werkplek.dag
        self.aanbod_rijen = aanbod_keuzes(werkplek, self["lijn"].value(), self["domein"].value())
        keuze, veld = self.fields["aanbod"], self.fields["begeleider"]
        assert isinstance(keuze, forms.ChoiceField) and isinstance(veld, ZoekVeld)
        keuze.choices = [("", "Geen vast aanbod"), *((str(a.pk), a.naam) for a in self.aanbod_rijen)]
        veld.bron = begeleider_kring(werkplek)
        self.helper = helper(
            "Bewaar" if groep else "Maak de groep",
            "versie",
            naast("naam", "aanbod"),
            naast("lijn", "domein"),
            naast("start", "evaluatie_op", "eind"),
            naast("begeleider", "plekken"),
            "meting",
            naast("schaal_van", "schaal_tot"),
            "hoger_is_beter",
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not self["versie"].value() or "start" in self.changed_data:
            controleer_start(self, self.vandaag)
        controleer_periode(self, eindigt=False)
        van, tot = data.get("schaal_van"), data.get("schaal_tot")
        if data.get("meting") and not {"schaal_van", "schaal_tot"} & set(self.errors):
            if van is None or tot is None:
                self.add_error("schaal_tot", "Geef bij een meting de laagste en de hoogste score.")
            elif van >= tot:
                self.add_error("schaal_tot", "De hoogste score ligt boven de laagste.")
        return data

    def gegevens(self) -> Groepgegevens:
        data = self.cleaned_data
        return Groepgegevens(
            **{veld: data[veld] for veld in _VELDEN},
            begeleider=data["begeleider"],
            aanbod=keuze_uit(self.aanbod_rijen, data["aanbod"]),
        )


class MetingForm(forms.Form):
    """The score before and after of each participant: `voor_<id>` and `na_<id>`."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, groep: Groepstraject, deelnemers: list[Traject], **kwargs: Any) -> None:
        super().__init__(*args, initial={"versie": groep.versie}, **kwargs)
        self.groep, self.deelnemers = groep, deelnemers
        for traject in deelnemers:
            for moment, waarde in (("voor", traject.voormeting), ("na", traject.nameting)):
                veld = _score(f"{traject.leerling.naam}, {moment}")
                veld.initial = waarde
                self.fields[f"{moment}_{traject.pk}"] = veld

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = self.groep.schaal_van, self.groep.schaal_tot
        if van is None or tot is None:
            return data
        buiten = [
            n for n, score in data.items() if n != "versie" and score is not None and not van <= score <= tot
        ]
        for naam in buiten:
            self.add_error(naam, f"Kies een score van {float(van):g} tot en met {float(tot):g}.")
        return data

    @property
    def rijen(self) -> list[tuple[Traject, Any, Any]]:
        return [(t, self[f"voor_{t.pk}"], self[f"na_{t.pk}"]) for t in self.deelnemers]

    def scores(self) -> dict[int, tuple[Decimal | None, Decimal | None]]:
        data = self.cleaned_data
        return {t.pk: (data[f"voor_{t.pk}"], data[f"na_{t.pk}"]) for t in self.deelnemers}


class GroepSluitForm(forms.Form):
    """An outcome for each running participant (`afloop_<id>`), and one text that all of them get."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    tekst = tekst("Wat werkte in deze groep?", "Schrijf op wat werkte, ook als het klein is.")

    def __init__(self, *args: Any, groep: Groepstraject, deelnemers: list[Traject], **kwargs: Any) -> None:
        super().__init__(*args, initial={"versie": groep.versie}, **kwargs)
        self.deelnemers = [t for t in deelnemers if t.status == "loopt"]
        namen = []
        for traject in self.deelnemers:
            naam = f"afloop_{traject.pk}"
            namen.append(naam)
            self.fields[naam] = forms.ChoiceField(
                label=traject.leerling.naam,
                choices=[("", "Kies hoe het is afgelopen"), *Afloop.choices],
                widget=Keuze,
                error_messages={"required": "Kies hoe het is afgelopen."},
            )
        self.helper = helper("Sluit de groep af", "versie", *namen, "tekst")

    def aflopen(self) -> dict[int, Afloop]:
        return {t.pk: Afloop(self.cleaned_data[f"afloop_{t.pk}"]) for t in self.deelnemers}
