"""Reads of facility cards, advice and substitutes: what holds on a day or at a moment."""

from datetime import date, datetime
from typing import Self

from django.db import models
from django.db.models import Q

from zorgapp.accounts.coordinatie import van_coordinator
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek


class FaciliteitQuerySet(models.QuerySet):
    def in_gebruik(self) -> Self:
        """What may be granted now."""
        return self.filter(gestopt_op__isnull=True)

    def op_volgorde(self) -> Self:
        return self.order_by("soort", "naam", "pk")


class KaartQuerySet(models.QuerySet):
    def geldig(self, dag: date) -> Self:
        """Cards that hold on `dag`."""
        return self.filter(geldig_van__lte=dag, geldig_tot__gte=dag)


class ToekenningQuerySet(models.QuerySet):
    def lopend(self, dag: date) -> Self:
        """Granted and not ended on `dag`; whether its card holds is another question."""
        return self.filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=dag), gestopt_op__isnull=True)

    def op_geldige_kaart(self, dag: date) -> Self:
        """What a teacher must do on `dag`: running, on a card that holds."""
        return self.lopend(dag).filter(kaart__geldig_van__lte=dag, kaart__geldig_tot__gte=dag)

    def op_volgorde(self) -> Self:
        """What was put first, then what counts in the lesson, then in the order it was granted."""
        return self.order_by("-vooraan", "-les", "sinds", "pk")


class AdviesQuerySet(models.QuerySet):
    def lopend(self, dag: date) -> Self:
        return self.filter(op_dag(dag))

    def op_volgorde(self) -> Self:
        return self.order_by("-vooraan", "-van", "-pk")


class VervangingQuerySet(models.QuerySet):
    def te_stoppen_door(self, werkplek: Werkplek) -> Self:
        """Access one gave (or who one stands in for), and for a coordinator that of his school or of classes of his
        locations. A teaching group has no location: there only who gave it, and the coordinator of the school."""
        gaf = Q(door_id__in=werkplek.namens)
        return van_coordinator(self, werkplek, "klas__vestiging_id", anders=[gaf])

    def lopend(self, op: datetime) -> Self:
        """Access that holds at this moment: from `van` up to, not including, `tot`."""
        return self.filter(van__lte=op, tot__gt=op, gestopt_op__isnull=True)

    def nog_niet_voorbij(self, op: datetime) -> Self:
        return self.filter(tot__gt=op, gestopt_op__isnull=True)
