"""What differs between two versions of a plan, sentence by sentence, factor by factor, figure by figure; pure functions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from beleid.planloop import Deelsoort

_ZIN = re.compile(r"[^.!?…\s][^.!?…\n]*[.!?…]*|[.!?…]+|\n|[^\S\n]+")
GELIJK, ERBIJ, WEG = "gelijk", "erbij", "weg"


@dataclass(frozen=True)
class Stuk:
    """A stretch of text that stayed, came or went."""

    wat: str
    tekst: str


@dataclass(frozen=True)
class Deelverschil:
    """One part that changed."""

    naam: str
    stukken: Sequence[Stuk]


def stukken(oud: str, nieuw: str) -> list[Stuk]:
    """Both texts as one row of stretches: without what came it is the old text, without what went the new one."""
    a, b = _ZIN.findall(oud), _ZIN.findall(nieuw)
    uit: list[Stuk] = []
    for soort, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if soort == "equal":
            uit.append(Stuk(GELIJK, "".join(a[a1:a2])))
            continue
        if a2 > a1:
            uit.append(Stuk(WEG, "".join(a[a1:a2])))
        if b2 > b1:
            uit.append(Stuk(ERBIJ, "".join(b[b1:b2])))
    return uit


def deelverschillen(oud: Mapping[str, str], nieuw: Mapping[str, str]) -> list[Deelverschil]:
    """The parts whose text changed, in the order of the plan."""
    return [
        Deelverschil(str(soort.label), stukken(oud.get(soort, ""), nieuw.get(soort, "")))
        for soort in Deelsoort
        if oud.get(soort, "") != nieuw.get(soort, "")
    ]


Factor = tuple[str, str, int | None]
"""Side, text, score."""


def factorverschillen(oud: Iterable[Factor], nieuw: Iterable[Factor]) -> list[str]:
    """What came, went or got another score, in a sentence each."""
    was = {(kant, tekst): score for kant, tekst, score in oud}
    nu = {(kant, tekst): score for kant, tekst, score in nieuw}
    uit = [f"Erbij ({kant}): {tekst}" for kant, tekst in nu if (kant, tekst) not in was]
    uit += [f"Weg ({kant}): {tekst}" for kant, tekst in was if (kant, tekst) not in nu]
    uit += [
        f"{tekst}: score {was[sleutel] or 'nog niet'}, nu {score or 'nog niet'}"
        for sleutel, score in nu.items()
        for tekst in [sleutel[1]]
        if sleutel in was and was[sleutel] != score
    ]
    return uit


def getalverschillen(oud: Mapping[str, str], nieuw: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Figures that are shown otherwise: label, then, now."""
    return [
        (label, oud.get(label, "niet geteld"), waarde)
        for label, waarde in nieuw.items()
        if oud.get(label, "niet geteld") != waarde
    ]
