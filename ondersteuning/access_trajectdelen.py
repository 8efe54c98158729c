"""What hangs on a trajectory that its door has opened: goals, scores, evaluations, hand-overs, moves and sessions."""

from django.db.models import QuerySet

from ondersteuning.models import (
    Doel,
    Doelstand,
    Evaluatie,
    Lijnovergang,
    Regieoverdracht,
    Sessie,
    Traject,
)
from zorgapp.kern.vastevraag import vaste_vraag


def doelen_van(traject_id: int) -> list[Doel]:
    """Goals of an opened trajectory with their present stand, in their order; dropped ones last (one query)."""
    return _doelen.lees(traject_id)


@vaste_vraag
def _doelen(traject_id: int) -> QuerySet:
    return Doel.objects.filter(traject_id=traject_id).met_stand().order_by("-vervallen_op", "volgorde", "pk")


def standen_van(traject_id: int) -> list[Doelstand]:
    """All scores of an opened trajectory, the oldest first."""
    return _standen.lees(traject_id)


@vaste_vraag
def _standen(traject_id: int) -> QuerySet:
    rijen = Doelstand.objects.filter(doel__traject_id=traject_id).select_related("door")
    return rijen.order_by("op", "pk")


def evaluaties_van(traject_id: int) -> list[Evaluatie]:
    """Evaluations of an opened trajectory, the newest first."""
    return _evaluaties.lees(traject_id)


@vaste_vraag
def _evaluaties(traject_id: int) -> QuerySet:
    rijen = Evaluatie.objects.filter(traject_id=traject_id).select_related("door")
    return rijen.order_by("-gehouden_op", "-pk")


def overdrachten_van(traject_id: int) -> list[Regieoverdracht]:
    """Hand-overs of an opened trajectory, the newest first."""
    return _overdrachten.lees(traject_id)


@vaste_vraag
def _overdrachten(traject_id: int) -> QuerySet:
    rijen = Regieoverdracht.objects.filter(traject_id=traject_id).select_related("van", "naar")
    return rijen.order_by("-gevraagd_op", "-pk")


def overgangen_van(traject_id: int) -> list[Lijnovergang]:
    """Moves between lines that belong to an opened trajectory, the oldest first."""
    return list(Lijnovergang.objects.filter(traject_id=traject_id).order_by("op", "pk"))


def sessies_van(traject: Traject) -> list[Sessie]:
    """Sessions of an opened trajectory and of its group, the newest first, with `was_er` of this pupil (at most 20)."""
    return _sessies.lees(traject.pk, traject.groep_id or 0)


@vaste_vraag
def _sessies(traject_id: int, groep_id: int) -> QuerySet:
    return Sessie.objects.van_traject(traject_id, groep_id).order_by("-begint_op", "-pk")[:20]
