"""Doors to what comes after an OPP was set: looking back on it, and what was entered in the ROD.

Evaluating is for who writes the OPP (the coordinator and the opsteller), the ROD for the coordinator; reading for who
sees the whole OPP.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import Http404

from ondersteuning.access_opp import Oppblik, get_opp_heel, get_opp_slot
from ondersteuning.models import (
    Opp,
    OppDoel,
    OppDoelevaluatie,
    OppEvaluatie,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp.loop import OppDaad, controleer_daad
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MEEST = 20
IN_PANEEL = 3


@dataclass(frozen=True)
class Terugblik:
    """An OPP that can be looked back on: the version in force with its goals."""

    opp: Opp
    versie: OppVersie
    doelen: list[OppDoel]


def get_terugblik(werkplek: Werkplek, pk: int) -> Terugblik:
    """Open an OPP to evaluate it; 403 for who may only read, DaadNietToegestaan when it is not in force. Logs the look."""
    opp, mag, _ = get_opp_heel(werkplek, pk)
    if not mag.schrijven:
        raise PermissionDenied("opp evalueren")
    return _terugblik(opp)


def get_terugblik_slot(werkplek: Werkplek, pk: int) -> Terugblik:
    """The same with the OPP locked for a write; shows nothing."""
    opp, _ = get_opp_slot(werkplek, pk, daad="schrijven")
    return _terugblik(opp)


def _terugblik(opp: Opp) -> Terugblik:
    versie = _geldend.een(opp.pk)
    controleer_daad(opp.status, concept=versie is None, daad=OppDaad.EVALUEREN)
    if versie is None:  # a draft of an OPP that was never set
        raise Http404("opp")
    return Terugblik(opp, versie, _doelen.lees(versie.pk))


@vaste_vraag
def _geldend(opp_id: int) -> QuerySet:
    return OppVersie.objects.filter(opp_id=opp_id, status=Versiestatus.VASTGESTELD)


@vaste_vraag
def _doelen(oppversie_id: int) -> QuerySet:
    return OppDoel.objects.filter(oppversie_id=oppversie_id).order_by("volgorde", "pk")


def evaluaties_van(opp_id: int) -> list[OppEvaluatie]:
    """The evaluations of one OPP with their goals, the newest first; only after `get_opp_heel`. Two statements."""
    doelen = OppDoelevaluatie.objects.select_related("doel").order_by("doel__volgorde", "pk")
    rijen = OppEvaluatie.objects.filter(opp_id=opp_id).select_related("door", "oppversie")
    return list(rijen.prefetch_related(Prefetch("doelen", doelen)).order_by("-gehouden_op", "-pk")[:MEEST])


def laatste_evaluaties(opp_id: int) -> list[OppEvaluatie]:
    """The newest without their goals; one statement."""
    return _laatste.lees(opp_id)


@vaste_vraag
def _laatste(opp_id: int) -> QuerySet:
    rijen = OppEvaluatie.objects.filter(opp_id=opp_id).annotate(door_naam=naam_van("door"))
    return rijen.order_by("-gehouden_op", "-pk")[:MEEST]


def get_oppevaluatie(werkplek: Werkplek, pk: int) -> tuple[OppEvaluatie, Opp, Oppblik]:
    """Open one evaluation to correct its words; 404 for who may not read the OPP whole, 403 for who may only read."""
    rij = OppEvaluatie.objects.filter(pk=pk, school=werkplek.school).first()
    if rij is None:
        raise Http404("evaluatie")
    opp, mag, _ = get_opp_heel(werkplek, rij.opp_id)
    if not mag.schrijven:
        raise PermissionDenied("opp evalueren")
    return rij, opp, mag


def get_opp_rod(werkplek: Werkplek, pk: int) -> Opp:
    """Open an OPP to note what was entered in the ROD: the coordinator; 404 when it does not belong there (rule 18)."""
    opp, mag, _ = get_opp_heel(werkplek, pk)
    if not mag.beheren:
        raise PermissionDenied("opp rod")
    if not hoort_in_rod(opp):
        raise Http404("rod")
    return opp


def hoort_in_rod(opp: Opp) -> bool:
    """Whether its period goes into the ROD: not of practical education, and not before it was ever set (rule 18)."""
    return not opp.pro and opp.begindatum is not None
