"""Inviting a colleague, and one more role."""

from typing import Any

from django import forms

from zorgapp.accounts.access import afdelingen, vestigingen
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mensen import Persoon, Rolgegevens
from zorgapp.accounts.werkplek import Werkplek


class _Periodeform(forms.Form):
    """Role fields with a period and a place, shared by inviting and by one more role."""

    functie = forms.CharField(
        max_length=80,
        required=False,
        help_text="Wat collega's lezen bij de naam, bijvoorbeeld remedial teacher, decaan of docent Duits.",
    )
    vestiging = forms.ModelChoiceField(
        queryset=None,
        required=False,
        empty_label="Hele school",
        help_text="Voor een zorgcoördinator van één vestiging.",
    )
    afdeling = forms.ModelChoiceField(
        queryset=None,
        required=False,
        empty_label="Geen afdeling",
        help_text="Voor een teamleider: die ziet de leerlingen van deze afdeling.",
    )
    van = Datum(label="Vanaf")
    tot = Datum(label="Tot en met", required=False, help_text="Leeg: tot je de rol beëindigt.")

    def __init__(self, *args: Any, werkplek: Werkplek, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vestiging"].queryset = vestigingen(werkplek)
        self.fields["afdeling"].queryset = afdelingen(werkplek)
        self.fields["van"].initial = werkplek.dag
        self.heeft_afdelingen = self.fields["afdeling"].queryset.exists()
        self.heeft_vestigingen = self.fields["vestiging"].queryset.exists()

    def gekozen(self) -> list[str]:
        """The chosen roles."""
        raise NotImplementedError

    def plekken(self) -> list[str]:
        """The place fields that this school has something to choose for."""
        return [
            naam
            for naam, er in (("vestiging", self.heeft_vestigingen), ("afdeling", self.heeft_afdelingen))
            if er
        ]

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", "De einddatum ligt voor de begindatum.")
        if Rol.TEAMLEIDER in self.gekozen() and self.heeft_afdelingen and not gegevens.get("afdeling"):
            self.add_error("afdeling", "Kies de afdeling van deze teamleider.")
        return gegevens

    def rollen(self) -> list[Rolgegevens]:
        """The chosen roles with their period, for the service."""
        g = self.cleaned_data
        return [
            Rolgegevens(Rol(rol), g["van"], g["tot"], g["functie"], g["vestiging"], g["afdeling"])
            for rol in self.gekozen()
        ]


class UitnodigForm(_Periodeform):
    """Who, as what and from when; a mail with a one-time link follows."""

    email = forms.EmailField(
        label="E-mailadres",
        max_length=254,
        help_text="Het adres van school. Hier gaat de uitnodiging heen.",
        error_messages={
            "required": "Vul het e-mailadres in.",
            "invalid": "Dit is geen e-mailadres. Kijk het na.",
        },
    )
    voornaam = forms.CharField(max_length=60, error_messages={"required": "Vul de voornaam in."})
    tussenvoegsel = forms.CharField(max_length=20, required=False)
    achternaam = forms.CharField(max_length=80, error_messages={"required": "Vul de achternaam in."})
    rollen_keuze = forms.MultipleChoiceField(
        label="Rollen",
        choices=Rol.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Kies minstens één rol.", "invalid_choice": "Kies een rol uit de lijst."},
    )
    field_order = ["email", "voornaam", "tussenvoegsel", "achternaam", "rollen_keuze"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(
            "Stuur uitnodiging",
            "email",
            naast("voornaam", "tussenvoegsel", "achternaam"),
            "rollen_keuze",
            "functie",
            *self.plekken(),
            naast("van", "tot"),
        )

    def gekozen(self) -> list[str]:
        return self.cleaned_data.get("rollen_keuze") or []

    def persoon(self) -> Persoon:
        g = self.cleaned_data
        return Persoon(g["email"], g["voornaam"], g["achternaam"], g["tussenvoegsel"])


class RolForm(_Periodeform):
    """One more role for a colleague."""

    rol = forms.ChoiceField(
        choices=[("", "Kies een rol"), *Rol.choices],
        widget=Keuze(),
        error_messages={"required": "Kies een rol.", "invalid_choice": "Kies een rol uit de lijst."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("Geef rol", "rol", "functie", *self.plekken(), naast("van", "tot"))

    def gekozen(self) -> list[str]:
        rol = self.cleaned_data.get("rol")
        return [rol] if rol else []
