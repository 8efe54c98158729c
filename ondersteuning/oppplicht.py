"""Who must have an OPP and by when (rules 1 to 5), from the database: one pupil, one's own pupils, or the school.

One statement each; its rows are those of pupils who may be on the list and of nobody else.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from leerlingen.models import Leerling
from leerlingen.querysets import als_betrokken
from ondersteuning.models import Opp, OppStatus
from ondersteuning.opp.situatie import Bekend, Bron, Feit
from ondersteuning.opp.termijnen import TERMIJN, Haast, Plicht, haast, plicht
from ondersteuning.querysets_plicht import (
    KEUZES,
    START_EXTRA,
    VOORAF,
    feiten,
    gesloten,
    op_school,
    terugkijken,
)
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.instellingsoorten import SOORTEN
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.onderdrukking import DREMPEL, onderdruk
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

WEKEN = 6
_VER_WEG = date.max


@dataclass(frozen=True)
class Nodig:
    """A pupil who must have an OPP that is not in force yet: how urgent it is, and the draft there may be.

    `plicht` is None for a draft that nothing asks for. `uiterlijk` is the earlier of the day the draft began with and
    what the rules say today, so that nobody writes himself more time; None as long as the clock does not run.
    """

    leerling_id: int
    plicht: Plicht | None
    uiterlijk: date | None
    haast: Haast
    opp_id: int | None = None

    def weken(self, dag: date) -> int:
        """In which of the six weeks we are, 1 to 6; 0 as long as the clock does not run."""
        if self.uiterlijk is None:
            return 0
        return min(max((dag - (self.uiterlijk - TERMIJN)).days // 7 + 1, 1), WEKEN)


@dataclass(frozen=True)
class Eerder:
    """An OPP that was closed; `van` is None for one that was never set."""

    opp_id: int
    van: date | None
    tot: date


@dataclass(frozen=True)
class OppStand:
    """What is known of one pupil: the duty, the OPP that is not closed, and those that are, the newest first."""

    plicht: Plicht | None
    opp_id: int | None = None
    opp_status: str = ""
    haast: Haast | None = None
    eerder: tuple[Eerder, ...] = ()


@dataclass(frozen=True)
class Tellingen:
    """How many pupils must have an OPP that is not in force yet, per urgency."""

    ontbreekt: int
    binnenkort: int
    te_laat: int

    @property
    def samen(self) -> int:
        return self.ontbreekt + self.binnenkort + self.te_laat


def plicht_van(werkplek: Werkplek, leerling: Leerling) -> Plicht | None:
    """Whether an opened pupil must have an OPP, why and by when; he may have one already. One statement."""
    return stand_van(werkplek, leerling).plicht


def stand_van(werkplek: Werkplek, leerling: Leerling) -> OppStand:
    """The same with the OPP that he has; only after his file was opened. One statement."""
    rijen = _van_een.lees(leerling.pk, werkplek.dag)
    per, gekozen = _gegroepeerd(rijen)
    bekend, eerder = per.get(leerling.pk), _eerder(rijen)
    if bekend is None:
        return OppStand(None, eerder=eerder)
    opp = next(iter(bekend.van(Bron.OPP)), None)
    moet = plicht(bekend.situatie(), vanaf_start_extra=bool(gekozen[START_EXTRA]))
    hoe = haast(moet.uiterlijk, werkplek.dag, gekozen[VOORAF]) if moet else None
    return OppStand(moet, opp.nummer if opp else None, opp.status if opp else "", hoe, eerder)


def _eerder(rijen: Iterable[tuple[Any, ...]]) -> tuple[Eerder, ...]:
    dicht = [Eerder(rij[5], rij[2], rij[3]) for rij in rijen if rij[1] == Bron.EERDER]
    return tuple(sorted(dicht, key=lambda e: (e.tot, e.opp_id), reverse=True))


def nodig_voor(werkplek: Werkplek) -> list[Nodig]:
    """Everybody whose OPP this person works on and that is not in force: the most urgent first.

    The coordinator all of his locations, a mentor and an assigned begeleider their own pupils.
    """
    return _nodig(_van_wie.lees(werkplek, werkplek.dag), werkplek.dag)


@dataclass(frozen=True)
class Kort:
    """What waits of OPPs: to be set, to look back on now, and how many of those belong to last school year."""

    tellingen: Tellingen
    terug: int
    terug_te_laat: int


def in_het_kort(werkplek: Werkplek) -> Kort:
    """The counts for Vandaag in one statement; evaluations: all for the coordinator, one's own for who writes OPPs."""
    jaar = Schooljaar.van(werkplek.dag)
    vorig = Schooljaar(jaar.beginjaar - 1)
    rijen = _kort.lees(werkplek, werkplek.dag, jaar.begin, vorig.begin)
    terug = [rij[4] for rij in rijen if rij[1] == Bron.TERUG]
    return Kort(telling(_nodig(rijen, werkplek.dag)), len(terug), sum(terug))


def nodig_een(werkplek: Werkplek, leerling_id: int) -> Nodig | None:
    """The same of one pupil; None when he is not on the list of this person."""
    rijen = _nodig(_van_wie_een.lees(werkplek, leerling_id, werkplek.dag), werkplek.dag)
    return rijen[0] if rijen else None


def nodig_op_school(school_id: int, dag: date) -> list[Nodig]:
    """The same of the whole school; for the clock and for figures without names."""
    return _nodig(_van_school.lees(school_id, dag), dag)


