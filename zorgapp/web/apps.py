from datetime import datetime
from typing import Any

from django.apps import AppConfig
from django.utils import timezone


def _nog_steeds(rij: Any, op: datetime) -> bool:
    from zorgapp.accounts.eigendom import zonder_toegang

    return bool(zonder_toegang(rij.school_id, timezone.localdate(op)))


class WebConfig(AppConfig):
    name = "zorgapp.web"
    label = "web"

    def ready(self) -> None:
        """Make the nightly check's reminder known to the outbox."""
        from zorgapp.notifications.soorten import Soort, registreer
        from zorgapp.web.nachtcontrole import ZONDER_EIGENAAR

        registreer(
            Soort(
                ZONDER_EIGENAAR,
                "melding over werk zonder eigenaar",
                "meldingen over werk zonder eigenaar",
                _nog_steeds,
            )
        )
