"""The few figures that plan, development point and front page are tied to, each as one number of last night.

What they mean is said here; the counting is of `beleid.cijfers`. Small numbers are hidden here as everywhere: then a
figure has no `waarde` and its `tekst` says so.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from beleid.access_cijfers import laatste_stand
from beleid.cijfers.snede import ALLEEN_NU, Snede
from beleid.cijfers.telling import Telling, mediaan, per_kolom, per_rij, procent
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.onderdrukking import DREMPEL
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Kerncijfer:
    """One figure: how it is called, in what unit, what it means, and whether more is better."""

    sleutel: str
    label: str
    eenheid: str
    uitleg: str
    meer_is_beter: bool = True


_LIJST = (
    Kerncijfer("signalen", "signalen", "", "Signalen die dit schooljaar zijn ingediend."),
    Kerncijfer(
        "antwoord_dagen",
        "schooldagen tot een antwoord",
        "schooldagen",
        "De middelste waarde van het aantal schooldagen tussen een signaal en het eerste antwoord.",
        meer_is_beter=False,
    ),
    Kerncijfer(
        "terug_met_advies",
        "terug met advies",
        "%",
        "Deel van de besluiten waarmee een signaal met advies naar de eerste lijn ging.",
    ),
    Kerncijfer("afspraken_op_tijd", "afspraken op tijd", "%", "Deel van de afspraken dat op tijd klaar was."),
    Kerncijfer("opp_in_orde", "OPP’s in orde", "%", "Deel van de OPP’s dat aan de wet voldoet."),
    Kerncijfer(
        "opp_op_tijd", "OPP’s binnen zes weken", "%", "Deel van de OPP’s dat binnen 42 dagen is vastgesteld."
    ),
    Kerncijfer("doelen_gehaald", "doelen gehaald", "%", "Deel van de doelen dat eindigde op gelukt of meer."),
    Kerncijfer(
        "kaarten_bevestigd",
        "faciliteitenkaarten bevestigd",
        "%",
        "Deel van de faciliteitenkaarten dat de docenten hebben gelezen en bevestigd.",
    ),
    Kerncijfer(
        "docenten_doen_mee",
        "docenten doen mee",
        "%",
        "Deel van de docenten dat dit schooljaar een signaal of lijst invulde.",
    ),
    Kerncijfer(
        "wachtenden",
        "leerlingen op een wachtlijst",
        "",
        "Leerlingen die nu op een plek in het aanbod wachten.",
        meer_is_beter=False,
    ),
)
KERNCIJFERS: dict[str, Kerncijfer] = {cijfer.sleutel: cijfer for cijfer in _LIJST}


@dataclass(frozen=True)
class Kernstand:
    """One figure as it stood at the end of `stand_op`; no `waarde` when it is hidden or not counted yet."""

    cijfer: Kerncijfer
    waarde: Decimal | None
    tekst: str
    stand_op: date | None


_FIGUREN = (
    "signalen",
    "antwoord",
    "besluiten",
    "afspraken",
    "opp_orde",
    "opp_termijn",
    "doelen",
    "kaarten",
    "docenten",
    "wachtlijst",
)
_DELEN: dict[str, tuple[str, frozenset[str]]] = {
    "terug_met_advies": ("besluiten", frozenset({"terug"})),
    "afspraken_op_tijd": ("afspraken", frozenset({"op_tijd"})),
    "opp_in_orde": ("opp_orde", frozenset({"in_orde"})),
    "opp_op_tijd": ("opp_termijn", frozenset({"op_tijd"})),
    "kaarten_bevestigd": ("kaarten", frozenset({"bevestigd"})),
    "docenten_doen_mee": ("docenten", frozenset({"mee"})),
}
_BIJ = frozenset({"opp_orde", "kaarten"})


def kernstanden(werkplek: Werkplek, jaar: Schooljaar) -> dict[str, Kernstand]:
    """All figures of this school in a school year, the whole school together (two statements).

    A year that is still to come has none: what is planned for it is held against the figures of now.
    """
    jaar = min(jaar, Schooljaar.van(werkplek.dag))
    stand = laatste_stand(werkplek, [jaar.beginjaar], _FIGUREN)
    if stand is None:
        return {
            sleutel: Kernstand(cijfer, None, "nog niet geteld", None)
            for sleutel, cijfer in KERNCIJFERS.items()
        }
    telling, snede = stand.telling, Snede(jaar)
    waarden = {sleutel: _deel(telling, snede, *deel) for sleutel, deel in _DELEN.items()}
    doelen = per_kolom(telling.gebeurd("doelen", snede))
    waarden["doelen_gehaald"] = _aandeel(
        sum(n for (_, wat), n in doelen.items() if int(wat) >= 0), sum(doelen.values())
    )
    antwoord = per_rij(telling.gebeurd("antwoord", snede))
    waarden["antwoord_dagen"] = mediaan(antwoord) if sum(antwoord.values()) >= DREMPEL else None
    waarden["signalen"] = _aantal(sum(telling.gebeurd("signalen", snede).values()))
    waarden["wachtenden"] = _aantal(sum(telling.stond("wachtlijst", snede).values()))
    dag = min(stand.dag, jaar.eind)
    return {
        sleutel: Kernstand(cijfer, waarden[sleutel], _tekst(cijfer, waarden[sleutel]), dag)
        if _geteld(telling, sleutel, jaar)
        else Kernstand(cijfer, None, "niet geteld", dag)
        for sleutel, cijfer in KERNCIJFERS.items()
    }


def _geteld(telling: Telling, sleutel: str, jaar: Schooljaar) -> bool:
    """Whether a figure that only shows in its own time was counted in that year."""
    figuur = _DELEN.get(sleutel, ("", None))[0]
    return figuur not in ALLEEN_NU or (figuur, jaar.beginjaar) in telling.blokken


def _deel(telling: Telling, snede: Snede, figuur: str, goed: frozenset[str]) -> Decimal | None:
    """The share of some rows of a figure; participation is counted per person, over the whole year (period 0)."""
    if figuur == "docenten":
        rijen = Counter({rij: n for periode, rij, _, n in telling.van(figuur, snede) if periode == 0})
    else:
        rijen = per_rij(telling.stond(figuur, snede) if figuur in _BIJ else telling.gebeurd(figuur, snede))
    return _aandeel(sum(n for rij, n in rijen.items() if rij in goed), sum(rijen.values()))


def _aandeel(deel: int, geheel: int) -> Decimal | None:
    """A share in per cents; hidden when the part or what is left of it is small (rule 46)."""
    return Decimal(procent(deel, geheel)) if min(deel, geheel - deel) >= DREMPEL else None


def _aantal(aantal: int) -> Decimal | None:
    return Decimal(aantal) if aantal >= DREMPEL else None


def _tekst(cijfer: Kerncijfer, waarde: Decimal | None) -> str:
    """The figure as it is read: "81%", "1,6 schooldagen", "212"."""
    if waarde is None:
        return "te klein om te tonen" if cijfer.eenheid else f"< {DREMPEL}"
    getal = str(waarde).replace(".", ",")
    return f"{getal}%" if cijfer.eenheid == "%" else f"{getal} {cijfer.eenheid}".strip()
