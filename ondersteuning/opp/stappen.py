"""Where a version of an OPP stands in the steps of DOMAIN §1.2, worked out from what is recorded."""

from dataclasses import dataclass

from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.loop import Handelingsdeel, OppStap
from ondersteuning.opp.termijnen import Evaluatiestand, evaluatiestand

STAPPEN = tuple(OppStap)


@dataclass(frozen=True)
class Stapstand:
    """One step of the row: whether it was reached, and whether it is the one to take now."""

    stap: OppStap
    klaar: bool
    nu: bool


def bereikt(f: Feiten, *, vastgesteld: bool) -> frozenset[OppStap]:
    """Every step that was reached, in whatever order; `vastgesteld`: this version was set.

    A step says that something was done, not that nothing is missing there: that is for the rules of the OPP-wacht. So
    a talk counts also when the text changed after it, and facts that are added never undo a step.
    """
    gedaan = {OppStap.CONCEPT}
    if any(o.ronde == f.ronde and (o.met_leerling if f.meerderjarig else o.met_gezag) for o in f.overleggen):
        gedaan.add(OppStap.BESPROKEN)
    if f.hoorrecht is not None and (f.hoorrecht.heeft_inbreng or f.hoorrecht.ziet_af):
        gedaan.add(OppStap.GEHOORD)
    if f.handelingsdeel == Handelingsdeel.AKKOORD:
        gedaan.add(OppStap.AKKOORD)
    if vastgesteld:
        gedaan.add(OppStap.VASTGESTELD)
        if _teruggekeken(f):
            gedaan.add(OppStap.GEEVALUEERD)
    if f.einddatum is not None:
        gedaan.add(OppStap.AFGESLOTEN)
    return frozenset(gedaan)


def _teruggekeken(f: Feiten) -> bool:
    """Looked back on in this school year, with parents and pupil (rules 16 and 17)."""
    if f.begindatum is None:
        return False
    return evaluatiestand(f.begindatum, f.evaluaties, f.dag) == Evaluatiestand.GEDAAN


def stap_van(f: Feiten, *, vastgesteld: bool) -> OppStap:
    """The furthest step that was reached: where this version stands."""
    return max(bereikt(f, vastgesteld=vastgesteld), key=STAPPEN.index)


def stappenrij(f: Feiten, *, vastgesteld: bool) -> list[Stapstand]:
    """The row of steps. The one to take now is the first that was not reached; an OPP that is closed has none, and one
    that is set has only what comes after it."""
    gedaan = bereikt(f, vastgesteld=vastgesteld)
    begin = STAPPEN.index(OppStap.VASTGESTELD) if vastgesteld else 0
    open_ = [stap for stap in STAPPEN[begin:] if stap not in gedaan and stap != OppStap.AFGESLOTEN]
    nu = open_[0] if open_ and OppStap.AFGESLOTEN not in gedaan else None
    return [Stapstand(stap, stap in gedaan, stap == nu) for stap in STAPPEN]
