"""Forms of agreement: putting it before people, one answer, a reminder, and how a link goes."""

import uuid
from datetime import date
from typing import Any

from django import forms

from leerlingen.forms.notities import Eenmalig, gebeurd, te_lang
from leerlingen.models import Wijze
from ondersteuning.models import Instemmingkeuze
from ondersteuning.models.signaal import TEKST_MAX
from ondersteuning.services.opp_antwoord import Antwoordgegevens, Gelezen
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.velden import TekstVeld

KEUZES = [
    (Instemmingkeuze.AKKOORD.value, "Akkoord met het handelingsdeel"),
    (Instemmingkeuze.NIET_AKKOORD.value, "Niet akkoord"),
]
OPNIEUW = "Kopieer wat je schreef en laad de pagina opnieuw."
NIET_DUIDELIJK = "Kies akkoord of niet akkoord."


def _nummer() -> forms.IntegerField:
    return forms.IntegerField(min_value=0, max_value=30_000, widget=forms.HiddenInput)


class VoorlegForm(forms.Form):
    """What stood on the page of who puts it before people."""

    nummer = _nummer()
    hash = forms.CharField(max_length=64, widget=forms.HiddenInput)


class _Keuzeform(forms.Form):
    """What one person answers, and on which version."""

    keuze = forms.ChoiceField(
        label="Antwoord",
        choices=KEUZES,
        widget=forms.RadioSelect,
        error_messages={"required": NIET_DUIDELIJK, "invalid_choice": NIET_DUIDELIJK},
    )
    reden = TekstVeld(
        label="Waarom niet?",
        required=False,
        max_length=TEKST_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=te_lang(TEKST_MAX),
    )
    opmerking = TekstVeld(
        label="Opmerking",
        required=False,
        max_length=TEKST_MAX,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=te_lang(TEKST_MAX),
    )
    gezien = forms.BooleanField(label="Heeft ook de rest van het OPP gezien", required=False)
    nummer = _nummer()
    hash = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if (
            data.get("keuze") == Instemmingkeuze.NIET_AKKOORD
            and not data.get("reden")
            and "reden" not in self.errors
        ):
            self.add_error("reden", "Schrijf op waarom niet. Zo kunnen jullie verder praten.")
        return data

    def gelezen(self) -> Gelezen:
        """The version that was on the page."""
        return Gelezen(self.cleaned_data["nummer"], self.cleaned_data["hash"])


class AntwoordForm(Eenmalig, _Keuzeform):
    """What one person told the school, or signed; the service checks gezag, age and version again."""

    op = Datum(label="Op welke dag?")
    wijze = forms.ChoiceField(
        label="Hoe?",
        choices=Wijze.choices,
        initial=Wijze.PAPIER,
        error_messages={
            "required": "Kies hoe het antwoord is gegeven.",
            "invalid_choice": "Kies een van de drie.",
        },
    )
    scan = forms.FileField(
        label="Scan met de handtekening",
        required=False,
        help_text="Nodig bij een antwoord op papier. Hij komt bij de stukken van de leerling.",
    )

    def __init__(self, *args: Any, vandaag: date, te_groot: bool = False, **kwargs: Any) -> None:
        kwargs["initial"] = {"op": vandaag, "sleutel": uuid.uuid4()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.vandaag, self.te_groot = vandaag, te_groot

    def clean_op(self) -> date:
        return gebeurd(self.cleaned_data["op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.te_groot:
            self.add_error("scan", "Dit bestand is te groot. Maak er een kleinere scan van.")
        elif data.get("wijze") == Wijze.PAPIER and not data.get("scan") and "scan" not in self.errors:
            self.add_error("scan", "Voeg de scan met de handtekening toe, of kies een andere wijze.")
        return data

    def gegevens(self) -> Antwoordgegevens:
        """What the service takes."""
        data = self.cleaned_data
        velden = ("keuze", "op", "wijze", "reden", "opmerking", "gezien", "scan")
        return Antwoordgegevens(
            **{naam: data[naam] or None if naam == "scan" else data[naam] for naam in velden}
        )


class EigenForm(_Keuzeform):
    """What somebody answers himself, by his link."""

    @property
    def stuurt(self) -> uuid.UUID:
        """The key of a question or remark that is sent from this page."""
        return uuid.uuid4()

    reden = TekstVeld(required=False, max_length=TEKST_MAX, error_messages=te_lang(TEKST_MAX))
    opmerking = TekstVeld(required=False, max_length=TEKST_MAX, error_messages=te_lang(TEKST_MAX))

    def gegevens(self, dag: date) -> Antwoordgegevens:
        """What the service takes."""
        data = self.cleaned_data
        tekst = {naam: data[naam] for naam in ("reden", "opmerking", "gezien")}
        return Antwoordgegevens(data["keuze"], dag, Wijze.DIGITAAL, **tekst)


class ReactieForm(EigenForm):
    """The same page, of which only the question or remark is sent; what else was filled in stays on it."""

    keuze = forms.CharField(required=False)
    reden = forms.CharField(required=False, strip=False)
    opmerking = TekstVeld(
        max_length=TEKST_MAX,
        error_messages={"required": "Schrijf eerst je vraag of opmerking op.", **te_lang(TEKST_MAX)},
    )
    sleutel = forms.UUIDField(
        error_messages={"required": OPNIEUW, "invalid": OPNIEUW}, widget=forms.HiddenInput
    )

    def clean(self) -> dict[str, Any]:
        """An answer is not looked at: it is not sent now."""
        return forms.Form.clean(self) or {}

    def rest(self) -> dict[str, Any]:
        """What was filled in of the answer."""
        return {naam: self.cleaned_data[naam] for naam in ("keuze", "reden", "gezien")}


class HerinnerForm(forms.Form):
    """On which day somebody was reminded."""

    dag = Datum(label="Op welke dag?")


class LinkForm(forms.Form):
    """How a link goes: by mail, or on paper."""

    hoe = forms.ChoiceField(choices=[("mail", "per mail"), ("papier", "op papier")])
