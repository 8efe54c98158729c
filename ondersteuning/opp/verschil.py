"""What differs between two texts, word by word, as data: pure functions, for versions side by side."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, TypeVar

WOORDEN_MEEST = 1_000_000  # words of one text times those of the other; above it lines are compared
_WOORD = re.compile(r"\S+\s*|\s+")
_REGEL = re.compile(r"[^\n]*\n|[^\n]+")

K = TypeVar("K")


@dataclass(frozen=True)
class Stukje:
    """A piece of text that stayed ("zelfde"), went ("weg") or came ("erbij")."""

    soort: str
    tekst: str


@dataclass(frozen=True)
class Verschil:
    """One text of which something changed: as it was and as it is, with what went and what came marked."""

    label: str
    oud: list[Stukje]
    nieuw: list[Stukje]


def vergelijk(label: str, oud: Any, nieuw: Any) -> Verschil | None:
    """Compare two values as they are shown; None when they are the same. Spaces at the ends do not count."""
    was, wordt = _tekst(oud), _tekst(nieuw)
    if was == wordt:
        return None
    return Verschil(label, *_kanten(was, wordt))


def _tekst(waarde: Any) -> str:
    return "" if waarde is None else "\n".join(str(waarde).strip().splitlines())


def _kanten(oud: str, nieuw: str) -> tuple[list[Stukje], list[Stukje]]:
    """Both texts whole, in pieces; white space belongs to the word before it and makes no difference."""
    a, b = _WOORD.findall(oud), _WOORD.findall(nieuw)
    if len(a) * len(b) > WOORDEN_MEEST:
        a, b = _REGEL.findall(oud), _REGEL.findall(nieuw)
    kaal_a, kaal_b = [deel.strip() for deel in a], [deel.strip() for deel in b]
    links, rechts = [], []
    for soort, van_a, tot_a, van_b, tot_b in SequenceMatcher(None, kaal_a, kaal_b, False).get_opcodes():
        zelfde = soort == "equal"
        if tot_a > van_a:
            links.append(Stukje("zelfde" if zelfde else "weg", "".join(a[van_a:tot_a])))
        if tot_b > van_b:
            rechts.append(Stukje("zelfde" if zelfde else "erbij", "".join(b[van_b:tot_b])))
    return links, rechts


def koppel(oud: Mapping[K, Any], nieuw: Mapping[K, Any]) -> Sequence[tuple[Any, Any]]:
    """Pair rows of two versions by their key: what stayed or came in the new order, then what went (old, None)."""
    paren = [(oud.get(sleutel), rij) for sleutel, rij in nieuw.items()]
    return [*paren, *((rij, None) for sleutel, rij in oud.items() if sleutel not in nieuw)]
