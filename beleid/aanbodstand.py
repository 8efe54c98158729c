"""When an offer text must be set, and how it stands on a day (DOMAIN 22): dates in, words out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from zorgapp.kern.datums import dag_maand
from zorgapp.kern.schooljaar import Periode, Schooljaar, laatste_schooldag

MEI, JULI = 5, 7


def uiterste_dag(jaar: Schooljaar) -> date:
    """The last day to set the text of a school year: 31 July, the day before it begins (DOMAIN 22)."""
    return jaar.begin - timedelta(days=1)


def herinnerdagen(jaar: Schooljaar, vrij: Iterable[Periode]) -> list[date]:
    """When coordinators are reminded: 1 May, 1 July and the last school day before 1 August."""
    laatste = laatste_schooldag(uiterste_dag(jaar), vrij)
    return sorted({date(jaar.beginjaar, MEI, 1), date(jaar.beginjaar, JULI, 1), laatste})


def jaar_aan_de_beurt(dag: date) -> Schooljaar:
    """The school year whose text is worked at: from 1 May the next one."""
    nu = Schooljaar.van(dag)
    return Schooljaar(nu.beginjaar + 1) if MEI <= dag.month <= JULI else nu


@dataclass(frozen=True)
class Aanbodstand:
    """How the text of a year stands: the words, with the class and icon that say the same."""

    woord: str
    klasse: str = ""
    icoon: str = "pencil"
    te_laat: bool = False


def stand(jaar: Schooljaar, dag: date, *, status: str, vastgesteld_op: date | None) -> Aanbodstand:
    """`status`: of the version that is worked at ("" without one); `vastgesteld_op`: when the first one of the year was set."""
    if vastgesteld_op is not None:
        op = f"Vastgesteld op {dag_maand(vastgesteld_op)} {vastgesteld_op.year}"
        laat = vastgesteld_op > uiterste_dag(jaar)
        return Aanbodstand(f"{op}, na 1 augustus" if laat else op, "is-goed", "circle-check")
    if dag > uiterste_dag(jaar):
        return Aanbodstand(
            "Te laat: niet vastgesteld voor 1 augustus", "is-laat", "alert-circle", te_laat=True
        )
    voor = f"voor 1 augustus {jaar.beginjaar}"
    if status == "voorgelegd":
        return Aanbodstand(f"Ligt bij de schoolleiding, vaststellen {voor}", "is-let", "user-check")
    klasse = "is-let" if dag >= date(jaar.beginjaar, MEI, 1) else ""
    woord = "In de maak" if status else "Nog niet begonnen"
    return Aanbodstand(f"{woord}, vaststellen {voor}", klasse)