def tellingen(school_id: int, dag: date, vestigingen: Iterable[int] | None = None) -> Tellingen:
    """How many there are of each in the school, or at these locations. Counts: suppress them before you show them."""
    if vestigingen is None:
        rijen = _van_school.lees(school_id, dag)
    else:
        rijen = list(_van_vestigingen(school_id, dag, tuple(vestigingen)))
    return telling(_nodig(rijen, dag))


@dataclass(frozen=True)
class Nodigcijfer:
    """The figure for who sees no pupils: with an OPP still to be set, and of those too late; None is not shown."""

    samen: int | None
    te_laat: int | None


def nodig_cijfer(werkplek: Werkplek) -> Nodigcijfer:
    """The whole school, with small numbers hidden and what would let one work them out (DESIGN §3)."""
    t = tellingen(werkplek.school.pk, werkplek.dag)
    te_laat = onderdruk([[t.samen - t.te_laat, t.te_laat]]).cellen[0][1]
    return Nodigcijfer(t.samen if t.samen >= DREMPEL else None, te_laat)


def telling(rijen: Iterable[Nodig]) -> Tellingen:
    """Count them per urgency."""
    per: dict[Haast, int] = defaultdict(int)
    for rij in rijen:
        per[rij.haast] += 1
    return Tellingen(per[Haast.ONTBREEKT], per[Haast.BINNENKORT], per[Haast.TE_LAAT])


def _nodig(rijen: Iterable[tuple[Any, ...]], dag: date) -> list[Nodig]:
    per, gekozen = _gegroepeerd(rijen)
    vanaf, vooraf = bool(gekozen[START_EXTRA]), gekozen[VOORAF]
    uit = [_een(pk, bekend, dag, vanaf, vooraf) for pk, bekend in per.items()]
    return sorted((n for n in uit if n), key=lambda n: (n.uiterlijk or _VER_WEG, n.leerling_id))


def _een(leerling_id: int, bekend: Bekend, dag: date, vanaf_extra: bool, vooraf: int) -> Nodig | None:
    moet = plicht(bekend.situatie(), vanaf_start_extra=vanaf_extra)
    concept = next((f for f in bekend.van(Bron.OPP) if f.status == OppStatus.CONCEPT), None)
    if moet is None and concept is None:
        return None
    dagen = (concept.van if concept else None, moet.uiterlijk if moet else None)
    uiterlijk = min((d for d in dagen if d), default=None)
    return Nodig(
        leerling_id, moet, uiterlijk, haast(uiterlijk, dag, vooraf), concept.nummer if concept else None
    )


def _gegroepeerd(rijen: Iterable[tuple[Any, ...]]) -> tuple[dict[int, Bekend], dict[str, int]]:
    """The rows of `querysets_plicht.feiten` per pupil, and what the school chose: its newest value of each key."""
    gekozen = {sleutel: (date.min, SOORTEN[sleutel].standaard) for sleutel in KEUZES}
    feit_van: dict[int, list[Feit]] = defaultdict(list)
    ingeschreven: dict[int, date | None] = {}
    for leerling, bron, van, tot, pro, nummer, status, op in rijen:
        if bron == Bron.KEUZE:
            gekozen[status] = max(gekozen[status], (van, int(nummer)))
            continue
        if bron in (Bron.TERUG, Bron.EERDER):
            continue
        feit_van[leerling].append(Feit(Bron(bron), van, tot, pro, nummer, status))
        ingeschreven[leerling] = op
    per = {pk: Bekend(ingeschreven[pk], tuple(lijst)) for pk, lijst in feit_van.items()}
    return per, {sleutel: waarde for sleutel, (_, waarde) in gekozen.items()}


@vaste_vraag
def _van_een(leerling_id: int, dag: date) -> QuerySet:
    return feiten(
        lambda rijen: rijen.filter(leerling_id=leerling_id), dag, gesloten(leerling_id), met_lopend=True
    )


@vaste_vraag
def _van_wie(werkplek: Werkplek, dag: date) -> QuerySet:
    return feiten(lambda rijen: van_coordinator(rijen, werkplek, anders=als_betrokken(werkplek)), dag)


@vaste_vraag
def _kort(werkplek: Werkplek, dag: date, jaar: date, vorig: date) -> QuerySet:
    opps = Opp.objects.filter(op_school(dag), status=OppStatus.LOOPT)
    zelf = Q(opsteller_id__in=werkplek.namens)
    opps = van_coordinator(opps, werkplek, anders=[zelf & mag for mag in als_betrokken(werkplek)])
    return feiten(
        lambda rijen: van_coordinator(rijen, werkplek, anders=als_betrokken(werkplek)),
        dag,
        terugkijken(opps, dag, jaar, vorig),
    )


@vaste_vraag
def _van_wie_een(werkplek: Werkplek, leerling_id: int, dag: date) -> QuerySet:
    def hier(rijen: QuerySet) -> QuerySet:
        van_hem = rijen.filter(leerling_id=leerling_id)
        return van_coordinator(van_hem, werkplek, anders=als_betrokken(werkplek))

    return feiten(hier, dag)


@vaste_vraag
def _van_school(school_id: int, dag: date) -> QuerySet:
    return feiten(lambda rijen: rijen.filter(school_id=school_id), dag)


def _van_vestigingen(school_id: int, dag: date, vestigingen: tuple[int, ...]) -> QuerySet:
    return feiten(
        lambda rijen: rijen.filter(school_id=school_id, leerling__vestiging_id__in=vestigingen), dag
    )
