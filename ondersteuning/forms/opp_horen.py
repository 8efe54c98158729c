"""Forms of hearing the pupil: the offer, his words, points, days, the password, and his own page. Validation only."""

import uuid
from datetime import date
from typing import Any

from django import forms
from django.conf import settings

from leerlingen.forms.notities import Eenmalig, gebeurd, te_lang
from ondersteuning.models import Gevolg, Hoorrecht, Hoorwijze
from ondersteuning.models.opp import OPP_TEKST_MAX, ZIN_MAX
from ondersteuning.services.opp_horen import Aanbod, Punt, Woorden
from ondersteuning.services.opp_vertellen import LEEG, Verteld
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.velden import TekstVeld

KIES = "Kies een van deze manieren."
ZELF = (Hoorwijze.GESPREK, Hoorwijze.SAMEN, Hoorwijze.TEKENING, Hoorwijze.FORMULIER, Hoorwijze.ANDERS)
"""Other ways that a pupil can choose on his own page, in his words."""
ZO = {
    Hoorwijze.GESPREK: "praten met mijn mentor",
    Hoorwijze.SAMEN: "praten, met iemand erbij",
    Hoorwijze.TEKENING: "een tekening, foto of filmpje maken",
    Hoorwijze.FORMULIER: "schrijven op papier",
    Hoorwijze.ANDERS: "iets anders",
}


def _versie() -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)


