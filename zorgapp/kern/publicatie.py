"""Tables of counts that are published together: small numbers are hidden, and so is whatever gives one away (rule 46).

Every number, totals too, is a branch (`Tak`) between two nodes at which in and out must be equal; that is what a reader
knows of them. Tables that share totals share those branches, so they are treated as one. A number below the threshold is
shown as "< 5": from 0 up to 4. One that is hidden to protect another is shown as "5+": 5 or more. What a reader knows besides
(`minstens`: a row that only stands there when there is something in it) bounds it too. How far a hidden number can move while everything that is shown stays true, bounds and marks included, is a maximum flow. As long as one has fewer
than three possible values, the cheapest cycle that lets it move is hidden as well.
"""

from collections import deque
from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum
from heapq import heappop, heappush

from zorgapp.kern.onderdrukking import DREMPEL, MOGELIJK

_VEEL = 10**9
_NODIG = MOGELIJK - 1


class Merk(Enum):
    """What a reader sees of a number: itself, "< 5", "5+", or nothing because its place is not printed at all."""

    TOON = "toon"
    KLEIN = "klein"
    MEER = "meer"
    LEEG = "leeg"


@dataclass(slots=True)
class Tak:
    """One number between two nodes; `gewicht`: how much it costs a reader to miss it, `minstens`: what he knows it to be."""

    van: int
    naar: int
    waarde: int
    gewicht: int
    merk: Merk
    minstens: int = 0

    def omhoog(self) -> int:
        """How much larger it could be, for all that its mark says."""
        if self.merk is Merk.TOON:
            return 0
        return DREMPEL - 1 - self.waarde if self.merk is Merk.KLEIN else _VEEL

    def omlaag(self) -> int:
        """How much smaller it could be."""
        if self.merk is Merk.TOON:
            return 0
        return self.waarde - (max(DREMPEL, self.minstens) if self.merk is Merk.MEER else self.minstens)


