"""The only doors to the items of a meeting: which of them somebody sees, and which pupil's file that opens.

Opening an item about a pupil is logged with its meeting as the reason; so is a page that shows several of them at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from overleg.access import Overlegblik, blik, get_overleg
from overleg.models import Agendapunt, Overleg, Puntstatus
from zorgapp.accounts.inzage import inzagen_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

GROND = "overleg"
"""The reason of access in the read log of who sees an item because he takes part."""


@dataclass(frozen=True)
class Agenda:
    """The items of one meeting that somebody sees, in order; `verborgen`: how many more there are."""

    punten: tuple[Agendapunt, ...]
    verborgen: int


def agenda_van(werkplek: Werkplek, overleg: Overleg) -> Agenda:
    """The agenda of an opened meeting, as far as this person may see it (two statements)."""
    punten = tuple(_punten.lees(werkplek, overleg.pk))
    alle = _hoeveel.lees(overleg.pk)
    return Agenda(punten, len(alle) - len(punten))


@vaste_vraag
def _punten(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id)
    return rijen.op_agenda().select_related("leerling").met_klas()


@vaste_vraag
def _hoeveel(overleg_id: int) -> QuerySet:
    rijen = Agendapunt.objects.filter(overleg_id=overleg_id).exclude(status=Puntstatus.VERVALLEN)
    return rijen.values_list("pk", flat=True)


def leg_inzage_vast(
    werkplek: Werkplek, punten: Iterable[Agendapunt], handeling: Handeling = Handeling.BEKEKEN
) -> None:
    """Log a look at each pupil of these items, in one statement: for a page or paper that shows what is in them."""
    rijen = [(punt.pk, punt.leerling_id) for punt in punten if punt.leerling_id]
    if rijen:
        inzagen_vastleggen(
            door=werkplek, onderwerp="agendapunt", rijen=rijen, grond=GROND, handeling=handeling
        )


def get_punt(werkplek: Werkplek, pk: int, *, gezien: bool = True) -> tuple[Agendapunt, Overlegblik]:
    """Open one item with its meeting, and what one may do there. Raises and logs as `lees_punt`."""
    punt = lees_punt(werkplek, pk, gezien=gezien)
    return punt, blik(werkplek, punt.overleg)


def lees_punt(werkplek: Werkplek, pk: int, *, gezien: bool = True) -> Agendapunt:
    """Open one item with its meeting; 404 for who may not know of it. Logs the look, unless `gezien` is False.

    `gezien=False` only for what shows nothing of the pupil (a save of an open page, which was logged when it opened).
    """
    punt = _punt.een(werkplek, pk)
    if punt is None:
        raise Http404("agendapunt")
    if gezien:
        leg_inzage_vast(werkplek, [punt])
    return punt


@vaste_vraag
def _punt(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("overleg", "leerling").met_klas()


def get_punt_slot(werkplek: Werkplek, pk: int, *, daad: str, ook_overleg: bool = False) -> Agendapunt:
    """Lock one item for a write; shows nothing. 404 for who may not know of it, 403 for who may not do `daad`.

    `ook_overleg` locks its meeting before it, for what touches both: always in that order.
    """
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(pk=pk).select_related("overleg")
    if ook_overleg:
        overleggen = Overleg.objects.filter(school=werkplek.school, punten=pk)
        overleggen.select_for_update(of=("self",)).first()
    punt = rijen.select_for_update(of=("self",)).first()
    if punt is None:
        raise Http404("agendapunt")
    if not getattr(blik(werkplek, punt.overleg), daad):
        raise PermissionDenied(f"agendapunt {daad}")
    return punt


def get_agenda(werkplek: Werkplek, overleg_id: int) -> tuple[Overleg, Overlegblik, Agenda]:
    """One meeting with its agenda; 404 for who may not know of it. Names only: what is in an item is opened apart."""
    overleg, mag = get_overleg(werkplek, overleg_id)
    return overleg, mag, agenda_van(werkplek, overleg)
