"""Ending a role: the last day, who takes over, and for a single item perhaps somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms

from zorgapp.accounts.collegas import kring_voor_opvolger
from zorgapp.accounts.eigendom import Eigendom, OpenStuk
from zorgapp.accounts.forms.basis import Datum
from zorgapp.accounts.forms.kiezen import ZoekVeld
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.beeindigen import Gevolgen, kan_niet_overnemen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.kiezen import Optie

GEEN = "geen"
GETOOND = 25  # items of one kind on the page; the others go along with the rest
OVERNEMEN = {"required": "Kies wie dit overneemt."}


@dataclass(frozen=True)
class Groep:
    """The open items of one kind: those on the page with their own choice (or None), and how many more there are."""

    titel: str
    rijen: list[tuple[str, OpenStuk, forms.BoundField | None]]
    meer: int


class BeeindigForm(forms.Form):
    """The last day of a role, one colleague who takes over all that would be left open (`alles`), and per item another.

    An item has a field of its own (`<kind>-<number>`) only when it was sent, or asked for with `ander`.
    """

    tot = Datum(label="Laatste dag")

    def __init__(
        self,
        *args: Any,
        werkplek: Werkplek,
        aanstelling: Aanstelling,
        gevolgen: Gevolgen,
        ander: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = max(werkplek.dag, aanstelling.van)
        self.werkplek, self.aanstelling, self.gevolgen = werkplek, aanstelling, gevolgen
        rest: list[Eigendom] = []
        for soort, stukken in gevolgen.open:
            eigen = [n for n in (_naam(soort, stuk) for stuk in stukken) if n == ander or self._gestuurd(n)]
            for naam in eigen:
                self.fields[naam] = self._veld(
                    soort.rollen, soort.mag_leeg, required=False, leeg="Zoals bij de rest"
                )
            rest += [soort] if len(eigen) < len(stukken) else []
        if ander in self.fields:
            self.fields[ander].widget.attrs["autofocus"] = True
        if gevolgen.open:
            soorten = rest or [soort for soort, _ in gevolgen.open]
            rollen = frozenset.intersection(*(s.rollen for s in soorten)) or _alle_rollen(soorten)
            self.fields["alles"] = self._veld(
                rollen, all(s.mag_leeg for s in soorten), required=bool(rest), label=self._vraag(bool(rest))
            )

    def _gestuurd(self, naam: str) -> bool:
        return naam in self.data or f"{naam}_naam" in self.data

    def _vraag(self, er_is_rest: bool) -> str:
        aantal = sum(len(stukken) for _, stukken in self.gevolgen.open)
        eigen = len(self.fields) > 1
        return (
            "De rest gaat naar"
            if eigen and er_is_rest
            else "Alles gaat naar"
            if aantal > 1
            else "Dit gaat naar"
        )

    def _veld(self, rollen: frozenset[Rol], mag_leeg: bool, **velden: Any) -> ZoekVeld:
        vast = (Optie(GEEN, "Nog geen"),) if mag_leeg else ()
        veld = ZoekVeld(vast=vast, error_messages=OVERNEMEN, **velden)
        veld.bron = kring_voor_opvolger(self.werkplek, self.aanstelling, rollen)
        return veld

    def _stukken(self) -> Iterator[tuple[Eigendom, OpenStuk]]:
        return ((soort, stuk) for soort, stukken in self.gevolgen.open for stuk in stukken)

    def clean(self) -> dict[str, Any]:
        """Without a choice of its own an item goes along with the rest, so then that choice must be there."""
        gegevens = super().clean() or {}
        eigen = [_naam(*paar) for paar in self._stukken() if _naam(*paar) in self.fields]
        zonder = [naam for naam in eigen if naam in gegevens and gegevens[naam] is None]
        if zonder and "alles" in gegevens and gegevens["alles"] is None:
            self.add_error(zonder[0], OVERNEMEN["required"])
        if not self.errors:
            self._controleer_opvolgers(gegevens["tot"] + timedelta(days=1))
        return gegevens

    def _controleer_opvolgers(self, vanaf: date) -> None:
        """Refuse at its own field who may not own an item from that day on; the service asks it again."""
        opvolgers = self.opvolgers()
        for soort, stuk in self._stukken():
            wie = opvolgers[(soort.sleutel, stuk.id)]
            if soort.mag_bezitten is None or wie is None:
                continue  # then the choice itself offers only who has the role
            if soort.niet_van(self.werkplek.school.pk, wie.pk, [stuk], vanaf):
                veld = _naam(soort, stuk)
                self.add_error(veld if self.cleaned_data.get(veld) else "alles", kan_niet_overnemen(wie))
                return

    def opvolgers(self) -> dict[tuple[str, int], User | None]:
        """The new owner per item; None where "nog geen" was chosen."""
        gekozen: dict[tuple[str, int], User | None] = {}
        for soort, stuk in self._stukken():
            wie = self.cleaned_data.get(_naam(soort, stuk)) or self.cleaned_data.get("alles")
            gekozen[(soort.sleutel, stuk.id)] = wie if isinstance(wie, User) else None
        return gekozen

    def groepen(self) -> list[Groep]:
        """What is open, for the page."""
        groepen = []
        for soort, stukken in self.gevolgen.open:
            rijen = []
            for nummer, stuk in enumerate(stukken):
                naam = _naam(soort, stuk)
                if naam in self.fields or nummer < GETOOND:
                    rijen.append((naam, stuk, self[naam] if naam in self.fields else None))
            groepen.append(Groep(soort.meervoud.capitalize(), rijen, len(stukken) - len(rijen)))
        return groepen

    def nog_niet(self) -> None:
        """Forget what is wrong: only another item was opened, nothing was sent in yet."""
        self.full_clean()
        self.errors.clear()


def _naam(soort: Eigendom, stuk: OpenStuk) -> str:
    return f"{soort.sleutel}-{stuk.id}"


def _alle_rollen(soorten: list[Eigendom]) -> frozenset[Rol]:
    return frozenset().union(*(soort.rollen for soort in soorten))
