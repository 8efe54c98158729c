"""The signal form of the phone: three answers are required, the rest may wait."""

import uuid
from typing import Any

from django import forms

from leerlingen.access import zichtbare_leerlingen
from leerlingen.models import Leerling
from ondersteuning.models import Ouders, Urgentie
from ondersteuning.models.signaal import TEKST_MAX, Geprobeerd
from ondersteuning.services.signaal import Signaalgegevens
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Domein
from zorgapp.kern.velden import TekstVeld, gelezen_nummer

TE_LANG = f"Dit is langer dan {TEKST_MAX} tekens. Schrijf het korter; het gaat om wat je zag."
WEET_NIET = "weet_niet"


class SignaalForm(forms.Form):
    """`leerling` is scoped to pupils the sender may see; a forged number is "not found", like any other."""

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    leerling = forms.ModelChoiceField(Leerling.objects.none(), required=False)
    leerling_naam = forms.CharField(max_length=80, required=False)
    leerling_klas = forms.CharField(max_length=30, required=False)
    domein = forms.ChoiceField(
        choices=[*Domein.choices, (WEET_NIET, "Weet ik niet")],
        error_messages={"required": "Kies waar het vooral over gaat. Weet je het niet? Kies dan dat."},
    )
    wat_zie_je = TekstVeld(
        max_length=TEKST_MAX,
        error_messages={
            "required": "Schrijf op wat je zag of hoorde. Een zin is genoeg.",
            "max_length": TE_LANG,
        },
    )
    geprobeerd = forms.MultipleChoiceField(choices=Geprobeerd.choices, required=False)
    geprobeerd_tekst = TekstVeld(max_length=TEKST_MAX, required=False, error_messages={"max_length": TE_LANG})
    nodig = TekstVeld(max_length=TEKST_MAX, required=False, error_messages={"max_length": TE_LANG})
    urgentie = forms.ChoiceField(choices=Urgentie.choices, required=False)
    ouders = forms.ChoiceField(choices=[("", "Nog niet gezegd"), *Ouders.choices], required=False)
    ouders_reden = forms.CharField(max_length=400, required=False)

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leerling"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = zichtbare_leerlingen(werkplek)
        veld.error_messages["invalid_choice"] = "Deze leerling vinden we niet. Zoek opnieuw."
        self.initial.setdefault("sleutel", uuid.uuid4())
        self.initial.setdefault("urgentie", Urgentie.DEZE_WEEK)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "leerling_naam" in self.errors:
            self.add_error(
                "leerling", "Die naam is te lang. Schrijf hem korter, dan zoekt de zorgcoördinator hem op."
            )
        elif "leerling" in data and not data["leerling"] and not data.get("leerling_naam"):
            self.add_error("leerling", "Kies eerst over wie het gaat. Typ drie letters van de naam.")
        if data.get("ouders") == Ouders.BEWUST_NIET and not data.get("ouders_reden"):
            self.add_error("ouders_reden", "Schrijf op waarom de ouders het niet weten.")
        return data

    def gegevens(self) -> Signaalgegevens:
        data = self.cleaned_data
        naam, klas = data["leerling_naam"], data["leerling_klas"]
        return Signaalgegevens(
            leerling=data["leerling"],
            leerling_tekst="" if data["leerling"] else f"{naam}, {klas}" if klas else naam,
            domein_indiener="" if data["domein"] == WEET_NIET else data["domein"],
            wat_zie_je=data["wat_zie_je"],
            geprobeerd=data["geprobeerd"],
            geprobeerd_tekst=data["geprobeerd_tekst"],
            nodig=data["nodig"],
            urgentie=data["urgentie"] or Urgentie.DEZE_WEEK,
            ouders=data["ouders"],
            ouders_reden=data["ouders_reden"] if data["ouders"] == Ouders.BEWUST_NIET else "",
        )

    @property
    def gekozen(self) -> Leerling | None:
        """The pupil chosen so far (from the post or a draft), when this person may see him."""
        waarde = self["leerling"].value()
        if isinstance(waarde, Leerling):
            return waarde
        veld = self.fields["leerling"]
        assert isinstance(veld, forms.ModelChoiceField) and veld.queryset is not None
        nummer = gelezen_nummer(str(waarde))
        return veld.queryset.filter(pk=nummer).first() if nummer else None
