"""Open agreements and meetings to come as open work: nobody leaves while they are his, and nothing is of nobody."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse

from leerlingen.coordinatoren import coordinatoren
from ondersteuning.klokken import begin_van
from overleg.access_afspraak import zonder_eigenaar
from overleg.models import Afspraak
from overleg.services.afspraak import afspraak_overdragen, afspraak_valt_terug
from zorgapp.accounts.eigendom import Eigendom, OpenStuk, uit_rijen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dagdatum


def _afspraak(afspraak: Afspraak) -> OpenStuk:
    """No pupil's name and no sentence: a beheerder reads this."""
    return OpenStuk(
        id=afspraak.pk,
        omschrijving=f"Afspraak {afspraak.pk}, klaar op {dagdatum(afspraak.klaar_op)}",
        url=reverse("overleg:afspraak", args=[afspraak.pk]),
        eigenaar_id=afspraak.eigenaar_id,
    )


def _afspraken(school_id: int, user_id: int) -> QuerySet:
    """Open agreements of this person."""
    rijen = Afspraak.objects.open().filter(school_id=school_id, eigenaar_id=user_id)
    return rijen.order_by("klaar_op", "pk")


def afspraken_overdragen(door: Werkplek, ids: Sequence[int], naar: User | None, vanaf: date) -> None:
    """Give open agreements another owner now; there is always one."""
    if naar is None:
        raise ValueError("Een afspraak heeft altijd een eigenaar. Kies een collega.")
    rijen = Afspraak.objects.open().filter(school=door.school, pk__in=ids).exclude(eigenaar=naar)
    for pk in rijen.order_by("pk").values_list("pk", flat=True):
        afspraak_overdragen(door=door, pk=pk, versie=None, naar=naar, op=begin_van(door.dag))


def afspraken_terug(school_id: int, dag: date, op: datetime) -> int:
    """Nightly: what is of somebody without access goes back to a coordinator of the pupil; returns how many.

    Without any coordinator it stays where it is and the nightly check tells of it.
    """
    terug = 0
    for afspraak in zonder_eigenaar(school_id, dag).select_related("leerling"):
        if wie := coordinatoren(school_id, dag, afspraak.leerling):
            afspraak_valt_terug(afspraak_id=afspraak.pk, naar=wie[0], op=op)
            terug += 1
    return terug


AFSPRAAK = Eigendom(
    sleutel="afspraak",
    meervoud="afspraken",
    **uit_rijen(_afspraken, _afspraak),
    overdragen=afspraken_overdragen,
    zonder_toegang=lambda school, dag: [_afspraak(rij) for rij in zonder_eigenaar(school, dag)],
)
