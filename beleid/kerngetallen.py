"""The few figures that plan, development point and front page are tied to, each as one number of last night.

What they mean is said here; the numbers are read from the pages of the figures, so that none says what its page hides. Then
a figure has no `waarde` and its `tekst` says so.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from beleid.access_cijfers import laatste_stand
from beleid.cijfers.bladen import procent_van
from beleid.cijfers.bron import Bron
from beleid.cijfers.maken import FIGUREN, MAKERS
from beleid.cijfers.overzicht import dagen_tot_antwoord, hoofdopzetten, totaal_van
from beleid.cijfers.publicatie import Getal, Tabel, publiceer
from beleid.cijfers.snede import ALLEEN_NU, Snede
from beleid.cijfers.teksten import STANDEN
from beleid.cijfers.telling import Telling, procent
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.publicatie import Merk
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
        "De middelste waarde van het aantal schooldagen tussen een signaal en het eerste besluit.",
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
        "Leerlingen die nu op een plek in het aanbod wachten; wie op twee plekken wacht telt twee keer.",
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


_PAGINAS = ("opp", "aanbod", "docenten")
_HOOFD = ("signalen", "antwoord", "besluiten", "afspraken")
_FIGUREN = (*_HOOFD, *sorted({figuur for deel in _PAGINAS for figuur in FIGUREN[deel]}))
_DELEN: dict[str, tuple[str, str]] = {
    "terug_met_advies": ("besluiten", "terug"),
    "afspraken_op_tijd": ("afspraken", "op_tijd"),
    "opp_in_orde": ("opp_orde", "in_orde"),
    "opp_op_tijd": ("opp_termijn", "op_tijd"),
    "kaarten_bevestigd": ("kaarten", "bevestigd"),
    "docenten_doen_mee": ("docenten", "mee"),
}


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
    dag = min(stand.dag, jaar.eind)
    bron = Bron(stand.telling, Snede(jaar), stand.dag)
    if bron.te_klein:
        return {s: Kernstand(cijfer, None, "te weinig leerlingen", dag) for s, cijfer in KERNCIJFERS.items()}
    tabellen = publiceer(hoofdopzetten(bron))
    for deel in _PAGINAS:
        tabellen |= MAKERS[deel](bron).tabellen
    getallen = {sleutel: _deel(tabellen.get(figuur), rij) for sleutel, (figuur, rij) in _DELEN.items()}
    getallen["doelen_gehaald"] = _gehaald(tabellen.get("doelen"))
    getallen["signalen"] = totaal_van(tabellen, "signalen")
    getallen["antwoord_dagen"] = Getal(
        None if getallen["signalen"].waarde is None else dagen_tot_antwoord(bron)
    )
    getallen["wachtenden"] = totaal_van(tabellen, "wachtlijst")
    if not stand.telling.stond("wachtlijst", bron.snede):  # a list nobody is on has no table
        getallen["wachtenden"] = Getal(None, Merk.KLEIN)
    return {
        sleutel: _stand(cijfer, getallen[sleutel], dag)
        if _geteld(stand.telling, sleutel, jaar)
        else Kernstand(cijfer, None, "niet geteld", dag)
        for sleutel, cijfer in KERNCIJFERS.items()
    }


def _geteld(telling: Telling, sleutel: str, jaar: Schooljaar) -> bool:
    """Whether a figure that only shows in its own time was counted in that year."""
    figuur = _DELEN.get(sleutel, ("", ""))[0]
    return figuur not in ALLEEN_NU or (figuur, jaar.beginjaar) in telling.blokken


def _deel(tabel: Tabel | None, rij: str) -> Getal:
    """The share of a row, when it and the total are shown on their page."""
    return Getal(procent_van(tabel, rij))


def _gehaald(tabel: Tabel | None) -> Getal:
    """The share of goals that ended on 0 or higher, from totals that are all shown."""
    if tabel is None or tabel.totaal is None or not tabel.totaal.waarde:
        return Getal(None)
    goed = [getal.waarde for kop, getal in zip(STANDEN, tabel.kolomtotalen, strict=True) if int(kop[0]) >= 0]
    if any(waarde is None for waarde in goed):
        return Getal(None)
    return Getal(procent(int(sum(w for w in goed if w is not None)), int(tabel.totaal.waarde)))


def _stand(cijfer: Kerncijfer, getal: Getal, dag: date) -> Kernstand:
    """The figure as it is read: "81%", "1,6 schooldagen", "212", "< 5"."""
    if getal.waarde is None:
        return Kernstand(cijfer, None, "te klein om te tonen" if cijfer.eenheid else getal.tekst, dag)
    eenheid = cijfer.eenheid if cijfer.eenheid in ("", "%") else f" {cijfer.eenheid}"
    return Kernstand(cijfer, Decimal(getal.waarde), f"{getal.tekst}{eenheid}", dag)
