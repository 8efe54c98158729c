"""The doors to the offer, to who carries it out, and to who waits for it; all within one's own school, else 404."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import Http404

from leerlingen.access import Toegangsgrond
from ondersteuning.models import Aanbod, Functionaris, Traject, Wachtplek
from ondersteuning.querysets_aanbod import AanbodQuerySet
from zorgapp.accounts.coordinatie import is_coordinator
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.lijnen import Lijn
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

# Why somebody sees the pupils in a list here, the role that shows most first.
GRONDEN = {
    Rol.ZORGCOORDINATOR: Toegangsgrond.ZORGCOORDINATOR,
    Rol.BEGELEIDER: Toegangsgrond.VERLENING,
    Rol.MENTOR: Toegangsgrond.MENTOR,
    Rol.TEAMLEIDER: Toegangsgrond.TEAMLEIDER,
    Rol.DOCENT: Toegangsgrond.DOCENT,
}


def lijst_ingezien(werkplek: Werkplek, onderwerp: str, rijen: list[tuple[int, int]]) -> None:
    """Log a look at each (object, pupil) of a list that shows more than a name; one statement."""
    eigen = {rol for a in werkplek.aanstellingen for rol in [Rol(a.rol)]}
    rol = next((rol for rol in GRONDEN if rol in werkplek.rollen), Rol.DOCENT)
    namens = None if rol in eigen else next(a.user_id for a in werkplek.vervangt if a.rol == rol)
    inzagen_vastleggen(door=werkplek, onderwerp=onderwerp, rijen=rijen, grond=GRONDEN[rol], namens_id=namens)


def _per_stam(model: Any, status: str, maat: Any) -> Subquery:
    """A figure over the rows of one offering, whatever its year, to stand inside a query of offerings."""
    rijen = model.objects.filter(school=OuterRef("school"), aanbod__stam=OuterRef("stam"), status=status)
    return Subquery(rijen.order_by().values("aanbod__stam").annotate(m=maat).values("m"))


def met_bezetting(rijen: AanbodQuerySet) -> AanbodQuerySet:
    """Annotate `bezet` (running trajectories), `wachten`, and `vrij_op`: the first end among the running ones."""
    return rijen.annotate(
        bezet=Coalesce(_per_stam(Traject, "loopt", Count("pk")), 0),
        wachten=Coalesce(_per_stam(Wachtplek, "wacht", Count("pk")), 0),
        vrij_op=_per_stam(Traject, "loopt", Min("eind")),
    )


def aanbod_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Aanbod]:
    """All offerings of a school year by line and name, stopped ones too, with who does it and how full it is."""
    return _aanbod_van.lees(werkplek.school.pk, str(jaar.beginjaar))


@vaste_vraag
def _aanbod_van(school_id: int, beginjaar: str) -> AanbodQuerySet:
    rijen = Aanbod.objects.van_jaar(school_id, beginjaar).select_related("functionaris__user", "partner")
    return met_bezetting(rijen).op_lijn()


def get_aanbod(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Aanbod:
    """One offering of any year, with `bezet` and `wachten`; `slot` locks the row for who writes, without them."""
    if slot:
        aanbod = Aanbod.objects.filter(school=werkplek.school, pk=pk).select_for_update(of=("self",)).first()
    else:
        aanbod = _een_aanbod.een(werkplek.school.pk, pk)
    if aanbod is None:
        raise Http404
    return aanbod


@vaste_vraag
def _een_aanbod(school_id: int, pk: int) -> AanbodQuerySet:
    rijen = Aanbod.objects.filter(school_id=school_id, pk=pk)
    return met_bezetting(rijen.select_related("functionaris__user", "partner", "vestiging"))


def passend_aanbod(werkplek: Werkplek, lijn: int, domein: str) -> list[Aanbod]:
    """What runs on the day of `werkplek` in this line and domain, those with room first.

    Each has `vrij`: how many places a pupil who comes now may take (None: no fixed number), who waits left out.
    """
    beginjaar = str(Schooljaar.van(werkplek.dag).beginjaar)
    rijen: list[Aanbod] = _passend.lees(werkplek.school.pk, beginjaar, werkplek.dag, Lijn(lijn), domein)
    for aanbod in rijen:
        aanbod.vrij = vrij_voor_nieuw(aanbod)  # type: ignore[attr-defined]
    return sorted(rijen, key=lambda aanbod: aanbod.vrij == 0)  # type: ignore[attr-defined]


@vaste_vraag
def _passend(school_id: int, beginjaar: str, dag: date, lijn: Lijn, domein: str) -> AanbodQuerySet:
    rijen = Aanbod.objects.van_jaar(school_id, beginjaar).niet_gestopt(dag)
    rijen = rijen.filter(lijn=lijn, domeinen__contains=[domein]).select_related(
        "functionaris__user", "partner"
    )
    return met_bezetting(rijen).op_lijn()


def vrij_voor_nieuw(aanbod: Aanbod) -> int | None:
    """Places for somebody who does not wait yet, of an offering with its `bezet` and `wachten`; None: no limit."""
    if aanbod.capaciteit is None:
        return None
    return max(aanbod.capaciteit - aanbod.bezet - aanbod.wachten, 0)  # type: ignore[attr-defined]


def mag_regelen(werkplek: Werkplek) -> bool:
    """Whether this person arranges the offer: a coordinator, of the school or of a location."""
    return is_coordinator(werkplek)


def functionarissen(werkplek: Werkplek) -> list[Functionaris]:
    """Everybody with a task in the support now, by line and name, each with `lopend` and `met_aanstelling`."""
    return _functionarissen.lees(werkplek.school.pk, werkplek.dag)


@vaste_vraag
def _functionarissen(school_id: int, dag: date) -> QuerySet:
    return _met_caseload(Functionaris.objects.filter(school_id=school_id).op(dag), dag)


def _met_caseload(rijen: Any, dag: date) -> QuerySet:
    """Annotate `lopend`, the trajectories this person runs, and `met_aanstelling`: 1 when he still works here."""
    lopend = Traject.objects.filter(school=OuterRef("school"), regievoerder=OuterRef("user"), status="loopt")
    hier = Aanstelling.objects.filter(op_dag(dag), school=OuterRef("school"), user=OuterRef("user"))
    per_mens = lopend.order_by().values("regievoerder").annotate(n=Count("pk")).values("n")
    aanstelling = hier.order_by().values("user").annotate(n=Count("pk")).values("n")
    rijen = rijen.select_related("user", "vestiging")
    rijen = rijen.annotate(
        lopend=Coalesce(Subquery(per_mens), 0), met_aanstelling=Coalesce(Subquery(aanstelling), 0)
    )
    return rijen.order_by("lijn", "user__sorteernaam", "pk")


def get_functionaris(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Functionaris:
    """One function of a colleague, running or ended; 404 for one of another school."""
    rijen = Functionaris.objects.filter(school=werkplek.school, pk=pk)
    if slot:
        rij = rijen.select_for_update(of=("self",)).first()
    else:
        rij = _met_caseload(rijen, werkplek.dag).first()
    if rij is None:
        raise Http404
    return rij


def caseload_van(werkplek: Werkplek, user_id: int) -> tuple[int, int | None]:
    """How many trajectories a colleague runs, and how many were agreed with him at most (None: no limit)."""
    rijen = Functionaris.objects.filter(school=werkplek.school, user_id=user_id).op(werkplek.dag)
    grenzen = [grens for grens in rijen.values_list("caseload_max", flat=True) if grens is not None]
    lopend = Traject.objects.filter(school=werkplek.school, regievoerder_id=user_id, status="loopt").count()
    return lopend, sum(grenzen) if grenzen else None


def kiesbare_functionarissen(werkplek: Werkplek, ook: int | None = None) -> QuerySet[Functionaris]:
    """Functions that run now, for a choice, and the one that was chosen before (`ook`)."""
    rijen = Functionaris.objects.filter(school=werkplek.school)
    rijen = rijen.filter(op_dag(werkplek.dag) | Q(pk=ook)) if ook else rijen.op(werkplek.dag)
    return rijen.select_related("user").order_by("user__sorteernaam", "pk")


@dataclass(frozen=True)
class VrijePlek:
    """An offering that has room while pupils wait for it: whose turn it is first."""

    aanbod_id: int
    naam: str
    vrij: int
    wachten: int


def vrije_plekken(werkplek: Werkplek) -> list[VrijePlek]:
    """Places that came free while somebody waits, for a coordinator; nothing for others (one query)."""
    if not mag_regelen(werkplek):
        return []
    beginjaar = str(Schooljaar.van(werkplek.dag).beginjaar)
    rijen = _met_ruimte.lees(werkplek.school.pk, beginjaar)
    return [VrijePlek(a.pk, a.naam, a.capaciteit - a.bezet, a.wachten) for a in rijen]


@vaste_vraag
def _met_ruimte(school_id: int, beginjaar: str) -> AanbodQuerySet:
    rijen = met_bezetting(Aanbod.objects.van_jaar(school_id, beginjaar).filter(capaciteit__isnull=False))
    return rijen.filter(wachten__gt=0, bezet__lt=F("capaciteit")).order_by("naam", "pk")
