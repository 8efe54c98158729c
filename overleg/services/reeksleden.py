"""Standing participants of a series, and who leads a series or a meeting after somebody else."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from overleg import klokken_plannen as klokken
from overleg.access import get_overleg_slot, get_reeks_slot
from overleg.loop import Stap, controleer_stap
from overleg.models import Deelname, Overleg, Overlegreeks, Reekslid
from overleg.services.overleg import Lid, eis_lid, zet_leiding
from overleg.services.reeks import deelname_van, komende_van, zet_reeksleiding
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def lid_toevoegen(*, door: Werkplek, pk: int, lid: Lid, op: datetime) -> Reekslid:
    """Ask a standing participant: he joins the meetings to come, except those he was taken off by hand.

    Raises ValidationError for who cannot take part, 403 or 404.
    """
    reeks = get_reeks_slot(door, pk)
    if al := Reekslid.objects.filter(reeks=reeks, user=lid.user).first():
        return al
    eis_lid(door, reeks.soort, lid)
    rij = bewaar(
        Reekslid(school=door.school, reeks=reeks, user=lid.user, functie=lid.functie, partner=lid.partner)
    )
    komend = komende_van(reeks, op)
    al_daar = Deelname.objects.filter(overleg__in=komend, user=lid.user).values_list("overleg_id", flat=True)
    bestaat = set(al_daar)
    Deelname.objects.bulk_create(deelname_van(o, rij, op) for o in komend if o.pk not in bestaat)
    klokken.meld_reeks(door, reeks, [rij], op)
    return rij


@transaction.atomic
def lid_weg(*, door: Werkplek, pk: int, lid_id: int, op: datetime) -> None:
    """Take a standing participant off the series and the meetings to come, and tell him.

    Raises ValidationError for chair or minute taker (name another one first), 403 or 404.
    """
    reeks = get_reeks_slot(door, pk)
    lid = Reekslid.objects.filter(reeks=reeks, pk=lid_id).first()
    if lid is None:
        raise Http404("reekslid")
    if lid.user_id in (reeks.voorzitter_id, reeks.notulist_id):
        raise ValidationError("Kies eerst een andere voorzitter of notulist.")
    leidt = [o.pk for o in komende_van(reeks, op) if lid.user_id not in (o.voorzitter_id, o.notulist_id)]
    Deelname.objects.filter(overleg_id__in=leidt, user_id=lid.user_id, verwijderd_op__isnull=True).update(
        verwijderd_op=op, verwijderd_door=door.user
    )
    klokken.meld_reeks_eraf(door, reeks, lid, op)
    lid.delete()


@transaction.atomic
def voorzitter_overdragen(*, door: Werkplek, pk: int, naar: User) -> Overleg:
    """Let another colleague lead a planned meeting, for who ends somebody's roles or leads it; who led it takes part no
    longer. Raises ValidationError for who cannot lead, 403 or 404."""
    if door.mag(Recht.MENSEN):
        overleg = Overleg.objects.filter(school=door.school, pk=pk).select_for_update(of=("self",)).first()
        if overleg is None:
            raise Http404("overleg")
    else:
        overleg = get_overleg_slot(door, pk, daad="leiden")
    controleer_stap(overleg.status, Stap.WIJZIGEN)
    vorige, overleg.voorzitter = overleg.voorzitter_id, naar
    if overleg.notulist_id in (vorige, naar.pk):
        overleg.notulist = None
    overleg.versie += 1
    bewaar(overleg, "voorzitter", "notulist", "versie")
    zet_leiding(door, overleg)
    return overleg


@transaction.atomic
def reeks_overdragen(*, door: Werkplek, pk: int, naar: User, op: datetime) -> None:
    """Let another colleague lead a series and its meetings to come, for who ends somebody's roles. 404 for others."""
    rijen = Overlegreeks.objects.filter(school=door.school, pk=pk).select_for_update(of=("self",))
    reeks = rijen.first() if door.mag(Recht.MENSEN) else get_reeks_slot(door, pk)
    if reeks is None:
        raise Http404("overlegreeks")
    vorige, reeks.voorzitter = reeks.voorzitter_id, naar
    if reeks.notulist_id in (vorige, naar.pk):
        reeks.notulist = None
    reeks.versie += 1
    bewaar(reeks, "voorzitter", "notulist", "versie")
    for overleg in komende_van(reeks, op):
        if overleg.voorzitter_id == vorige:
            voorzitter_overdragen(door=door, pk=overleg.pk, naar=naar)
    zet_reeksleiding(reeks)
