"""Beginning an OPP: who writes it, why, and by when."""

from datetime import date, timedelta
from typing import Any

from django import forms

from leerlingen.models import Leerling
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, datum, regel
from ondersteuning.oppbegin import Voorstel
from ondersteuning.oppopstellers import OpstellerKring
from ondersteuning.services.opp_editor import GEEN_OPSTELLER
from zorgapp.accounts.forms.basis import helper
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek

VER = timedelta(days=366)


class BeginForm(forms.Form):
    """The opsteller is one of the people who have this pupil; the rest is filled in from what is known."""

    opsteller = ZoekVeld(
        label="Wie stelt het op?",
        error_messages={
            "required": "Kies wie het opstelt.",
            "onbekend": GEEN_OPSTELLER,
            "niemand": "Bij ‘{vraag}’ vinden we geen collega die deze leerling heeft.",
        },
    )
    aanleiding = regel("Waarom?", "Schrijf op waarom deze leerling een OPP krijgt.", hoogstens=200)
    uiterlijk = datum(
        "Uiterlijk vaststellen op", required=False, help_text="Zes weken na de inschrijving of de start."
    )
    pro = forms.BooleanField(label="Praktijkonderwijs", required=False)

    def __init__(
        self, *args: Any, werkplek: Werkplek, leerling: Leerling, voorstel: Voorstel, **kwargs: Any
    ) -> None:
        begin = {
            "aanleiding": voorstel.aanleiding,
            "uiterlijk": voorstel.uiterlijk,
            "pro": voorstel.pro,
        }
        super().__init__(*args, initial=begin, **kwargs)
        self.dag = werkplek.dag
        veld = self.fields["opsteller"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = OpstellerKring.voor(werkplek, leerling)
        self.helper = helper("Begin", "opsteller", "aanleiding", "uiterlijk", "pro", CONCEPTREGEL)

    def clean_uiterlijk(self) -> date | None:
        """A term may have passed; a typing error in the year is none."""
        dag: date | None = self.cleaned_data["uiterlijk"]
        if dag and abs(dag - self.dag) > VER:
            raise forms.ValidationError("Kies een dag binnen een jaar van vandaag.")
        return dag

    def gegevens(self) -> dict[str, Any]:
        """What the service is given."""
        return {veld: self.cleaned_data[veld] for veld in ("opsteller", "aanleiding", "uiterlijk", "pro")}
