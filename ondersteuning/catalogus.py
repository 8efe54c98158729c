"""The catalogue of one school year as it is shown: filtered by what is in the address, and laid beside last year."""

from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils.http import urlencode

from ondersteuning.access_aanbod import aanbod_van, vrij_voor_nieuw
from ondersteuning.jaarvergelijking import Vergelijking, vergelijk
from ondersteuning.models import Aanbod, Aanbodsoort, Vorm
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.pagina import PER_PAGINA_RUIM, Pagina, gelezen_bladzijde
from zorgapp.kern.schooljaar import Schooljaar

FILTERS: dict[str, list[tuple[str, str]]] = {
    "lijn": [(str(lijn.value), lijn.label) for lijn in Lijn],
    "domein": list(Domein.choices),
    "soort": list(Aanbodsoort.choices),
    "vorm": list(Vorm.choices),
}


@dataclass(frozen=True)
class Rij:
    """One offering in the list: `plek` says in words whether there is room, as far as this person may know."""

    aanbod: Aanbod
    plek: str
    vol: bool
    anders: list[str]
    nieuw: bool


@dataclass(frozen=True)
class Catalogus:
    """One page of a year; `keuzes` are the filters with what was chosen, `adres` keeps them while paging."""

    jaar: Schooljaar
    pagina: Pagina
    vergelijking: Vergelijking
    gekozen: dict[str, str]
    leeg_jaar: bool
    nu: bool
    mag_wijzigen: bool
    volgend: Schooljaar | None
    neemt_over: bool

    @property
    def vorig(self) -> Schooljaar:
        return Schooljaar(self.jaar.beginjaar - 1)

    @property
    def keuzes(self) -> list[tuple[str, list[tuple[str, str]], str]]:
        return [(naam, opties, self.gekozen.get(naam, "")) for naam, opties in FILTERS.items()]

    @property
    def adres(self) -> str:
        return urlencode({"jaar": str(self.jaar), **self.gekozen}) + "&"


def jaar_uit(werkplek: Werkplek, gevraagd: str) -> Schooljaar:
    """The year of an address ("2026-2027"); anything that is no school year near ours is the present one."""
    nu = Schooljaar.van(werkplek.dag)
    try:
        jaar = Schooljaar.uit_label(gevraagd)
    except ValueError:
        return nu
    return jaar if 2000 <= jaar.beginjaar <= nu.beginjaar + 1 else nu


def lees_catalogus(werkplek: Werkplek, vraag: QueryDict) -> Catalogus:
    """One page of the offer of a year, of which only what fits the filters (two queries)."""
    jaar, nu = jaar_uit(werkplek, vraag.get("jaar", "")), Schooljaar.van(werkplek.dag)
    alle, eerder = aanbod_van(werkplek, jaar), aanbod_van(werkplek, Schooljaar(jaar.beginjaar - 1))
    gekozen = {
        naam: str(vraag[naam])
        for naam, opties in FILTERS.items()
        if vraag.get(naam) in {waarde for waarde, _ in opties}
    }
    verschil = vergelijk(alle, eerder)
    passend = [_rij(werkplek, a, verschil, jaar == nu) for a in alle if _past(a, gekozen)]
    return Catalogus(
        jaar=jaar,
        pagina=_bladzijde(passend, vraag.get("p")),
        vergelijking=verschil,
        gekozen=gekozen,
        leeg_jaar=not alle,
        nu=jaar == nu,
        mag_wijzigen=werkplek.mag(Recht.AANBOD_WIJZIGEN) and jaar >= nu,
        volgend=Schooljaar(jaar.beginjaar + 1) if jaar <= nu else None,
        neemt_over=nu.beginjaar - 1 <= jaar.beginjaar <= nu.beginjaar,
    )


def _past(aanbod: Aanbod, gekozen: dict[str, str]) -> bool:
    is_ = {
        "lijn": {str(aanbod.lijn)},
        "domein": set(aanbod.domeinen),
        "soort": {aanbod.soort},
        "vorm": {aanbod.vorm},
    }
    return all(waarde in is_[naam] for naam, waarde in gekozen.items())


def _bladzijde(rijen: list[Rij], gevraagd: str | None) -> Pagina:
    """The asked page of rows that were read already."""
    nummer = gelezen_bladzijde(gevraagd)
    begin = (nummer - 1) * PER_PAGINA_RUIM
    meer = len(rijen) > begin + PER_PAGINA_RUIM
    return Pagina(rijen[begin : begin + PER_PAGINA_RUIM], nummer, nummer + 1 if meer else None)


def _rij(werkplek: Werkplek, aanbod: Any, verschil: Vergelijking, nu: bool) -> Rij:
    plek, vol = plekzin(werkplek, aanbod) if nu and not aanbod.gestopt_op else ("", False)
    return Rij(aanbod, plek, vol, verschil.anders.get(aanbod.stam, []), aanbod.stam in verschil.nieuw)


def ziet_aantallen(werkplek: Werkplek) -> bool:
    """Real numbers of places are for the zorgteam only (LOOK, "Kleine aantallen")."""
    return werkplek.mag(Recht.AANBOD_WIJZIGEN) or Rol.BEGELEIDER in werkplek.rollen


def plekzin(werkplek: Werkplek, aanbod: Any) -> tuple[str, bool]:
    """Whether there is room, and if that is a warning: numbers for the zorgteam, a word for others who have pupils.

    Who sees figures only gets the number of places and not how many of them are taken.
    """
    if aanbod.capaciteit is None:
        return "geen vast aantal plekken", False
    vol = vrij_voor_nieuw(aanbod) == 0
    if ziet_aantallen(werkplek):
        wacht = f", {hoeveel(aanbod.wachten, 'wacht', 'wachten')}" if aanbod.wachten else ""
        return f"{aanbod.bezet} van {aanbod.capaciteit} plekken{wacht}", vol
    if werkplek.mag(Recht.AANBOD_LEERLINGEN):
        return ("vol, er is een wachtlijst" if vol else "er is plek"), vol
    return hoeveel(aanbod.capaciteit, "plek", "plekken"), False
