"""Follow-ups as open work: nobody loses his role while one is his."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from ondersteuning.access import zonder_eigenaar
from ondersteuning.klokken import begin_van
from ondersteuning.models import Vervolg
from ondersteuning.services.vervolg import vervolg_plannen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum


def _stuk(vervolg: Vervolg) -> OpenStuk:
    """No pupil's name: a beheerder reads this."""
    return OpenStuk(
        id=vervolg.pk,
        omschrijving=f"Vervolg {vervolg.pk}: {vervolg.get_soort_display()}, {dagdatum(vervolg.volgende_datum)}",
        url=reverse("ondersteuning:vervolg", args=[vervolg.pk]),
        eigenaar_id=vervolg.eigenaar_id,
    )


def rijen_van(school_id: int, user_id: int) -> QuerySet:
    """Open follow-ups of this person, the nearest first."""
    return Vervolg.objects.open().filter(school_id=school_id, eigenaar_id=user_id).order_by("volgende_datum")


def overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Hand follow-ups over now, so that the successor can prepare; a follow-up always has an owner."""
    if naar is None:
        raise ValueError("Een vervolg heeft altijd een eigenaar. Kies een collega.")
    for vervolg in Vervolg.objects.open().filter(school=door.school, pk__in=ids):
        vervolg_plannen(
            door=door,
            pk=vervolg.pk,
            versie=vervolg.versie,
            eigenaar=naar,
            datum=vervolg.volgende_datum,
            op=begin_van(door.dag),
            beheer=True,
        )


def wezen(school_id: int, dag: date) -> Sequence[OpenStuk]:
    return [_stuk(v) for v in zonder_eigenaar(school_id, dag)]


EIGENDOM = Eigendom(
    sleutel="vervolg",
    meervoud="vervolgen",
    **uit_rijen(rijen_van, _stuk),
    overdragen=overdragen,
    zonder_toegang=wezen,
)
