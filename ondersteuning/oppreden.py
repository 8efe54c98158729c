"""Why and by when a pupil must have an OPP, in one sentence."""

from datetime import date

from ondersteuning.opp.termijnen import Plicht, Reden
from zorgapp.kern.datums import dag_maand


def redenzin(plicht: Plicht | None, dag: date) -> str:
    """Two short sentences: the reason and the last day; empty when there is no duty."""
    if plicht is None:
        return ""
    sinds = dag_maand(plicht.vanaf, dag)
    if plicht.reden == Reden.PRO:
        waarom = "In het praktijkonderwijs heeft iedereen een OPP."
    else:
        waarom = f"Er loopt extra ondersteuning sinds {sinds}."
    if plicht.uiterlijk is None:
        return f"{waarom} De plaatsing is tijdelijk: de zes weken beginnen als die definitief is."
    uiterlijk = dag_maand(plicht.uiterlijk, dag)
    if plicht.uiterlijk < dag:
        return f"{waarom} Dat had uiterlijk {uiterlijk} vastgesteld moeten zijn."
    return f"{waarom} Stel het uiterlijk {uiterlijk} vast."
