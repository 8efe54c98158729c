"""For whom a coordinator works: the whole school, some locations, or nobody because one is no coordinator.

Every rule in SQL that lets a coordinator in goes through `van_coordinator`. It returns rows and no condition: an empty
condition joined with another by OR would be read as everything or as nothing, rows cannot be joined that way.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import TypeVar

from django.db.models import Q, QuerySet

from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek

VAN_LEERLING = "leerling__vestiging_id"
Rijen = TypeVar("Rijen", bound=QuerySet)


def coordinator_vestigingen(werkplek: Werkplek) -> list[int] | None:
    """Locations a coordinator works for: None means the whole school, an empty list means not a coordinator."""
    als = werkplek.aanstellingen_als(Rol.ZORGCOORDINATOR)
    if any(a.vestiging_id is None for a in als):
        return None
    return [a.vestiging_id for a in als if a.vestiging_id]


def is_coordinator(werkplek: Werkplek) -> bool:
    """Whether this person coordinates anything here: the school or a location."""
    return coordinator_vestigingen(werkplek) != []


def coordineert(werkplek: Werkplek, vestiging_id: int | None) -> bool:
    """Whether this is a coordinator of that location; None is of no location: only of the whole school."""
    vestigingen = coordinator_vestigingen(werkplek)
    return vestigingen is None or vestiging_id in vestigingen


def namens_coordinator(werkplek: Werkplek, vestiging_id: int | None) -> int | None:
    """For which absent coordinator one looks at something of that location; None when one coordinates it oneself."""
    als = werkplek.aanstellingen_als(Rol.ZORGCOORDINATOR)  # one's own come first
    past = [a for a in als if a.vestiging_id in (None, vestiging_id)] or als
    return past[0].user_id if past and past[0].user_id != werkplek.user.pk else None


def van_coordinator(
    rijen: Rijen,
    werkplek: Werkplek,
    pad: str | None = VAN_LEERLING,
    *,
    ook: Q | None = None,
    anders: Iterable[Q] = (),
) -> Rijen:
    """Rows of this school that a coordinator sees, or anybody by one of `anders`; none for others.

    `pad` leads to the number of the location; None when the row has none and `anders` says it all. `ook` counts for a coordinator of a location besides, such as rows without
    one. ValueError for an empty condition, which would let everything through.
    """
    wegen = list(anders)
    if not all(wegen) or ook == Q():
        raise ValueError("een lege voorwaarde laat alles door")
    hier = rijen.filter(school=werkplek.school)
    vestigingen = coordinator_vestigingen(werkplek)
    if vestigingen is None:
        return hier
    if vestigingen and pad:
        wegen.append(Q(**{f"{pad}__in": vestigingen}))
    if vestigingen and ook:
        wegen.append(ook)
    return hier.filter(reduce(or_, wegen)) if wegen else hier.none()
