"""Why a pupil is proposed for an agenda, and how full an agenda is, in words; pure functions."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from overleg.models.agenda import Bron
from overleg.voorstel import RANG, Reden, Voorstel
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.datums import dag_maand, dag_maand_kort

# The filter of the proposals: short words for each reason.
CHIPS: dict[Bron, str] = {
    Bron.DOORGESCHOVEN: "Doorgeschoven",
    Bron.SIGNAAL: "Na een signaal",
    Bron.OPP: "OPP",
    Bron.AFSPRAAK: "Open afspraken",
    Bron.CONTROLE: "Terugkijken",
    Bron.EVALUATIE: "Evaluatie",
    Bron.NIET_BESPROKEN: "Niet besproken",
}


def in_woorden(redenen: Iterable[Reden], *, weken: int, vandaag: date) -> list[str]:
    """Each source once, the strongest first: "besluit na een signaal, 12 nov", "2 open afspraken".

    `weken`: the school's term after which a pupil counts as not spoken of, in school weeks.
    """
    per: dict[Bron, list[Reden]] = {}
    for reden in redenen:
        per.setdefault(reden.bron, []).append(reden)
    return [_zin(bron, per[bron], weken, vandaag) for bron in sorted(per, key=RANG.__getitem__)]


def _zin(bron: Bron, redenen: list[Reden], weken: int, vandaag: date) -> str:
    eerste = min(reden.datum for reden in redenen)
    dag = dag_maand(eerste, vandaag)
    match bron:
        case Bron.SIGNAAL:
            return f"besluit na een signaal, {dag_maand_kort(eerste, vandaag)}"
        case Bron.CONTROLE:
            return f"terugkijken op {dag}"
        case Bron.EVALUATIE:
            return f"evaluatie op {dag}"
        case Bron.OPP:
            return f"OPP uiterlijk {dag}"
        case Bron.AFSPRAAK:
            return hoeveel(len(redenen), "open afspraak", "open afspraken")
        case Bron.NIET_BESPROKEN:
            return f"{hoeveel(weken, 'schoolweek', 'schoolweken')} niet besproken"
        case _:
            return bron.label


def chips(voorstellen: Sequence[Voorstel]) -> list[tuple[str, str, int]]:
    """Value, word and number of pupils of each reason there is, in their order."""
    geteld: Counter[Bron] = Counter()
    for voorstel in voorstellen:
        geteld.update({reden.bron for reden in voorstel.redenen})
    return [(bron.value, woord, geteld[bron]) for bron, woord in CHIPS.items() if geteld[bron]]


def tijd_in_woorden(gepland: int, minuten: int) -> str:
    """How the minutes on the agenda stand to the length of the meeting: "75 van 90 minuten", or how much too long."""
    if gepland > minuten:
        te_veel = hoeveel(gepland - minuten, "minuut", "minuten")
        return f"{gepland} minuten op de agenda. Dat is {te_veel} meer dan het overleg duurt."
    if gepland == minuten:
        return f"{gepland} van {minuten} minuten. De tijd is vol."
    return f"{gepland} van {minuten} minuten."
