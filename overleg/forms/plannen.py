"""Forms of one meeting: what it is, when, where and who leads; asking somebody, and calling it off."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone

from leerlingen.groepkeuze import Groepbron
from leerlingen.models import ExternePartner, Klas, Leerling
from ondersteuning.eigenaren import eigenaar_kring
from ondersteuning.forms.trajectvelden import regel
from overleg.access_plannen import (
    deelnemer_kring,
    eigen_klassen,
    externen,
    locaties,
    mag_hele_school,
)
from overleg.models import Functie, Overleg
from overleg.models.overleg import MINUTEN_MAX, NAAM_MAX, PLEK_MAX
from overleg.services.overleg import Lid, Overlegplan
from overleg.soorten import Overlegsoort, regels
from zorgapp.accounts.coordinatie import coordineert
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
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


class OverlegForm(SoortForm):
    """One meeting: a new one of a kind, or an existing one whose kind, class and pupil stay."""

    dag = Datum(label="Welke dag?")
    tijd = tijdveld()
    minuten = minutenveld()

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        soort: str,
        overleg: Overleg | None = None,
        leerling: Leerling | None = None,
        **kwargs: Any,
    ) -> None:
        self.overleg, self.leerling = overleg, leerling
        begin = _begin_van(overleg) if overleg else begin_nieuw(werkplek, soort)
        super().__init__(*args, initial=begin | kwargs.pop("initial", {}), **kwargs)
        extra = self.zet_velden(werkplek, soort, nieuw=overleg is None)
        if "klas" in extra:
            self.fields["docenten"] = forms.BooleanField(
                label="Vraag de docenten van deze klas meteen", required=False, initial=True
            )
            extra.append("docenten")
        if leerling is not None and "vestiging" in extra:
            extra.remove("vestiging")
            del self.fields["vestiging"]
        self.helper = helper(
            "Bewaar" if overleg else "Plan het overleg",
            "versie",
            *extra,
            naast("dag", "tijd", "minuten"),
            "plek",
            naast("voorzitter", "notulist"),
            "naam",
        )

    def plan(self) -> Overlegplan:
        """What the service takes."""
        data, was = self.cleaned_data, self.overleg
        vestiging = was.vestiging if was and "vestiging" not in self.fields else self.vestiging()
        return Overlegplan(
            soort=self.soort,
            naam=data["naam"],
            begin=timezone.make_aware(datetime.combine(data["dag"], data["tijd"])),
            minuten=data["minuten"],
            voorzitter=data["voorzitter"],
            notulist=data["notulist"],
            plek=data["plek"],
            vestiging=self.leerling.vestiging if self.leerling else vestiging,
            klas=was.klas if was else data.get("klas"),
        )


def begin_nieuw(werkplek: Werkplek, soort: str) -> dict[str, Any]:
    """What a new meeting or series of this kind begins with."""
    label = str(Overlegsoort(soort).label)
    naam = {Overlegsoort.ZAT: "ZAT", Overlegsoort.MDO: "MDO"}.get(
        Overlegsoort(soort), label[0].upper() + label[1:]
    )
    return {"naam": naam, "minuten": 45 if soort == Overlegsoort.MDO else 60, "voorzitter": werkplek.user.pk}


def _begin_van(overleg: Overleg) -> dict[str, Any]:
    om = timezone.localtime(overleg.begin)
    velden = ("versie", "naam", "minuten", "plek")
    return {veld: getattr(overleg, veld) for veld in velden} | {
        "dag": om.date(),
        "tijd": om.time(),
        "voorzitter": overleg.voorzitter_id,
        "notulist": overleg.notulist_id,
        "vestiging": overleg.vestiging_id or "",
    }


class DeelnemerForm(forms.Form):
    """Ask one colleague."""

    collega = ZoekVeld(label="Wie vraag je erbij?", error_messages={"required": "Kies wie je erbij vraagt."})

    def __init__(self, *args: Any, werkplek: Werkplek, behalve: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["collega"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = deelnemer_kring(werkplek, behalve)

    def lid(self) -> Lid:
        return Lid(self.cleaned_data["collega"])


class ExternForm(forms.Form):
    """Ask somebody from outside, and for which organisation of the sociale kaart he comes."""

    extern = forms.ChoiceField(
        label="Wie van buiten?",
        widget=Keuze,
        error_messages={
            "required": "Kies wie je erbij vraagt.",
            "invalid_choice": "Deze persoon kun je hier niet vragen. Kies een ander.",
        },
    )
    partner = forms.ChoiceField(
        label="Voor welke organisatie?",
        widget=Keuze,
        error_messages={
            "required": "Kies voor welke organisatie deze deelnemer komt.",
            "invalid_choice": "Deze organisatie staat niet op de sociale kaart. Kies een andere.",
        },
    )

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        behalve: list[int],
        partners: list[ExternePartner],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.mensen, self.partners = externen(werkplek, behalve), partners
        wie, partner = self.fields["extern"], self.fields["partner"]
        assert isinstance(wie, forms.ChoiceField) and isinstance(partner, forms.ChoiceField)
        namen = [(str(a.user_id), f"{a.user.naam}{a.functie and ', ' + a.functie}") for a in self.mensen]
        wie.choices = [("", "Kies iemand"), *namen]
        partner.choices = [("", "Kies een organisatie"), *((str(p.pk), p.naam) for p in partners)]

    def lid(self) -> Lid:
        data = self.cleaned_data
        wie = next(a.user for a in self.mensen if str(a.user_id) == data["extern"])
        partner = next(p for p in self.partners if str(p.pk) == data["partner"])
        return Lid(wie, Functie.EXTERN, partner)


class AfzegForm(forms.Form):
    """Why a meeting does not go on."""

    versie = forms.IntegerField(min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput)
    reden = regel(
        "Waarom gaat het niet door?", "Schrijf kort op waarom het overleg niet doorgaat.", hoogstens=200
    )
