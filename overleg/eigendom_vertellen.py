"""What a colleague was asked to tell a pupil and his parents, as open work: nobody leaves while it is his."""

from collections.abc import Sequence
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from ondersteuning.klokken import begin_van
from overleg.access_vertellen import zonder_verteller
from overleg.models import Terugvertellen
from overleg.services.vertellen import vertellen_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum


def _stuk(rij: Terugvertellen) -> OpenStuk:
    """No pupil's name and nothing of what was agreed: a beheerder reads this."""
    return OpenStuk(
        id=rij.pk,
        omschrijving=f"Vertellen na een overleg, uiterlijk {dagdatum(rij.uiterlijk)}",
        url=reverse("overleg:vertellen", args=[rij.pk]),
        eigenaar_id=rij.mentor_id,
    )


def _rijen(school_id: int, user_id: int) -> QuerySet:
    """What this person was asked to tell and did not yet."""
    rijen = Terugvertellen.objects.filter(school_id=school_id, mentor_id=user_id, klaar_op__isnull=True)
    return rijen.order_by("uiterlijk", "pk")


def vertellen_doorgeven(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Let another colleague tell it, now; there is always one who does."""
    if naar is None:
        raise ValueError("Iemand vertelt het de leerling en de ouders. Kies een collega.")
    rijen = Terugvertellen.objects.filter(school=door.school, pk__in=ids, klaar_op__isnull=True)
    for pk in rijen.exclude(mentor=naar).order_by("pk").values_list("pk", flat=True):
        vertellen_overdragen(door=door, pk=pk, naar=naar, op=begin_van(door.dag))


VERTELLEN = Eigendom(
    sleutel="vertellen",
    meervoud="leerlingen om iets te vertellen na een overleg",
    **uit_rijen(_rijen, _stuk),
    overdragen=vertellen_doorgeven,
    zonder_toegang=lambda school, dag: [_stuk(rij) for rij in zonder_verteller(school, dag)],
)
