"""Forms of a series: its rhythm and what it shares with its meetings."""

import hashlib
from datetime import date
from typing import Any

from django import forms

from overleg.forms.soortvorm import SoortForm, begin_nieuw, minutenveld, tijdveld
from overleg.models import Overlegreeks
from overleg.ritme import WEKEN_MAX
from overleg.services.reeks import Reeksplan
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

_RITME = f"Kies een ritme van 1 tot {WEKEN_MAX} weken."


def vingerafdruk(dagen: list[date]) -> str:
    """What stands in a form for the days that somebody saw: other days are shown again before they are saved."""
    return hashlib.sha256(",".join(dag.isoformat() for dag in dagen).encode()).hexdigest()[:32]


class ReeksForm(SoortForm):
    """A new series of a kind, or an existing one whose kind, class, first day and rhythm stay."""

    eerste_op = Datum(label="Eerste keer")
    tot = Datum(label="Tot en met")
    elke = forms.IntegerField(
        label="Om de hoeveel weken?",
        min_value=1,
        max_value=WEKEN_MAX,
        initial=1,
        help_text="1 is elke week. Een week zonder les telt niet mee.",
        error_messages={
            "required": _RITME,
            "invalid": "Schrijf het aantal weken in cijfers.",
            "min_value": _RITME,
            "max_value": _RITME,
        },
    )
    begintijd = tijdveld()
    minuten = minutenveld()
    bevestig = forms.CharField(required=False, max_length=32, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, werkplek: Werkplek, soort: str, reeks: Overlegreeks | None = None, **kwargs: Any
    ) -> None:
        self.reeks = reeks
        super().__init__(*args, initial=_begin_van(reeks) if reeks else _begin(werkplek, soort), **kwargs)
        extra = self.zet_velden(werkplek, soort, nieuw=reeks is None)
        if reeks:
            extra = [naam for naam in extra if naam != "vestiging"]
            for naam in ("eerste_op", "elke", "vestiging"):
                self.fields.pop(naam, None)
        dagen = (naast("tot", "begintijd", "minuten"),)
        if not reeks:
            dagen = (naast("eerste_op", "tot"), naast("elke", "begintijd", "minuten"))
        knop = "Bewaar de reeks" if reeks else "Bekijk de dagen"
        self.helper = helper(knop, "versie", *extra, *dagen, "plek", naast("voorzitter", "notulist"), "naam")

    def plan(self) -> Reeksplan:
        """What the service takes."""
        data, was = self.cleaned_data, self.reeks
        return Reeksplan(
            soort=self.soort,
            naam=data["naam"],
            eerste_op=was.eerste_op if was else data["eerste_op"],
            tot=data["tot"],
            elke=was.elke if was else data["elke"],
            begintijd=data["begintijd"],
            minuten=data["minuten"],
            voorzitter=data["voorzitter"],
            notulist=data["notulist"],
            plek=data["plek"],
            vestiging=was.vestiging if was else self.vestiging(),
            klas=was.klas if was else data.get("klas"),
        )


def _begin(werkplek: Werkplek, soort: str) -> dict[str, Any]:
    return begin_nieuw(werkplek, soort) | {"tot": Schooljaar.van(werkplek.dag).eind, "elke": 1}


def _begin_van(reeks: Overlegreeks) -> dict[str, Any]:
    velden = ("versie", "naam", "tot", "begintijd", "minuten", "plek")
    return {veld: getattr(reeks, veld) for veld in velden} | {
        "voorzitter": reeks.voorzitter_id,
        "notulist": reeks.notulist_id,
    }
