"""What the page of an OPP shows of the year: evaluations, the next one, and what stands in the ROD."""

from dataclasses import dataclass
from datetime import date

from ondersteuning.access_opp import Oppblik
from ondersteuning.access_opp_jaar import IN_PANEEL, hoort_in_rod, laatste_evaluaties
from ondersteuning.models import Opp, OppEvaluatie, OppStatus, OppVersie
from ondersteuning.opp.feiten import Feiten
from ondersteuning.opp.termijnen import (
    Evaluatiestand,
    Teruggekeken,
    evaluatie_uiterlijk,
    evaluatiestand,
)
from ondersteuning.querysets_evaluatie import TELT
from zorgapp.accounts.werkplek import Werkplek


@dataclass(frozen=True)
class Jaarpaneel:
    """The newest evaluations, how the yearly one stands (None: not in force), its last day, and the ROD.

    schrijven: may look back. rod: belongs in the ROD and this reader sees to it; open: something is still to be entered.
    """

    opp: Opp
    evaluaties: list[OppEvaluatie]
    stand: Evaluatiestand | None
    uiterlijk: date
    schrijven: bool
    rod: bool
    rod_open: bool


def paneel(
    werkplek: Werkplek, opp: Opp, versie: OppVersie, mag: Oppblik, feiten: Feiten
) -> Jaarpaneel | None:
    """Read the panel of an opened OPP: one query; None for a teacher and before it was set."""
    if not mag.heel or opp.begindatum is None:
        return None
    loopt = opp.status == OppStatus.LOOPT
    dag, rijen = werkplek.dag, laatste_evaluaties(opp.pk)
    terug = [Teruggekeken(e.gehouden_op, e.ouders in TELT, e.leerling_erbij in TELT) for e in rijen]
    return Jaarpaneel(
        opp=opp,
        evaluaties=rijen[:IN_PANEEL],
        stand=evaluatiestand(opp.begindatum, terug, dag) if loopt else None,
        uiterlijk=evaluatie_uiterlijk(dag),
        schrijven=mag.schrijven and loopt,
        rod=hoort_in_rod(opp) and mag.beheren,
        rod_open=opp.rod_begin_op is None or (opp.einddatum is not None and opp.rod_eind_op is None),
    )
