"""Making, stopping and taking up again a year-end bundle of OPPs; the work itself is done by `opp_bundelwerk`."""

from datetime import datetime

from django.db import connection, transaction

from ondersteuning.access_opp_bundel import TAAK, Keuze, get_bundel_slot, versies_voor
from ondersteuning.models import Bundeldeel, Oppbundel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.models import Taak
from zorgapp.werk.services.taken import taak_starten

_SLOT = 20_261_124  # a number of our own for the advisory lock
_LOOPT = (Taak.Status.WACHT, Taak.Status.BEZIG)


class NietsTeBundelen(Exception):
    """There is no OPP in force in what was chosen; the text is for the user."""


@transaction.atomic
def bundel_maken(*, door: Werkplek, keuze: Keuze, op: datetime) -> Oppbundel:
    """Start a bundle; the one of the same choice that is being made already when there is one.

    Raises NietsTeBundelen when nothing would be in it.
    """
    with connection.cursor() as cursor:  # two clicks at once: the second waits here and finds the first
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_SLOT, door.user.pk % 2**31])
    if lopend := _lopend(door, keuze):
        return lopend
    versies = list(versies_voor(door, keuze).values_list("pk", flat=True))
    if not versies:
        raise NietsTeBundelen(f"Er is geen vastgesteld ontwikkelingsperspectief voor {keuze.woord}.")
    bundel = Oppbundel.objects.create(
        school=door.school,
        schooljaar=keuze.jaar.beginjaar,
        klas=keuze.klas,
        vestiging=keuze.vestiging,
        door=door.user,
        gemaakt_op=op,
    )
    Bundeldeel.objects.bulk_create(
        Bundeldeel(school=door.school, bundel=bundel, oppversie_id=versie, volgorde=nummer)
        for nummer, versie in enumerate(versies, 1)
    )
    taak_starten(door=door, soort=TAAK, object_id=bundel.pk, totaal=len(versies))
    return bundel


def _lopend(door: Werkplek, keuze: Keuze) -> Oppbundel | None:
    bezig = Taak.objects.filter(school=door.school, eigenaar=door.user, soort=TAAK, status__in=_LOOPT)
    return Oppbundel.objects.filter(
        pk__in=bezig.values("object_id"),
        schooljaar=keuze.jaar.beginjaar,
        klas=keuze.klas,
        vestiging=keuze.vestiging,
        gestopt_op__isnull=True,
    ).first()


@transaction.atomic
def bundel_stoppen(*, door: Werkplek, pk: int, op: datetime) -> Oppbundel:
    """Stop after the part that is being made; what was made is kept. Twice is once."""
    bundel = get_bundel_slot(door, pk)
    if bundel.gestopt_op is None:
        bundel.gestopt_op = op
        bundel.save(update_fields=["gestopt_op"])
    return bundel


@transaction.atomic
def bundel_verder(*, door: Werkplek, pk: int) -> Taak:
    """Take a bundle up again where it was, parts that failed too; the job that runs already when there is one."""
    bundel = get_bundel_slot(door, pk)
    Oppbundel.objects.filter(pk=bundel.pk).update(gestopt_op=None)
    Bundeldeel.objects.filter(bundel=bundel).exclude(fout="").update(fout="")
    lopend = Taak.objects.filter(
        school=door.school, eigenaar=door.user, soort=TAAK, object_id=pk, status__in=_LOOPT
    ).first()
    return lopend or taak_starten(door=door, soort=TAAK, object_id=pk)