class _Dagform(forms.Form):
    """A form with days that lie behind us; `vandaag` is the last one."""

    def __init__(self, *args: Any, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag


class _MetSleutel(Eenmalig):
    """A form that is sent once; a key that is none is replaced, so that the next send works."""

    @property
    def stuurt(self) -> Any:
        """The key that goes along."""
        return uuid.uuid4() if "sleutel" in self.errors else self["sleutel"].value()


class AanbodForm(_Dagform):
    """When the pupil was asked, what he chose and what help was offered. There is no "n.v.t." (rule 14)."""

    aangeboden_op = Datum()
    wijze = forms.ChoiceField(
        choices=[("", "koos nog niet"), *Hoorwijze.choices],
        required=False,
        error_messages={"invalid_choice": KIES},
    )
    wijze_anders = forms.CharField(required=False, max_length=120, error_messages=te_lang(120))
    hulp = forms.CharField(required=False, max_length=300, error_messages=te_lang(300))
    versie = _versie()

    def clean_aangeboden_op(self) -> date:
        return gebeurd(self.cleaned_data["aangeboden_op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("wijze") == Hoorwijze.ANDERS and not data.get("wijze_anders"):
            self.add_error("wijze_anders", "Schrijf op welke manier de leerling koos.")
        return data

    def aanbod(self) -> Aanbod:
        data = self.cleaned_data
        return Aanbod(data["aangeboden_op"], data["wijze"], data["wijze_anders"], data["hulp"])


def begin_aanbod(recht: Hoorrecht | None, vandaag: date) -> AanbodForm:
    """The form as it is opened: what was noted, or today."""
    begin: dict[str, Any] = {"aangeboden_op": vandaag, "versie": 0}
    if recht:
        begin = {naam: getattr(recht, naam) for naam in AanbodForm.base_fields}
    return AanbodForm(initial=begin, vandaag=vandaag)


class InbrengForm(_MetSleutel, _Dagform):
    """The pupil's words as they were said, or a drawing; nothing is cut off or tidied up."""

    woorden = TekstVeld(
        required=False, strip=False, max_length=OPP_TEKST_MAX, error_messages=te_lang(OPP_TEKST_MAX)
    )
    hoe = forms.ChoiceField(
        choices=[c for c in Hoorwijze.choices if c[0] not in {Hoorwijze.TABLET, Hoorwijze.LINK}],
        error_messages={"required": KIES, "invalid_choice": KIES},
    )
    gezegd_op = Datum()
    tekening = forms.FileField(
        required=False,
        allow_empty_file=True,
        error_messages={"invalid": "Kies het bestand opnieuw.", "missing": "Kies het bestand opnieuw."},
    )

    def __init__(self, *args: Any, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.te_groot = te_groot

    def clean_gezegd_op(self) -> date:
        return gebeurd(self.cleaned_data["gezegd_op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        bestand, grens = data.get("tekening"), settings.STUK_MAX_BYTES
        if self.te_groot or (bestand and bestand.size > grens):
            self.add_error("tekening", f"Dit bestand is groter dan {grens // 1024**2} MB. Maak het kleiner.")
        elif bestand and not bestand.size:
            self.add_error("tekening", "Dit bestand is leeg. Kies een ander bestand.")
        elif not data.get("woorden", "x").strip() and not bestand and "tekening" not in self.errors:
            self.add_error("woorden", "Schrijf op wat de leerling zei, of voeg een tekening toe.")
        return data

    def gegevens(self) -> Woorden:
        data = self.cleaned_data
        woorden = data["woorden"] if data["woorden"].strip() else ""
        return Woorden(woorden, data["hoe"], data["gezegd_op"], data["tekening"] or None)


class InvloedForm(forms.Form):
    """One point of the pupil, what the school does with it, and why."""

    punt = forms.CharField(
        max_length=ZIN_MAX,
        error_messages={"required": "Schrijf op wat de leerling vroeg of zei.", **te_lang(ZIN_MAX)},
    )
    gevolg = forms.ChoiceField(
        choices=Gevolg.choices,
        error_messages={"required": "Kies wat jullie doen.", "invalid_choice": "Kies wat jullie doen."},
    )
    uitleg = forms.CharField(
        max_length=ZIN_MAX,
        error_messages={"required": "Schrijf op wat dat wordt, of waarom niet.", **te_lang(ZIN_MAX)},
    )
    versie = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)

    def als_punt(self) -> Punt:
        data = self.cleaned_data
        return Punt(data["punt"], data["gevolg"], data["uitleg"])


class DagForm(_Dagform):
    """The day something was done, with the version that was on the screen."""

    dag = Datum()
    versie = _versie()

    def clean_dag(self) -> date:
        return gebeurd(self.cleaned_data["dag"], self.vandaag)


class AfzienForm(DagForm):
    """That the pupil does not want to be heard now, with his reason when he gives one."""

    reden = forms.CharField(required=False, max_length=300, error_messages=te_lang(300))


class LinkForm(forms.Form):
    """How the link reaches the pupil."""

    hoe = forms.ChoiceField(
        choices=[("mail", "mail"), ("papier", "papier")],
        error_messages={
            "required": "Kies hoe je de link geeft.",
            "invalid_choice": "Kies hoe je de link geeft.",
        },
    )


class VertelForm(_MetSleutel):
    """The pupil's own page: his words first, another way, or not now. Nothing is cut off or tidied up."""

    woorden = TekstVeld(
        required=False,
        strip=False,
        max_length=OPP_TEKST_MAX,
        error_messages={
            "max_length": f"Je schreef heel veel. Er passen {OPP_TEKST_MAX} letters in. Haal een stukje weg."
        },
    )
    wijze = forms.ChoiceField(
        choices=[("", "zo is goed"), *((w.value, ZO[w]) for w in ZELF)],
        required=False,
        error_messages={"invalid_choice": KIES},
    )
    wijze_anders = forms.CharField(
        required=False, max_length=120, error_messages={"max_length": "Schrijf het korter."}
    )
    reden = forms.CharField(
        required=False, max_length=300, error_messages={"max_length": "Schrijf het korter."}
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        gekozen = "niet" in self.data or {"woorden", "wijze"} & set(self.errors) or data.get("wijze")
        if not gekozen and not data["woorden"].strip():
            self.add_error("woorden", LEEG)
        if data.get("wijze") == Hoorwijze.ANDERS and not data.get("wijze_anders"):
            self.add_error("wijze_anders", "Schrijf op hoe je het wilt vertellen.")
        return data

    def verteld(self) -> Verteld:
        data = self.cleaned_data
        if "niet" in self.data and not data["woorden"].strip():
            return Verteld(ziet_af=True, reden=data["reden"])
        return Verteld(data["woorden"], data["wijze"], data["wijze_anders"])
