"""Where a development point stands, as pure functions: numbers in, places and words out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from zorgapp.kern.schooljaar import Periode, Schooljaar, laatste_schooldag

MOMENTEN = ((11, 30), (3, 1), (6, 1))  # month and day: before the winter, in spring, before the end


@dataclass(frozen=True)
class Streep:
    """A mark on the meter: how far from the left (0 to 100), and what stands below it."""

    plek: float
    tekst: str
    soort: str  # start, nu, doel


def getal(waarde: Decimal) -> str:
    """A number as Dutch people write it, without a tail of zero: 64, 1,6."""
    rond = waarde.quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{rond:f}".removesuffix(".0").replace(".", ",")


def met_eenheid(waarde: Decimal, eenheid: str) -> str:
    """64%, 1,6 schooldagen, or the bare number."""
    return f"{getal(waarde)}%" if eenheid == "%" else f"{getal(waarde)} {eenheid}".strip()


def strepen(start: Decimal, nu: Decimal | None, doel: Decimal, eenheid: str, wanneer: str) -> list[Streep]:
    """The marks of a meter from left to right; percentages run from 0 to 100, other figures to beyond the highest."""
    hoogste = Decimal(100) if eenheid == "%" else max(start, doel, nu or doel, Decimal(1)) * Decimal("1.15")

    def plek(waarde: Decimal) -> float:
        return round(float(min(max(waarde / hoogste * 100, Decimal(0)), Decimal(100))), 1)

    lijst = [
        Streep(plek(start), f"{met_eenheid(start, eenheid)} start", "start"),
        Streep(plek(doel), f"{met_eenheid(doel, eenheid)} {wanneer}", "doel"),
    ]
    if nu is not None:
        lijst.append(Streep(plek(nu), f"{met_eenheid(nu, eenheid)} nu", "nu"))
    return sorted(lijst, key=lambda streep: streep.plek)


def op_weg(start: Decimal, nu: Decimal, doel: Decimal) -> int:
    """How much of the way from start to target is done, in percent; below zero: further away than at the start."""
    return int(((nu - start) / (doel - start) * 100).to_integral_value(ROUND_HALF_UP))


def gehaald(nu: Decimal, start: Decimal, doel: Decimal) -> bool:
    """Whether the target is reached, whichever way it lies."""
    return nu >= doel if doel > start else nu <= doel


VROEG = timedelta(days=14)


def te_vroeg(datum: date, dag: date) -> bool:
    """Whether the moment of `datum` cannot be read yet on `dag`: three readings of one week would tell nothing."""
    return dag < datum - VROEG


def momenten(jaar: Schooljaar, doel_op: date, vrij: Sequence[Periode]) -> list[date]:
    """Three school days to read the figure, none after `doel_op`; one that would lie later moves to before it."""
    dagen = [
        date(jaar.beginjaar if maand >= 8 else jaar.beginjaar + 1, maand, dag) for maand, dag in MOMENTEN
    ]
    dagen[-1] = doel_op
    begin = jaar.begin
    lang = max((doel_op - begin).days, 3)
    delen = [begin + timedelta(days=lang * deel // 3) for deel in (1, 2, 3)]
    gekozen = [min(dag, deel) if dag >= doel_op else dag for dag, deel in zip(dagen, delen, strict=True)]
    gekozen[-1] = doel_op
    return sorted(min(max(laatste_schooldag(dag, vrij), begin), doel_op) for dag in gekozen)
