"""The lists of OPPs: who must have one, which are in force, to be looked back on, not in the ROD, and closed.

For the coordinator all of his locations, for a mentor and an assigned begeleider their own pupils; names and classes
only, so nothing is logged (docs/sloten.md). The ROD is the coordinator's.
"""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from leerlingen.models import Leerling, Plaatsing
from ondersteuning.models import Opp, OppStatus
from ondersteuning.opp.termijnen import Haast
from ondersteuning.oppplicht import Nodig, Tellingen, nodig_voor, telling
from ondersteuning.querysets_evaluatie import met_stand
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, gelezen_bladzijde, vaste_bladzijde
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers, Tekst

HAAST = {"te_laat": Haast.TE_LAAT, "binnenkort": Haast.BINNENKORT, "ontbreekt": Haast.ONTBREEKT}
LIJSTEN = {
    "te_laat": "Te laat",
    "binnenkort": "Binnenkort",
    "ontbreekt": "Ontbreekt",
    "loopt": "Loopt",
    "evaluatie": "Evaluatie",
    "rod": "ROD",
    "afgesloten": "Afgesloten",
}
"""The lists as they stand in the address, in the order of the page."""
PER_BLAD = 18  # rows with six weeks each: the page stays below 20 kB


@dataclass(frozen=True)
class NodigRij:
    """A pupil on the list, with his name and class and who writes the draft there may be."""

    nodig: Nodig
    leerling: Leerling
    opsteller: str
    week: int
    dagen: int


@dataclass(frozen=True)
class Oppblad:
    """One page of one list, and how many there are of each urgency."""

    lijst: str
    tellingen: Tellingen
    pagina: Pagina

    @property
    def aantal(self) -> dict[str, int]:
        """The counts by the name of their list."""
        t = self.tellingen
        return {"te_laat": t.te_laat, "binnenkort": t.binnenkort, "ontbreekt": t.ontbreekt}


def lijsten_voor(werkplek: Werkplek) -> dict[str, str]:
    """Which lists this person has, by their name in the address."""
    alles = werkplek.mag(Recht.OPP_BEHEREN)
    return {naam: label for naam, label in LIJSTEN.items() if alles or naam != "rod"}


def oppblad(werkplek: Werkplek, lijst: str, klas: str, gevraagd: str | None) -> Oppblad:
    """One page of a list, of one class when it is named; an unknown list is the first that is not empty."""
    nodig = nodig_voor(werkplek)
    if klas:
        in_klas = set(_in_klas.lees(werkplek.school.pk, Tekst(klas), Nummers(n.leerling_id for n in nodig)))
        nodig = [n for n in nodig if n.leerling_id in in_klas]
    geteld = telling(nodig)
    if lijst not in lijsten_voor(werkplek):
        vol = {naam for naam, haast in HAAST.items() if any(n.haast == haast for n in nodig)}
        lijst = next((naam for naam in HAAST if naam in vol), "te_laat")
    if lijst in HAAST:
        rijen = [n for n in nodig if n.haast == HAAST[lijst]]
        return Oppblad(lijst, geteld, _nodig_bladzijde(werkplek, rijen, gevraagd))
    vraag = {"loopt": _loopt, "evaluatie": _evaluatie, "rod": _rod, "afgesloten": _afgesloten}[lijst]
    tekst = Tekst(klas) if klas else None
    pagina = vaste_bladzijde(vraag, werkplek, tekst, *_jaren(werkplek.dag), gevraagd=gevraagd)
    return Oppblad(lijst, geteld, pagina)


def _jaren(dag: date) -> tuple[date, date, date]:
    """The day, and the first days of this school year and of the one before."""
    jaar = Schooljaar.van(dag)
    return dag, jaar.begin, Schooljaar(jaar.beginjaar - 1).begin


def _nodig_bladzijde(werkplek: Werkplek, rijen: list[Nodig], gevraagd: str | None) -> Pagina:
    """A page of rows that were read already; their names in two statements."""
    nummer = gelezen_bladzijde(gevraagd)
    begin = (nummer - 1) * PER_BLAD
    deze = rijen[begin : begin + PER_BLAD]
    mensen = {rij.pk: rij for rij in _leerlingen.lees(Nummers(n.leerling_id for n in deze))}
    schrijft = dict(_opstellers.lees(Nummers(n.opp_id for n in deze if n.opp_id)))
    uit = [
        NodigRij(
            n,
            mensen[n.leerling_id],
            schrijft.get(n.opp_id, ""),
            n.weken(werkplek.dag),
            abs((n.uiterlijk - werkplek.dag).days) if n.uiterlijk else 0,
        )
        for n in deze
        if n.leerling_id in mensen
    ]
    return Pagina(uit, nummer, nummer + 1 if len(rijen) > begin + PER_BLAD else None)