class Net:
    """Numbers that hang together; add them with `tak`, then `beveilig`, then ask `merk`."""

    def __init__(self) -> None:
        self._knopen: dict[Hashable, int] = {}
        self._takken: list[Tak] = []
        self._sleutels: dict[Hashable, int] = {}
        self._raakt: list[list[int]] = []

    def _knoop(self, naam: Hashable) -> int:
        if naam not in self._knopen:
            self._knopen[naam] = len(self._knopen)
            self._raakt.append([])
        return self._knopen[naam]

    def tak(
        self,
        sleutel: Hashable,
        van: Hashable,
        naar: Hashable,
        waarde: int,
        *,
        gewicht: int = 1,
        gedrukt: bool = True,
        minstens: int = 0,
    ) -> None:
        """Add a number; one that is not printed (`gedrukt=False`) tells the reader nothing but that it is `minstens`."""
        a, b = self._knoop(van), self._knoop(naar)
        merk = Merk.LEEG if not gedrukt else Merk.KLEIN if waarde < DREMPEL else Merk.TOON
        self._sleutels[sleutel] = len(self._takken)
        self._raakt[a].append(len(self._takken))
        self._raakt[b].append(len(self._takken))
        self._takken.append(Tak(a, b, waarde, gewicht, merk, minstens))

    def merk(self, sleutel: Hashable) -> Merk:
        """What a reader may see of a number."""
        return self._takken[self._sleutels[sleutel]].merk

    def beveilig(self) -> bool:
        """Hide until every hidden number has three possible values; False when that cannot be: show nothing then."""
        wachtrij = deque(n for n, tak in enumerate(self._takken) if tak.merk is Merk.KLEIN)
        while wachtrij:
            nummer = wachtrij.popleft()
            while not self._vrij_genoeg(nummer):
                erbij = self._goedkoopste(nummer) or self._naaste(nummer)
                if not erbij:
                    return False
                for n in erbij:
                    self._takken[n].merk = Merk.MEER
                wachtrij.extend(erbij)
        return True

    def _vrij_genoeg(self, nummer: int) -> bool:
        omhoog = self._beweging(nummer, op=True, nodig=_NODIG)
        return omhoog >= _NODIG or omhoog + self._beweging(nummer, op=False, nodig=_NODIG - omhoog) >= _NODIG

    def _beweging(self, nummer: int, *, op: bool, nodig: int) -> int:
        """How far the number can go up or down with all others giving way, at most `nodig` steps (maximum flow)."""
        tak = self._takken[nummer]
        nodig = min(nodig, tak.omhoog() if op else tak.omlaag())
        van, naar = (tak.naar, tak.van) if op else (tak.van, tak.naar)
        verzet: dict[int, int] = {}  # how far each branch has moved from its value
        stappen = 0
        while stappen < nodig:
            pad = self._pad(van, naar, nummer, verzet)
            if pad is None:
                break
            for n, kant in pad:
                verzet[n] = verzet.get(n, 0) + kant
            stappen += 1
        return stappen

    def _pad(self, van: int, naar: int, zonder: int, verzet: dict[int, int]) -> list[tuple[int, int]] | None:
        """A shortest way with room for one more step, as (branch, +1 or -1); None when there is none."""
        vorige: dict[int, tuple[int, int, int]] = {van: (-1, -1, 0)}
        rij = deque([van])
        while rij and naar not in vorige:
            hier = rij.popleft()
            for n in self._raakt[hier]:
                tak = self._takken[n]
                if n == zonder or (tak.merk is Merk.TOON):
                    continue
                kant = 1 if tak.van == hier else -1
                daar = tak.naar if kant == 1 else tak.van
                al = verzet.get(n, 0)
                ruimte = tak.omhoog() - al if kant == 1 else tak.omlaag() + al
                if ruimte > 0 and daar not in vorige:
                    vorige[daar] = (hier, n, kant)
                    rij.append(daar)
        if naar not in vorige:
            return None
        pad, knoop = [], naar
        while knoop != van:
            knoop, n, kant = vorige[knoop]
            pad.append((n, kant))
        return pad

    def _goedkoopste(self, nummer: int) -> list[int]:
        """The shown numbers that together cost least and let this one move further; none when nothing helps."""
        tak = self._takken[nummer]
        keuzes = []
        for op, vrij in ((True, tak.omhoog()), (False, tak.omlaag())):
            al = self._beweging(nummer, op=op, nodig=_NODIG)
            for stap in range(al + 1, min(_NODIG, vrij) + 1):
                van, naar = (tak.naar, tak.van) if op else (tak.van, tak.naar)
                gevonden = self._goedkoopste_pad(van, naar, nummer, stap)
                if gevonden is not None and gevonden[1]:
                    keuzes.append((gevonden[0] + 3 * (_NODIG - stap), *gevonden[1:]))
        return min(keuzes)[1] if keuzes else []

    def _naaste(self, nummer: int) -> list[int]:
        """When no single way helps: the smallest shown number beside it, or else anywhere."""
        tak = self._takken[nummer]
        beide = {*self._raakt[tak.van], *self._raakt[tak.naar]}
        for plekken in (beide, range(len(self._takken))):
            zichtbaar = [n for n in plekken if self._takken[n].merk is Merk.TOON]
            if zichtbaar:
                return [min(zichtbaar, key=lambda n: (self._takken[n].waarde * self._takken[n].gewicht, n))]
        return []

    def _goedkoopste_pad(self, van: int, naar: int, zonder: int, stap: int) -> tuple[int, list[int]] | None:
        """The way that costs least when shown numbers on it are hidden, each with room for `stap` (Dijkstra)."""
        beste: dict[int, int] = {van: 0}
        vorige: dict[int, tuple[int, int]] = {}
        rij = [(0, van)]
        while rij:
            kosten, hier = heappop(rij)
            if hier == naar:
                break
            if kosten > beste[hier]:
                continue
            for n in self._raakt[hier]:
                tak = self._takken[n]
                heen = tak.van == hier
                daar = tak.naar if heen else tak.van
                if n == zonder or not _ruim(tak, heen, stap):
                    continue
                nieuw = kosten + (tak.waarde * tak.gewicht if tak.merk is Merk.TOON else 0)
                if nieuw < beste.get(daar, _VEEL):
                    beste[daar] = nieuw
                    vorige[daar] = (hier, n)
                    heappush(rij, (nieuw, daar))
        if naar not in beste:
            return None
        erbij, knoop = [], naar
        while knoop != van:
            knoop, n = vorige[knoop]
            if self._takken[n].merk is Merk.TOON:
                erbij.append(n)
        return beste[naar], erbij


def _ruim(tak: Tak, heen: bool, stap: int) -> bool:
    """Whether a branch has room for `stap`, when it is hidden first if it is shown now."""
    if tak.merk is Merk.TOON:
        return heen or tak.waarde - max(DREMPEL, tak.minstens) >= stap
    return (tak.omhoog() if heen else tak.omlaag()) >= stap
