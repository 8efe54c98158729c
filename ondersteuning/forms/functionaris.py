"""What a colleague does in the support, for a period."""

from typing import Any

from django import forms
from django.db.models import Q

from ondersteuning.access_aanbod import caseload_van
from ondersteuning.forms.aanbod import LIJNEN, domeinen_keuze
from ondersteuning.models import Functionaris
from ondersteuning.services.functionarissen import INHOUD
from zorgapp.accounts.access import vestigingen
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.forms.versie import MetVersie
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek


class FunctionarisForm(MetVersie):
    """A new one is chosen among colleagues with a running appointment; afterwards the colleague stays.

    A limit below what he runs now is asked for once more, and then allowed: it is never blocked.
    """

    user = ZoekVeld(label="Wie?")
    lijn = forms.TypedChoiceField(choices=LIJNEN, coerce=int)
    domeinen = domeinen_keuze()
    caseload_max = forms.IntegerField(
        label="Trajecten tegelijk, hoogstens",
        min_value=0,
        max_value=500,
        required=False,
        help_text="Leeg: daarover is niets afgesproken.",
        error_messages={
            "invalid": "Schrijf een heel getal, of laat het leeg.",
            "max_value": "Dat zijn er meer dan 500. Kijk het getal na.",
        },
    )
    van = Datum(label="Vanaf")
    tot = Datum(label="Tot en met", required=False, help_text="Leeg: tot je het beëindigt.")
    toch = forms.BooleanField(label="Ja, zo is het afgesproken", required=False)

    class Meta:
        model = Functionaris
        fields = INHOUD
        labels = {"functienaam": "Zo noemen jullie het", "expertise": "Waar is deze collega goed in?"}
        help_texts = {"functienaam": "", "expertise": "", "caseload_max": ""}

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek = werkplek
        self.vraag_toch = False
        self.fields["vestiging"].queryset = vestigingen(werkplek)
        self.fields["vestiging"].label_from_instance = lambda v: v.naam
        self.fields["vestiging"].empty_label = "Alle vestigingen"
        wie: list[str] = []
        if self.instance.pk:
            del self.fields["user"]
        else:
            wie = ["user"]
            self.initial["van"] = self.initial.get("van") or werkplek.dag
            veld = self.fields["user"]
            assert isinstance(veld, ZoekVeld)
            rangen = (Q(rol=Rol.BEGELEIDER), Q(rol=Rol.ZORGCOORDINATOR))
            veld.bron = Kring(werkplek, ROLLEN_MET_LEERLINGEN, lambda: rangen)
        self._opmaak(wie)

    def _opmaak(self, wie: list[str]) -> None:
        self.helper = helper(
            "Bewaar",
            "gelezen",
            *wie,
            naast("functie", "functienaam"),
            "expertise",
            "lijn",
            "domeinen",
            naast("vestiging", "bereikbaar"),
            "caseload_max",
            *(["toch"] if self.vraag_toch else []),
            naast("van", "tot"),
        )
        self.wie = wie

    def extra(self) -> dict[str, Any]:
        return {"werkplek": self.werkplek}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        van, tot = data.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        mens = data.get("user") or (self.instance.user if self.instance.pk else None)
        if mens and not self.instance.pk:
            self.instance.user = mens
        self._controleer_grens(data, mens)
        return data

    def _controleer_grens(self, data: dict[str, Any], mens: Any) -> None:
        """Ask once more when the limit is below what runs already."""
        grens = data.get("caseload_max")
        if mens is None or grens is None:
            return
        lopend, _ = caseload_van(self.werkplek, mens.pk)
        if lopend > grens:
            self.vraag_toch = True
            self._opmaak(self.wie)
            if not data.get("toch"):
                self.add_error(
                    "toch", f"{mens.voornaam} heeft er nu {lopend}. Vink aan dat {grens} toch klopt."
                )
