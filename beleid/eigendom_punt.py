"""A running development point as open work: who leaves gives it to a colleague."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from beleid.access_punt import PUNTROLLEN, punten_zonder_eigenaar
from beleid.models import Ontwikkelpunt, Puntstatus
from beleid.services.punt import punt_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def _stuk(punt: Ontwikkelpunt) -> OpenStuk:
    return OpenStuk(
        id=punt.pk,
        omschrijving=f"Ontwikkelpunt {punt.jaar}",
        url=reverse("beleid:punt", args=[punt.pk]),
        eigenaar_id=punt.eigenaar_id,
    )


def _punten(school_id: int, user_id: int) -> QuerySet:
    """Running points of this person."""
    rijen = Ontwikkelpunt.objects.filter(school_id=school_id, eigenaar_id=user_id, status=Puntstatus.LOOPT)
    return rijen.order_by("pk")


def punten_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give running points another owner now; there is always one."""
    if naar is None:
        raise ValueError("Een ontwikkelpunt heeft altijd een eigenaar. Kies een collega.")
    rijen = Ontwikkelpunt.objects.filter(school=door.school, pk__in=ids, status=Puntstatus.LOOPT)
    for pk in rijen.exclude(eigenaar=naar).order_by("pk").values_list("pk", flat=True):
        punt_overdragen(door=door, pk=pk, naar=naar)


PUNT = Eigendom(
    sleutel="ontwikkelpunt",
    meervoud="ontwikkelpunten",
    **uit_rijen(_punten, _stuk),
    overdragen=punten_overdragen,
    zonder_toegang=lambda school, dag: [_stuk(rij) for rij in punten_zonder_eigenaar(school, dag)],
    rollen=PUNTROLLEN,
)
