"""A task, and who has a part in it."""

from typing import Any

from django import forms

from ondersteuning.forms.aanbod import LIJNEN
from ondersteuning.models import Ondersteuningstaak, Taakletter
from zorgapp.accounts.collegas import ROLLEN_KIESBAAR, Kring
from zorgapp.accounts.forms.basis import helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.forms.versie import MetVersie
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek


class TaakForm(MetVersie):
    lijn = forms.TypedChoiceField(choices=LIJNEN, coerce=int)

    class Meta:
        model = Ondersteuningstaak
        fields = ["naam", "lijn", "toelichting"]
        labels = {"naam": "Taak"}
        error_messages = {"naam": {"required": "Schrijf op wat de taak is."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Bewaar", "gelezen", "naam", "lijn", "toelichting")


class HouderForm(forms.Form):
    """A role or one colleague, and what part they have."""

    letter = forms.ChoiceField(label="Doet wat?", choices=Taakletter.choices)
    rol = forms.ChoiceField(
        label="Iedereen met de rol",
        choices=[("", "Kies een rol"), *Rol.choices],
        required=False,
        error_messages={"invalid_choice": "Deze rol kennen we niet."},
    )
    user = ZoekVeld(label="Of één collega", required=False, leeg="Geen collega")

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["user"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = Kring(werkplek, ROLLEN_KIESBAAR)
        self.helper = helper("Voeg toe", "letter", naast("rol", "user"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if bool(data.get("rol")) == bool(data.get("user")) and not self.errors:
            self.add_error("rol", "Kies een rol of een collega, niet allebei.")
        return data
