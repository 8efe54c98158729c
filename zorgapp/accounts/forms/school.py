"""The school, its places, free days, settings and one's own profile."""

from datetime import date
from typing import Any

from django import forms

from zorgapp.accounts.access import ROLLEN_WAARNEEMBAAR, mag_voor_anderen, vestigingen
from zorgapp.accounts.collegas import Kring, kring_voor_waarneming
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.instellingsoort import Soort
from zorgapp.accounts.models import Afdeling, School, User, Vestiging, Vrijedag
from zorgapp.accounts.models.school import Sector, Terminologie
from zorgapp.accounts.werkplek import Werkplek

_NAAM = {"required": "Vul een naam in."}


class SchoolForm(forms.Form):
    naam = forms.CharField(label="Naam van de school", max_length=120, error_messages=_NAAM)
    sector = forms.ChoiceField(choices=Sector.choices)
    terminologie = forms.ChoiceField(
        label="Woorden en regels van",
        choices=Terminologie.choices,
        help_text="Bepaalt ook welke vakanties we voorstellen.",
    )

    def __init__(self, *args: Any, school: School, **kwargs: Any) -> None:
        begin = {"naam": school.naam, "sector": school.sector, "terminologie": school.terminologie}
        super().__init__(*args, initial=begin, **kwargs)
        self.helper = helper("Bewaar", "naam", naast("sector", "terminologie"))


class VestigingForm(forms.ModelForm):
    class Meta:
        model = Vestiging
        fields = ["naam", "code"]
        labels = {"code": "Code in de leerlingadministratie"}
        help_texts = {"code": "Alleen nodig als de import de vestiging niet herkent."}
        error_messages = {"naam": _NAAM}

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Bewaar", "naam", "code")


class AfdelingForm(forms.ModelForm):
    class Meta:
        model = Afdeling
        fields = ["naam", "vestiging"]
        error_messages = {"naam": _NAAM}

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vestiging"].queryset = vestigingen(werkplek)
        self.fields["vestiging"].empty_label = "Alle vestigingen"
        self.helper = helper("Bewaar", "naam", "vestiging")


class VrijedagForm(forms.ModelForm):
    van = Datum(label="Eerste vrije dag")
    tot = Datum(label="Laatste vrije dag", required=False, help_text="Leeg: alleen die ene dag.")

    class Meta:
        model = Vrijedag
        fields = ["naam", "van", "tot"]
        error_messages = {"naam": {"required": "Vul een naam in, bijvoorbeeld studiedag."}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Bewaar", "naam", naast("van", "tot"))

    def clean_tot(self) -> date | None:
        return self.cleaned_data.get("tot") or self.cleaned_data.get("van")


class InstellingForm(forms.Form):
    """A new value of one setting, from a date on."""

    waarde = forms.TypedChoiceField(coerce=int)
    geldig_vanaf = Datum(label="Geldt vanaf")

    def __init__(self, *args: Any, soort: Soort, waarde: int, vandaag: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"waarde": waarde, "geldig_vanaf": vandaag}, **kwargs)
        self.vandaag = vandaag
        if soort.keuzes:
            self.fields["waarde"].choices = soort.keuzes
        else:
            grens = f"Kies een aantal van {soort.minimum} tot en met {soort.maximum}."
            self.fields["waarde"] = forms.IntegerField(
                min_value=soort.minimum,
                max_value=soort.maximum,
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), grens),
            )
        self.fields["waarde"].label = f"{soort.label}, in {soort.eenheid}" if soort.eenheid else soort.label
        self.helper = helper("Bewaar", naast("waarde", "geldig_vanaf"))

    def clean_geldig_vanaf(self) -> date:
        vanaf: date = self.cleaned_data["geldig_vanaf"]
        if vanaf < self.vandaag:
            raise forms.ValidationError("Die datum is voorbij. Kies vandaag of later.")
        return vanaf


class ProfielForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["voornaam", "tussenvoegsel", "achternaam", "telefoon", "thema", "sneltoetsen"]
        labels = {"thema": "Kleuren"}
        help_texts = {"sneltoetsen": "Letters en cijfers doen dan iets op een pagina. In een tekstvak nooit."}
        error_messages = {
            "voornaam": {"required": "Vul je voornaam in."},
            "achternaam": {"required": "Vul je achternaam in."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "Bewaar", naast("voornaam", "tussenvoegsel", "achternaam"), "telefoon", "thema", "sneltoetsen"
        )


class WaarnemingForm(forms.Form):
    """Who is away (only asked of who may arrange it for others), who takes over, and when."""

    afwezige = ZoekVeld(label="Wie is afwezig")
    waarnemer = ZoekVeld(label="Wie neemt waar")
    van = Datum(label="Eerste dag afwezig")
    tot = Datum(label="Laatste dag afwezig")

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["van"].initial = werkplek.dag
        self.voor_anderen = mag_voor_anderen(werkplek)
        if self.voor_anderen:
            self._kies("afwezige", kring_voor_waarneming(werkplek, ook_zelf=True))
            if any(a.rol in ROLLEN_WAARNEEMBAAR for a in werkplek.aanstellingen):
                self.fields["afwezige"].initial = werkplek.user.pk
        else:
            del self.fields["afwezige"]
        self._kies("waarnemer", kring_voor_waarneming(werkplek, ook_zelf=self.voor_anderen))
        wie = ["afwezige"] if self.voor_anderen else []
        self.helper = helper("Regel waarneming", *wie, "waarnemer", naast("van", "tot"))

    def _kies(self, naam: str, kring: Kring) -> None:
        veld = self.fields[naam]
        assert isinstance(veld, ZoekVeld)
        veld.bron = kring
