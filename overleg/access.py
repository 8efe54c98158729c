"""The only doors to meetings for people of the school, and what each of them may do there.

404 for what one may not know exists, 403 for what one may see but not do. A meeting itself names no pupil; its items have
doors of their own (`access_agenda`), and people from outside come in by `access_extern`.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from overleg.models import Deelname, Functie, Overleg, Overlegreeks
from overleg.querysets import OVER_LEERLINGEN, OverlegQuerySet
from zorgapp.accounts.coordinatie import coordineert
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Overlegblik:
    """What somebody may do in one meeting.

    leiden: change it, ask people, begin and close it. agenda: put items on it and order them. notuleren: write the
    report and agreements. `deelnemer`: takes part himself (or whom he stands in for).
    """

    leiden: bool
    agenda: bool
    notuleren: bool
    deelnemer: bool


def _leidt(werkplek: Werkplek, overleg: Overleg) -> bool:
    leiden = overleg.voorzitter_id in werkplek.namens
    return leiden or (overleg.soort in OVER_LEERLINGEN and coordineert(werkplek, overleg.vestiging_id))


def mag_notuleren(werkplek: Werkplek, overleg: Overleg) -> bool:
    """Whether this person writes in an opened meeting, without asking the database (a save every few seconds)."""
    return _leidt(werkplek, overleg) or overleg.notulist_id in werkplek.namens


def blik(werkplek: Werkplek, overleg: Overleg) -> Overlegblik:
    """What this person may do: who leads it, its coordinator, who takes the minutes, others who take part."""
    return blik_zonder_vraag(werkplek, overleg, bool(_functies.lees(overleg.pk, werkplek)))


def blik_zonder_vraag(werkplek: Werkplek, overleg: Overleg, deelnemer: bool) -> Overlegblik:
    """The same for who read already whether this person takes part."""
    schrijft = mag_notuleren(werkplek, overleg)
    return Overlegblik(_leidt(werkplek, overleg), schrijft, schrijft, deelnemer)


@vaste_vraag
def _functies(overleg_id: int, werkplek: Werkplek) -> QuerySet:
    rijen = Deelname.objects.filter(overleg_id=overleg_id, verwijderd_op__isnull=True)
    return (
        rijen.filter(user_id__in=werkplek.namens).exclude(functie=Functie.EXTERN).values_list("functie")[:1]
    )


def zichtbare_overleggen(werkplek: Werkplek) -> OverlegQuerySet:
    """Meetings this person may know of."""
    return Overleg.objects.zichtbaar_voor(werkplek)


def get_overleg(werkplek: Werkplek, pk: int) -> tuple[Overleg, Overlegblik]:
    """Open one meeting; 404 for who may not know of it."""
    overleg = _overleg.een(werkplek, pk)
    if overleg is None:
        raise Http404("overleg")
    return overleg, blik(werkplek, overleg)


@vaste_vraag
def _overleg(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("voorzitter", "notulist", "reeks", "klas", "vestiging")


def get_overleg_om(werkplek: Werkplek, pk: int, daad: str) -> tuple[Overleg, Overlegblik]:
    """The same for who may do `daad` there (a field of `Overlegblik`); 403 for who may only see it."""
    overleg, mag = get_overleg(werkplek, pk)
    if not getattr(mag, daad):
        raise PermissionDenied(f"overleg {daad}")
    return overleg, mag


def get_overleg_slot(werkplek: Werkplek, pk: int, *, daad: str) -> Overleg:
    """Lock one meeting for a write; shows nothing. 404 for who may not know of it, 403 for who may not do `daad`."""
    rijen = Overleg.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    overleg = rijen.select_for_update(of=("self",)).first()
    if overleg is None:
        raise Http404("overleg")
    if not getattr(blik(werkplek, overleg), daad):
        raise PermissionDenied(f"overleg {daad}")
    return overleg


def get_reeks(werkplek: Werkplek, pk: int) -> tuple[Overlegreeks, bool]:
    """One series and whether this person leads it; 404 for who may not know of it."""
    rijen = Overlegreeks.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    reeks = rijen.select_related("voorzitter", "notulist", "klas", "vestiging").first()
    if reeks is None:
        raise Http404("overlegreeks")
    return reeks, _leidt_reeks(werkplek, reeks)


def _leidt_reeks(werkplek: Werkplek, reeks: Overlegreeks) -> bool:
    if reeks.voorzitter_id in werkplek.namens:
        return True
    return reeks.soort in OVER_LEERLINGEN and coordineert(werkplek, reeks.vestiging_id)


def get_reeks_slot(werkplek: Werkplek, pk: int) -> Overlegreeks:
    """Lock one series for a write; 404 for who may not know of it, 403 for who does not lead it."""
    rijen = Overlegreeks.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    reeks = rijen.select_for_update(of=("self",)).first()
    if reeks is None:
        raise Http404("overlegreeks")
    if not _leidt_reeks(werkplek, reeks):
        raise PermissionDenied("overlegreeks leiden")
    return reeks


def deelnemers_van(overleg_id: int) -> list[Deelname]:
    """Who takes part in a meeting that was opened, in the order they were asked; without who was removed."""
    return _deelnemers.lees(overleg_id)


@vaste_vraag
def _deelnemers(overleg_id: int) -> QuerySet:
    rijen = Deelname.objects.filter(overleg_id=overleg_id, verwijderd_op__isnull=True)
    return rijen.select_related("user", "partner").order_by("pk")
