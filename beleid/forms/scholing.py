"""Forms of training: what it is, and looking back on it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from crispy_forms.layout import HTML
from django import forms

from beleid.access_punt import eigenaar_kring
from beleid.access_scholing import PER_LIJST, bezoeker_kring
from beleid.forms.punt import versieveld
from beleid.models import Scholing, Scholingdeelname
from beleid.services.scholing import Scholinggegevens
from beleid.services.scholingdeelname import ERBIJ_MAX
from ondersteuning.forms.trajectvelden import CONCEPTREGEL, regel, tekst
from zorgapp.accounts.forms.basis import Datum, helper, naast
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.velden import gelezen_nummer

_TE_VEEL = "Schrijf een bedrag onder 10 miljoen euro."


class ScholingForm(forms.Form):
    """One training, on a day in the school year `jaar`."""

    versie = versieveld()
    titel = regel(
        "Waar gaat de scholing over?",
        "Schrijf op waar de scholing over gaat.",
        uitleg="Iedereen op school leest dit. Schrijf geen namen van leerlingen.",
    )
    datum = Datum(label="Op welke dag?")
    doelgroep = regel(
        "Voor wie is het?", "Schrijf op voor wie het is.", uitleg="Bijvoorbeeld: alle mentoren."
    )
    eigenaar = ZoekVeld(label="Wie regelt het?", leeg="Kies een collega")
    aanbieder = regel("Wie geeft het?", uitleg="Een collega of een bureau.")
    kosten = forms.DecimalField(
        label="Kosten in euro's",
        required=False,
        min_value=Decimal(0),
        max_digits=9,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "invalid": "Schrijf een bedrag, bijvoorbeeld 450 of 450,50.",
            "min_value": "Schrijf een bedrag van 0 of hoger.",
            "max_digits": _TE_VEEL,
            "max_whole_digits": _TE_VEEL,
            "max_decimal_places": "Gebruik hoogstens twee cijfers achter de komma.",
        },
    )
    waarom = tekst("Waarom doen jullie dit?", rijen=3, hoogstens=400)
    materiaal = tekst("Waar staat het materiaal?", rijen=2, hoogstens=400)

    def __init__(
        self, *args: Any, werkplek: Werkplek, jaar: Schooljaar, rij: Scholing | None, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        veld = self.fields["eigenaar"]
        assert isinstance(veld, ZoekVeld)
        veld.bron = eigenaar_kring(werkplek, rij.eigenaar_id if rij else None)
        self.fields["datum"].widget.attrs.update(min=jaar.begin.isoformat(), max=jaar.eind.isoformat())
        self.helper = helper(
            "Bewaar" if rij else "Zet in de lijst",
            "versie",
            "titel",
            naast("datum", "doelgroep"),
            "eigenaar",
            naast("aanbieder", "kosten"),
            "waarom",
            "materiaal",
            CONCEPTREGEL,
        )

    def gegevens(self) -> Scholinggegevens:
        """What the services take."""
        return Scholinggegevens(**{v: w for v, w in self.cleaned_data.items() if v != "versie"})


class OpbrengstForm(forms.Form):
    """What a training brought."""

    versie = versieveld()
    opbrengst = tekst(
        "Wat leverde het op?",
        rijen=4,
        hoogstens=600,
        uitleg="Iedereen op school leest dit. Schrijf geen namen van leerlingen of collega’s.",
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.helper = helper("Bewaar", "versie", "opbrengst", CONCEPTREGEL)


class TerugkijkenForm(OpbrengstForm):
    """Who was there of the `deelnames` of this page, who came without signing up, and what it brought."""

    def __init__(
        self, *args: Any, werkplek: Werkplek, deelnames: Sequence[Scholingdeelname], verder: bool, **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        self.erbij = [f"erbij{nummer}" for nummer in range(1, ERBIJ_MAX + 1)]
        kring = bezoeker_kring(werkplek)
        for nummer, naam in enumerate(self.erbij, 1):
            meer = "Waren het er meer? Leg vast en open dit nog eens." if nummer == ERBIJ_MAX else ""
            veld = ZoekVeld(
                label=f"Kwam zonder aanmelding {nummer}", required=False, met_lijst=False, help_text=meer
            )
            veld.bron = kring
            self.fields[naam] = veld
        waren = self.waren() if self.is_bound else {d.pk for d in deelnames if d.aanwezig is not False}
        self.rijen = [(deelname, deelname.pk in waren) for deelname in deelnames]
        knop = "Leg vast en ga naar de volgende namen" if verder else "Leg vast"
        self.helper = helper(
            knop,
            "versie",
            HTML('{% include "beleid/_scholing_aanwezig.html" %}'),
            *self.erbij,
            "opbrengst",
            CONCEPTREGEL,
        )

    def _nummers(self, naam: str) -> set[int]:
        """The rows that were sent, no more than a page has; what is no number is left out."""
        ruw = self.data.getlist(naam)[:PER_LIJST]  # type: ignore[attr-defined]
        return {nummer for waarde in ruw if (nummer := gelezen_nummer(waarde)) is not None}

    def waren(self) -> set[int]:
        """The rows that were ticked."""
        return self._nummers("waren")

    def gegevens(self) -> dict[str, Any]:
        """What the service takes."""
        erbij: list[User] = [self.cleaned_data[naam] for naam in self.erbij if self.cleaned_data[naam]]
        return {
            "versie": self.cleaned_data["versie"] or 0,
            "stond": self._nummers("stond"),
            "waren": self.waren(),
            "erbij": erbij,
            "opbrengst": self.cleaned_data["opbrengst"],
        }
