"""The forms of agreements: a new one (on its page and in a meeting), how it goes, later, to somebody else, other words."""

from datetime import date
from typing import Any

from django import forms

from overleg.afspraakdatum import HOOGSTENS
from overleg.afspraakkeuze import Keuzes
from overleg.afspraakloop import Afspraakstand, Uitvoerder
from overleg.models.afspraak import WAT_MAX
from overleg.services.afspraak import Afspraakgegevens
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.forms.basis import Datum
from zorgapp.accounts.forms.kiezen import ZoekVeld

ANDERS, DATUM, HERSTEL = "anders", "datum", "herstel"
GEEN_DATUM = "Kies wanneer het klaar is."


def _regel(leeg: str = "") -> forms.CharField:
    lang = f"Schrijf dit in één zin van hoogstens {WAT_MAX} tekens."
    fouten = {"required": leeg, "max_length": lang, "null_characters_not_allowed": "Schrijf dit opnieuw op."}
    return forms.CharField(max_length=WAT_MAX, required=bool(leeg), error_messages=fouten)


def versieveld() -> forms.IntegerField:
    """The version of what somebody saw."""
    return forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)


class MetDatum(forms.Form):
    """A date to tap on (`klaar`, an ISO date), or one typed in `klaar_op` when `klaar` says so or is empty.

    After `is_valid` the day stands in `cleaned_data["klaar_op"]`: today or later, within two years.
    """

    klaar = forms.CharField(required=False, max_length=10)
    klaar_op = Datum(required=False)

    vandaag: date
    datums: Any = ()

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        gekozen = data.get("klaar") or DATUM
        if gekozen != DATUM:
            try:
                data["klaar_op"] = date.fromisoformat(gekozen)
            except ValueError:
                data["klaar_op"] = None
            self.errors.pop("klaar_op", None)
        if "klaar_op" in self.errors:
            return data
        dag = data.get("klaar_op")
        if dag is None:
            self.add_error("klaar_op", GEEN_DATUM)
        elif dag < self.vandaag:
            self.add_error("klaar_op", "Die datum is voorbij. Kies vandaag of later.")
        elif dag - self.vandaag > HOOGSTENS:
            self.add_error("klaar_op", "Dat is meer dan twee jaar vooruit. Kies een datum dichterbij.")
        return data

    @property
    def datumkeuzes(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether it is chosen, of each date to tap on and of "another one"."""
        was = self["klaar"].value() or ""
        keuzes = [(v.dag.isoformat(), v.label) for v in self.datums]
        keuzes.append((DATUM, "Datum"))
        gekozen = was if was in {waarde for waarde, _ in keuzes} else DATUM if was else ""
        return [(waarde, label, waarde == gekozen) for waarde, label in keuzes]


class AfspraakVelden(MetDatum):
    """A new agreement: one sentence, one owner, one date; who does it when that is not the owner.

    What it offers comes from `overleg.afspraakkeuze.keuzes_voor`; drawn by `overleg/_afspraak_velden.html`.
    """

    sleutel = forms.UUIDField(widget=forms.HiddenInput)
    wat = _regel("Schrijf in één zin op wat er is afgesproken.")
    merkt = _regel()
    wie = forms.CharField(required=False, max_length=20)
    eigenaar = ZoekVeld(required=False, met_lijst=False, vraag="Naam of e-mailadres")
    uitvoerder = forms.ChoiceField(
        choices=Uitvoerder.choices,
        required=False,
        error_messages={"invalid_choice": "Kies wie het doet."},
    )
    contact = forms.CharField(required=False, max_length=20)
    partner = forms.CharField(required=False, max_length=20)
    voor_externen = forms.BooleanField(required=False)

    def __init__(self, *args: Any, keuzes: Keuzes, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.keuzes, self.vandaag, self.datums = keuzes, keuzes.vandaag, keuzes.datums
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = keuzes.kring

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        wie = data.get("wie") or ""
        if wie and wie != ANDERS:
            gekozen = self.keuzes.kring.kies(wie)
            self.errors.pop("eigenaar", None)
            data["eigenaar"] = gekozen[1] if gekozen else None
        if not data.get("eigenaar") and "eigenaar" not in self.errors:
            self.add_error("eigenaar", "Kies wie de afspraak heeft: altijd één collega.")
        self._wie_doet(data)
        return data

    def _wie_doet(self, data: dict[str, Any]) -> None:
        data["uitvoerder"] = doet = data.get("uitvoerder") or Uitvoerder.ZELF
        for veld, rijen, voor, fout in (
            ("contact", self.keuzes.contacten, Uitvoerder.OUDER, "Kies welke ouder het doet."),
            ("partner", self.keuzes.partners, Uitvoerder.EXTERN, "Kies welke organisatie het doet."),
        ):
            gekozen = next((rij for rij in rijen if str(rij.pk) == data.get(veld)), None)
            data[veld] = gekozen if doet == voor else None
            if doet == voor and rijen and gekozen is None:
                self.add_error(veld, fout)
        if doet not in {waarde for waarde, _, _ in self.uitvoerders} and "uitvoerder" not in self.errors:
            self.add_error("uitvoerder", "Dat kan hier niet. Kies wie het doet.")

    @property
    def wiekeuzes(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether it is chosen, of each colleague to tap on and of "somebody else"."""
        was = str(self["wie"].value() or "")
        keuzes = [*((p.waarde, p.label) for p in self.keuzes.mensen), (ANDERS, "Iemand anders")]
        if was and was not in {waarde for waarde, _ in keuzes} and (ander := self.keuzes.kring.kies(was)):
            keuzes.insert(-1, (was, ander[0].naam))
        return [(waarde, label, waarde == was) for waarde, label in keuzes]

    @property
    def uitvoerders(self) -> list[tuple[str, str, bool]]:
        """Value, label and whether it is chosen, of who can do it here."""
        was = self["uitvoerder"].value() or Uitvoerder.ZELF
        keuzes = [(Uitvoerder.ZELF.value, "De eigenaar zelf")]
        if self.keuzes.leerling:
            keuzes.append((Uitvoerder.LEERLING.value, self.keuzes.leerling))
        if self.keuzes.contacten:
            keuzes.append((Uitvoerder.OUDER.value, "Een ouder"))
        if self.keuzes.partners:
            keuzes.append((Uitvoerder.EXTERN.value, "Iemand van buiten"))
        return [(waarde, label, waarde == was) for waarde, label in keuzes]

    def gegevens(self) -> Afspraakgegevens:
        """What the service needs."""
        velden = ("wat", "merkt", "eigenaar", "klaar_op", "uitvoerder", "contact", "partner", "voor_externen")
        return Afspraakgegevens(**{veld: self.cleaned_data[veld] for veld in velden})


class TikForm(forms.Form):
    """One tap: `tik` is number, version and stand (or "herstel"), `uit` the filter of the list it was done in."""

    tik = forms.RegexField(r"^\d{1,18}:\d{1,9}:[a-z_]{4,10}$", error_messages={"invalid": "Kies opnieuw."})
    uit = forms.CharField(required=False, max_length=200)

    def clean_tik(self) -> tuple[int, int, str]:
        pk, versie, stand = self.cleaned_data["tik"].split(":")
        if stand not in Afspraakstand.values and stand != HERSTEL:
            raise forms.ValidationError("Deze keuze kennen we niet. Kies opnieuw.")
        return int(pk), int(versie), stand


class LaterForm(MetDatum):
    """A later date, with the reason."""

    versie = versieveld()
    reden = _regel("Schrijf in een paar woorden op waarom het later wordt.")

    def __init__(self, *args: Any, vandaag: date, datums: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vandaag, self.datums = vandaag, datums


class OverdraagForm(forms.Form):
    """Another owner."""

    versie = versieveld()
    naar = ZoekVeld(leeg="Kies een collega")
    reden = _regel()

    def __init__(self, *args: Any, kring: Kring, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring


class WoordenForm(forms.Form):
    """Other words for the same agreement."""

    versie = versieveld()
    wat = _regel("Schrijf in één zin op wat er is afgesproken.")
    merkt = _regel()
