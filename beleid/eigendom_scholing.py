"""Training that was not looked back on as open work: who leaves gives it to a colleague."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from beleid.access_jaar import PUNTROLLEN
from beleid.access_scholing import open_van, zonder_eigenaar_hier
from beleid.models import Scholing
from beleid.services.scholing import scholing_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum


def _stuk(rij: Scholing) -> OpenStuk:
    """Its day: the title is typed by people, and a beheerder reads this."""
    return OpenStuk(
        id=rij.pk,
        omschrijving=f"Scholing op {dagdatum(rij.datum)}",
        url=reverse("beleid:scholing_een", args=[rij.pk]),
        eigenaar_id=rij.eigenaar_id,
    )


def scholing_van_wie_weggaat(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give open training another owner now; it always has one."""
    if naar is None:
        raise ValueError("Een scholing heeft altijd een eigenaar. Kies een collega.")
    rijen = Scholing.objects.filter(school=door.school, pk__in=ids, gegeven=False, weg_op__isnull=True)
    for pk in rijen.order_by("pk").values_list("pk", flat=True):
        scholing_overdragen(door=door, pk=pk, naar=naar)


SCHOLING = Eigendom(
    sleutel="scholing",
    meervoud="scholingen",
    **uit_rijen(open_van, _stuk),
    overdragen=scholing_van_wie_weggaat,
    zonder_toegang=lambda school, dag: [_stuk(rij) for rij in zonder_eigenaar_hier(school, dag)],
    rollen=PUNTROLLEN,
)
