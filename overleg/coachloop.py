"""The states of a question on the coachlijn as pure functions: what a message, closing or taking back does to it."""

from overleg.models.coachlijn import Coachstatus

GESTELD, LOOPT, KLAAR, INGETROKKEN = (
    Coachstatus.GESTELD,
    Coachstatus.LOOPT,
    Coachstatus.KLAAR,
    Coachstatus.INGETROKKEN,
)
WEL_INGETROKKEN = "Deze vraag is ingetrokken. Stel een nieuwe vraag."
AL_BEANTWOORD = "Je coach heeft al geantwoord. Sluit de vraag af als je klaar bent."
NIET_OPEN = "Deze vraag is al afgesloten."


def na_bericht(status: str, *, van_coach: bool, beantwoord: bool) -> Coachstatus:
    """The state after a message; a closed question opens again. ValueError for one that was taken back.

    beantwoord: the coach wrote something before.
    """
    if status == INGETROKKEN:
        raise ValueError(WEL_INGETROKKEN)
    return LOOPT if van_coach or beantwoord else GESTELD


def na_sluiten(status: str) -> Coachstatus:
    """Asker or coach is done with it, answered or not. ValueError with a sentence when it is over already."""
    if status == INGETROKKEN:
        raise ValueError(WEL_INGETROKKEN)
    if status == KLAAR:
        raise ValueError(NIET_OPEN)
    return KLAAR


def na_intrekken(status: str, *, beantwoord: bool) -> Coachstatus:
    """The asker takes it back: only before an answer. ValueError with a sentence otherwise."""
    if status == INGETROKKEN:
        raise ValueError(WEL_INGETROKKEN)
    if beantwoord:
        raise ValueError(AL_BEANTWOORD)
    if status != GESTELD:
        raise ValueError(NIET_OPEN)
    return INGETROKKEN
