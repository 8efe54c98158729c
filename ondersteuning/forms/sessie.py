"""Planning sessions, and noting who was there and what was done."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from ondersteuning.forms.trajectvelden import datum, regel, tekst
from ondersteuning.models import Aanwezig, Sessie, Traject
from ondersteuning.services.sessies import KEREN_MAX, Sessiegegevens, Verslag
from zorgapp.accounts.forms.basis import helper, naast


class SessieForm(forms.Form):
    """One session or a series, in the time of the school."""

    dag = datum("Dag")
    tijd = forms.TimeField(
        label="Tijd",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": "Kies een tijd.", "invalid": "Schrijf de tijd als 13:30."},
    )
    minuten = forms.IntegerField(
        label="Minuten",
        min_value=5,
        max_value=480,
        initial=45,
        error_messages={
            "required": "Hoeveel minuten duurt het?",
            "invalid": "Schrijf het aantal minuten in cijfers.",
            "min_value": "Een sessie duurt 5 tot 480 minuten.",
            "max_value": "Een sessie duurt 5 tot 480 minuten.",
        },
    )
    plek = regel("Plek", hoogstens=60)
    onderwerp = regel("Onderwerp", hoogstens=160)
    keren = forms.IntegerField(
        label="Hoeveel weken achter elkaar?",
        min_value=1,
        max_value=KEREN_MAX,
        initial=1,
        help_text="Op dezelfde dag en tijd. Vakanties slaan we over.",
        error_messages={
            "required": "Kies 1 voor één keer.",
            "invalid": "Schrijf een aantal in cijfers.",
            "min_value": "Kies minstens 1.",
            "max_value": f"Kies hooguit {KEREN_MAX}.",
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "Plan de sessie", naast("dag", "tijd", "minuten"), naast("plek", "keren"), "onderwerp"
        )

    def gegevens(self) -> Sessiegegevens:
        data = self.cleaned_data
        return Sessiegegevens(
            begint_op=timezone.make_aware(datetime.combine(data["dag"], data["tijd"])),
            minuten=data["minuten"],
            plek=data["plek"],
            onderwerp=data["onderwerp"],
            keren=data["keren"],
        )


class SessieVerslagForm(forms.Form):
    """Who was there (one choice of three per participant, `wie_<id>`) and what was done."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    onderwerp = regel("Onderwerp", hoogstens=160)
    verslag = tekst("Wat hebben jullie gedaan?")
    vervallen = forms.BooleanField(label="Deze sessie ging niet door", required=False)

    def __init__(
        self, *args: Any, sessie: Sessie, deelnemers: list[Traject], was: dict[int, str], **kwargs: Any
    ) -> None:
        begin = {veld: getattr(sessie, veld) for veld in ("versie", "onderwerp", "verslag", "vervallen")}
        super().__init__(*args, initial=begin, **kwargs)
        self.deelnemers = deelnemers
        for traject in deelnemers:
            self.fields[f"wie_{traject.pk}"] = forms.ChoiceField(
                label=traject.leerling.naam,
                choices=[("", ""), *Aanwezig.choices],
                required=False,
                initial=was.get(traject.pk, ""),
            )

    @property
    def rijen(self) -> list[tuple[Traject, Any]]:
        """Each participant with his field."""
        return [(traject, self[f"wie_{traject.pk}"]) for traject in self.deelnemers]

    def aanwezig(self) -> dict[int, str]:
        gekozen = {t.pk: self.cleaned_data[f"wie_{t.pk}"] for t in self.deelnemers}
        return {pk: waarde for pk, waarde in gekozen.items() if waarde}

    def verslagen(self) -> Verslag:
        data = self.cleaned_data
        return Verslag(data["onderwerp"], data["verslag"], data["vervallen"])
