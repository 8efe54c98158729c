"""An HGW form as it is read: only what somebody filled in, on the page, on paper and in the PDF alike."""

from dataclasses import dataclass

from ondersteuning.hgwvelden import SECTIES, Sectie, Veld, zin
from ondersteuning.models import Hgw


@dataclass(frozen=True)
class Regel:
    """One answer; of a sentence that was finished the whole sentence, without a question above it."""

    label: str
    tekst: str


@dataclass(frozen=True)
class Leesdeel:
    """One part with its answers; `rechts` holds what hinders, beside what helps."""

    sleutel: str
    kop: str
    regels: list[Regel]
    rechts: list[Regel] | None = None


def lees(hgw: Hgw) -> list[Leesdeel]:
    """The parts that hold something, in the order of the form."""
    delen = [_deel(hgw, sectie) for sectie in SECTIES]
    return [deel for deel in delen if deel.regels or deel.rechts]


def _deel(hgw: Hgw, sectie: Sectie) -> Leesdeel:
    if sectie.soort != "kolommen":
        return Leesdeel(sectie.sleutel, sectie.kop, _regels(hgw, sectie.velden))
    helft = len(sectie.velden) // 2
    links, rechts = (_kolom(hgw, velden) for velden in (sectie.velden[:helft], sectie.velden[helft:]))
    return Leesdeel(sectie.sleutel, sectie.kop, links, rechts)


def _kolom(hgw: Hgw, velden: tuple[Veld, ...]) -> list[Regel]:
    """The answers of one column, whose heading says already what the labels begin with ("Helpt: thuis")."""
    regels = _regels(hgw, velden)
    return [Regel(r.label.partition(": ")[2].capitalize(), r.tekst) for r in regels]


def _regels(hgw: Hgw, velden: tuple[Veld, ...]) -> list[Regel]:
    gevuld = [(veld, getattr(hgw, veld.naam)) for veld in velden if getattr(hgw, veld.naam)]
    return [
        Regel("" if veld.zin else veld.label, zin(veld.naam, tekst) if veld.zin else tekst)
        for veld, tekst in gevuld
    ]
