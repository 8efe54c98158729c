"""The clocks of an OPP as pure functions: who must have one and by when, the yearly evaluation, ages (DOMAIN §14).

Dates in, an answer out. Six weeks are 42 calendar days; holidays do not stop the clock (DOMAIN §1.2).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from leerlingen.toestemming import maanden_terug, verjaardag
from zorgapp.kern.schooljaar import Schooljaar

TERMIJN = timedelta(days=42)
MEERDERJARIG = 18
INZAGE_ZELF = 16
TAAK_VOOR_18 = 3  # months before the birthday (rule 20)


class Reden(StrEnum):
    """Why a pupil must have an OPP."""

    PRO = "praktijkonderwijs"
    EXTRA = "extra ondersteuning"


@dataclass(frozen=True)
class Situatie:
    """What decides whether somebody must have an OPP, as it is known on a day.

    ingeschreven_op: None when the administration does not say. tijdelijk_van and definitief_op: of the last temporary
    placement (WVO 2020 art. 8.13). pro_van: since when in practical education, None when not. extra_van: the first day
    of every running extra support: trajectories of an `extra` offering and arrangements. LWOO and basis offerings are
    never in it, so that they never ask for an OPP (rules 4 and 5).
    """

    ingeschreven_op: date | None
    tijdelijk_van: date | None = None
    definitief_op: date | None = None
    pro_van: date | None = None
    extra_van: tuple[date, ...] = ()


@dataclass(frozen=True)
class Plicht:
    """Somebody must have an OPP: why, since when, and the last day to set it.

    uiterlijk is None as long as the clock does not run: a temporary placement that is not definitive yet.
    """

    reden: Reden
    vanaf: date
    uiterlijk: date | None


def plicht(situatie: Situatie, *, vanaf_start_extra: bool = True) -> Plicht | None:
    """Return the duty to have an OPP, or None (rules 1 to 5).

    The term runs from the enrolment, from the definitive placement after a temporary one, and when the extra support
    began later: from that day, when the school so chose (`vanaf_start_extra`, default on).
    """
    begin = _begin(situatie)
    if situatie.pro_van is not None:
        reden, vanaf = Reden.PRO, situatie.pro_van
    elif situatie.extra_van:
        reden, vanaf = Reden.EXTRA, min(situatie.extra_van)
    else:
        return None
    if situatie.tijdelijk_van is not None and situatie.definitief_op is None:
        return Plicht(reden, vanaf, None)
    if begin is None or (vanaf_start_extra and vanaf > begin):
        begin = vanaf
    return Plicht(reden, vanaf, begin + TERMIJN)


def _begin(situatie: Situatie) -> date | None:
    return situatie.definitief_op if situatie.tijdelijk_van is not None else situatie.ingeschreven_op


class Haast(StrEnum):
    """Where somebody without an OPP stands on the list."""

    ONTBREEKT = "ontbreekt"
    BINNENKORT = "binnenkort"
    TE_LAAT = "te laat"


def haast(uiterlijk: date | None, dag: date, vooraf: int) -> Haast:
    """Return how urgent it is; `vooraf` is how many days ahead "binnenkort" begins. The last day itself is in time."""
    if uiterlijk is None or dag < uiterlijk - timedelta(days=vooraf):
        return Haast.ONTBREEKT
    return Haast.BINNENKORT if dag <= uiterlijk else Haast.TE_LAAT


class Evaluatiestand(StrEnum):
    """Whether an OPP was looked back on in this school year (rule 16)."""

    GEDAAN = "geëvalueerd"
    OPEN = "evaluatie open"
    TE_LAAT = "evaluatie te laat"


@dataclass(frozen=True)
class Teruggekeken:
    """One evaluation: its day, and whether of parents and pupil apart it is known that they came or would not."""

    op: date
    ouders: bool
    leerling: bool

    @property
    def telt(self) -> bool:
        """Both were there, or did not want to (rules 16 and 17)."""
        return self.ouders and self.leerling


def evaluatiestand(begindatum: date, evaluaties: Iterable[Teruggekeken], dag: date) -> Evaluatiestand:
    """Return where the yearly evaluation stands on `dag` for an OPP that runs since `begindatum` (rule 16).

    At least once in every school year it is in force; what was not done is too late from 1 August, until it is done.
    """
    jaar = Schooljaar.van(dag)
    jaren = {Schooljaar.van(e.op) for e in evaluaties if e.telt and e.op <= dag}
    if jaar in jaren:
        return Evaluatiestand.GEDAAN
    vorig = Schooljaar(jaar.beginjaar - 1)
    if begindatum <= vorig.eind and vorig not in jaren:
        return Evaluatiestand.TE_LAAT
    return Evaluatiestand.OPEN


def evaluatie_uiterlijk(dag: date) -> date:
    """The last day of the school year of `dag`."""
    return Schooljaar.van(dag).eind


def meerderjarig(geboren: date | None, dag: date) -> bool:
    """Say whether the pupil takes his parents' place (from the 18th birthday, rule 20); unknown birth date: no."""
    return geboren is not None and dag >= verjaardag(geboren, MEERDERJARIG)


def inzage_zelf(geboren: date | None, dag: date) -> bool:
    """Say whether the pupil himself asks to see his file (from the 16th birthday, rule 21)."""
    return geboren is not None and dag >= verjaardag(geboren, INZAGE_ZELF)


def taak_voor_18(geboren: date) -> date:
    """The day on which the task for the 18th birthday begins: three months before it (rule 20)."""
    return maanden_terug(verjaardag(geboren, MEERDERJARIG), TAAK_VOOR_18)
