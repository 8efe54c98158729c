"""Waiting for a place: who, who watches over it, and when one looks again."""

from datetime import date
from typing import Any

from django import forms

from leerlingen.access import zichtbare_leerlingen
from leerlingen.models import Leerling
from ondersteuning.forms.triage import toekomst
from ondersteuning.klokken_aanbod import kijk_weer_op
from ondersteuning.models import Wachtplek
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.forms.versie import MetVersie
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.velden import TekstVeld


class WachtForm(forms.Form):
    """A pupil on a waiting list; `leerling` is scoped to pupils one may see."""

    leerling = forms.ModelChoiceField(
        Leerling.objects.none(),
        widget=forms.HiddenInput,
        error_messages={
            "required": "Kies eerst een leerling.",
            "invalid_choice": "Deze leerling vinden we niet. Zoek opnieuw.",
        },
    )
    hulpvraag = TekstVeld(
        label="Wat is de hulpvraag?",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": "Schrijf in een zin op wat de leerling nodig heeft.",
            "max_length": "Dit is langer dan 4000 tekens. Schrijf het korter.",
        },
    )
    eigenaar = ZoekVeld(label="Wie houdt dit in de gaten?", leeg=None)
    volgende_datum = Datum(label="Kijk weer op")
    overbrugging = forms.CharField(
        label="Wat helpt tot die tijd?",
        max_length=300,
        required=False,
        error_messages={"max_length": "Dit is langer dan 300 tekens. Schrijf het korter."},
    )
    voorrang_reden = forms.CharField(
        label="Gaat deze leerling voor? Waarom?",
        max_length=300,
        required=False,
        help_text="Leeg: op volgorde van aanmelden.",
        error_messages={"max_length": "Dit is langer dan 300 tekens. Schrijf het korter."},
    )

    def __init__(self, *args: Any, werkplek: Werkplek, kring: Kring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = werkplek.dag
        leerling, eigenaar = self.fields["leerling"], self.fields["eigenaar"]
        assert isinstance(leerling, forms.ModelChoiceField)
        assert isinstance(eigenaar, ZoekVeld)
        leerling.queryset = zichtbare_leerlingen(werkplek)
        eigenaar.bron = kring
        self.initial.setdefault("eigenaar", werkplek.user.pk)
        self.initial.setdefault("volgende_datum", kijk_weer_op(werkplek.dag))
        self.helper = helper(
            "Zet op de wachtlijst",
            "leerling",
            "hulpvraag",
            naast("eigenaar", "volgende_datum"),
            "overbrugging",
            "voorrang_reden",
        )

    def clean_volgende_datum(self) -> date | None:
        return toekomst(self.cleaned_data["volgende_datum"], self.vandaag)


class WachtplekForm(MetVersie):
    """Owner, next date, and what else changes while somebody waits."""

    eigenaar = ZoekVeld(label="Wie houdt dit in de gaten?", leeg=None)
    volgende_datum = Datum(label="Kijk weer op")

    class Meta:
        model = Wachtplek
        fields = ["volgende_datum", "overbrugging", "voorrang_reden"]
        labels = {
            "overbrugging": "Wat helpt tot die tijd?",
            "voorrang_reden": "Gaat deze leerling voor? Waarom?",
        }
        help_texts = {"overbrugging": "", "voorrang_reden": "Leeg: op volgorde van aanmelden."}

    field_order = ["gelezen", "eigenaar", "volgende_datum", "overbrugging", "voorrang_reden"]

    def __init__(self, *args: Any, werkplek: Werkplek, kring: Kring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek, self.kring = werkplek, kring
        self.initial["eigenaar"] = self.instance.eigenaar_id
        eigenaar = self.fields["eigenaar"]
        assert isinstance(eigenaar, ZoekVeld)
        eigenaar.bron = kring
        self.helper = helper("Bewaar", *self.field_order)

    def extra(self) -> dict[str, Any]:
        return {"werkplek": self.werkplek, "kring": self.kring}

    def clean_volgende_datum(self) -> date | None:
        """The date it has already may stay, also when it has come."""
        nieuw = self.cleaned_data["volgende_datum"]
        return nieuw if nieuw == self.initial.get("volgende_datum") else toekomst(nieuw, self.werkplek.dag)


class VervalForm(forms.Form):
    """Why waiting is not needed any more."""

    gelezen = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    reden = forms.CharField(
        max_length=300,
        error_messages={
            "required": "Schrijf op waarom wachten niet meer nodig is.",
            "max_length": "Dit is langer dan 300 tekens. Schrijf het korter.",
        },
    )
