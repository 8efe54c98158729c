"""Doors to why a pupil must have an OPP: decisions about him from outside the school, and a temporary placement.

Reading is for who sees the support of the pupil in full (coordinator, mentor, assigned begeleider; 404 for others),
writing for the coordinator (403).
"""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, get_leerling, mag_contacten_zien
from leerlingen.models import Leerling
from ondersteuning.models import Beschikking, TijdelijkePlaatsing
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

Besluit = Beschikking | TijdelijkePlaatsing
MEEST = 30


def mag_besluiten_wijzigen(grond: Grond) -> bool:
    """The coordinator of the pupil."""
    return grond.grond == Toegangsgrond.ZORGCOORDINATOR


def get_leerling_besluiten(
    werkplek: Werkplek, leerling_id: int, *, schrijven: bool = False, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Leerling, Grond]:
    """The pupil whose decisions are read, or written with `schrijven`; logs the look."""
    leerling, grond = get_leerling(werkplek, leerling_id, handeling)
    if not mag_contacten_zien(werkplek, grond):
        raise Http404("beschikkingen")
    if schrijven and not mag_besluiten_wijzigen(grond):
        raise PermissionDenied("beschikkingen")
    return leerling, grond


def get_besluit(
    werkplek: Werkplek, model: type[Besluit], pk: int, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Besluit, Leerling]:
    """One decision or temporary placement to change; 404 or 403 as above."""
    rij: Besluit | None = model._default_manager.filter(school=werkplek.school, pk=pk).first()
    if rij is None:
        raise Http404("beschikking")
    leerling, _ = get_leerling_besluiten(werkplek, rij.leerling_id, schrijven=True, handeling=handeling)
    return rij, leerling


def beschikkingen_van(leerling_id: int) -> list[Beschikking]:
    """Decisions about an opened pupil, the newest first."""
    return _beschikkingen.lees(leerling_id)


def plaatsingen_van(leerling_id: int) -> list[TijdelijkePlaatsing]:
    """Temporary placements of an opened pupil, the newest first."""
    return _plaatsingen.lees(leerling_id)


@vaste_vraag
def _beschikkingen(leerling_id: int) -> QuerySet:
    return Beschikking.objects.filter(leerling_id=leerling_id).order_by("-van", "-pk")[:MEEST]


@vaste_vraag
def _plaatsingen(leerling_id: int) -> QuerySet:
    return TijdelijkePlaatsing.objects.filter(leerling_id=leerling_id).order_by("-van", "-pk")[:MEEST]
