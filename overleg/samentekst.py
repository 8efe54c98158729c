"""Two people in one text: what both typed stays, whoever saved first (a three-way merge by sentences).

The step between `ondersteuning.samenvoegen`, which chooses per field, and a real editor: the minutes of an item are one field
in which chair and minute taker write at the same time.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

_ZINSDEEL = re.compile(r"[^.!?\n]+[.!?]*[ \t]*|[.!?]+[ \t]*|\n")


@dataclass(frozen=True)
class Samentekst:
    """`tekst` with what both wrote; `botste`: they changed the same sentence, and both versions stand in it."""

    tekst: str
    botste: bool


def voeg_teksten_samen(basis: str, staat: str, mijn: str, ander: str) -> Samentekst:
    """Merge `mijn` into `staat` (what the other, called `ander`, saved meanwhile); both began from `basis`.

    Who left a sentence alone takes the other's; additions at one place stand one after the other; a sentence that both
    changed stands twice, the second time with who wrote it. No word that either added is ever dropped.
    """
    if staat in (basis, mijn):
        return Samentekst(mijn, False)
    if mijn == basis:
        return Samentekst(staat, False)
    delen = [_ZINSDEEL.findall(tekst) for tekst in (basis, staat, mijn)]
    uit, botste = [], False
    for plek in _stukken(*delen):
        oud, hun, eigen = ("".join(deel[van:tot]) for deel, (van, tot) in zip(delen, plek, strict=True))
        stuk, botst = _kies(oud, hun, eigen, ander)
        uit.append(stuk)
        botste = botste or botst
    return Samentekst("".join(uit), botste)


def _kies(oud: str, hun: str, eigen: str, ander: str) -> tuple[str, bool]:
    """One stretch of text: whoever changed it wins; what one wrote behind what the other changed follows it; else both
    stand there."""
    if hun in (oud, eigen):
        return eigen, False
    if eigen == oud:
        return hun, False
    if _erbij(oud, hun) and _erbij(oud, eigen):
        if hun[len(oud) :].startswith("\n") and not eigen[len(oud) :].startswith("\n"):
            return _na_elkaar(
                eigen, hun[len(oud) :]
            ), False  # mine goes on with the line, theirs begins a new one
        return _na_elkaar(hun, eigen[len(oud) :]), False
    if oud and _erbij(oud, hun):
        return _na_elkaar(eigen, hun[len(oud) :]), False
    if oud and _erbij(oud, eigen):
        return _na_elkaar(hun, eigen[len(oud) :]), False
    return f"{_op_een_regel(eigen)}[{ander} schreef hier:] {_op_een_regel(hun)}", True


def _erbij(oud: str, nieuw: str) -> bool:
    """Whether something was written behind it, and no word of it was continued."""
    rest = nieuw[len(oud) :]
    return nieuw.startswith(oud) and (not oud or not rest or oud[-1].isspace() or rest[0].isspace())


def _na_elkaar(eerst: str, dan: str) -> str:
    """The other's addition and then mine, not glued together."""
    los = not eerst or not dan or eerst[-1].isspace() or dan[0].isspace()
    return f"{eerst}{'' if los else ' '}{dan}"


def _op_een_regel(tekst: str) -> str:
    return tekst if not tekst or tekst.endswith("\n") else f"{tekst}\n"


Plek = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]


def _stukken(basis: Sequence[str], staat: Sequence[str], mijn: Sequence[str]) -> list[Plek]:
    """Cut the three texts at what all three share: alternately what differs and what is the same, in order."""
    naar_hun, naar_mij = _zelfde(basis, staat), _zelfde(basis, mijn)
    samen = [n for n in range(len(basis)) if n in naar_hun and n in naar_mij]
    knopen = [(-1, -1, -1), *((n, naar_hun[n], naar_mij[n]) for n in samen)]
    knopen.append((len(basis), len(staat), len(mijn)))
    uit: list[Plek] = []
    for links, rechts in pairwise(knopen):
        uit.append(tuple((een + 1, ander) for een, ander in zip(links, rechts, strict=True)))  # type: ignore[arg-type]
        if rechts[0] < len(basis):
            uit.append(tuple((een, een + 1) for een in rechts))  # type: ignore[arg-type]
    return uit


def _zelfde(basis: Sequence[str], ander: Sequence[str]) -> dict[int, int]:
    """Which sentence of `basis` is which one of `ander`, in order."""
    blokken = SequenceMatcher(None, basis, ander, autojunk=False).get_matching_blocks()
    return {blok.a + n: blok.b + n for blok in blokken for n in range(blok.size)}
