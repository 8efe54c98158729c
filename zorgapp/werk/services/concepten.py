"""Drafts: saved while somebody types, per person and key, without ever overwriting a newer text silently."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.utils import timezone

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst
from zorgapp.werk.models import Concept

SLEUTEL = re.compile(r"[a-z0-9:_-]{1,80}")


@dataclass(frozen=True)
class ConceptStand:
    """What the server holds: `versie` 0 means nothing yet, an empty `inhoud` that it was used or thrown away."""

    versie: int = 0
    inhoud: dict[str, Any] = field(default_factory=dict)
    gewijzigd_op: datetime | None = None


@dataclass(frozen=True)
class Uitkomst:
    """`bewaard` or, when another tab was first, the newer text in `stand`."""

    bewaard: bool
    stand: ConceptStand


def controleer_sleutel(sleutel: str) -> None:
    """Raise ValueError for a key with other characters than a-z, 0-9, colon, underscore and dash."""
    if not SLEUTEL.fullmatch(sleutel):
        raise ValueError("Deze sleutel kan niet.")


def concept_lezen(werkplek: Werkplek, sleutel: str) -> ConceptStand:
    """Return the reader's own draft; nobody else's can be asked for."""
    rij = _concept.een(werkplek.school.pk, werkplek.user.pk, Tekst(sleutel))
    return ConceptStand(rij.versie, rij.inhoud, rij.gewijzigd_op) if rij else ConceptStand()


@vaste_vraag
def _concept(school_id: int, eigenaar_id: int, sleutel: Tekst) -> QuerySet:
    return Concept.objects.filter(school_id=school_id, eigenaar_id=eigenaar_id, sleutel=sleutel)


def concepten_lezen(werkplek: Werkplek, sleutels: Iterable[str]) -> dict[str, ConceptStand]:
    """The same of several keys in one query, for a page with more than one form; a key without a draft is empty."""
    stand = dict.fromkeys(sleutels, ConceptStand())
    rijen = Concept.objects.filter(school=werkplek.school, eigenaar=werkplek.user, sleutel__in=list(stand))
    return stand | {rij.sleutel: ConceptStand(rij.versie, rij.inhoud, rij.gewijzigd_op) for rij in rijen}


def concept_bewaren(*, door: Werkplek, sleutel: str, versie: int, inhoud: dict[str, Any]) -> Uitkomst:
    """Save a draft on top of `versie`, the one the writer last saw (0: none).

    When the stored version is another one nothing is written and the newer text comes back. Equal text is no
    conflict: a save whose answer got lost may be repeated.
    """
    controleer_sleutel(sleutel)
    nu = timezone.now()
    eigen = Concept.objects.filter(school=door.school, eigenaar=door.user, sleutel=sleutel)
    if versie and eigen.filter(versie=versie).update(inhoud=inhoud, versie=F("versie") + 1, gewijzigd_op=nu):
        return Uitkomst(True, ConceptStand(versie + 1, inhoud, nu))
    rij, nieuw = Concept.objects.get_or_create(
        school=door.school,
        eigenaar=door.user,
        sleutel=sleutel,
        defaults={"inhoud": inhoud, "versie": versie + 1, "gewijzigd_op": nu},
    )
    stand = ConceptStand(rij.versie, rij.inhoud, rij.gewijzigd_op)
    return Uitkomst(nieuw or rij.inhoud == inhoud, stand)


def concept_weg(*, door: Werkplek, sleutel: str) -> None:
    """Wipe a draft that was sent or thrown away.

    The row stays, empty and one version further, so that a save that was still on its way is a conflict
    instead of bringing back a text that is already sent. The nightly clean-up removes it.
    """
    _leeg(door, sleutel=sleutel)


def concepten_weg(*, door: Werkplek, begin: str) -> None:
    """Wipe every draft of this person whose key begins so: the others about what was just settled."""
    _leeg(door, sleutel__startswith=begin)


def _leeg(door: Werkplek, **welke: str) -> None:
    Concept.objects.filter(school=door.school, eigenaar=door.user, **welke).update(
        inhoud={}, versie=F("versie") + 1, gewijzigd_op=timezone.now()
    )
