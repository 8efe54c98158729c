"""Steps of a meeting that is on and that touch more than one thing: begin with the first item, go on, to the next one."""

from datetime import datetime

from django.db import transaction

from overleg.access_agenda import agenda_van
from overleg.access_live import afspraken_bij, get_afspraak_slot_in, los_van, nog_te_vragen, plekken_van
from overleg.afspraakloop import Afspraakstand, is_klaar
from overleg.loop import Puntstatus, Stap
from overleg.models import Afspraak, Agendapunt, Overleg
from overleg.services.afspraak import stand_zetten
from overleg.services.overleg import stap_zetten
from overleg.services.tijd import punt_afronden, punt_beginnen
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def overleg_beginnen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Overleg:
    """Begin the meeting with its first item that is still to be discussed. Raises as `stap_zetten`.

    When something of the last time is open that belongs to no item, it opens with that, and no item takes time yet.
    """
    overleg = stap_zetten(door=door, pk=pk, versie=versie, stap=Stap.BEGINNEN, op=op)
    terug, _ = afspraken_bij(door, overleg)
    eerst = nog_te_vragen(los_van(overleg, terug, plekken_van(door, overleg)))
    if not eerst and (eerste := volgend_punt(door, overleg, None)):
        punt_beginnen(door=door, pk=eerste.pk, op=op)
    return overleg


@transaction.atomic
def overleg_hervatten(*, door: Werkplek, pk: int, versie: int, punt_id: int | None, op: datetime) -> Overleg:
    """Go on after a pause, with the item that was open. Raises as `stap_zetten`."""
    overleg = stap_zetten(door=door, pk=pk, versie=versie, stap=Stap.HERVATTEN, op=op)
    punten = {p.pk: p for p in agenda_van(door, overleg).punten}
    punt = punten.get(punt_id) if punt_id else None
    if punt is not None and punt.status == Puntstatus.OPEN:
        punt_beginnen(door=door, pk=punt.pk, op=op)
    return overleg


@transaction.atomic
def naar_volgend(*, door: Werkplek, pk: int, status: str, op: datetime) -> Agendapunt | None:
    """Say that this item was discussed or moved, and turn to the next one that is open; None when it was the last.

    Raises StapNietToegestaan when the meeting is not on, 403 or 404.
    """
    punt = punt_afronden(door=door, pk=pk, status=status, op=op)
    volgend = volgend_punt(door, punt.overleg, punt)
    return punt_beginnen(door=door, pk=volgend.pk, op=op) if volgend else None


def volgend_punt(door: Werkplek, overleg: Overleg, na: Agendapunt | None) -> Agendapunt | None:
    """The next open item after `na` that this person sees, else the first one before it."""
    punten = [p for p in agenda_van(door, overleg).punten if na is None or p.pk != na.pk]
    open_ = [p for p in punten if p.status == Puntstatus.OPEN]
    later = [p for p in open_ if na is None or (p.volgorde, p.pk) > (na.volgorde, na.pk)]
    return next(iter(later or open_), None)


@transaction.atomic
def antwoord_geven(
    *, door: Werkplek, overleg_id: int, pk: int, versie: int, stand: str, op: datetime
) -> Afspraak:
    """Say in a meeting how an agreement went; from one end to the other it is opened in between, so a slip is repaired.

    Raises Verouderd, StapNietToegestaan, 403 or 404.
    """
    afspraak = get_afspraak_slot_in(door, pk, overleg_id)
    if is_klaar(afspraak.stand) and is_klaar(stand) and afspraak.stand != stand:
        weer = stand_zetten(
            door=door, pk=pk, versie=versie, stand=Afspraakstand.OPEN, op=op, overleg_id=overleg_id
        )
        versie = weer.versie
    return stand_zetten(door=door, pk=pk, versie=versie, stand=stand, op=op, overleg_id=overleg_id)
