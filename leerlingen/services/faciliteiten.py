"""The school's catalogue of facilities: laying down the starter set, and changing it."""

from dataclasses import dataclass

from django.db import transaction
from django.http import Http404

from leerlingen.access_kaart import get_faciliteit
from leerlingen.faciliteiten import STARTSET
from leerlingen.models import Faciliteit
from leerlingen.services.kaart import zonder_etiket
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Faciliteitgegevens:
    """What the coordinator filled in about an entry of the catalogue."""

    naam: str
    tekst: str
    soort: str
    icoon: str
    les: bool
    toets: bool
    schoolexamen: bool
    examenaanpassing: bool
    minuten: int | None = None


@transaction.atomic
def startset_neerleggen(*, door: Werkplek) -> int:
    """Lay down what of the starter set the school does not have; returns how many. Twice changes nothing."""
    al = set(Faciliteit.objects.filter(school=door.school).values_list("naam", flat=True))
    nieuw = [
        Faciliteit(
            school=door.school,
            naam=s.naam,
            tekst=s.tekst,
            soort=s.soort,
            icoon=s.icoon,
            les="l" in s.waar,
            toets="t" in s.waar,
            schoolexamen="s" in s.waar,
            examenaanpassing=s.examen,
            minuten=s.minuten,
        )
        for s in STARTSET
        if s.naam not in al
    ]
    return len(Faciliteit.objects.bulk_create(nieuw, ignore_conflicts=True))


@transaction.atomic
def faciliteit_bewaren(
    *, door: Werkplek, gegevens: Faciliteitgegevens, pk: int | None = None, versie: int = 0
) -> Faciliteit:
    """Add or change an entry; cards keep their own text.

    Raises Verouderd on a stale version, ValidationError for a name that exists or a label in a text.
    """
    zonder_etiket(naam=gegevens.naam, tekst=gegevens.tekst)
    rij = get_faciliteit(door, pk, slot=True) if pk else Faciliteit(school=door.school, versie=0)
    if rij.versie != versie:
        raise Verouderd
    for veld, waarde in vars(gegevens).items():
        setattr(rij, veld, waarde)
    rij.versie = versie + 1
    return bewaar(rij)


@transaction.atomic
def faciliteit_stoppen(*, door: Werkplek, pk: int) -> Faciliteit:
    """Take an entry out of the catalogue; where it was granted it stays."""
    rij = get_faciliteit(door, pk, slot=True)
    Faciliteit.objects.filter(pk=rij.pk).update(gestopt_op=door.dag)
    return rij


@transaction.atomic
def faciliteit_herstellen(*, door: Werkplek, pk: int) -> None:
    """Put an entry back; 404 for one that is not the school's, ValidationError when another one has its name by now."""
    rij = Faciliteit.objects.filter(school=door.school, pk=pk).select_for_update().first()
    if rij is None:
        raise Http404
    if rij.gestopt_op is not None:
        rij.gestopt_op = None
        bewaar(rij, "gestopt_op")
