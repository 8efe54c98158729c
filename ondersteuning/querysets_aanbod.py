"""Reads of the offer, of who carries it out, and of who waits, with the SQL rule of who sees who waits."""

from datetime import date
from typing import Self

from django.apps import apps
from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from leerlingen.querysets import VAN_EEN_STUK, als_mentor, coordinator_vestigingen
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek

# First come, first served; who has a written reason goes before.
WACHTVOLGORDE = (
    Case(When(voorrang_reden="", then=Value(1)), default=Value(0), output_field=IntegerField()),
    "aangemeld_op",
    "pk",
)


def als_begeleider(werkplek: Werkplek) -> models.QuerySet:
    """Pupils to whom this person (or whom he stands in for) was given access as their begeleider."""
    verlening = apps.get_model("leerlingen", "Toegangsverlening").objects
    wie = [a.user_id for a in werkplek.aanstellingen_als(Rol.BEGELEIDER)]
    rijen = verlening.filter(op_dag(werkplek.dag), user_id__in=wie).exclude(bron__startswith=VAN_EEN_STUK)
    return rijen.values("leerling_id")


def vol_zicht(werkplek: Werkplek) -> Q:
    """Rows with a `leerling` whose support one sees in full: coordinator, mentor, assigned begeleider (DESIGN §3).

    The same people as `leerlingen.access.mag_contacten_zien`, as one rule in SQL.
    """
    vestigingen = coordinator_vestigingen(werkplek)
    if vestigingen is None:
        return Q()
    mag = Q(leerling__vestiging_id__in=vestigingen) if vestigingen else Q(pk__in=[])
    if werkplek.is_een(Rol.MENTOR):
        mag |= Q(leerling_id__in=als_mentor(werkplek))
    if werkplek.is_een(Rol.BEGELEIDER):
        mag |= Q(leerling_id__in=als_begeleider(werkplek))
    return mag


class AanbodQuerySet(models.QuerySet):
    def van_jaar(self, school_id: int, beginjaar: int | str) -> Self:
        """Everything the school offers in the school year that begins in `beginjaar`."""
        return self.filter(school_id=school_id, schooljaar=beginjaar)

    def niet_gestopt(self, dag: date) -> Self:
        return self.filter(Q(gestopt_op__isnull=True) | Q(gestopt_op__gt=dag))

    def op_lijn(self) -> Self:
        return self.order_by("lijn", "naam", "pk")


class FunctionarisQuerySet(models.QuerySet):
    def op(self, dag: date) -> Self:
        """Only those whose period contains `dag`."""
        return self.filter(op_dag(dag))


class WachtplekQuerySet(models.QuerySet):
    def wacht(self) -> Self:
        return self.filter(status="wacht")

    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Who sees the pupil's support in full, and the owner of the place."""
        mag = vol_zicht(werkplek)
        if mag:
            mag |= Q(eigenaar_id__in=werkplek.namens)
        return self.filter(mag, school=werkplek.school)

    def te_regelen_door(self, werkplek: Werkplek) -> Self:
        """Places a coordinator arranges: of the whole school or of his locations; never of anybody else."""
        vestigingen = coordinator_vestigingen(werkplek)
        hier = self.filter(school=werkplek.school)
        if vestigingen is None:
            return hier
        return hier.filter(leerling__vestiging_id__in=vestigingen) if vestigingen else hier.none()

    def op_volgorde(self) -> Self:
        return self.order_by(*WACHTVOLGORDE)
