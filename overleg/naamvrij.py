"""Does a text that outsiders read name the pupil after all? A gentle check: it warns, it never refuses (DOMAIN 37)."""

import re
import unicodedata
from datetime import date

from zorgapp.kern.datums import dag_maand

_WOORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_STREEP = re.compile(r"[-\u2010-\u2015]")
_DATUM = re.compile(r"\b(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})\b")
_DATUM_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
# Letters that have no accent to take off: "Søren" is typed as "Soren" as well.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})


def _kaal(tekst: str) -> str:
    """Without accents and capitals."""
    los = unicodedata.normalize("NFD", tekst.casefold().translate(_LETTERS))
    return "".join(teken for teken in los if not unicodedata.combining(teken))


def herkenbaar(
    tekst: str, roepnaam: str, achternaam: str, klas: str = "", geboren: date | None = None
) -> list[str]:
    """What in `tekst` gives the pupil away, each once and as we know it: first name, last name, class, date of birth.

    Whole words only, whatever accents, capitals and hyphens; "Sems" counts as "Sem", "Kees-Jan" and "Keesjan" as "Kees
    Jan". A date of birth is found as 3-4-2011, 03/04/11, 2011-04-03 or 3 april 2011.
    """
    gevonden = []
    bron = _kaal(tekst)
    rij = _woorden(bron)
    woorden = {vorm for woord in rij for vorm in _vormen(woord)}
    for deel in (roepnaam, achternaam, klas):
        delen = _woorden(_kaal(deel))
        achtereen = set(delen) <= woorden and " ".join(delen) in " ".join(rij)
        if delen and (achtereen or "".join(delen) in woorden):
            gevonden.append(deel)
    if geboren and (_met_datum(bron, geboren) or _kaal(f"{dag_maand(geboren)} {geboren.year}") in bron):
        gevonden.append(f"{geboren.day}-{geboren.month}-{geboren.year}")
    return list(dict.fromkeys(gevonden))


def _woorden(kaal: str) -> list[str]:
    """The words of a bare text; a hyphen parts them, so that "familie-Visser" holds "visser"."""
    return _WOORD.findall(_STREEP.sub(" ", kaal))


def _vormen(woord: str) -> tuple[str, ...]:
    """A word, and what it is the genitive of: "sems", "max'", "eva's"."""
    los = woord.rstrip("'’")
    zonder = los[:-1].rstrip("'’") if los.endswith("s") else los
    return (woord, los, zonder)


def _met_datum(tekst: str, dag: date) -> bool:
    soort = (dag.day, dag.month, dag.year % 100)
    omgekeerd = [(d, m, j) for j, m, d in _DATUM_ISO.findall(tekst)]
    gevonden = [*_DATUM.findall(tekst), *omgekeerd]
    return any((int(d), int(m), int(j) % 100) == soort for d, m, j in gevonden)
