"""Whether the reason of a reminder still holds, asked of the floor that planned it; one mistake there holds up no other."""

import logging
from datetime import datetime

from zorgapp.accounts.context import in_school
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.soorten import Soort

log = logging.getLogger(__name__)


def geldt(rij: Herinnering, soort: Soort, op: datetime) -> bool | None:
    """Return what its floor says, None when that fails. A row that goes before its own day is judged for that day."""
    try:
        with in_school(rij.school_id):
            return soort.nog_geldig(rij, max(op, rij.niet_voor))
    except Exception as fout:
        log.error("herinnering #%s (%s): %s", rij.pk, rij.soort, type(fout).__name__)
        return None
