"""What the forms of a meeting and of a series share: fields that depend on the kind and on who plans it."""

from typing import Any

from django import forms

from leerlingen.groepkeuze import Groepbron
from leerlingen.models import Klas
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.trajectvelden import regel
from overleg.access_plannen import eigen_klassen, locaties, mag_hele_school
from overleg.models.overleg import MINUTEN_MAX, NAAM_MAX, PLEK_MAX
from overleg.soorten import Overlegsoort, regels
from zorgapp.accounts.coordinatie import coordineert
from zorgapp.accounts.forms.basis import Keuze
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.werkplek import Werkplek

_GEEN_NAAM = "Van de groep. Zet er geen naam van een leerling in: dit staat ook in agenda’s en mails."
_KLASFOUT = {
    "required": "Kies de klas waarover de leerlingbespreking gaat.",
    "onbekend": "Kies een klas uit de lijst.",
    "niemand": "Bij ‘{vraag}’ vinden we geen klas. Kijk de naam na.",
    "meer": "Er is meer dan één klas bij ‘{vraag}’. Kies in de lijst welke je bedoelt.",
    "te_veel": "Er zijn veel klassen bij ‘{vraag}’. Typ de hele naam.",
}


def tijdveld(label: str = "Hoe laat?") -> forms.TimeField:
    """A time of day, also typed as 13.30."""
    return forms.TimeField(
        label=label,
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        input_formats=["%H:%M", "%H.%M"],
        error_messages={"required": "Kies een tijd.", "invalid": "Schrijf de tijd als 13:30."},
    )


def minutenveld() -> forms.IntegerField:
    """How long a meeting takes."""
    grens = f"Een overleg duurt 5 tot {MINUTEN_MAX} minuten."
    return forms.IntegerField(
        label="Hoeveel minuten?",
        min_value=5,
        max_value=MINUTEN_MAX,
        error_messages={
            "required": "Hoeveel minuten duurt het?",
            "invalid": "Schrijf het aantal minuten in cijfers.",
            "min_value": grens,
            "max_value": grens,
        },
    )


class SoortForm(forms.Form):
    """What meeting and series share: the fields that depend on the kind and on who plans it."""

    versie = forms.IntegerField(required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    naam = regel("Naam", "Geef het overleg een naam.", uitleg=_GEEN_NAAM, hoogstens=NAAM_MAX)
    voorzitter = ZoekVeld(label="Voorzitter", leeg=None)
    notulist = ZoekVeld(label="Wie notuleert?", leeg="Nog niemand", required=False)
    plek = regel("Waar?", uitleg="Bijvoorbeeld lokaal 0.14.", hoogstens=PLEK_MAX)

    def zet_velden(self, werkplek: Werkplek, soort: str, *, nieuw: bool) -> list[str]:
        """Set up the choices; returns the names of the fields that this kind has besides."""
        self.werkplek, self.soort = werkplek, soort
        for veld in ("voorzitter", "notulist"):
            self._zoek(veld).bron = eigenaar_kring(werkplek, None, self.initial.get(veld))
        extra = []
        if regels(soort).klas and nieuw:
            self._zet_klas()
            extra.append("klas")
        self.locaties = locaties(werkplek)
        if not regels(soort).klas and len(self.locaties) > 1 - (not mag_hele_school(werkplek)):
            hele = [("", "De hele school")] if mag_hele_school(werkplek) else []
            self.fields["vestiging"] = forms.ChoiceField(
                label="Van welke vestiging?",
                required=not hele,
                choices=[*hele, *((str(v.pk), v.naam) for v in self.locaties)],
                widget=Keuze,
                error_messages={"required": "Kies een vestiging."},
            )
            extra.append("vestiging")
        return extra

    def _zoek(self, naam: str) -> ZoekVeld:
        veld = self.fields[naam]
        assert isinstance(veld, ZoekVeld)
        return veld

    def _zet_klas(self) -> None:
        self.klassen = eigen_klassen(self.werkplek)
        if self.klassen is None:
            self.fields["klas"] = ZoekVeld(
                label="Welke klas?", met_lijst=False, vraag="Naam van de klas", error_messages=_KLASFOUT
            )
            self._zoek("klas").bron = Groepbron(self.werkplek, ook_lesgroepen=False)
            return
        self.fields["klas"] = forms.ChoiceField(
            label="Welke klas?",
            choices=[(str(k.pk), k.naam) for k in self.klassen],
            widget=Keuze,
            error_messages={"required": _KLASFOUT["required"], "invalid_choice": _KLASFOUT["onbekend"]},
        )

    def clean_klas(self) -> Klas:
        gekozen = self.cleaned_data["klas"]
        klas = (
            gekozen
            if isinstance(gekozen, Klas)
            else next(k for k in self.klassen or [] if str(k.pk) == gekozen)
        )
        if self.klassen is None and not coordineert(self.werkplek, klas.vestiging_id):
            raise forms.ValidationError("Deze klas is van een andere vestiging. Kies een van jouw klassen.")
        return klas

    def vestiging(self) -> Vestiging | None:
        """The chosen location; of a class meeting, that of the class."""
        if klas := self.cleaned_data.get("klas"):
            return klas.vestiging
        gekozen = self.cleaned_data.get("vestiging")
        return next((v for v in self.locaties if str(v.pk) == gekozen), None)


def begin_nieuw(werkplek: Werkplek, soort: str) -> dict[str, Any]:
    """What a new meeting or series of this kind begins with."""
    label = str(Overlegsoort(soort).label)
    naam = {Overlegsoort.ZAT: "ZAT", Overlegsoort.MDO: "MDO"}.get(
        Overlegsoort(soort), label[0].upper() + label[1:]
    )
    return {"naam": naam, "minuten": 45 if soort == Overlegsoort.MDO else 60, "voorzitter": werkplek.user.pk}
