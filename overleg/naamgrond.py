"""May this partner hear the name of the pupil of an item today? Consents and grounds in, an answer out (DOMAIN 37, 38, §7.3).

Signed consent, or the case is discussed without a name. Between two readings the narrower one is taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leerlingen.models import Delen
from leerlingen.toestemming import Vraag, eind_van, geldend


class Waarom(StrEnum):
    """Why a partner hears the name, or not."""

    TOESTEMMING = "toestemming"
    GROND = "grond"
    ANONIEM = "anoniem"
    WET_ZONDER_GROND = "wet"
    AKKOORD_ZONDER_NAAM = "akkoord_zonder_naam"
    GEEN = "geen"


@dataclass(frozen=True)
class Akkoord:
    """One consent that was asked about the pupil, and whether the name is among what may be shared."""

    vraag: Vraag
    naam: bool


@dataclass(frozen=True)
class Oordeel:
    """Whether the name is heard and why; on a consent until which day and for what."""

    naam: bool
    waarom: Waarom
    tot: date | None = None
    doelen: tuple[str, ...] = ()


def hoort_naam(partner: int, delen: str, akkoorden: Iterable[Akkoord], *, grond: bool, dag: date) -> Oordeel:
    """Whether this partner hears the name on `dag`.

    `akkoorden`: all that were asked about this pupil, in the order they were asked. `grond`: a ground is recorded for this
    partner on this item and was not withdrawn. A partner that by law needs no consent hears the name only on such a ground;
    one that listens without names never does.
    """
    if delen == Delen.ANONIEM:
        return Oordeel(False, Waarom.ANONIEM)
    if grond:
        return Oordeel(True, Waarom.GROND)
    if delen != Delen.TOESTEMMING:
        return Oordeel(False, Waarom.WET_ZONDER_GROND)
    eigen = [akkoord for akkoord in akkoorden if akkoord.vraag.partner == partner]
    nu = {id(vraag) for vraag in geldend([akkoord.vraag for akkoord in eigen], dag)}
    geldig = [akkoord for akkoord in eigen if id(akkoord.vraag) in nu]
    met_naam = [akkoord.vraag for akkoord in geldig if akkoord.naam]
    if met_naam:
        tot = max(eind_van(vraag) for vraag in met_naam)
        return Oordeel(True, Waarom.TOESTEMMING, tot, tuple(vraag.doel for vraag in met_naam))
    return Oordeel(False, Waarom.AKKOORD_ZONDER_NAAM if geldig else Waarom.GEEN)
