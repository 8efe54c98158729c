"""A judge of published tables that knows nothing of how they were made: it reads what is printed, and tries to do better.

What a reader knows is a list of sums: these numbers together are that number. For a hidden number the judge looks for
other numbers that fit everything that is printed, marks included: it moves one number, then mends each sum that no longer
holds by moving another hidden number of that sum, until all hold again. What it finds is checked by plain addition, so
that a mistake in the search can only make it too strict.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Naam = Any


@dataclass(frozen=True)
class Som:
    """`delen` together are `geheel`."""

    delen: tuple[Naam, ...]
    geheel: Naam


@dataclass(frozen=True)
class Gedrukt:
    """What is printed: the real numbers, which sums a reader knows of, and of each number its least and most value.

    A number that is shown has its own value as both; None is no upper bound.
    """

    echt: Mapping[Naam, int]
    sommen: Sequence[Som]
    grenzen: Mapping[Naam, tuple[int, int | None]]

    def past(self, anders: Mapping[Naam, int]) -> bool:
        """Whether these numbers agree with everything that is printed."""
        binnen = all(
            laag <= anders[naam] and (hoog is None or anders[naam] <= hoog)
            for naam, (laag, hoog) in self.grenzen.items()
        )
        return binnen and all(sum(anders[d] for d in som.delen) == anders[som.geheel] for som in self.sommen)


def mogelijke_waarden(blad: Gedrukt, naam: Naam, genoeg: int = 3) -> int:
    """How many values of a number fit all that is printed; stops at `genoeg`."""
    assert blad.past(blad.echt)
    gevonden = {blad.echt[naam]}
    for kant in (1, -1):
        nu = dict(blad.echt)
        while len(gevonden) < genoeg:
            nieuw = _verzet(blad, nu, naam, kant)
            if nieuw is None:
                break
            assert blad.past(nieuw)
            nu = nieuw
            gevonden.add(nu[naam])
    return len(gevonden)


def _verzet(blad: Gedrukt, nu: Mapping[Naam, int], naam: Naam, kant: int) -> dict[Naam, int] | None:
    """Numbers that fit with this one moved by one, or None when the search finds none (breadth first)."""
    if not _mag(blad, nu, naam, kant):
        return None
    uit = {**nu, naam: nu[naam] + kant}
    if blad.past(uit):
        return uit
    van = _sommen_van(blad)
    som = van[naam][0]
    # a sum that is to be mended, by how much it is off, and the numbers that moved so far
    rij = deque([(som, _scheef(som, naam, kant), uit)])
    gezien = {rij[0][:2]}
    while rij:
        som, scheef, tot_nu = rij.popleft()
        for wie in (*som.delen, som.geheel):
            stap = -scheef if wie != som.geheel else scheef
            if wie == naam or not _mag(blad, nu, wie, stap):
                continue
            uit = {**tot_nu, wie: tot_nu[wie] + stap}
            if blad.past(uit):
                return uit
            for volgende in van[wie]:
                staat = (volgende, _scheef(volgende, wie, stap))
                if volgende is not som and staat not in gezien:
                    gezien.add(staat)
                    rij.append((*staat, uit))
    return None


def _mag(blad: Gedrukt, nu: Mapping[Naam, int], wie: Naam, stap: int) -> bool:
    laag, hoog = blad.grenzen[wie]
    return laag <= nu[wie] + stap and (hoog is None or nu[wie] + stap <= hoog)


def _scheef(som: Som, wie: Naam, stap: int) -> int:
    """By how much the parts of a sum are more than its whole when `wie` moves."""
    return stap if wie != som.geheel else -stap


def _sommen_van(blad: Gedrukt) -> dict[Naam, list[Som]]:
    van: dict[Naam, list[Som]] = {}
    for som in blad.sommen:
        for deel in (*som.delen, som.geheel):
            van.setdefault(deel, []).append(som)
    return van
