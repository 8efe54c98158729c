"""Forms of the consent register: asking, and noting what one person answered."""

import uuid
from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms

from leerlingen.access_toestemming import Register, contacten_met_gezag, partners_om_te_vragen, zestien_op
from leerlingen.models import Gegevens, Leerling, Wijze
from leerlingen.services.toestemming import VOLGENDE, Antwoordgegevens, Vraaggegevens
from leerlingen.toestemming import LEERLING, Antwoord, Gever, standaard_tot, wie_geeft
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.velden import TekstVeld

ZEGT = {
    Antwoord.GEGEVEN: "Ja, akkoord",
    Antwoord.GEWEIGERD: "Nee, niet akkoord",
    Antwoord.GEEN_REACTIE: "Geen reactie gekregen",
    Antwoord.INGETROKKEN: "Trekt het akkoord in",
}


class VraagForm(forms.Form):
    """What is asked, of whom and until when; parents of a pupil of 16 are not there to choose (rule 21)."""

    partner = forms.ChoiceField(
        label="Met wie wil je delen?", error_messages={"required": "Kies met wie je wilt delen."}
    )
    doel = forms.CharField(
        label="Waarvoor?",
        max_length=200,
        help_text="Eén zin, zoals je het aan ouders zegt. Bijvoorbeeld: hulp bij lezen afstemmen op de lessen.",
        error_messages={"required": "Zeg waarvoor je wilt delen."},
    )
    gegevens = forms.MultipleChoiceField(
        label="Welke gegevens?",
        choices=Gegevens.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Zo weinig als nodig is voor dit doel.",
        error_messages={"required": "Kies minstens één soort gegevens."},
    )
    toelichting = TekstVeld(
        label="Precies welke?", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    contacten = forms.MultipleChoiceField(
        label="Aan wie vraag je het?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kies wie je om toestemming vraagt.",
            "invalid_choice": "Alleen wie gezag heeft, kan toestemming geven. Kies opnieuw.",
        },
    )
    van = Datum(label="Vanaf")
    tot = Datum(label="Tot en met", help_text="Toestemming heeft altijd een einde.")

    def __init__(self, *args: Any, werkplek: Werkplek, leerling: Leerling, **kwargs: Any) -> None:
        dag = werkplek.dag
        met_gezag = contacten_met_gezag(leerling.pk)
        kwargs["initial"] = {
            "van": dag,
            "tot": standaard_tot(dag),
            "contacten": [str(c.pk) for c in met_gezag],
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.gever = wie_geeft(leerling.geboortedatum, dag)
        self.zestien_op = zestien_op(leerling)
        self._keuzes(
            "partner", [("", "Kies…"), *((str(p.pk), p.naam) for p in partners_om_te_vragen(werkplek))]
        )
        self._keuzes("contacten", [(str(c.pk), f"{c.naam}, {c.get_relatie_display()}") for c in met_gezag])
        if self.gever == Gever.LEERLING:
            del self.fields["contacten"]
        velden = [
            naam
            for naam in ("partner", "doel", "gegevens", "toelichting", "contacten")
            if naam in self.fields
        ]
        self.helper: FormHelper = helper("Leg de vraag vast", *velden, naast("van", "tot"))

    def _keuzes(self, naam: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = keuzes

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        van, tot = data.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "Het einde ligt voor het begin. Kies een latere dag.")
        return data

    def als_gegevens(self) -> Vraaggegevens:
        """What the service takes."""
        data = self.cleaned_data
        return Vraaggegevens(
            partner_id=int(data["partner"]),
            doel=data["doel"],
            gegevens=tuple(data["gegevens"]),
            van=data["van"],
            tot=data["tot"],
            toelichting=data["toelichting"],
            contact_ids=tuple(int(pk) for pk in data.get("contacten", ())),
        )


class AntwoordForm(forms.Form):
    """What one person answered. Who can answer and what follows from the last answer; the service checks again."""

    wie = forms.ChoiceField(label="Wie?", error_messages={"required": "Kies wie antwoordde."})
    antwoord = forms.ChoiceField(
        label="Antwoord", widget=forms.RadioSelect, error_messages={"required": "Kies het antwoord."}
    )
    op = Datum(label="Op welke dag?")
    wijze = forms.ChoiceField(
        label="Hoe?",
        choices=Wijze.choices,
        initial=Wijze.PAPIER,
        error_messages={"required": "Kies hoe het antwoord is gegeven."},
    )
    opmerking = forms.CharField(label="Opmerking", required=False, max_length=300)
    scan = forms.FileField(
        label="Scan van het formulier",
        required=False,
        help_text="Pdf of foto. Hij komt bij de stukken van de leerling.",
    )
    versie = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**31 - 1)
    sleutel = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, register: Register, dag: date, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "op": dag,
            "versie": register.toestemming.versie,
            "sleutel": uuid.uuid4(),
        } | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        open_ = {a.contact_id or LEERLING: (a.naam, VOLGENDE[a.antwoord]) for a in register.personen}
        if register.te_bevestigen:
            open_[LEERLING] = ("De leerling zelf", VOLGENDE[Antwoord.GEVRAAGD])
        open_ = {wie: (naam, mag) for wie, (naam, mag) in open_.items() if mag}
        self.kan = bool(open_)
        mogelijk = set().union(*(mag for _, mag in open_.values()))
        for naam, keuzes in (
            ("wie", [(str(wie), persoon) for wie, (persoon, _) in open_.items()]),
            ("antwoord", [(a.value, ZEGT[a]) for a in Antwoord if a in mogelijk]),
        ):
            veld = self.fields[naam]
            assert isinstance(veld, forms.ChoiceField)
            veld.choices = keuzes
        self.helper: FormHelper = helper(
            "Leg het antwoord vast",
            "wie",
            "antwoord",
            "op",
            "wijze",
            "opmerking",
            "scan",
            "versie",
            "sleutel",
        )
        self.helper.form_tag = False

    def als_gegevens(self) -> Antwoordgegevens:
        """What the service takes."""
        data = self.cleaned_data
        return Antwoordgegevens(
            contact_id=int(data["wie"]) or None,
            antwoord=data["antwoord"],
            op=data["op"],
            wijze="" if data["antwoord"] == Antwoord.GEEN_REACTIE else data["wijze"],
            opmerking=data["opmerking"],
            scan=data["scan"],
        )
