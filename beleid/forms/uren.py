"""Forms of hours: asked and delivered, promised, and what one piece of work takes. People type hours, rows hold minutes."""

from decimal import Decimal
from typing import Any

from django import forms

from beleid.access_uren import collega_kring
from beleid.forms.punt import versieveld
from beleid.inzet import Werksoort
from beleid.models.facilitering import WEEK_MAX
from ondersteuning.forms.trajectvelden import regel
from zorgapp.accounts.forms.basis import helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.werkplek import Werkplek

URENFOUT = "Schrijf een aantal uren, bijvoorbeeld 16 of 7,5."


class UrenVeld(forms.DecimalField):
    """Hours a week, also with a comma, of 0 to 60; gives minutes, or None when it may stay empty and is."""

    def __init__(self, label: str, leeg: str = "", uitleg: str = "") -> None:
        super().__init__(
            label=label,
            required=bool(leeg),
            help_text=uitleg,
            min_value=Decimal(0),
            max_value=Decimal(WEEK_MAX // 60),
            max_digits=5,
            decimal_places=2,
            localize=True,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "required": leeg,
                "invalid": URENFOUT,
                "min_value": "Schrijf een getal van 0 of hoger.",
                "max_value": f"Een week heeft hier hoogstens {WEEK_MAX // 60} uur.",
                "max_digits": URENFOUT,
                "max_whole_digits": f"Een week heeft hier hoogstens {WEEK_MAX // 60} uur.",
                "max_decimal_places": "Gebruik hoogstens twee cijfers achter de komma.",
            },
        )

    def clean(self, value: Any) -> Any:
        """Minutes, rounded to whole ones."""
        uren = super().clean(value)
        return None if uren is None else round(uren * 60)


def uren_of_leeg(minuten: int | None) -> str:
    """What stands in the field: hours with a comma."""
    return "" if minuten is None else f"{minuten / 60:.2f}".rstrip("0").rstrip(".").replace(".", ",")


class UrenForm(forms.Form):
    """One role: who, and how many hours; what was delivered once the row is there."""

    versie = versieveld()
    rol = regel(
        "Welke rol?", "Schrijf op welke rol het is.", uitleg="Bijvoorbeeld: zorgcoördinator.", hoogstens=60
    )
    user = ZoekVeld(label="Wie doet het?", leeg="Nog niemand", required=False)
    gevraagd = UrenVeld("Gevraagd, uur per week", "Schrijf op hoeveel uur per week je vraagt.")
    geleverd = UrenVeld("Geleverd, uur per week", uitleg="Wat het gemiddeld geworden is.")
    opmerking = regel("Opmerking", hoogstens=300)

    def __init__(self, *args: Any, werkplek: Werkplek, nieuw: bool, **kw: Any) -> None:
        super().__init__(*args, **kw)
        veld = self.fields["user"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = collega_kring(werkplek)
        uren = ["gevraagd"] if nieuw else ["gevraagd", "geleverd"]
        if nieuw:
            del self.fields["geleverd"]
        self.helper = helper(
            "Zet in de lijst" if nieuw else "Bewaar", "versie", "rol", "user", naast(*uren), "opmerking"
        )

    def gegevens(self) -> dict[str, Any]:
        """What the services take."""
        return {veld: waarde for veld, waarde in self.cleaned_data.items() if veld != "versie"}


class ToezegForm(forms.Form):
    """What the schoolleiding promises a role."""

    versie = versieveld()
    toegezegd = UrenVeld("Toegezegd, uur per week", uitleg="Laat leeg als er nog niets is toegezegd.")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Zeg deze uren toe", "versie", "toegezegd")


class NormenForm(forms.Form):
    """What one piece of each kind of work takes, in minutes."""

    versie = versieveld()

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for soort in Werksoort:
            self.fields[soort.value] = forms.IntegerField(
                label=str(soort.label).capitalize() if soort is not Werksoort.OPP else "OPP",
                min_value=0,
                max_value=WEEK_MAX,
                widget=forms.NumberInput(attrs={"inputmode": "numeric", "min": 0, "max": WEEK_MAX}),
                error_messages={
                    "required": "Schrijf op hoeveel minuten het kost.",
                    "invalid": "Schrijf hele minuten, bijvoorbeeld 20.",
                    "min_value": "Schrijf een getal van 0 of hoger.",
                    "max_value": f"Schrijf hoogstens {WEEK_MAX} minuten.",
                },
            )
        s = Werksoort
        self.helper = helper(
            "Bewaar de minuten",
            "versie",
            naast(s.SIGNAAL.value, s.OVERLEG.value),
            naast(s.TRAJECT_LICHT.value, s.TRAJECT_MIDDEL.value, s.TRAJECT_ZWAAR.value),
            naast(s.OPP.value, s.PLAN.value),
        )

    def minuten(self) -> dict[Werksoort, int]:
        """By kind of work."""
        return {soort: self.cleaned_data[soort.value] for soort in Werksoort}
