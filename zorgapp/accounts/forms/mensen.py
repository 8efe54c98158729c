"""Inviting a colleague, one more role, ending a role."""

from typing import Any

from crispy_forms.layout import HTML
from django import forms

from zorgapp.accounts.access import afdelingen, collegas_met_rollen, vestigingen
from zorgapp.accounts.eigendom import Eigendom
from zorgapp.accounts.forms.basis import Datum, Keuze, helper, naast
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import Gevolgen
from zorgapp.accounts.services.mensen import Persoon, Rolgegevens
from zorgapp.accounts.werkplek import Werkplek

GEEN = "geen"


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


class BeeindigForm(forms.Form):
    """The last day of a role and a new owner for everything that would be left open."""

    tot = Datum(label="Laatste dag")

    def __init__(
        self, *args: Any, werkplek: Werkplek, aanstelling: Aanstelling, gevolgen: Gevolgen, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = max(werkplek.dag, aanstelling.van)
        self.open = gevolgen.open
        self.collegas = collegas_met_rollen(werkplek, werkplek.dag) if gevolgen.open else {}
        self.collegas.pop(aanstelling.user, None)
        velden: list[Any] = ["tot"]
        for soort, stukken in gevolgen.open:
            keuzes = self._kandidaten(soort)
            velden.append(HTML(f'<h2 class="mt-3 mb-2">{soort.meervoud.capitalize()}</h2>'))
            for stuk in stukken:
                naam = f"{soort.sleutel}-{stuk.id}"
                self.fields[naam] = forms.ChoiceField(
                    label=stuk.omschrijving,
                    choices=keuzes,
                    widget=Keuze(),
                    error_messages={
                        "required": "Kies wie dit overneemt.",
                        "invalid_choice": "Kies een collega uit de lijst.",
                    },
                )
                velden.append(naam)
        self.helper = helper("Beëindig rol", *velden)

    def _kandidaten(self, soort: Eigendom) -> list[tuple[str, str]]:
        """Who is offered for a kind: colleagues with a fitting role today, and "nog geen" where that is allowed."""
        mensen = [(str(u.pk), u.naam) for u, rollen in self.collegas.items() if soort.rollen & rollen]
        leeg = [(GEEN, "Nog geen")] if soort.mag_leeg else []
        return [("", "Kies een collega"), *leeg, *mensen]

    def opvolgers(self) -> dict[tuple[str, int], User | None]:
        """The chosen new owner per item; None where "nog geen" was chosen."""
        mensen = {str(u.pk): u for u in self.collegas}
        return {
            (soort.sleutel, stuk.id): mensen.get(self.cleaned_data[f"{soort.sleutel}-{stuk.id}"])
            for soort, stukken in self.open
            for stuk in stukken
        }
