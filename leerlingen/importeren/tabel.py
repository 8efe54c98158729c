"""From rows of cells (CSV or XLSX) to an Inhoud: find the heading, then one pupil a row."""

from collections.abc import Iterable
from datetime import date

from leerlingen.importeren.inhoud import Inhoud, LeesFout
from leerlingen.importeren.kolommen import ontbrekend, velden_van
from leerlingen.importeren.regels import maak_regel

Rij = tuple[int, list[str]]
FORMULE = "\x1bformule"  # what a reader gives for a cell with a formula; no real cell can hold an escape sign


def lees_tabel(soort: str, rijen: Iterable[Rij], vandaag: date) -> Inhoud:
    """Read numbered rows; raises LeesFout without pupils or without the required columns."""
    inhoud = Inhoud(soort)
    velden: dict[int, str] | None = None
    for nummer, cellen in rijen:
        if not any(cel.strip() for cel in cellen):
            continue
        if velden is None:
            velden = _kop(cellen)
            inhoud.velden |= {"tussenvoegsel", "roepnaam", "achternaam"}
            continue
        _lees_rij(nummer, {v: cellen[p] for p, v in velden.items() if p < len(cellen)}, inhoud, vandaag)
    if velden is None:
        raise LeesFout("Dit bestand is leeg. Kies een ander bestand.")
    if not inhoud.regels and not inhoud.fouten:
        raise LeesFout("Onder de kopregel staan geen leerlingen.")
    inhoud.zonder_dubbele()
    return inhoud


def _kop(cellen: list[str]) -> dict[int, str]:
    velden = velden_van(cellen)
    mist = ontbrekend(set(velden.values()))
    if mist:
        raise LeesFout(
            f"In de eerste regel mis ik de kolom {' en '.join(mist)}. Zet boven elke kolom wat erin staat."
            if velden
            else "De eerste regel heeft geen kolomnamen die ik ken, zoals leerlingnummer, roepnaam en achternaam."
        )
    return velden


def _lees_rij(nummer: int, ruw: dict[str, str], inhoud: Inhoud, vandaag: date) -> None:
    formule = next((veld for veld, waarde in ruw.items() if waarde == FORMULE), None)
    if formule:
        sleutel = ruw.get("leerlingnummer", "")
        inhoud.weiger(
            nummer,
            f"In de kolom {formule} staat een formule. Plak daar de waarde.",
            "" if sleutel == FORMULE else sleutel.strip()[:40],
        )
    else:
        maak_regel(nummer, ruw, inhoud, vandaag)
