"""What went well: writing it down, taking it away, and back (Herstel). Always one's own."""

from datetime import datetime

from django.db import transaction

from beleid.access_goed import get_eigen_goed_slot
from beleid.models import Goedgegaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def goed_opschrijven(*, door: Werkplek, tekst: str, delen: bool) -> Goedgegaan:
    """Write down one line, for oneself or for colleagues too; the same line twice on a day is one. ValidationError."""
    tekst = tekst.strip()
    rijen = Goedgegaan.objects.filter(
        school=door.school, door=door.user, dag=door.dag, tekst=tekst, delen=delen
    )
    al = rijen.filter(weg_op__isnull=True).first()
    return al or bewaar(
        Goedgegaan(school=door.school, door=door.user, dag=door.dag, tekst=tekst, delen=delen)
    )


@transaction.atomic
def goed_weg(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Goedgegaan:
    """Take a line of one's own away; a second press changes nothing. Raises Verouderd, 404."""
    rij = get_eigen_goed_slot(door, pk)
    if rij.weg_op is not None:
        return rij
    if rij.versie != versie:
        raise Verouderd
    rij.weg_op, rij.versie = op, versie + 1
    return bewaar(rij, "weg_op", "versie")


@transaction.atomic
def goed_terug(*, door: Werkplek, pk: int, versie: int) -> Goedgegaan:
    """Herstel: put it back. Raises Verouderd, 404."""
    rij = get_eigen_goed_slot(door, pk)
    if rij.versie != versie:
        raise Verouderd
    if rij.weg_op is not None:
        rij.weg_op, rij.versie = None, versie + 1
        bewaar(rij, "weg_op", "versie")
    return rij
