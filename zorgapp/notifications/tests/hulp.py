"""Shared steps of the sender's tests."""

from datetime import datetime, timedelta
from uuid import UUID

from zorgapp.accounts.context import in_school
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.services import plan
from zorgapp.notifications.tests.conftest import OCHTEND
from zorgapp.notifications.versturen import verstuur_school

DAG = timedelta(days=1)


def zet(
    wie: Werkplek, nummer: int, op: datetime = OCHTEND, soort: str = "proef", direct: bool = False
) -> Herinnering:
    with in_school(wie.school.pk):
        rij = plan(
            school_id=wie.school.pk,
            soort=soort,
            sleutel=f"{soort}:{nummer}",
            ontvanger_id=wie.user.pk,
            object_id=nummer,
            niet_voor=op,
            direct=direct,
        )
    assert rij is not None
    return rij


def verstuur(wie: Werkplek, op: datetime) -> bool:
    return verstuur_school(wie.school.pk, lambda: op)


def lees(rij: Herinnering) -> Herinnering:
    with in_school(rij.school_id):
        return Herinnering.objects.get(pk=rij.pk)


def statussen(wie: Werkplek) -> list[str]:
    with in_school(wie.school.pk):
        return list(Herinnering.objects.order_by("pk").values_list("status", flat=True))


def nummer(rij: Herinnering) -> UUID:
    """The number of the mail that a row was claimed for last."""
    zending = lees(rij).zending
    assert zending is not None
    return zending
