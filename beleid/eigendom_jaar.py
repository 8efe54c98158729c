"""A planned activity as open work: who leaves gives it to a colleague, or it waits for one."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from beleid.access_jaar import PUNTROLLEN, open_van, zonder_eigenaar_hier
from beleid.jaarstroken import Activiteitstatus
from beleid.models import Activiteit
from beleid.services.activiteit import activiteit_overdragen
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum


def _stuk(rij: Activiteit) -> OpenStuk:
    """Its row and its first day: the title is typed by people, and a beheerder reads this."""
    return OpenStuk(
        id=rij.pk,
        omschrijving=f"Activiteit {rij.get_strook_display()}, vanaf {dagdatum(rij.van)}",
        url=reverse("beleid:activiteit", args=[rij.pk]),
        eigenaar_id=rij.eigenaar_id,
        tot=rij.tot,
    )


def activiteiten_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give planned activities another owner now; without one they wait in the calendar."""
    rijen = Activiteit.objects.filter(school=door.school, pk__in=ids, status=Activiteitstatus.GEPLAND)
    for pk in rijen.order_by("pk").values_list("pk", flat=True):
        activiteit_overdragen(door=door, pk=pk, naar=naar)


ACTIVITEIT = Eigendom(
    sleutel="activiteit",
    meervoud="activiteiten van de jaarkalender",
    **uit_rijen(open_van, _stuk),
    overdragen=activiteiten_overdragen,
    zonder_toegang=lambda school, dag: [_stuk(rij) for rij in zonder_eigenaar_hier(school, dag)],
    mag_leeg=True,
    rollen=PUNTROLLEN,
)
