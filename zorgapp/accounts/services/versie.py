"""Changing a row that two people may have open: who saves an old version is told, and nothing is overwritten."""

from typing import TypeVar

from django.db import transaction
from django.http import Http404

from zorgapp.accounts.models import School, SchoolModel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

Rij = TypeVar("Rij", bound=SchoolModel)


class Verouderd(Exception):
    """Somebody else saved this in the meantime; nothing was written."""


def een_tegelijk(door: Werkplek) -> None:
    """Keep everybody else of this school who asks this too waiting until the end of the transaction.

    For who adds a row that belongs to the school as a whole, and looks first whether it is there.
    """
    School.objects.select_for_update(no_key=True).get(pk=door.school.pk)


@transaction.atomic
def op_versie_bewaren(*, door: Werkplek, rij: Rij, versie: int, velden: tuple[str, ...]) -> Rij:
    """Store `velden` of an existing row that has a `versie`, which goes up by one.

    Raises Verouderd when the row is no longer the version the user saw, ValidationError for a rule that does not hold,
    404 for a row of another school.
    """
    nu = type(rij)._default_manager.filter(school=door.school, pk=rij.pk).select_for_update(of=("self",))
    stand = nu.values_list("versie", flat=True).first()
    if stand is None:
        raise Http404
    if stand != versie:
        raise Verouderd
    rij.versie = versie + 1  # type: ignore[attr-defined]
    bewaard: Rij = bewaar(rij, *velden, "versie")
    return bewaard
