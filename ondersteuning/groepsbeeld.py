"""The picture of a group before and after: how it lies as a whole, nobody by name and nobody above another."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from ondersteuning.models import Groepstraject, Traject
from zorgapp.kern.charts import voor_en_na

MINSTENS = 3  # a picture of one or two would be a picture of them


@dataclass(frozen=True)
class Meetbeeld:
    """The picture with its table: of how many there are two scores, and how many of those moved which way."""

    grafiek: SafeString
    gemeten: int
    beter: int
    gelijk: int
    minder: int
    midden_voor: Decimal
    midden_na: Decimal


def meetbeeld(groep: Groepstraject, deelnemers: list[Traject]) -> Meetbeeld | None:
    """The picture of who was measured twice; None below three, or without a scale."""
    van, tot = groep.schaal_van, groep.schaal_tot
    paren = [
        (t.voormeting, t.nameting) for t in deelnemers if t.voormeting is not None and t.nameting is not None
    ]
    if not groep.meting or van is None or tot is None or len(paren) < MINSTENS:
        return None
    paren = [paar for paar in paren if all(van <= score <= tot for score in paar)]
    if len(paren) < MINSTENS:
        return None
    richting = 1 if groep.hoger_is_beter else -1
    beter = sum((na - voor) * richting > 0 for voor, na in paren)
    gelijk = sum(na == voor for voor, na in paren)
    voor, na = [float(v) for v, _ in paren], [float(n) for _, n in paren]
    zin = f"{groep.meting}: {beter} van {len(paren)} beter dan bij de start"
    return Meetbeeld(
        grafiek=voor_en_na(zin, voor, na, float(van), float(tot)),
        gemeten=len(paren),
        beter=beter,
        gelijk=gelijk,
        minder=len(paren) - beter - gelijk,
        midden_voor=_midden([v for v, _ in paren]),
        midden_na=_midden([n for _, n in paren]),
    )


def _midden(scores: list[Decimal]) -> Decimal:
    """The median: half of the group lies below it."""
    rij = sorted(scores)
    helft = len(rij) // 2
    return rij[helft] if len(rij) % 2 else (rij[helft - 1] + rij[helft]) / 2
