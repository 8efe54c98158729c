"""Several facilities at once: a part per facility with what is said of it, and how long the card holds."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerlingen.forms.kaart import WAAR, ToekenningVelden, versieveld
from leerlingen.models import Faciliteit, Faciliteitenkaart, Faciliteitsoort
from leerlingen.services.kaartsamenstellen import Faciliteitkeuze
from zorgapp.accounts.forms.basis import Datum
from zorgapp.kern.schooljaar import Schooljaar

LIJSTEN, REGELS = ("waar", "vakken"), ("tekst", "bijzonderheid", "minuten", "geldig_tot")


def meervoud(inhoud: Mapping[str, Any], naam: str) -> list[str]:
    """The values under one name, of a draft (where one value is no list) as of what was sent."""
    waarde = inhoud.get(naam, [])
    rij = waarde if isinstance(waarde, list) else [waarde]
    return [deel for deel in rij if isinstance(deel, str)]


class DeelForm(ToekenningVelden):
    """One facility of the catalogue; `mee` is whether it comes on the card."""

    def __init__(
        self, data: Any, *, faciliteit: Faciliteit, mee: bool, vakken: list[str], getypt: Mapping[str, Any]
    ) -> None:
        self.faciliteit, self.mee = faciliteit, mee
        begin: dict[str, Any] = {
            "tekst": faciliteit.tekst,
            "waar": [veld for veld, _ in WAAR if getattr(faciliteit, veld, False)],
            "minuten": faciliteit.minuten,
        }
        voor = f"f{faciliteit.pk}"
        if f"{voor}-tekst" in getypt:
            begin = {veld: meervoud(getypt, f"{voor}-{veld}") for veld in LIJSTEN}
            begin |= {veld: "".join(meervoud(getypt, f"{voor}-{veld}")[:1]) for veld in REGELS}
            begin["vooraan"] = f"{voor}-vooraan" in getypt
        super().__init__(data if mee else None, prefix=voor, initial=begin)
        self.bied_vakken(vakken)

    @property
    def vraagt_minuten(self) -> bool:
        """Extra time at the central exam is counted."""
        return self.faciliteit.examenaanpassing and self.faciliteit.soort == Faciliteitsoort.TIJD

    @property
    def meer(self) -> bool:
        """Whether the rest of the part is to be open: something stands there, or something is wrong."""
        return any(
            self[veld].value() or self[veld].errors for veld in ("bijzonderheid", "geldig_tot", "vooraan")
        )


class SamenstelForm(forms.Form):
    """A whole card in one go; `stand` is the card that was seen, 0 when there was none."""

    stand = versieveld()
    geldig_tot = Datum()

    def __init__(
        self,
        data: Any = None,
        *,
        faciliteiten: Sequence[Faciliteit],
        mee: Collection[int],
        vakken: list[str],
        kaart: Faciliteitenkaart | None,
        dag: date,
        getypt: Mapping[str, Any],
    ) -> None:
        tot = kaart.geldig_tot if kaart and kaart.geldig_tot >= dag else Schooljaar.van(dag).eind
        begin = {"geldig_tot": "".join(meervoud(getypt, "geldig_tot")[:1]) or tot}
        super().__init__(data, initial=begin)
        self.delen = [
            DeelForm(data, faciliteit=f, mee=f.pk in mee, vakken=vakken, getypt=getypt) for f in faciliteiten
        ]

    @property
    def meedoend(self) -> list[DeelForm]:
        return [deel for deel in self.delen if deel.mee]

    def clean(self) -> dict[str, Any]:
        if not self.meedoend:
            self.add_error(None, "Vink minstens één faciliteit aan.")
        return super().clean() or {}

    def is_valid(self) -> bool:
        """Whether the card and every facility that comes along can be stored; all of them are looked at."""
        return all([super().is_valid(), *(deel.is_valid() for deel in self.meedoend)])

    def keuzes(self) -> list[Faciliteitkeuze]:
        return [Faciliteitkeuze(deel.faciliteit, deel.gegevens()) for deel in self.meedoend]

    def neem_over(self, fout: ValidationError) -> None:
        """Show what the service refused at the facility (`f12-tekst`) and the field it names."""
        delen: dict[str, forms.Form] = {f"f{deel.faciliteit.pk}": deel for deel in self.meedoend}
        for sleutel, teksten in (
            fout.message_dict if hasattr(fout, "error_dict") else {"": fout.messages}
        ).items():
            voor, _, veld = sleutel.rpartition("-")
            form = delen.get(voor, self)
            veld = "waar" if veld == "centraal_examen" else veld
            form.add_error(veld if veld in form.fields else None, teksten)
