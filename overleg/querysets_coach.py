"""Reads of the coachlijn: asker and coach themselves, nobody in their place, no coordinator (DESIGN §3)."""

from typing import Self

from django.db import models
from django.db.models import Q

from zorgapp.accounts.werkplek import Werkplek


class CoachvraagQuerySet(models.QuerySet):
    def zichtbaar_voor(self, werkplek: Werkplek) -> Self:
        """Questions one asked, and questions one is asked that were not taken back; a deputy sees none."""
        zelf = werkplek.user.pk
        return self.filter(
            Q(vrager_id=zelf) | (Q(coach_id=zelf) & ~Q(status="ingetrokken")), school=werkplek.school
        )

    def lopend(self) -> Self:
        return self.filter(klaar_op__isnull=True)
