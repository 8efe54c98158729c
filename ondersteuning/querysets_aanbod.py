"""Reads of the offer, of who carries it out, and of who waits, with the SQL rule of who sees who waits."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Case, IntegerField, Q, Value, When

from leerlingen.querysets import als_betrokken
from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek

# First come, first served; who has a written reason goes before.
WACHTVOLGORDE = (
    Case(When(voorrang_reden="", then=Value(1)), default=Value(0), output_field=IntegerField()),
    "aangemeld_op",
    "pk",
)


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
        eigen = Q(eigenaar_id__in=werkplek.namens)
        return van_coordinator(self, werkplek, anders=[eigen, *als_betrokken(werkplek)])

    def te_regelen_door(self, werkplek: Werkplek) -> Self:
        """Places a coordinator arranges: of the whole school or of his locations; never of anybody else."""
        return van_coordinator(self, werkplek)

    def op_volgorde(self) -> Self:
        return self.order_by(*WACHTVOLGORDE)
