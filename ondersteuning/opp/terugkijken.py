"""On which day an OPP that is set is looked back on, as pure functions (rule 16)."""

from datetime import date, timedelta

from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.termijnen import Evaluatiestand, evaluatie_uiterlijk, evaluatiestand

MAAND, DAG = 6, 1  # 1 June: time left for talks with parents and pupil before the summer
RUIMTE = timedelta(days=28)


def uiterlijk(f: Feiten) -> date:
    """The last day for it: 31 July of this school year, or of the next when it was looked back on already."""
    dit_jaar = evaluatie_uiterlijk(f.dag)
    if f.begindatum and evaluatiestand(f.begindatum, f.evaluaties, f.dag) == Evaluatiestand.GEDAAN:
        return evaluatie_uiterlijk(dit_jaar + timedelta(days=1))
    return dit_jaar


def voorstel(f: Feiten, gepland: date | None) -> date:
    """The day that is proposed: what was planned, else 1 June, else the last day when that is near."""
    laatste = uiterlijk(f)
    if gepland and f.dag < gepland <= laatste:
        return gepland
    juni = date(laatste.year, MAAND, DAG)
    return juni if juni >= f.dag + RUIMTE else laatste
