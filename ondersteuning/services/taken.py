"""Who does what: tasks per line, and who does each, answers for it, is asked and is told."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Max

from ondersteuning.access_aanbod import mag_regelen
from ondersteuning.access_taken import get_houder, get_taak
from ondersteuning.beginset import TAKEN
from ondersteuning.models import Ondersteuningstaak, Taakhouder, Taakletter
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk, op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

INHOUD = ("naam", "lijn", "toelichting")


def _mag(door: Werkplek) -> None:
    if not mag_regelen(door):
        raise PermissionDenied("alleen een zorgcoördinator verdeelt taken")


@transaction.atomic
def taak_bewaren(*, door: Werkplek, taak: Ondersteuningstaak, versie: int) -> Ondersteuningstaak:
    """Store a new or changed task; a new one comes last in its line. Raises Verouderd, ValidationError or 404."""
    _mag(door)
    if taak.pk:
        return op_versie_bewaren(door=door, rij=taak, versie=versie, velden=INHOUD)
    taak.school = door.school
    laatste = Ondersteuningstaak.objects.filter(school=door.school, lijn=taak.lijn).aggregate(
        m=Max("volgorde")
    )
    taak.volgorde = min((laatste["m"] or 0) + 1, 30_000)
    return bewaar(taak)


@transaction.atomic
def taak_vervallen(*, door: Werkplek, pk: int, versie: int) -> Ondersteuningstaak:
    """A task that nobody needs to do any more; it stays in the history."""
    _mag(door)
    taak = get_taak(door, pk, slot=True)
    if taak.versie != versie:
        raise Verouderd
    Ondersteuningstaak.objects.filter(pk=pk).update(vervallen_op=door.dag, versie=F("versie") + 1)
    return taak


@transaction.atomic
def taak_terug(*, door: Werkplek, pk: int) -> None:
    """Take back that a task lapsed; ValidationError when there is one of that name again."""
    _mag(door)
    taak = get_taak(door, pk, slot=True)
    taak.vervallen_op = None
    taak.versie += 1
    bewaar(taak, "vervallen_op", "versie")


@transaction.atomic
def houder_erbij(
    *, door: Werkplek, taak_id: int, letter: str, rol: str = "", user: User | None = None
) -> Taakhouder | None:
    """Give everybody of a role, or one colleague, a part in a task; returns who was answerable until now.

    A task has exactly one who answers for it: the new one replaces the old. ValidationError for both or neither, and
    for a colleague without a running appointment.
    """
    _mag(door)
    taak = get_taak(door, taak_id, slot=True)
    if bool(rol) == bool(user):
        raise ValidationError("Kies een rol of een collega, niet allebei.")
    if user and not Aanstelling.objects.filter(op_dag(door.dag), school=door.school, user=user).exists():
        raise ValidationError({"user": "Deze collega werkt hier nu niet."})
    houder = Taakhouder(school=door.school, taak=taak, letter=letter, rol=rol, user=user)
    vorige = None
    if letter == Taakletter.VERANTWOORDELIJK:
        oud = Taakhouder.objects.filter(taak=taak, letter=letter).select_related("user")
        vorige = oud.first()
        oud.delete()
    if not Taakhouder.objects.filter(taak=taak, letter=letter, rol=rol, user=user).exists():
        bewaar(houder)
    return vorige


@transaction.atomic
def houder_weg(*, door: Werkplek, pk: int) -> Taakhouder:
    """Take a part in a task away."""
    _mag(door)
    houder = get_houder(door, pk)
    Taakhouder.objects.filter(pk=houder.pk).delete()
    return houder


@transaction.atomic
def houders_overdragen(*, door: Werkplek, ids: list[int], naar: User | None) -> None:
    """Give a colleague's parts in tasks to another, or to nobody yet; for who ends a role."""
    for houder in Taakhouder.objects.filter(school=door.school, pk__in=ids).select_for_update():
        heeft = Taakhouder.objects.filter(taak=houder.taak_id, letter=houder.letter, user=naar)
        if naar is None or heeft.exists():
            houder.delete()
        else:
            Taakhouder.objects.filter(pk=houder.pk).update(user=naar)


@transaction.atomic
def beginset_taken(*, door: Werkplek) -> int:
    """Lay down tasks to begin with; ValidationError when there are tasks already."""
    _mag(door)
    een_tegelijk(door)
    if Ondersteuningstaak.objects.filter(school=door.school).exists():
        raise ValidationError("Er staan al taken. Vul die aan.")
    taken = [
        Ondersteuningstaak(school=door.school, lijn=lijn, naam=naam, volgorde=nummer)
        for nummer, (lijn, naam, _) in enumerate(TAKEN, start=1)
    ]
    Ondersteuningstaak.objects.bulk_create(taken)
    Taakhouder.objects.bulk_create(
        Taakhouder(school=door.school, taak=taak, letter=letter, rol=rol)
        for taak, (_, _, houders) in zip(taken, TAKEN, strict=True)
        for letter, rol in houders
    )
    return len(taken)
