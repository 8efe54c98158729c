"""The one way to read and change a school setting; what there is to set stands in `instellingsoorten`."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import QuerySet

from zorgapp.accounts.instellingsoorten import SOORTEN, TWEESTAPS
from zorgapp.accounts.models import Instelling, School, Vrijedag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode
from zorgapp.kern.vastevraag import vaste_vraag
from zorgapp.kern.waarden import Tekst


def instelling(sleutel: str, op: date) -> int:
    """Return the value of a setting on `op` for the school in context; KeyError for an unknown key."""
    soort = SOORTEN[sleutel]
    rij = (
        Instelling.objects.filter(sleutel=sleutel, geldig_vanaf__lte=op)
        .order_by("-geldig_vanaf")
        .values_list("waarde", flat=True)
        .first()
    )
    return soort.standaard if rij is None else int(rij)


def instelling_zetten(*, door: Werkplek, sleutel: str, waarde: Any, geldig_vanaf: date) -> Instelling:
    """Store a value from a date on; ValueError outside the bounds. A second save on one date replaces the first."""
    soort = SOORTEN[sleutel]
    if not soort.minimum <= int(waarde) <= soort.maximum:
        raise ValueError(f"Kies een aantal van {soort.minimum} tot en met {soort.maximum}.")
    if sleutel == TWEESTAPS and not int(waarde) and instelling(TWEESTAPS, geldig_vanaf):
        raise ValueError("Inloggen in twee stappen staat aan en kan niet meer uit.")
    rij, _ = Instelling.objects.update_or_create(
        school=door.school,
        sleutel=sleutel,
        geldig_vanaf=geldig_vanaf,
        defaults={"waarde": int(waarde), "door": door.user},
    )
    return rij


def instellingen_bevestigen(*, door: Werkplek) -> int:
    """Store today's values of everything that was never set, so that they are the school's own; returns how many."""
    bekend = set(Instelling.objects.filter(school=door.school).values_list("sleutel", flat=True))
    nieuw = [
        Instelling(
            school=door.school, sleutel=s.sleutel, waarde=s.standaard, geldig_vanaf=door.dag, door=door.user
        )
        for s in SOORTEN.values()
        if s.sleutel not in bekend
    ]
    return len(Instelling.objects.bulk_create(nieuw, ignore_conflicts=True))


def instelling_en_vrij(werkplek: Werkplek, sleutel: str) -> tuple[int, tuple[Periode, ...]]:
    """The value of a setting today and the free periods from today, in one statement; KeyError for an unknown key."""
    standaard = SOORTEN[sleutel].standaard
    [(waarden, van, tot)] = _instelling_en_vrij.lees(werkplek.school.pk, werkplek.dag, Tekst(sleutel))
    return int(waarden[0]) if waarden else standaard, tuple(map(Periode, van, tot))


@vaste_vraag
def _instelling_en_vrij(school_id: int, dag: date, sleutel: Tekst) -> QuerySet:
    waarden = Instelling.objects.filter(school_id=school_id, sleutel=sleutel, geldig_vanaf__lte=dag)
    vrij = Vrijedag.objects.filter(school_id=school_id, tot__gte=dag).order_by("pk")
    return School.objects.filter(pk=school_id).values_list(
        ArraySubquery(waarden.order_by("-geldig_vanaf").values("waarde")[:1]),
        ArraySubquery(vrij.values("van")),
        ArraySubquery(vrij.values("tot")),
    )


def vrije_perioden(vanaf: date) -> tuple[Periode, ...]:
    """Return the free periods of the school in context that end on or after `vanaf`."""
    return tuple(
        Periode(van, tot) for van, tot in Vrijedag.objects.filter(tot__gte=vanaf).values_list("van", "tot")
    )
