"""The counts of one state as they are read: sums over a cut, and what a histogram says."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from beleid.cijfers.snede import Snede

Cellen = list[list[Any]]


@dataclass(frozen=True)
class Telling:
    """The blocks of one state: counts by (figure, first year of the school year)."""

    blokken: Mapping[tuple[str, int], Cellen]

    def van(self, figuur: str, snede: Snede, *, jaar: int = 0, overal: bool = False) -> Iterable[list[Any]]:
        """The [period, row, column, count] of a figure in a cut, or in another year of it; `overal`: of the whole school."""
        for locatie, niveau, *rest in self.blokken.get((figuur, jaar or snede.jaar.beginjaar), ()):
            if overal or (snede.locatie in (0, locatie) and snede.niveau in ("", niveau)):
                yield rest

    def gebeurd(
        self, figuur: str, snede: Snede, *, jaar: int = 0, tot: int = 11
    ) -> Counter[tuple[int, str, str]]:
        """What happened in the months of the cut, up to and including month `tot`: counts by (month, row, column)."""
        maanden = {m for m in snede.maanden if m <= tot}
        return self._tel(rij for rij in self.van(figuur, snede, jaar=jaar) if rij[0] in maanden)

    def stond(self, figuur: str, snede: Snede, *, overal: bool = False) -> Counter[tuple[int, str, str]]:
        """How it stood at the end of the term, or of the last term that was counted: counts by (term, row, column).

        Pupils were counted in every term, so they tell which one is the last: nobody waiting any more is not who waited before.
        """
        rijen = [rij for rij in self.van(figuur, snede, overal=overal) if rij[0]]
        termen = {periode for soort in (figuur, "leerlingen") for periode, *_ in self._alle(soort, snede)}
        term = snede.term or max(termen, default=0)
        return self._tel(rij for rij in rijen if rij[0] == term)

    def _alle(self, figuur: str, snede: Snede) -> Iterable[list[Any]]:
        return self.van(figuur, snede, overal=True)

    def heeft(self, figuur: str, snede: Snede) -> bool:
        """Whether this figure was ever counted for the term (or year) of the cut."""
        return any(not snede.term or rij[0] == snede.term for rij in self._alle(figuur, snede))

    @staticmethod
    def _tel(rijen: Iterable[list[Any]]) -> Counter[tuple[int, str, str]]:
        geteld: Counter[tuple[int, str, str]] = Counter()
        for periode, rij, kolom, aantal in rijen:
            geteld[periode, rij, kolom] += aantal
        return geteld


def per_rij(geteld: Counter[tuple[int, str, str]]) -> Counter[str]:
    """The same added up per row."""
    uit: Counter[str] = Counter()
    for (_, rij, _), aantal in geteld.items():
        uit[rij] += aantal
    return uit


def per_kolom(geteld: Counter[tuple[int, str, str]]) -> Counter[tuple[str, str]]:
    """The same added up per (row, column), all periods together."""
    uit: Counter[tuple[str, str]] = Counter()
    for (_, rij, kolom), aantal in geteld.items():
        uit[rij, kolom] += aantal
    return uit


def per_maand(geteld: Counter[tuple[int, str, str]]) -> Counter[tuple[int, str]]:
    """The same added up per (month, row)."""
    uit: Counter[tuple[int, str]] = Counter()
    for (maand, rij, _), aantal in geteld.items():
        uit[maand, rij] += aantal
    return uit


def mediaan(histogram: Mapping[str, int]) -> Decimal | None:
    """The middle value of a histogram of whole numbers, to one decimal within the class as is usual for grouped counts.

    Everybody who needed n days is spread evenly over n - 0.5 to n + 0.5, so that a shift shows before a whole day has
    gone by. None without values.
    """
    totaal = sum(histogram.values())
    if not totaal:
        return None
    gehad = 0
    for waarde, aantal in sorted((int(w), n) for w, n in histogram.items() if n):
        if gehad + aantal >= totaal / 2:
            binnen = Decimal(totaal - 2 * gehad) / (2 * aantal)
            uit = Decimal(waarde) - Decimal("0.5") + binnen
            return max(uit, Decimal(0)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        gehad += aantal
    return None


def procent(deel: int, geheel: int) -> int:
    """A share in whole per cents."""
    return int((Decimal(100 * deel) / geheel).quantize(Decimal(1), ROUND_HALF_UP))
