"""Small numbers are not shown, and nor is what would let one calculate them (LOOK, "Kleine aantallen").

A table of counts is published with its totals. Whoever knows the totals can subtract, so hiding only the small ones is
not enough. The table, its totals and the grand total are seen as one network of flows: each hidden number is an edge
whose value is unknown. How far it can move while everything that is shown stays as it is, is a maximum flow; as long as
one of the hidden numbers has fewer than three possible values, the smallest number that helps it is hidden as well.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

DREMPEL = 5
MOGELIJK = 3
_VEEL = 10**9
Plek = tuple[int, int]
Tabel = Sequence[Sequence[int]]


@dataclass(frozen=True)
class Onderdrukt:
    """The table as it may be shown; None is a number that stays hidden."""

    cellen: list[list[int | None]]
    rijen: list[int | None]
    kolommen: list[int | None]
    totaal: int | None


def onderdruk(tabel: Tabel, *, drempel: int = DREMPEL) -> Onderdrukt:
    """Hide every count or total below `drempel`, and as many others as needed so that none can be worked out.

    Every hidden count keeps at least three possible values given all that is shown, and a row or column of counts
    with a hidden one has at least two of them. Counts are whole numbers of zero or more; every row is as long.
    """
    compleet = _met_totalen(tabel)
    hoog, breed = len(tabel), len(tabel[0])
    alle = [(r, k) for r in range(hoog + 1) for k in range(breed + 1)]
    weg = {(r, k) for r, k in alle if compleet[r][k] < drempel}
    while True:
        erbij = _alleen(compleet, weg, hoog, breed) or _te_raden(compleet, weg, hoog, breed)
        if not erbij:
            break
        weg |= erbij
    uit = [[None if (r, k) in weg else compleet[r][k] for k in range(breed + 1)] for r in range(hoog + 1)]
    return Onderdrukt(
        [rij[:-1] for rij in uit[:-1]], [rij[-1] for rij in uit[:-1]], uit[-1][:-1], uit[-1][-1]
    )


def _met_totalen(tabel: Tabel) -> list[list[int]]:
    """The table with a column and a row of totals."""
    rijen = [[*rij, sum(rij)] for rij in tabel]
    return [*rijen, [sum(kolom) for kolom in zip(*rijen, strict=True)]]


def _reeksen(hoog: int, breed: int) -> list[list[Plek]]:
    """Rows and columns of counts, without their totals."""
    rijen = [[(r, k) for k in range(breed)] for r in range(hoog)]
    return [*rijen, *([(r, k) for r in range(hoog)] for k in range(breed))]


def _kleinste(compleet: list[list[int]], plekken: list[Plek]) -> set[Plek]:
    """The place of the smallest number, to hide as little as possible; nothing when there is none."""
    return {min(plekken, key=lambda plek: (compleet[plek[0]][plek[1]], plek))} if plekken else set()


def _alleen(compleet: list[list[int]], weg: set[Plek], hoog: int, breed: int) -> set[Plek]:
    """One more count of a row or column with a single hidden one."""
    for reeks in _reeksen(hoog, breed):
        zichtbaar = [plek for plek in reeks if plek not in weg]
        if len(reeks) - len(zichtbaar) == 1:
            return _kleinste(compleet, zichtbaar)
    return set()


def _te_raden(compleet: list[list[int]], weg: set[Plek], hoog: int, breed: int) -> set[Plek]:
    """One more number, when a hidden one can still be guessed: the smallest in its row or column, totals included."""
    for plek in sorted(weg):
        if mogelijkheden(compleet, weg, plek) >= MOGELIJK:
            continue
        buren = [(plek[0], k) for k in range(breed + 1)] + [(r, plek[1]) for r in range(hoog + 1)]
        alle = [(r, k) for r in range(hoog + 1) for k in range(breed + 1)]
        return _kleinste(compleet, [b for b in buren if b not in weg]) or _kleinste(
            compleet, [p for p in alle if p not in weg]
        )
    return set()


def mogelijkheden(compleet: Sequence[Sequence[int]], weg: set[Plek], plek: Plek) -> int:
    """How many values the hidden number at `plek` can have, given all that is shown; `compleet` includes totals.

    The numbers form a circulation: source -> row (its total) -> column (the count) -> sink (its total) -> source (the
    grand total). A hidden edge can grow without limit and shrink to zero, a shown one cannot move.
    """
    hoog, breed = len(compleet) - 1, len(compleet[0]) - 1
    rest: dict[Plek, int] = {}
    for r, k in weg - {plek}:
        van, naar = _uiteinden(r, k, hoog, breed)
        rest[van, naar] = _VEEL
        rest[naar, van] = compleet[r][k]
    van, naar = _uiteinden(*plek, hoog, breed)
    omhoog = _stroom(dict(rest), naar, van)
    omlaag = min(_stroom(dict(rest), van, naar), compleet[plek[0]][plek[1]])
    return omhoog + omlaag + 1


def _uiteinden(r: int, k: int, hoog: int, breed: int) -> Plek:
    """The nodes that number (r, k) runs between: 0 is the source, then the rows, the columns, and the sink."""
    bron, put = 0, hoog + breed + 1
    if r == hoog:
        return (put, bron) if k == breed else (1 + hoog + k, put)
    return (bron, 1 + r) if k == breed else (1 + r, 1 + hoog + k)


def _stroom(rest: dict[Plek, int], van: int, naar: int) -> int:
    """Maximum flow from `van` to `naar` through capacities `rest`, which it uses up (Edmonds and Karp)."""
    totaal = 0
    while pad := _pad(rest, van, naar):
        ruimte = min(rest[tak] for tak in pad)
        for a, b in pad:
            rest[a, b] -= ruimte
            rest[b, a] = rest.get((b, a), 0) + ruimte
        totaal += ruimte
    return totaal


def _pad(rest: dict[Plek, int], van: int, naar: int) -> list[Plek]:
    """A shortest path with room, as its edges; empty when there is none."""
    via: dict[int, int] = {van: van}
    rij = deque([van])
    while rij and naar not in via:
        hier = rij.popleft()
        for (a, b), ruimte in rest.items():
            if a == hier and ruimte > 0 and b not in via:
                via[b] = hier
                rij.append(b)
    if naar not in via:
        return []
    pad, plek = [], naar
    while plek != van:
        pad.append((via[plek], plek))
        plek = via[plek]
    return pad
