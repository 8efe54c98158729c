"""How somebody's time divides over the four roles of a coordinator: derived from what he did in zorgapp, with his own taps.

Pure. An act weighs the minutes it usually takes; a tap of correction weighs an hour in its week. No time registration:
only shares of a year come out.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from beleid.inzet import Taakrol

MINUTEN: dict[Taakrol, int] = {
    Taakrol.MANAGEN: 15,
    Taakrol.COACHEN: 20,
    Taakrol.INNOVEREN: 60,
    Taakrol.BEHEREN: 30,
}
TIK = 60
WEKEN_TERUG = 2
GEDEELD = 5
"""Shares that somebody lets others see are whole fives, so that they tell a year and not a day."""

PerWeek = Mapping[tuple[Taakrol, date], int]


def maandag(dag: date) -> date:
    """The Monday of its week."""
    return dag - timedelta(days=dag.weekday())


def weken(dag: date) -> list[date]:
    """The Mondays of the weeks that can be corrected on `dag`: this one and the two before."""
    return [maandag(dag) - timedelta(weeks=terug) for terug in range(WEKEN_TERUG + 1)]


def verdeling(gedaan: PerWeek, correcties: PerWeek, stap: int = 1) -> dict[Taakrol, int]:
    """Shares in per cents, together 100, each a multiple of `stap`; empty while there is nothing to divide.

    `gedaan` counts acts and `correcties` taps (-2 to +2) by role and Monday of the week; a role never takes less than
    nothing of a week. Rounding follows the largest remainders.
    """
    som = dict.fromkeys(Taakrol, 0)
    for rol, week in {*gedaan, *correcties}:
        minuten = gedaan.get((rol, week), 0) * MINUTEN[rol] + correcties.get((rol, week), 0) * TIK
        som[rol] += max(minuten, 0)
    totaal = sum(som.values())
    if not totaal:
        return {}
    stukken = 100 // stap
    delen = {rol: divmod(minuten * stukken, totaal) for rol, minuten in som.items()}
    over = stukken - sum(heel for heel, _ in delen.values())
    grootst = sorted(Taakrol, key=lambda rol: -delen[rol][1])[:over]
    return {rol: stap * (delen[rol][0] + (rol in grootst)) for rol in Taakrol}
