"""Why and by when a pupil must have an OPP, in one sentence."""

from datetime import date

from ondersteuning.models import OppStatus, Traject
from ondersteuning.models.aanbod import Aanbodsoort
from ondersteuning.opp.termijnen import Plicht, Reden
from ondersteuning.oppplicht import stand_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand


def zin_na_start(werkplek: Werkplek, traject: Traject) -> str:
    """What a trajectory that was just begun asks for: nothing for a basis offering, or when an OPP is in force (rule 5)."""
    aanbod = traject.aanbod or (traject.groep.aanbod if traject.groep else None)
    if aanbod is None or aanbod.soort != Aanbodsoort.EXTRA:
        return ""
    stand = stand_van(werkplek, traject.leerling)
    if stand.opp_status == OppStatus.LOOPT:
        return ""
    if stand.plicht is None:  # it begins later
        return (
            f"Dit is extra ondersteuning: vanaf {dag_maand(traject.start, werkplek.dag)} is er een OPP nodig."
        )
    return f"OPP nodig. {redenzin(stand.plicht, werkplek.dag)}"


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
