"""Saying that a new fact is not taken over into an OPP, and taking that back."""

from datetime import datetime

from django.db import transaction
from django.http import Http404

from ondersteuning.access_opp import get_opp_slot, in_voorbereiding, versies_van
from ondersteuning.models import OppNietOver
from ondersteuning.opp.velden import VELDEN
from ondersteuning.oppnieuws import aanbod
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def feit_niet_overnemen(
    *, door: Werkplek, pk: int, veld: str, bron: str, nummer: int, afdruk: str, op: datetime
) -> OppNietOver:
    """No longer offer one fact for one field; saying it twice is saying it once.

    Raises Verouderd when it is not offered (any more) to this writer: the source changed, or the words stand there by
    now. 404 and 403 as for writing.
    """
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    sleutel = (veld, bron, nummer, afdruk)
    al = OppNietOver.objects.filter(opp=opp, veld=veld, bron=bron, nummer=nummer, afdruk=afdruk).first()
    if al is not None:
        return al
    versie = in_voorbereiding(versies_van(opp.pk))
    if versie is None or veld not in VELDEN:
        raise Verouderd
    nieuw, _ = aanbod(door, opp.leerling, versie, [veld])
    if sleutel not in {feit.sleutel for n in nieuw for feit in n.feiten}:
        raise Verouderd
    return OppNietOver.objects.create(
        school=door.school,
        opp=opp,
        veld=veld,
        bron=bron,
        nummer=nummer,
        afdruk=afdruk,
        door=door.user,
        gemaakt_op=op,
    )


@transaction.atomic
def feit_toch_tonen(*, door: Werkplek, pk: int, rij_id: int) -> None:
    """Offer it again; nothing happens when a colleague did so already. 404 for a row of another OPP."""
    opp, _ = get_opp_slot(door, pk, daad="schrijven")
    rij = OppNietOver.objects.filter(pk=rij_id).first()
    if rij is not None and rij.opp_id != opp.pk:
        raise Http404("feit")
    if rij is not None:
        rij.delete()
