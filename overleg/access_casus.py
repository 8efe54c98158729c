"""The doors to cases without a name: who takes part in the meeting reads them, who brought one in changes it."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from overleg.access import Overlegblik, get_overleg
from overleg.casus import MET_CASUS
from overleg.models import Agendapunt, Overleg
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.pagina import Bereik, Pagina, vaste_bladzijde
from zorgapp.kern.vastevraag import vaste_vraag

PER_PAGINA = 4


def get_casusoverleg(werkplek: Werkplek, pk: int) -> tuple[Overleg, Overlegblik]:
    """A meeting of a kind with cases, for who takes part; 404 for other kinds and for who may not know of it."""
    overleg, mag = get_overleg(werkplek, pk)
    if overleg.soort not in MET_CASUS:
        raise Http404("overleg zonder casus")
    if not mag.deelnemer:
        raise PermissionDenied("casus lezen")
    return overleg, mag


def casussen_van(werkplek: Werkplek, overleg: Overleg, gevraagd: str | None) -> Pagina:
    """The cases of an opened meeting, in the order of the agenda."""
    return vaste_bladzijde(_casussen, werkplek, overleg.pk, gevraagd=gevraagd, per_pagina=PER_PAGINA)


@vaste_vraag
def _casussen(werkplek: Werkplek, overleg_id: int, bereik: Bereik) -> QuerySet:
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id, leerling__isnull=True)
    return bereik.uit(rijen.op_agenda().select_related("toegevoegd_door"))


def get_casus(werkplek: Werkplek, overleg_id: int, pk: int) -> tuple[Overleg, Agendapunt]:
    """One's own case; 403 for that of somebody else, 404 for one that is not there."""
    overleg, _ = get_casusoverleg(werkplek, overleg_id)
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg=overleg, leerling__isnull=True)
    return overleg, _eigen(werkplek, rijen.op_agenda().filter(pk=pk).first())


def get_casus_slot(werkplek: Werkplek, overleg_id: int, pk: int) -> Agendapunt:
    """Lock one's own case for a write; 403 and 404 as `get_casus`."""
    rijen = Agendapunt.objects.zichtbaar_voor(werkplek).filter(
        overleg_id=overleg_id, overleg__soort__in=MET_CASUS, leerling__isnull=True, pk=pk
    )
    return _eigen(
        werkplek, rijen.op_agenda().select_related("overleg").select_for_update(of=("self",)).first()
    )


def _eigen(werkplek: Werkplek, punt: Agendapunt | None) -> Agendapunt:
    if punt is None:
        raise Http404("casus")
    if punt.toegevoegd_door_id != werkplek.user.pk:
        raise PermissionDenied("casus van een ander")
    return punt
