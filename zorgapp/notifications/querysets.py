"""Reads of the outbox and of what its receiver sees of it in the app."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

WACHT = (timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=4))
"""How long a mail waits that was certainly not sent; after the last one it is refused for good."""


def _nu(op: datetime) -> Q:
    """Its moment has come; a second attempt never waits longer than the longest wait, wherever the clock jumped."""
    return Q(niet_voor__lte=op) | Q(pogingen__gt=0, niet_voor__gt=op + WACHT[-1])


class HerinneringQuerySet(models.QuerySet):
    def te_versturen(self, op: datetime) -> Self:
        """Planned rows whose moment has come."""
        return self.filter(_nu(op), status="gepland")

    def voor_dagmail(self, op: datetime, tot: datetime, voor_vrij: Collection[str]) -> Self:
        """The same for a daily mail; of the kinds `voor_vrij` also what falls due on the free days before `tot`."""
        straks = Q(soort__in=voor_vrij, pogingen=0, niet_voor__gt=op, niet_voor__lt=tot)
        return self.filter(_nu(op) | straks, status="gepland", direct=False)

    def van_dagmail(self, op: datetime) -> Self:
        """Rows that went, may have gone, or are going out in a daily mail on the local date of `op`.

        A row that was claimed that day and withdrawn afterwards was of unknown fate, so it counts too. A mail of another
        date does not count, so that a clock that was ahead for a while holds up nothing.
        """
        begin = timezone.localtime(op).replace(hour=0, minute=0, second=0, microsecond=0)
        dag = (begin, begin + timedelta(days=1) - timedelta(microseconds=1))
        onderweg = ("geclaimd", "onzeker", "vervallen")
        return self.filter(
            Q(status="verstuurd", verstuurd_op__range=dag) | Q(status__in=onderweg, geclaimd_op__range=dag),
            direct=False,
        )

    def met_probleem(self) -> Self:
        """Rows a person must look at: refused by the mail server, or of unknown fate."""
        return self.filter(status__in=("mislukt", "onzeker"))

    def in_de_app(self, sinds: datetime) -> Self:
        """What was told since `sinds`, whatever became of the mail, unless somebody let it be."""
        return self.filter(geclaimd_op__gte=sinds).exclude(status="vervallen")
