"""Short advice for in the lesson: giving it, putting it first, and ending it (alone or with what it came from)."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.access import toegangsgrond
from leerlingen.access_kaart import eis, get_advies, mag_adviseren
from leerlingen.access_slot import leerling_op_slot
from leerlingen.models import Handelingsadvies, Leerling
from leerlingen.services.kaart import zonder_etiket
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


def _mag(door: Werkplek, leerling: Leerling) -> None:
    grond = toegangsgrond(door, leerling)
    eis(grond is not None and mag_adviseren(door, grond))


@transaction.atomic
def advies_geven(
    *,
    door: Werkplek,
    leerling: Leerling,
    tekst: str,
    tot: date,
    vakken: Sequence[str] = (),
    bron: str = "",
    vooraan: bool = False,
) -> Handelingsadvies:
    """Advise the teachers of a pupil from today to and with `tot`; `bron` ("traject:12") is what ends it.

    At most WOORDEN_ADVIES words, no label. ValidationError otherwise; 403 for who is not coordinator, mentor or the
    assigned begeleider. The same advice of the same person again gives the one that runs.
    """
    _mag(door, leerling)
    tekst = " ".join(tekst.split())
    zonder_etiket(tekst=tekst)
    if tot < door.dag:
        raise ValidationError({"tot": "Die datum is voorbij. Kies vandaag of later."})
    if (tot - door.dag).days > 366:
        raise ValidationError({"tot": "Kies een datum binnen een jaar. Daarna kijk je opnieuw."})
    leerling_op_slot(leerling.pk)
    eerder = Handelingsadvies.objects.lopend(door.dag).filter(leerling=leerling, door=door.user, bron=bron)
    if bestaand := eerder.filter(tekst=tekst, vakken=list(vakken), tot=tot).first():
        return bestaand
    return bewaar(
        Handelingsadvies(
            school=door.school,
            leerling=leerling,
            tekst=tekst,
            vakken=list(vakken),
            van=door.dag,
            tot=tot,
            bron=bron,
            vooraan=vooraan,
            door=door.user,
        )
    )


@transaction.atomic
def advies_stoppen(*, door: Werkplek, leerling: Leerling, pk: int) -> Handelingsadvies:
    """End an advice: yesterday was its last day, one of today goes; 403 as for giving."""
    _mag(door, leerling)
    rij = get_advies(leerling.pk, pk)
    _stop(door, [rij])
    return rij


@transaction.atomic
def adviezen_beeindigen(*, door: Werkplek, bron: str) -> int:
    """End all advice that came from `bron`; returns how many. For the floor that gave it, which opened its object."""
    rijen = (
        list(Handelingsadvies.objects.filter(school=door.school, bron=bron, tot__gte=door.dag))
        if bron
        else []
    )
    return _stop(door, rijen)


def _stop(door: Werkplek, rijen: list[Handelingsadvies]) -> int:
    for rij in rijen:
        if rij.van >= door.dag:
            rij.delete()
        elif rij.tot >= door.dag:
            rij.tot = door.dag - timedelta(days=1)
            rij.save(update_fields=["tot"])
    return len(rijen)


@transaction.atomic
def advies_vooraan(*, door: Werkplek, leerling: Leerling, pk: int, vooraan: bool) -> None:
    """Let an advice come first on the class card, or no longer."""
    _mag(door, leerling)
    rij = get_advies(leerling.pk, pk)
    rij.vooraan = vooraan
    rij.save(update_fields=["vooraan"])
