"""Beginning, changing, handing over and closing a trajectory: what is asked, and what each refusal says."""

from typing import Any

from django import forms

from leerlingen.models import Leerling
from ondersteuning.forms.trajectvelden import (
    CONCEPTREGEL,
    EINDIGT,
    controleer_periode,
    controleer_start,
    datum,
    domein_veld,
    keuze_uit,
    lijn_veld,
    regel,
    tekst,
)
from ondersteuning.models import Aanbod, Afloop, Groepstraject, Traject
from ondersteuning.services.doelen import Doelgegevens
from ondersteuning.services.functionarissen import waarschuwing
from ondersteuning.services.traject import Slot, Wijziging
from ondersteuning.services.trajectstart import Trajectgegevens
from ondersteuning.trajectkeuze import Leerlingbron, aanbod_keuzes, partner_keuzes, regie_kring
from zorgapp.accounts.forms.basis import Keuze, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn

TERUG = "Schrijf op hoe de leerling daarna weer zonder dit traject verder kan in de klas."


class TrajectForm(forms.Form):
    """A new trajectory. In the second and third line an end and the way back to class are asked (DOMAIN 65)."""

    vervolg_versie = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    aanbod = forms.ChoiceField(label="Aanbod", required=False, widget=Keuze)
    titel = regel("Titel", uitleg="Leeg? Dan heet het zoals het aanbod.")
    lijn = lijn_veld()
    domein = domein_veld()
    hulpvraag = tekst("Wat is de hulpvraag?", "Schrijf de hulpvraag op. Een zin is genoeg.")
    onderwijsbehoeften = tekst(
        "Wat heeft de leerling nodig?",
        "Schrijf op wat de leerling nodig heeft.",
        uitleg="Behoefte voor etiket: wat helpt hem of haar om te leren?",
        rijen=2,
    )
    al_gedaan = tekst("Wat is er al gedaan?", rijen=2, uitleg="Nodig als de leerling een lijn omhooggaat.")
    resultaat = tekst("Wat leverde dat op?", rijen=2)
    terug_naar_klas = tekst("Hoe gaat de leerling terug naar de klas?", rijen=2)
    regievoerder = ZoekVeld(label="Wie heeft de regie?", leeg=None)
    toch = forms.BooleanField(
        label="Toch aan deze collega geven", required=False, widget=forms.HiddenInput, initial=False
    )
    partner = forms.ChoiceField(label="Partner buiten de school", required=False, widget=Keuze)
    start = datum("Start")
    evaluatie_op = datum("Evaluatie")
    eind = datum("Eind", required=False)
    doel = regel(
        "Eerste doel",
        uitleg="Zo dat je het kunt zien, in de woorden van de leerling. Meer doelen kan straks.",
        hoogstens=200,
    )
    merkbaar = regel("Hoe merk je dat het lukt?", hoogstens=300)

    def __init__(self, *args: Any, werkplek: Werkplek, leerling: Leerling, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.werkplek, self.vandaag = werkplek, werkplek.dag
        self.aanbod_rijen = aanbod_keuzes(werkplek, self["lijn"].value(), self["domein"].value())
        self.partner_rijen = partner_keuzes(werkplek)
        self._kies("aanbod", "Geen vast aanbod", [(str(a.pk), _aanbodtekst(a)) for a in self.aanbod_rijen])
        self._kies("partner", "Geen partner", [(str(p.pk), p.naam) for p in self.partner_rijen])
        veld = self.fields["regievoerder"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = regie_kring(werkplek, leerling.pk)
        if str(self["lijn"].value()) in {str(Lijn.TWEEDE.value), str(Lijn.DERDE.value)}:
            self._eis("eind", EINDIGT)
            self._eis("terug_naar_klas", TERUG)
        self.helper = helper("Start het traject", *_INDELING)

    def _eis(self, naam: str, melding: str) -> None:
        """Ask for it in the second and third line, so that the page does not say that it may stay empty."""
        self.fields[naam].required = True
        self.fields[naam].error_messages["required"] = melding

    def _kies(self, naam: str, leeg: str, keuzes: list[tuple[str, str]]) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", leeg), *keuzes]
        veld.error_messages["invalid_choice"] = "Dit staat niet (meer) in de lijst. Kies opnieuw."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        hoger = data.get("lijn") in {Lijn.TWEEDE, Lijn.DERDE}
        controleer_start(self, self.vandaag)
        controleer_periode(self, eindigt=hoger)
        if hoger and not data.get("terug_naar_klas") and "terug_naar_klas" not in self.errors:
            self.add_error("terug_naar_klas", TERUG)
        self._vraag_na(data)
        aanbod = self.gekozen_aanbod
        if aanbod and data.get("lijn") and aanbod.lijn != data["lijn"]:
            self.add_error("aanbod", f"{aanbod.naam} hoort bij de {Lijn(aanbod.lijn).label}. Kies een ander.")
        elif aanbod and data.get("domein") and data["domein"] not in aanbod.domeinen:
            self.add_error("aanbod", f"{aanbod.naam} hoort bij een ander domein. Kies een ander.")
        if not aanbod and not data.get("titel") and not {"titel", "aanbod"} & set(self.errors):
            self.add_error("titel", "Geef het traject een titel, of kies een aanbod.")
        return data

    def _vraag_na(self, data: dict[str, Any]) -> None:
        """Over the agreed caseload one is asked to confirm: the choice is shown, never blocked silently."""
        vol = waarschuwing(self.werkplek, data["regievoerder"]) if data.get("regievoerder") else ""
        if vol:
            self.fields["toch"].widget = forms.CheckboxInput()
            if not data.get("toch"):
                self.add_error("regievoerder", f"{vol} Kies een ander, of vink aan dat je dit toch wilt.")

    @property
    def gekozen_aanbod(self) -> Aanbod | None:
        return keuze_uit(self.aanbod_rijen, self.cleaned_data.get("aanbod") or "")

    def gegevens(self, groep: Groepstraject | None = None) -> Trajectgegevens:
        """What the service is given; `groep` is the group that the pupil joins."""
        data, aanbod = self.cleaned_data, self.gekozen_aanbod
        klaar = data["eind"] or data["evaluatie_op"]
        doel = Doelgegevens(data["doel"], klaar, data["merkbaar"]) if data["doel"] else None
        return Trajectgegevens(
            titel=data["titel"] or (aanbod.naam if aanbod else ""),
            lijn=data["lijn"],
            domein=data["domein"],
            hulpvraag=data["hulpvraag"],
            onderwijsbehoeften=data["onderwijsbehoeften"],
            regievoerder=data["regievoerder"],
            start=data["start"],
            evaluatie_op=data["evaluatie_op"],
            eind=data["eind"],
            terug_naar_klas=data["terug_naar_klas"],
            al_gedaan=data["al_gedaan"],
            resultaat=data["resultaat"],
            aanbod=aanbod,
            partner=keuze_uit(self.partner_rijen, data["partner"]),
            groep=groep,
            doel=doel,
        )


_INDELING = (
    "vervolg_versie",
    naast("lijn", "domein"),
    naast("aanbod", "titel"),
    "hulpvraag",
    "onderwijsbehoeften",
    naast("al_gedaan", "resultaat"),
    naast("start", "evaluatie_op", "eind"),
    "terug_naar_klas",
    naast("regievoerder", "partner"),
    "toch",
    naast("doel", "merkbaar"),
    CONCEPTREGEL,
)


def _aanbodtekst(aanbod: Aanbod) -> str:
    vol = ", vol: wachtlijst" if aanbod.vol else ""  # type: ignore[attr-defined]
    return f"{aanbod.naam} ({Lijn(aanbod.lijn).kort}{vol})"


class WijzigForm(forms.Form):
    """The words of a running trajectory; dates and line change by an evaluation."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    titel = regel("Titel", "Geef het traject een titel.")
    hulpvraag = tekst("Wat is de hulpvraag?", "Schrijf de hulpvraag op. Een zin is genoeg.")
    onderwijsbehoeften = tekst(
        "Wat heeft de leerling nodig?", "Schrijf op wat de leerling nodig heeft.", rijen=2
    )
    terug_naar_klas = tekst("Hoe gaat de leerling terug naar de klas?", rijen=2)
    partner = forms.ChoiceField(label="Partner buiten de school", required=False, widget=Keuze)

    def __init__(self, *args: Any, werkplek: Werkplek, traject: Traject, **kwargs: Any) -> None:
        velden = ("versie", "titel", "hulpvraag", "onderwijsbehoeften", "terug_naar_klas")
        begin = {veld: getattr(traject, veld) for veld in velden} | {"partner": traject.partner_id or ""}
        super().__init__(*args, initial=begin, **kwargs)
        self.lijn, self.nu = traject.lijn, traject
        self.partner_rijen = partner_keuzes(werkplek)
        veld = self.fields["partner"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Geen partner"), *((str(p.pk), p.naam) for p in self.partner_rijen)]
        self.helper = helper(
            "Bewaar", "versie", "titel", "hulpvraag", "onderwijsbehoeften", "terug_naar_klas", "partner"
        )

    def clean_terug_naar_klas(self) -> str:
        woorden: str = self.cleaned_data["terug_naar_klas"]
        if self.lijn >= Lijn.TWEEDE and not woorden:
            raise forms.ValidationError(TERUG)
        return woorden

    def gegevens(self) -> Wijziging:
        data = self.cleaned_data
        return Wijziging(
            titel=data["titel"],
            hulpvraag=data["hulpvraag"],
            onderwijsbehoeften=data["onderwijsbehoeften"],
            terug_naar_klas=data["terug_naar_klas"],
            partner=keuze_uit(self.partner_rijen, data["partner"]),
        )


class OverdrachtForm(forms.Form):
    """Who is asked to take over, and why."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    naar = ZoekVeld(label="Wie neemt het over?")
    reden = regel("Waarom?", "Schrijf in een zin op waarom je het overdraagt.", hoogstens=400)

    def __init__(self, *args: Any, werkplek: Werkplek, traject: Traject, **kwargs: Any) -> None:
        super().__init__(*args, initial={"versie": traject.versie}, **kwargs)
        veld = self.fields["naar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = regie_kring(werkplek, traject.leerling_id, traject.regievoerder_id)


class AntwoordForm(forms.Form):
    """The answer on a hand-over."""

    keuze = forms.ChoiceField(choices=[(k, k) for k in ("aanvaard", "geweigerd", "ingetrokken")])
    antwoord = forms.CharField(max_length=400, required=False)


class SluitForm(forms.Form):
    """How a trajectory ended. `terug` and `advies` are what the class gets from it."""

    versie = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    afloop = forms.ChoiceField(
        label="Hoe is het afgelopen?",
        choices=Afloop.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies hoe het is afgelopen."},
    )
    werkte = tekst("Wat werkte?", "Schrijf op wat werkte, ook als het klein is.")
    terug = forms.ChoiceField(
        label="Is de leerling terug in de klas?",
        choices=[("ja", "Ja, zonder dit traject"), ("deels", "Nog niet helemaal"), ("nvt", "Was niet weg")],
        widget=forms.RadioSelect,
        error_messages={"required": "Zeg of de leerling weer zonder dit traject verder kan."},
    )
    advies = tekst(
        "Advies voor de les",
        uitleg="Wat kan een docent doen? Kort en concreet. Het komt op de docentkaart.",
        rijen=2,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Sluit het traject af", "versie", "afloop", "werkte", "terug", "advies")

    def gegevens(self) -> Slot:
        data = self.cleaned_data
        terug = dict(self.fields["terug"].choices)[data["terug"]]  # type: ignore[attr-defined]
        delen = [data["werkte"], f"Terug in de klas: {terug.lower()}."]
        if data["advies"]:
            delen.append(f"Advies voor de les: {data['advies']}")
        return Slot(afloop=data["afloop"], afsluiting="\n".join(delen), advies=data["advies"])


class WieForm(forms.Form):
    """Whose caseload a coordinator looks at."""

    wie = ZoekVeld(label="Wiens trajecten?", required=False, leeg="Mijn eigen trajecten")

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["wie"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = regie_kring(werkplek, None)


class LeerlingForm(forms.Form):
    """Which pupil a trajectory is for."""

    leerling = ZoekVeld(
        label="Voor welke leerling?",
        met_lijst=False,
        vraag="Naam of leerlingnummer",
        error_messages={
            "required": "Kies een leerling. Typ drie letters van de naam.",
            "onbekend": "Deze leerling vinden we niet. Zoek opnieuw.",
            "niemand": "Bij ‘{vraag}’ vinden we geen leerling. Kijk de naam na.",
            "meer": "Er is meer dan één leerling bij ‘{vraag}’. Kies wie je bedoelt.",
            "te_veel": "Er zijn veel leerlingen bij ‘{vraag}’. Typ ook de achternaam.",
        },
    )

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["leerling"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = Leerlingbron(werkplek)
