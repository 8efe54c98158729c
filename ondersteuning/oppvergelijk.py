"""Two versions of an OPP side by side: what differs in texts, goals and deviations."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ondersteuning.access_opp_editor import afwijkingen_van, doelen_van
from ondersteuning.models import OppAfwijking, OppDoel, OppVersie
from ondersteuning.opp.velden import SCHERMEN
from ondersteuning.opp.verschil import Verschil, koppel, vergelijk
from zorgapp.kern.datums import dag_maand

_DOEL = (
    ("doel", "Doel"),
    ("get_domein_display", "Domein"),
    ("criterium", "Je merkt het aan"),
    ("beginsituatie", "Hoe het nu is"),
    ("aanpak", "Aanpak"),
    ("wie", "Wie"),
    ("get_waar_display", "Waar"),
    ("frequentie", "Hoe vaak"),
    ("materialen", "Waarmee"),
    ("van", "Vanaf"),
    ("tot", "Klaar op"),
)
_AFWIJKING = (
    ("get_soort_display", "Wat"),
    ("vak", "Vak of onderdeel"),
    ("uitleg", "Waarom"),
    ("grondslag", "Waarop het berust"),
    ("van", "Vanaf"),
    ("tot", "Tot en met"),
    ("uren", "Lesuren per week"),
    ("inspectie_op", "Gevraagd aan de inspectie"),
)
_KEUZES = {
    "perspectief": (("get_bestemming_display", "Waar de leerling uitkomt"),),
    "handelingsdeel": (("get_afwijkt_display", "Afwijken van het programma"),),
}


@dataclass(frozen=True)
class Rijverschil:
    """A goal or deviation that came, went or changed."""

    kop: str
    stand: str
    verschillen: list[Verschil]


@dataclass(frozen=True)
class Deelverschil:
    """One part in which something differs."""

    kop: str
    verschillen: list[Verschil]
    rijen: list[Rijverschil]


def vergelijk_versies(oud: OppVersie, nieuw: OppVersie) -> list[Deelverschil]:
    """The parts in which two versions differ, in the order of the editor (4 queries); empty when nothing does."""
    doelen = koppel(*({d.stam: d for d in doelen_van(v.pk)} for v in (oud, nieuw)))
    afwijkingen = koppel(*(_per_afwijking(afwijkingen_van(v.pk)) for v in (oud, nieuw)))
    delen = []
    for scherm in SCHERMEN:
        velden = [*_KEUZES.get(scherm.sleutel, ()), *((veld.naam, veld.label) for veld in scherm.velden)]
        verschillen = _velden(oud, nieuw, velden)
        rijen: list[Rijverschil] = []
        if scherm.sleutel == "handelingsdeel":
            rijen = [*_rijen(doelen, _DOEL, "Doel"), *_rijen(afwijkingen, _AFWIJKING, "Afwijking")]
        if verschillen or rijen:
            delen.append(Deelverschil(scherm.kop, verschillen, rijen))
    return delen


def _per_afwijking(rijen: Sequence[OppAfwijking]) -> dict[tuple[str, str, int], OppAfwijking]:
    """Deviations by what they are about: kind, subject, and the how manieth of those."""
    per: dict[tuple[str, str, int], OppAfwijking] = {}
    for rij in rijen:
        hoeveelste = sum((rij.soort, rij.vak) == sleutel[:2] for sleutel in per)
        per[rij.soort, rij.vak, hoeveelste] = rij
    return per


def _waarde(rij: Any, naam: str) -> Any:
    if rij is None:
        return ""
    waarde = getattr(rij, naam)
    waarde = waarde() if callable(waarde) else waarde
    return f"{dag_maand(waarde)} {waarde.year}" if hasattr(waarde, "year") else waarde


def _velden(oud: Any, nieuw: Any, velden: Sequence[tuple[str, str]]) -> list[Verschil]:
    gevonden = (vergelijk(label, _waarde(oud, naam), _waarde(nieuw, naam)) for naam, label in velden)
    return [verschil for verschil in gevonden if verschil]


def _rijen(
    paren: Sequence[tuple[Any, Any]], velden: Sequence[tuple[str, str]], soort: str
) -> list[Rijverschil]:
    uit = []
    for oud, nieuw in paren:
        verschillen = _velden(oud, nieuw, velden)
        if not verschillen:
            continue
        stand = "erbij" if oud is None else "weg" if nieuw is None else "veranderd"
        rij: OppDoel | OppAfwijking = nieuw or oud
        uit.append(Rijverschil(f"{soort}: {_waarde(rij, velden[0][0])}", stand, verschillen))
    return uit
