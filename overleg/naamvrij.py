"""Does a text that outsiders read name the pupil after all? A gentle check: it warns, it never refuses (DOMAIN 37)."""

import re
import unicodedata
from datetime import date

from zorgapp.kern.datums import dag_maand

_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_DATUM = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b")


def _kaal(tekst: str) -> str:
    """Without accents and capitals."""
    los = unicodedata.normalize("NFD", tekst.casefold())
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def herkenbaar(
    tekst: str, roepnaam: str, achternaam: str, klas: str = "", geboren: date | None = None
) -> list[str]:
    """What in `tekst` gives the pupil away, each once and as we know it: first name, last name, class, date of birth.

    Whole words only, whatever accents and capitals; "Sems" counts as "Sem". A date of birth is found as 3-4-2011,
    03/04/11 or 3 april 2011.
    """
    gevonden = []
    bron = _kaal(tekst)
    woorden = {vorm for woord in _WOORD.findall(bron) for vorm in _vormen(woord)}
    for deel in (roepnaam, achternaam, klas):
        delen = _WOORD.findall(_kaal(deel))
        if delen and set(delen) <= woorden and " ".join(delen) in " ".join(_WOORD.findall(bron)):
            gevonden.append(deel)
    if geboren and (_met_datum(bron, geboren) or _kaal(f"{dag_maand(geboren)} {geboren.year}") in bron):
        gevonden.append(f"{geboren.day}-{geboren.month}-{geboren.year}")
    return list(dict.fromkeys(gevonden))


def _vormen(woord: str) -> tuple[str, ...]:
    """A word, and what it is the genitive of: "sems", "max'", "eva's"."""
    los = woord.rstrip("'’")
    zonder = los[:-1].rstrip("'’") if los.endswith("s") else los
    return (woord, los, zonder)


def _met_datum(tekst: str, dag: date) -> bool:
    soort = (dag.day, dag.month, dag.year % 100)
    return any((int(d), int(m), int(j) % 100) == soort for d, m, j in _DATUM.findall(tekst))
