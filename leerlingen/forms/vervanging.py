"""The form that lets a substitute read the card of one group."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone

from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.basis import Datum
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.werkplek import Werkplek

KLOK = {"invalid": "Schrijf de tijd als 13.00 of 13:00.", "required": "Kies een tijd."}


def _tijd() -> forms.TimeField:
    return forms.TimeField(
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages=KLOK,
    )


class VervangingForm(forms.Form):
    """Who, on which day and between which times; over more days with `tot_dag`."""

    user = ZoekVeld()
    dag = Datum()
    van = _tijd()
    tot = _tijd()
    tot_dag = Datum(required=False)
    reden = forms.CharField(
        max_length=120,
        error_messages={"required": "Schrijf waarom, bijvoorbeeld: les van Sanne, zij is ziek."},
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["user"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = Kring(
            werkplek,
            ROLLEN_MET_LEERLINGEN,
            lambda: (Q(rol__in=(Rol.DOCENT, Rol.MENTOR)),),
            frozenset({werkplek.user.pk}),
        )

    def clean(self) -> dict[str, Any]:
        """Leave `begin` and `eind` as moments in the school's time zone."""
        data = super().clean() or {}
        if all(data.get(veld) is not None for veld in ("dag", "van", "tot")):
            data["begin"] = _moment(data["dag"], data["van"])
            data["eind"] = _moment(data.get("tot_dag") or data["dag"], data["tot"])
            if data["eind"] <= data["begin"]:
                self.add_error("tot", "Het einde ligt voor het begin.")
        return data


def _moment(dag: Any, tijd: time) -> datetime:
    return datetime.combine(dag, tijd, timezone.get_current_timezone())
