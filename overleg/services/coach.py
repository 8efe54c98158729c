"""The coachlijn: asking a coach for help, writing to each other, being done with it, taking it back."""

import uuid
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from overleg.access_coach import coach_kring, get_vraag, get_vraag_slot
from overleg.coachloop import na_bericht, na_intrekken, na_sluiten
from overleg.klokken_coach import meld_bericht, meld_ingetrokken
from overleg.models import Coachbericht, Coachvraag
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

_EEN_TEL = timedelta(microseconds=1)


@transaction.atomic
def coach_vragen(
    *, door: Werkplek, coach: User, onderwerp: str, tekst: str, sleutel: uuid.UUID, op: datetime
) -> Coachvraag:
    """Ask one colleague for help. The same `sleutel` again gives what it made the first time.

    Raises ValidationError for who is no coach here, for oneself, and without a subject or a text.
    """
    een_tegelijk(door)
    al = Coachbericht.objects.filter(school=door.school, door=door.user, sleutel=sleutel)
    if eerder := al.select_related("vraag").first():
        return eerder.vraag
    if coach_kring(door).kies(str(coach.pk)) is None:
        raise ValidationError({"coach": "Kies een begeleider of een zorgcoördinator."})
    vraag = bewaar(
        Coachvraag(
            school=door.school, vrager=door.user, coach=coach, onderwerp=onderwerp.strip(), gesteld_op=op
        )
    )
    _schrijf(door, vraag, tekst, sleutel, op)
    return vraag


@transaction.atomic
def bericht_sturen(*, door: Werkplek, pk: int, tekst: str, sleutel: uuid.UUID, op: datetime) -> Coachbericht:
    """Write to the other; a closed question opens again. The same `sleutel` again gives what it made the first time.

    Raises ValidationError when it was taken back, when the other works here no more, or without a text; 404.
    """
    vraag = get_vraag_slot(door, pk)
    al = Coachbericht.objects.filter(vraag=vraag, door=door.user, sleutel=sleutel).first()
    if al is not None:
        return al
    vraag.klaar_op, was = None, vraag.status
    van_coach = vraag.coach_id == door.user.pk
    try:
        vraag.status = na_bericht(was, van_coach=van_coach, beantwoord=_beantwoord(vraag))
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    vraag.versie += 1
    bewaar(vraag, "status", "klaar_op", "versie")
    if get_vraag(door, pk).weg:  # type: ignore[attr-defined]
        raise ValidationError("Je collega werkt hier niet meer en leest dit niet meer.")
    return _schrijf(door, vraag, tekst, sleutel, op)


def _beantwoord(vraag: Coachvraag) -> bool:
    return Coachbericht.objects.filter(vraag=vraag, door_id=vraag.coach_id).exists()


def _schrijf(door: Werkplek, vraag: Coachvraag, tekst: str, sleutel: uuid.UUID, op: datetime) -> Coachbericht:
    """Append one message, later than the one before it: what was seen is a moment, and clocks of servers differ."""
    laatste = Coachbericht.objects.filter(vraag=vraag).aggregate(op=Max("op"))["op"]
    moment = max(op, laatste + _EEN_TEL) if laatste else op
    bericht = bewaar(
        Coachbericht(
            school=door.school, vraag=vraag, door=door.user, tekst=tekst.strip(), op=moment, sleutel=sleutel
        )
    )
    meld_bericht(vraag, bericht)
    return bericht


@transaction.atomic
def coachvraag_sluiten(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Coachvraag:
    """Be done with it, as asker or as coach. Raises Verouderd when something was written since, ValidationError, 404."""
    vraag = get_vraag_slot(door, pk)
    if vraag.versie != versie:
        raise Verouderd
    try:
        vraag.status = na_sluiten(vraag.status)
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    vraag.klaar_op, vraag.versie = op, versie + 1
    return bewaar(vraag, "status", "klaar_op", "versie")


@transaction.atomic
def coachvraag_intrekken(*, door: Werkplek, pk: int, op: datetime) -> Coachvraag:
    """Take one's own question back before it was answered: the coach sees it no more, and hears nothing of it.

    Raises ValidationError for who was answered and for a coach, 404.
    """
    vraag = get_vraag_slot(door, pk)
    if vraag.vrager_id != door.user.pk:
        raise ValidationError(
            "Alleen wie de vraag stelde, trekt haar in. Sluit haar af als jullie klaar zijn."
        )
    try:
        vraag.status = na_intrekken(vraag.status, beantwoord=_beantwoord(vraag))
    except ValueError as fout:
        raise ValidationError(str(fout)) from fout
    vraag.klaar_op, vraag.versie = op, vraag.versie + 1
    bewaar(vraag, "status", "klaar_op", "versie")
    meld_ingetrokken(vraag)
    return vraag


@transaction.atomic
def coachvraag_gezien(*, door: Werkplek, pk: int, tot: datetime) -> None:
    """Remember that everything up to `tot` was on this person's screen; never back in time. 404."""
    vraag = get_vraag_slot(door, pk)
    veld = "vrager_zag_op" if vraag.vrager_id == door.user.pk else "coach_zag_op"
    was = getattr(vraag, veld)
    if was is None or was < tot:
        Coachvraag.objects.filter(pk=vraag.pk).update(**{veld: tot})
