"""Reads of jobs."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q


class TaakQuerySet(models.QuerySet):
    def op_te_pakken(self, grens: datetime) -> Self:
        """Jobs nobody works on: never offered to a worker, or without a heartbeat since `grens`."""
        return self.filter(Q(status="wacht", gemaakt_op__lt=grens) | Q(status="bezig", hartslag_op__lt=grens))
