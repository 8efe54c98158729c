"""Goals of an OPP, said so that one can see whether they are reached (SMART), and deviations from the programme."""

import uuid
from datetime import date, timedelta
from typing import Any

from django import forms

from ondersteuning.forms.trajectvelden import CONCEPTREGEL, datum, domein_veld, regel, tekst
from ondersteuning.models import Afwijking, OppAfwijking, OppDoel, OppVersie, OppWaar
from ondersteuning.models.opp import ZIN_MAX
from ondersteuning.services.opp_afwijkingen import Afwijkinggegevens
from ondersteuning.services.opp_doelen import Oppdoelgegevens
from ondersteuning.services.opp_editor import vraagt_opnieuw
from zorgapp.accounts.forms.basis import Keuze, helper, naast

VER = timedelta(days=3 * 366)
_DOEL = (
    *("domein", "doel", "beginsituatie", "aanpak", "wie", "waar", "frequentie"),
    *("materialen", "van", "tot", "criterium"),
)
_AFWIJKING = ("soort", "vak", "uitleg", "grondslag", "van", "tot", "uren", "inspectie_op")
_TIJD = {
    "van": "Kies vanaf wanneer de uren anders zijn.",
    "tot": "Kies tot wanneer. Aangepaste onderwijstijd heeft altijd een eind.",
    "uren": "Schrijf op hoeveel lesuren per week er overblijven.",
    "inspectie_op": "Kies de dag waarop je het de inspectie vroeg.",
}


class _Vorm(forms.Form):
    """What both forms carry: the version the writer saw, and whether he was warned."""

    nummer = forms.IntegerField(min_value=0, max_value=30_000, widget=forms.HiddenInput)
    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000, widget=forms.HiddenInput)
    gewaarschuwd = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def _periode(self) -> None:
        van, tot = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Het eind ligt voor het begin. Kies een latere datum.")
        elif van and tot and tot - van > VER:
            self.add_error("tot", "Dat is meer dan drie jaar na het begin. Kies een datum dichterbij.")


def _begin(oppversie: OppVersie, rij: Any, velden: tuple[str, ...], nieuw: dict[str, Any]) -> dict[str, Any]:
    waarden = {veld: getattr(rij, veld) for veld in velden} if rij else nieuw
    versie = rij.versie if rij else 0
    return {
        **waarden,
        "versie": versie,
        "nummer": oppversie.nummer,
        "gewaarschuwd": vraagt_opnieuw(oppversie),
    }


