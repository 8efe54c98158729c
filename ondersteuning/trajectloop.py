"""The states of a trajectory and of a hand-over as data, and its days as pure functions (dates in, date out)."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import TextChoices

from ondersteuning.workflow import StapNietToegestaan
from zorgapp.kern.schooljaar import Periode, Schooljaar, na_schooldagen

SCHOOLWEEK = 5  # school days
AFRONDEN = timedelta(days=7)  # how long the owner still sees the pupil after the end, to finish what he wrote


class TrajectStatus(TextChoices):
    LOOPT = "loopt", "loopt"
    AFGESLOTEN = "afgesloten", "afgesloten"


class Stap(TextChoices):
    """What can be done with a trajectory."""

    WIJZIGEN = "wijzigen", "wijzigen"
    SCOREN = "scoren", "een doel bijhouden"
    OVERDRAGEN = "overdragen", "overdragen"
    EVALUEREN = "evalueren", "evalueren"
    AFSLUITEN = "afsluiten", "afsluiten"
    HEROPENEN = "heropenen", "heropenen"


class OverdrachtStatus(TextChoices):
    GEVRAAGD = "gevraagd", "wacht op antwoord"
    AANVAARD = "aanvaard", "aanvaard"
    GEWEIGERD = "geweigerd", "niet aanvaard"
    INGETROKKEN = "ingetrokken", "ingetrokken"


# Which steps a trajectory accepts in each state; a closed one is only opened again (Herstel), on the same day.
TOEGESTAAN: dict[TrajectStatus, frozenset[Stap]] = {
    TrajectStatus.LOOPT: frozenset(Stap) - {Stap.HEROPENEN},
    TrajectStatus.AFGESLOTEN: frozenset({Stap.HEROPENEN}),
}
# Where a step takes it; the other steps leave the state as it is.
NAAR: dict[Stap, TrajectStatus] = {
    Stap.AFSLUITEN: TrajectStatus.AFGESLOTEN,
    Stap.HEROPENEN: TrajectStatus.LOOPT,
}
# Who answers a hand-over that waits: the receiver, or (to withdraw it) whoever steers the trajectory.
ANTWOORD_VAN_ONTVANGER = frozenset({OverdrachtStatus.AANVAARD, OverdrachtStatus.GEWEIGERD})


def controleer_stap(status: str, stap: Stap) -> None:
    """Raise StapNietToegestaan when a trajectory in `status` does not accept `stap`."""
    if stap not in TOEGESTAAN[TrajectStatus(status)]:
        raise StapNietToegestaan(
            "Dit traject loopt nog."
            if stap == Stap.HEROPENEN
            else "Dit traject is afgesloten. Er verandert niets meer aan."
        )


def na_schoolweken(dag: date, weken: int, vrij: Iterable[Periode]) -> date:
    """The school day that lies `weken` weeks of five school days after `dag`; holidays do not count."""
    return na_schooldagen(dag, weken * SCHOOLWEEK, vrij)


def voorgesteld(start: date, evaluatie: int, duur: int, vrij: Iterable[Periode]) -> tuple[date, date]:
    """Evaluation and end proposed for a trajectory that begins on `start`; the terms in school weeks.

    The evaluation never lies after the end.
    """
    perioden = tuple(vrij)
    eind = na_schoolweken(start, duur, perioden)
    return min(na_schoolweken(start, evaluatie, perioden), eind), eind


def antwoord_uiterlijk(gevraagd_op: date, schooldagen: int, vrij: Iterable[Periode]) -> date:
    """Last day to answer a hand-over that was asked on `gevraagd_op`."""
    return na_schooldagen(gevraagd_op, schooldagen, vrij)


def volgende_datum(evaluatie_op: date, eind: date | None) -> date:
    """The next date of a running trajectory: its evaluation, or its end when that comes first."""
    return evaluatie_op if eind is None else min(evaluatie_op, eind)


def toegang_tot(eind: date | None, dag: date) -> date:
    """Last day on which the owner sees the pupil: a week after the end, without an end the end of the school year."""
    return eind + AFRONDEN if eind else Schooljaar.van(dag).eind
