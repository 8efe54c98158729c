"""Reads of the outbox."""

from datetime import datetime
from typing import Self

from django.db import models


class HerinneringQuerySet(models.QuerySet):
    def te_versturen(self, op: datetime) -> Self:
        """Planned rows whose moment has come."""
        return self.filter(status="gepland", niet_voor__lte=op)

    def met_probleem(self) -> Self:
        """Rows a person must look at: refused by the mail server, or of unknown fate."""
        return self.filter(status__in=("mislukt", "onzeker"))
