"""Forms of documents: several files at once, and showing one to the schoolleiding."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.base import File

from leerlingen.forms.notities import Eenmalig, gebeurd, te_lang
from leerlingen.models import Niveau, Stuksoort
from leerlingen.models.notitie import TITEL_MAX
from leerlingen.services.stukken import Stukgegevens
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.basis import Datum
from zorgapp.accounts.forms.kiezen import ZoekVeld

SAMEN = 10
LANGST = timedelta(days=92)
GEEN = "Kies eerst een bestand."


class StukForm(Eenmalig):
    """What the files are and who reads them. The files come in by two fields: one to choose, one for the camera.

    `te_groot`: a file grew past the limit while it arrived and was not kept.
    """

    soort = forms.ChoiceField(
        choices=Stuksoort.choices,
        error_messages={
            "required": "Kies wat voor stuk dit is.",
            "invalid_choice": "Kies een van deze soorten.",
        },
    )
    titel = forms.CharField(max_length=TITEL_MAX, required=False, error_messages=te_lang(TITEL_MAX))
    gebeurd_op = Datum()
    niveau = forms.ChoiceField(
        choices=Niveau.choices,
        error_messages={"required": "Kies wie dit leest.", "invalid_choice": "Kies een van deze drie."},
    )
    notitie = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)

    def __init__(self, *args: Any, vandaag: date, te_groot: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.te_groot = vandaag, te_groot
        self.initial.setdefault("gebeurd_op", vandaag)
        self.initial.setdefault("niveau", Niveau.MENTOR_ZORGTEAM)

    @property
    def bestanden(self) -> list[File]:
        """All files that were sent."""
        krijg = getattr(self.files, "getlist", lambda _: [])
        return [*krijg("bestanden"), *krijg("foto")]

    def clean_gebeurd_op(self) -> date:
        return gebeurd(self.cleaned_data["gebeurd_op"], self.vandaag)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if fout := self._bestandsfout():
            self.add_error(None, fout)
        return data

    def _bestandsfout(self) -> str:
        bestanden = self.bestanden
        grens = settings.STUK_MAX_BYTES
        if self.te_groot or any((b.size or 0) > grens for b in bestanden):
            return (
                f"Een bestand is groter dan {grens // 1024**2} MB. Maak het kleiner of deel het in stukken, "
                "en kies de bestanden opnieuw."
            )
        if not bestanden:
            return GEEN
        if any(not b.size for b in bestanden):
            return "Een bestand is leeg. Kies de bestanden opnieuw, zonder het lege."
        if len(bestanden) > SAMEN:
            return f"Kies hoogstens {SAMEN} bestanden tegelijk."
        return ""

    def gegevens(self) -> Stukgegevens:
        data = self.cleaned_data
        return Stukgegevens(data["soort"], data["gebeurd_op"], data["niveau"], data["titel"])


class VoorlegForm(forms.Form):
    """To whom of the schoolleiding one document is shown, why and until when."""

    aan = ZoekVeld(leeg="Kies een schoolleider", error_messages={"required": "Kies aan wie je dit voorlegt."})
    reden = forms.CharField(
        max_length=200,
        error_messages={
            "required": "Schrijf op wat je vraagt, zodat later duidelijk is waarom.",
            **te_lang(200),
        },
    )
    tot = Datum()

    def __init__(self, *args: Any, kring: Kring, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag = vandaag
        veld = self.fields["aan"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring
        self.initial.setdefault("tot", vandaag + timedelta(days=14))

    def clean_tot(self) -> date:
        dag: date = self.cleaned_data["tot"]
        if dag < self.vandaag:
            raise forms.ValidationError("Die dag is voorbij. Kies vandaag of later.")
        if dag > self.vandaag + LANGST:
            raise forms.ValidationError(
                "Kies een dag binnen drie maanden. Daarna kun je het opnieuw voorleggen."
            )
        return dag
