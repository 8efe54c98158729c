"""The report after closing: telling everybody that his part is ready, that it was read, and what is added to it."""

import uuid
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404

from overleg import klokken_verslag as klokken
from overleg.access_sluiten import digest, kenmerken, punten_voor, punten_voor_externen
from overleg.access_verslag import get_punt_om_aan_te_vullen
from overleg.loop import Puntstatus, Stap, controleer_stap
from overleg.models import Aanvulling, Deelname, Functie, Overleg
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.constraints import bewaar


def meld_verslagen(door: Werkplek, overleg: Overleg, op: datetime) -> int:
    """Tell every participant whose part he was not told of yet, in the transaction that closes; returns how many.

    After opening and closing again that is only who reads something new; for him it counts as unread again. Outsiders
    hear of it when an item they may know of was discussed.
    """
    kenmerk, extern = kenmerken(overleg.pk), punten_voor_externen(overleg.pk)
    rijen = Deelname.objects.filter(overleg=overleg, verwijderd_op__isnull=True).select_related("user")
    gemeld = []
    for deelname in rijen.order_by("pk"):
        punten = extern if deelname.functie == Functie.EXTERN else _punten(door, overleg, deelname)
        if punten is None or (deelname.functie == Functie.EXTERN and not punten):
            continue
        if klokken.meld_verslag(overleg, deelname, digest(kenmerk, punten), op):
            gemeld.append(deelname.pk)
    zet_context(door.school.pk, door.user.pk)  # reading as a participant set it to him
    Deelname.objects.filter(pk__in=gemeld).update(verslag_gelezen_op=None)
    return len(gemeld)


def _punten(door: Werkplek, overleg: Overleg, deelname: Deelname) -> list[int] | None:
    """What this participant reads; None when he no longer works here."""
    werkplek = werkplek_maken(deelname.user, door.dag, door.school.pk)
    if werkplek is None or werkplek.school.pk != door.school.pk:
        zet_context(door.school.pk, door.user.pk)
        return None
    return punten_voor(werkplek, overleg.pk)


def verslag_gelezen(*, door: Werkplek, overleg_id: int, op: datetime) -> None:
    """Note that this participant opened his report, the first time; a deputy reads for himself."""
    Deelname.objects.filter(
        overleg_id=overleg_id, user=door.user, verwijderd_op__isnull=True, verslag_gelezen_op__isnull=True
    ).update(verslag_gelezen_op=op)


@transaction.atomic
def verslag_aanvullen(
    *, door: Werkplek, overleg_id: int, punt_id: int, tekst: str, sleutel: uuid.UUID, op: datetime
) -> Aanvulling:
    """Add something to the report of an item of a closed meeting; sending one form twice keeps it once.

    Who takes part, or leads, and sees the item. Raises StapNietToegestaan when it is not closed, ValidationError without
    a text, 403 or 404.
    """
    punt = get_punt_om_aan_te_vullen(door, punt_id)
    if punt.overleg_id != overleg_id or punt.status == Puntstatus.VERVALLEN:
        raise Http404("agendapunt")
    controleer_stap(punt.overleg.status, Stap.AANVULLEN)
    if not tekst.strip():
        raise ValidationError({"tekst": "Schrijf op wat je wilt aanvullen."})
    if al := Aanvulling.objects.filter(punt=punt, sleutel=sleutel).first():
        return al
    return bewaar(
        Aanvulling(school=door.school, punt=punt, tekst=tekst.strip(), door=door.user, op=op, sleutel=sleutel)
    )
