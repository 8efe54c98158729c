"""How an OPP stands, in the one sentence that opens its page and its panel."""

from datetime import date

from ondersteuning.models import Opp, OppStatus, OppVersie
from zorgapp.kern.datums import dag_maand

Zin = list[tuple[str, bool]]


def zin_van(
    opp: Opp, concept: OppVersie | None, geldig: OppVersie | None, rood: int, in_orde: bool, dag: date
) -> Zin:
    """The sentence in parts; True marks what is set in bold. `rood`: what keeps the version in the making from being set."""
    if opp.status == OppStatus.AFGESLOTEN:
        return [(f"Afgesloten op {_dag(opp.einddatum, dag)}. {opp.afsluiting}", False)]
    if concept is None:
        return _loopt(opp, rood, in_orde, dag)
    if geldig is None:
        return [*_klaar(rood, "Dit ontwikkelingsperspectief"), *_termijn(opp, dag)]
    zin = f"Versie {geldig.nummer} geldt sinds {_dag(geldig.vastgesteld_op, dag)}. "
    return [(zin, False), *_klaar(rood, f"Versie {concept.nummer}")]


def _loopt(opp: Opp, rood: int, in_orde: bool, dag: date) -> Zin:
    begin = f"Loopt sinds {_dag(opp.begindatum, dag)}"
    eind = f" Terugkijken {_dag(opp.evaluatie_op, dag)}." if opp.evaluatie_op else ""
    if in_orde:
        return [(f"{begin} en is in orde.{eind}", False)]
    return [
        (f"{begin}, maar is ", False),
        ("niet in orde", True),
        (f": {_dingen(rood)} te doen.{eind}", False),
    ]


def _klaar(rood: int, wat: str) -> Zin:
    if not rood:
        return [(f"{wat} kan worden vastgesteld.", True)]
    return [(f"Nog {_dingen(rood)}", True), (" te doen voor je kunt vaststellen.", False)]


def _termijn(opp: Opp, dag: date) -> Zin:
    if opp.uiterlijk is None:
        return []
    if opp.uiterlijk < dag:
        return [(" De zes weken zijn voorbij sinds ", False), (_dag(opp.uiterlijk, dag), True), (".", False)]
    return [(f" Uiterlijk {_dag(opp.uiterlijk, dag)}.", False)]


def _dingen(aantal: int) -> str:
    return "1 ding" if aantal == 1 else f"{aantal} dingen"


def _dag(wanneer: date | None, dag: date) -> str:
    return dag_maand(wanneer, dag) if wanneer else ""
