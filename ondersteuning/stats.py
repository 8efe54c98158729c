"""Numbers of the support structure, counted in SQL; no names here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from leerlingen.models import Leerling, Mentorschap
from leerlingen.querysets import eigen_nummers
from ondersteuning.models import Traject
from zorgapp.accounts.coordinatie import is_coordinator, van_coordinator
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.aantallen import hoeveel
from zorgapp.kern.lijnen import Domein, Lijn
from zorgapp.kern.onderdrukking import onderdruk
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Nummers

Cel = tuple[int, str]


@dataclass(frozen=True)
class Telling:
    """Pupils per cell (line, domain) and per domain; None is a number that is not shown.

    `onderdrukt`: small numbers are hidden, for who sees figures only; there are no links then.
    """

    cellen: dict[Cel, int | None]
    domeinen: dict[str, int | None]
    onderdrukt: bool = False


def alleen_cijfers(werkplek: Werkplek) -> bool:
    """Whether this person sees the school in figures without names: schoolleiding that is no coordinator (DESIGN §3)."""
    return Rol.SCHOOLLEIDING in werkplek.rollen and not is_coordinator(werkplek)


def tel_leerlingen(werkplek: Werkplek, vestiging_id: int | None = None) -> Telling:
    """How many pupils each cell holds: a pupil counts once per domain, in the line of his highest running trajectory.

    A coordinator counts his locations, the team its own pupils, schoolleiding the whole school with small numbers
    hidden (and never one location: two of such tables could be subtracted).
    """
    if alleen_cijfers(werkplek):
        rijen = _hele_school.lees(werkplek.school.pk, werkplek.dag)
        return _onderdrukt({(lijn, domein): aantal for lijn, domein, aantal in rijen})
    eigen = eigen_nummers(werkplek)
    rijen = _per_cel.lees(werkplek, eigen, vestiging_id)
    gevonden = {(lijn, domein): aantal for lijn, domein, aantal in rijen}
    cellen: dict[Cel, int | None] = {
        (lijn.value, d.value): gevonden.get((lijn.value, d.value), 0) for lijn in Lijn for d in Domein
    }
    som: dict[str, int | None] = {
        d.value: sum(gevonden.get((lijn.value, d.value), 0) for lijn in Lijn) for d in Domein
    }
    return Telling(cellen, som)


def _onderdrukt(rijen: dict[Cel, int]) -> Telling:
    """The same with small numbers hidden, and what would let one work them out."""
    tabel = [[rijen.get((lijn.value, domein.value), 0) for domein in Domein] for lijn in Lijn]
    uit = onderdruk(tabel)
    cellen = {
        (lijn.value, domein.value): uit.cellen[r][k]
        for r, lijn in enumerate(Lijn)
        for k, domein in enumerate(Domein)
    }
    kolommen = {domein.value: uit.kolommen[k] for k, domein in enumerate(Domein)}
    return Telling(cellen, kolommen, onderdrukt=True)


def hoogste(rijen: QuerySet) -> QuerySet:
    """Of running trajectories only those in the highest line their pupil has in the domain."""
    hoger = Traject.objects.filter(
        school=OuterRef("school"),
        leerling=OuterRef("leerling"),
        domein=OuterRef("domein"),
        lijn__gt=OuterRef("lijn"),
        status="loopt",
    )
    return rijen.filter(~Exists(hoger))


def op_school(rijen: QuerySet, dag: date) -> QuerySet:
    """Trajectories of pupils who have not left before `dag`: held against the few who left, not looked up one by one."""
    leerling = Leerling.objects.filter(school=OuterRef("school"), pk=OuterRef("leerling"))
    rijen = rijen.alias(locatie=Subquery(leerling.values("vestiging_id")))
    return rijen.filter(~Exists(leerling.vertrokken(dag)))


def in_zicht(rijen: QuerySet, werkplek: Werkplek, eigen: Nummers, vestiging_id: int | None) -> QuerySet:
    """Of `op_school` trajectories those that count for this person, of one location when it is named."""
    rijen = van_coordinator(rijen, werkplek, "locatie", anders=[Q(leerling__pk__onder=eigen)])
    return rijen.filter(locatie=vestiging_id) if vestiging_id else rijen


@vaste_vraag
def _per_cel(werkplek: Werkplek, eigen: Nummers, vestiging_id: int | None) -> QuerySet:
    rijen = hoogste(Traject.objects.lopend().filter(school=werkplek.school))
    rijen = in_zicht(op_school(rijen, werkplek.dag), werkplek, eigen, vestiging_id)
    return rijen.order_by().values_list("lijn", "domein").annotate(n=Count("leerling", distinct=True))


@vaste_vraag
def _hele_school(school_id: int, dag: date) -> QuerySet:
    rijen = op_school(hoogste(Traject.objects.lopend().filter(school_id=school_id)), dag)
    return rijen.order_by().values_list("lijn", "domein").annotate(n=Count("leerling", distinct=True))


def tel_uitvoerders(werkplek: Werkplek) -> dict[str, str]:
    """How many stand behind the words with which a school names a whole team: "Alle docenten", "Alle mentoren"."""
    docenten = _docenten.een(werkplek.school.pk, werkplek.dag) or 0
    klassen = _klassen.een(werkplek.school.pk, werkplek.dag) or 0
    return {
        "alle docenten": hoeveel(docenten, "collega", "collega's"),
        "alle mentoren": hoeveel(klassen, "klas", "klassen"),
    }


@vaste_vraag
def _docenten(school_id: int, dag: date) -> QuerySet:
    rijen = Aanstelling.objects.filter(op_dag(dag), school_id=school_id, rol__in=(Rol.DOCENT, Rol.MENTOR))
    per_school = rijen.order_by().values("school").annotate(n=Count("user", distinct=True))
    return per_school.values_list("n", flat=True)


@vaste_vraag
def _klassen(school_id: int, dag: date) -> QuerySet:
    rijen = Mentorschap.objects.filter(op_dag(dag), school_id=school_id)
    per_school = rijen.order_by().values("school").annotate(n=Count("klas", distinct=True))
    return per_school.values_list("n", flat=True)