class OppDoelForm(_Vorm):
    """What the pupil can do then, how one notices it, from where, who does what, where, how often, by when."""

    stam = forms.UUIDField(widget=forms.HiddenInput(attrs={"data-concept-uniek": ""}))
    domein = domein_veld()
    doel = regel(
        "Wat doet de leerling straks?",
        "Schrijf op wat de leerling straks doet.",
        uitleg="Eén ding dat je kunt zien, liefst in zijn of haar eigen woorden: ‘Ik begin binnen twee minuten’.",
        hoogstens=ZIN_MAX,
    )
    criterium = regel(
        "Hoe merk je dat het lukt?",
        uitleg="Iets wat je kunt tellen: drie beurten per week.",
        hoogstens=ZIN_MAX,
    )
    beginsituatie = regel("Hoe is het nu?", hoogstens=ZIN_MAX)
    aanpak = tekst("Wat gaan jullie doen?", "Schrijf op wat jullie gaan doen.", hoogstens=2000)
    wie = regel("Wie doet dat?", "Schrijf op wie dit doet.", hoogstens=160)
    waar = forms.ChoiceField(
        label="Waar?",
        choices=OppWaar.choices,
        widget=Keuze,
        error_messages={"required": "Kies waar.", "invalid_choice": "Kies een plek uit de lijst."},
    )
    frequentie = regel("Hoe vaak?", uitleg="Bijvoorbeeld: elke dinsdag een half uur.", hoogstens=120)
    materialen = regel("Waarmee?", hoogstens=300)
    van = datum("Vanaf", required=False)
    tot = datum("Wanneer moet het lukken?")

    def __init__(
        self, *args: Any, oppversie: OppVersie, dag: date, doel: OppDoel | None = None, **kwargs: Any
    ) -> None:
        nieuw = {"waar": OppWaar.IN_KLAS.value, "van": dag}
        begin = _begin(oppversie, doel, _DOEL, nieuw) | {"stam": doel.stam if doel else uuid.uuid4()}
        super().__init__(*args, initial=begin, **kwargs)
        self.helper = helper(
            "Bewaar het doel",
            *("nummer", "versie", "gewaarschuwd", "stam"),
            "doel",
            naast("domein", "criterium"),
            naast("beginsituatie", "materialen"),
            "aanpak",
            naast("wie", "waar", "frequentie"),
            naast("van", "tot"),
            CONCEPTREGEL,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._periode()
        return data

    def gegevens(self) -> Oppdoelgegevens:
        return Oppdoelgegevens(**{veld: self.cleaned_data[veld] for veld in _DOEL})


class AfwijkingForm(_Vorm):
    """What is done otherwise; adapted hours also till when, how many stay, and when the inspectorate was asked (rule 29)."""

    soort = forms.ChoiceField(
        label="Wat doen jullie anders?",
        choices=[("", "Kies wat"), *Afwijking.choices],
        widget=Keuze,
        error_messages={
            "required": "Kies wat jullie anders doen.",
            "invalid_choice": "Kies iets uit de lijst.",
        },
    )
    vak = regel("Vak of onderdeel", hoogstens=80)
    uitleg = regel("Waarom, en wat doet de leerling dan?", "Schrijf op waarom.", hoogstens=ZIN_MAX)
    grondslag = regel("Waarop berust het?", uitleg="Bijvoorbeeld: besluit van de directie.", hoogstens=160)
    van = datum("Vanaf", required=False)
    tot = datum("Tot en met", required=False)
    uren = forms.DecimalField(
        label="Lesuren per week die blijven",
        required=False,
        min_value=0,
        max_value=60,
        max_digits=4,
        decimal_places=1,
        localize=True,
        error_messages={
            "invalid": "Schrijf een getal, bijvoorbeeld 18 of 18,5.",
            "min_value": "Schrijf een getal van 0 tot en met 60.",
            "max_value": "Schrijf een getal van 0 tot en met 60.",
            "max_digits": "Schrijf een getal van 0 tot en met 60.",
            "max_decimal_places": "Schrijf hooguit één cijfer achter de komma.",
        },
    )
    inspectie_op = datum("Gevraagd aan de inspectie op", required=False)

    def __init__(
        self,
        *args: Any,
        oppversie: OppVersie,
        dag: date,
        afwijking: OppAfwijking | None = None,
        **kwargs: Any,
    ) -> None:
        self.dag = dag
        super().__init__(*args, initial=_begin(oppversie, afwijking, _AFWIJKING, {}), **kwargs)
        self.helper = helper(
            "Bewaar de afwijking",
            *("nummer", "versie", "gewaarschuwd"),
            naast("soort", "vak"),
            "uitleg",
            "grondslag",
            naast("van", "tot"),
            naast("uren", "inspectie_op"),
            CONCEPTREGEL,
        )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self._periode()
        if data.get("soort") == Afwijking.TIJD:
            for veld, melding in _TIJD.items():
                if data.get(veld) is None and veld not in self.errors:
                    self.add_error(veld, melding)
        gevraagd = data.get("inspectie_op")
        if gevraagd and gevraagd > self.dag:
            self.add_error("inspectie_op", "Die dag moet nog komen. Kies de dag waarop je het vroeg.")
        return data

    def gegevens(self) -> Afwijkinggegevens:
        return Afwijkinggegevens(**{veld: self.cleaned_data[veld] for veld in _AFWIJKING})


class WegForm(forms.Form):
    """Take a goal or a deviation out, or move a goal up."""

    nummer = forms.IntegerField(min_value=0, max_value=30_000)
    versie = forms.IntegerField(min_value=0, max_value=2_000_000_000, required=False)
    gewaarschuwd = forms.BooleanField(required=False)
