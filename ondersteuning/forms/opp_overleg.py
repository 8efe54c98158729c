"""Forms of a talk about an OPP: inviting, writing down what came of it, and noting that it was not held."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from leerlingen.forms.notities import gebeurd, te_lang
from ondersteuning.access_opp_overleg import Kandidaat
from ondersteuning.forms.lesoverdracht import versieveld
from ondersteuning.forms.trajectvelden import CONCEPTREGEL
from ondersteuning.models import Kanaal, Overeenstemming, Overlegdeelnemer
from ondersteuning.models.opp import OPP_TEKST_MAX, ZIN_MAX
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.services.opp_overleg import AFGEZEGD, ANDER, NIEMAND_KWAM, Plan, Verslag
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.kern.velden import TekstVeld

ANDEREN_MEEST = 8
_ONBEKEND = "Een van deze mensen hoort niet bij deze leerling. Kies opnieuw."


def _tijd() -> forms.TimeField:
    return forms.TimeField(
        label="Hoe laat?",
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"required": "Kies een tijd.", "invalid": "Schrijf de tijd als 15:30."},
    )


def _anderen() -> TekstVeld:
    return TekstVeld(
        label="Anderen",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Een regel per persoon: naam, en wat hij of zij is. Bijvoorbeeld: Els Visser, wijkteam.",
        error_messages=te_lang(1000),
    )


def lees_anderen(tekst: str) -> tuple[ANDER, ...]:
    """Names with what they are, one a line; raises ValidationError for too many or too long ones."""
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    if len(regels) > ANDEREN_MEEST:
        raise forms.ValidationError(f"Zet hoogstens {ANDEREN_MEEST} mensen bij ‘Anderen’.")
    uit = []
    for regel in regels:
        naam, _, rol = (deel.strip() for deel in regel.partition(","))
        if not naam or len(naam) > 160 or len(rol) > 60:
            raise forms.ValidationError("Schrijf per regel een naam, een komma en een paar woorden.")
        uit.append((naam, rol or "erbij"))
    return tuple(uit)


def moment(dag: date, tijd: time) -> datetime:
    """A day and a time in the time zone of the school."""
    return timezone.make_aware(datetime.combine(dag, tijd))


class Mensen(forms.MultipleChoiceField):
    """People to tick. None is no error of this field alone: there may be others beside it."""

    def validate(self, value: list[str]) -> None:
        if value:
            super().validate(value)


def _wie(label: str, mensen: Sequence[Kandidaat], *, verwacht: bool = True) -> Mensen:
    keuzes = [
        (k.sleutel, f"{k.naam}, {k.rol}" + (", geen gezag" if k.contact and not k.gezag else ""))
        for k in mensen
    ]
    return Mensen(
        label=label,
        choices=keuzes,
        required=verwacht,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _ONBEKEND},
    )


class PlanForm(forms.Form):
    """An invitation: when it was sent and how, for when, where and who."""

    uitgenodigd_op = Datum(label="Uitgenodigd op")
    kanaal = forms.ChoiceField(
        label="Hoe?", choices=Kanaal.choices, error_messages={"required": "Kies hoe je uitnodigde."}
    )
    datum = Datum(label="Dag van het gesprek")
    tijd = _tijd()
    plek = forms.CharField(label="Waar?", required=False, max_length=120, error_messages=te_lang(120))
    versie = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        kandidaten: Sequence[Kandidaat],
        vandaag: date,
        knop: str = "Plan dit gesprek",
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"uitgenodigd_op": vandaag} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        self.fields["wie"] = _wie("Wie nodig je uit?", kandidaten)
        self.fields["anderen"] = _anderen()
        rij = (naast("uitgenodigd_op", "kanaal"), naast("datum", "tijd"), "plek")
        self.helper: FormHelper = helper(knop, "wie", "anderen", *rij, "versie", CONCEPTREGEL)

    def clean_uitgenodigd_op(self) -> date:
        return gebeurd(self.cleaned_data["uitgenodigd_op"], self.vandaag)

    def clean_anderen(self) -> tuple[ANDER, ...]:
        return lees_anderen(self.cleaned_data["anderen"])

    def plan(self) -> Plan:
        """What the service takes."""
        data = self.cleaned_data
        return Plan(
            uitgenodigd_op=data["uitgenodigd_op"],
            kanaal=data["kanaal"],
            wanneer=moment(data["datum"], data["tijd"]),
            plek=data["plek"],
            wie=tuple(data["wie"]),
            anderen=data["anderen"],
        )


def begin_plan(rij: Overeenstemming, deelnemers: Sequence[Overlegdeelnemer]) -> dict[str, Any]:
    """What stands there, for changing it."""
    om = timezone.localtime(rij.wanneer)
    return {
        "uitgenodigd_op": rij.uitgenodigd_op,
        "kanaal": rij.kanaal,
        "datum": om.date(),
        "tijd": om.time(),
        "plek": rij.plek,
        "versie": rij.versie,
        "wie": [sleutel for d in deelnemers if (sleutel := sleutel_van(d))],
        "anderen": "\n".join(f"{d.naam}, {d.rol}" for d in deelnemers if not sleutel_van(d)),
    }


def sleutel_van(d: Overlegdeelnemer) -> str:
    """The key of somebody who was invited, as `kandidaten` has it; empty for who is not in the file."""
    if d.leerling:
        return "l"
    if d.contact_id:
        return f"c{d.contact_id}"
    return f"u{d.user_id}" if d.user_id else ""


def _tekst(label: str, hoogstens: int, regels: int, leeg: str = "") -> TekstVeld:
    return TekstVeld(
        label=label,
        max_length=hoogstens,
        required=bool(leeg),
        widget=forms.Textarea(attrs={"rows": regels}),
        error_messages={"required": leeg, **te_lang(hoogstens)},
    )


class VerslagForm(forms.Form):
    """What came of a talk. `besproken` holds the hash of the perspective; it is a question when the text changed since."""

    datum = Datum(label="Op welke dag?")
    tijd = _tijd()
    samenvatting = _tekst("Wat is er besproken?", OPP_TEKST_MAX, 6, "Schrijf kort op wat er is besproken.")
    eens = _tekst("Waar zijn jullie het over eens?", TEKST_MAX, 3)
    oneens = _tekst("Waar niet?", TEKST_MAX, 3)
    vervolgstap = forms.CharField(
        label="Wat is de volgende stap?", required=False, max_length=ZIN_MAX, error_messages=te_lang(ZIN_MAX)
    )
    versie = versieveld()

    def __init__(
        self,
        *args: Any,
        deelnemers: Sequence[Overlegdeelnemer],
        kandidaten: Sequence[Kandidaat],
        hashes: Sequence[str],
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.deelnemers = vandaag, deelnemers
        self.fields["erbij"] = _wie(
            "Wie was erbij?", [Kandidaat(str(d.pk), d.naam, d.rol) for d in deelnemers]
        )
        al = {sleutel_van(d) for d in deelnemers}
        ook = [k for k in kandidaten if k.sleutel not in al]
        self.fields["ook"] = _wie("Wie kwam ook?", ook, verwacht=False)
        self.fields["anderen"] = _anderen()
        self.fields["besproken"] = _besproken(hashes)
        self.kiest = len(hashes) > 1

    def clean_datum(self) -> date:
        return gebeurd(self.cleaned_data["datum"], self.vandaag)

    def clean_anderen(self) -> tuple[ANDER, ...]:
        return lees_anderen(self.cleaned_data["anderen"])

    def verslag(self) -> Verslag:
        """What the service takes."""
        data = self.cleaned_data
        return Verslag(
            wanneer=moment(data["datum"], data["tijd"]),
            samenvatting=data["samenvatting"],
            erbij=tuple(int(pk) for pk in data["erbij"]),
            hash=data["besproken"],
            ook=tuple(data["ook"]),
            anderen=data["anderen"],
            eens=data["eens"],
            oneens=data["oneens"],
            vervolgstap=data["vervolgstap"],
        )


def _besproken(hashes: Sequence[str]) -> forms.CharField:
    """Hidden when there is one text; a choice of two when it changed after the talk."""
    if len(hashes) < 2:
        return forms.CharField(
            max_length=64, widget=forms.HiddenInput, initial=hashes[0] if hashes else "", required=False
        )
    keuzes = [
        (hashes[1], "De tekst zoals die op de dag van het gesprek was"),
        (hashes[0], "De tekst zoals die nu is"),
    ]
    return forms.CharField(
        max_length=64,
        widget=forms.RadioSelect(choices=keuzes),
        error_messages={"required": "Kies over welke tekst jullie praatten."},
    )


def begin_verslag(rij: Overeenstemming, deelnemers: Sequence[Overlegdeelnemer]) -> dict[str, Any]:
    """What stands there: the plan, or what was written down."""
    om = timezone.localtime(rij.wanneer)
    return {
        "datum": om.date(),
        "tijd": om.time(),
        "samenvatting": rij.samenvatting,
        "eens": rij.eens,
        "oneens": rij.oneens,
        "vervolgstap": rij.vervolgstap,
        "versie": rij.versie,
        "erbij": [str(d.pk) for d in deelnemers if d.aanwezig is not False],
    }


class AfzegForm(forms.Form):
    """A planned talk was not held: called off, or nobody came."""

    hoe = forms.ChoiceField(
        choices=[(AFGEZEGD, "Het is afgezegd"), (NIEMAND_KWAM, "Er kwam niemand")],
        error_messages={"required": "Kies wat er gebeurde."},
    )
    reden = forms.CharField(required=False, max_length=300, error_messages=te_lang(300))
    versie = versieveld()