@vaste_vraag
def _in_klas(school_id: int, klas: Tekst, nummers: Nummers) -> QuerySet:
    rijen = Plaatsing.objects.filter(school_id=school_id, tot__isnull=True, klas__naam=klas)
    return rijen.filter(leerling__pk__onder=nummers).values_list("leerling_id", flat=True)


@vaste_vraag
def _leerlingen(nummers: Nummers) -> QuerySet:
    return Leerling.objects.filter(pk__onder=nummers).met_klas()


@vaste_vraag
def _opstellers(nummers: Nummers) -> QuerySet:
    return Opp.objects.filter(pk__onder=nummers).values_list("pk", naam_van("opsteller"))


def _opps(werkplek: Werkplek, klas: Tekst | None) -> QuerySet:
    """OPPs that are in force of pupils who are at school, with name and class, of one class when it is named."""
    op_school = Q(leerling__uitgeschreven_op__isnull=True) | Q(leerling__uitgeschreven_op__gte=werkplek.dag)
    rijen = Opp.objects.zichtbaar_voor(werkplek).filter(op_school, status=OppStatus.LOOPT)
    return _met_klas(rijen, klas)


def _met_klas(rijen: QuerySet, klas: Tekst | None) -> QuerySet:
    nu = Plaatsing.objects.filter(leerling=OuterRef("leerling_id"), tot__isnull=True)
    if klas is not None:
        rijen = rijen.filter(Exists(nu.filter(klas__naam=klas)))
    return rijen.annotate(klasnaam=nu.values("klas__naam")[:1], opsteller_naam=naam_van("opsteller"))


@vaste_vraag
def _loopt(
    werkplek: Werkplek, klas: Tekst | None, dag: date, jaar: date, vorig: date, bereik: Bereik
) -> QuerySet:
    rijen = met_stand(_opps(werkplek, klas), dag, jaar, vorig).select_related("leerling")
    return bereik.uit(rijen.order_by("leerling__achternaam", "leerling__roepnaam", "pk"))


@vaste_vraag
def _evaluatie(
    werkplek: Werkplek, klas: Tekst | None, dag: date, jaar: date, vorig: date, bereik: Bereik
) -> QuerySet:
    rijen = met_stand(_opps(werkplek, klas), dag, jaar, vorig).filter(gedaan=False)
    volgorde = ("-te_laat", Coalesce("evaluatie_op", "begindatum"), "pk")
    return bereik.uit(rijen.select_related("leerling").order_by(*volgorde))


@vaste_vraag
def _rod(
    werkplek: Werkplek, klas: Tekst | None, dag: date, jaar: date, vorig: date, bereik: Bereik
) -> QuerySet:
    """What is not in the ROD: practical education never (rule 18), nor what was never set; `dag` and years do not count."""
    rijen: QuerySet = van_coordinator(Opp.objects.all(), werkplek).filter(ROD_OPEN)
    rijen = _met_klas(rijen, klas).select_related("leerling")
    return bereik.uit(rijen.order_by(Coalesce("einddatum", "begindatum"), "pk"))


@vaste_vraag
def _afgesloten(
    werkplek: Werkplek, klas: Tekst | None, dag: date, jaar: date, vorig: date, bereik: Bereik
) -> QuerySet:
    """What was closed, the last first, also of pupils who left; `dag` and years do not count."""
    rijen: QuerySet = Opp.objects.zichtbaar_voor(werkplek).filter(status=OppStatus.AFGESLOTEN)
    rijen = _met_klas(rijen, klas).select_related("leerling")
    return bereik.uit(rijen.order_by("-einddatum", "-pk"))


ROD_OPEN = Q(pro=False, begindatum__isnull=False) & (
    Q(rod_begin_op__isnull=True) | Q(einddatum__isnull=False, rod_eind_op__isnull=True)
)
"""An OPP of which the begin or the end is still to be entered in the ROD (rule 18)."""
