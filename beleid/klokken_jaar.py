"""The clock of an activity: its owner hears of it on its first day."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from beleid.jaarstroken import Activiteitstatus
from beleid.models import Activiteit
from ondersteuning.klokken import begin_van
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

BEGINT = "activiteit_begint"


def _sleutel(rij: Activiteit) -> str:
    return f"activiteit:{rij.pk}:{rij.versie}"


def plan_activiteit(rij: Activiteit, dag: date) -> None:
    """Remind the owner on the first day; nothing without an owner, when it is not planned, or when it began before `dag`."""
    if rij.eigenaar_id and rij.status == Activiteitstatus.GEPLAND and rij.van >= dag:
        plan(
            school_id=rij.school_id,
            soort=BEGINT,
            sleutel=_sleutel(rij),
            ontvanger_id=rij.eigenaar_id,
            object_id=rij.pk,
            niet_voor=begin_van(rij.van),
        )


def activiteit_stil(rij: Activiteit) -> None:
    """Withdraw what waits for this activity as it is now; call it before its version goes up."""
    laat_vervallen(school_id=rij.school_id, sleutel=_sleutel(rij))


def _begint(rij: Any, op: datetime) -> bool:
    """Still planned, still his, begun by now, and he still works here."""
    if ontvanger_nu(rij, op) is None:
        return False
    open_ = Activiteit.objects.filter(
        school_id=rij.school_id, pk=rij.object_id, status=Activiteitstatus.GEPLAND
    )
    return open_.filter(eigenaar_id=rij.ontvanger_id, van__lte=timezone.localdate(op)).exists()


SOORTEN = (
    Soort(
        BEGINT,
        "activiteit uit de jaarkalender die begint",
        "activiteiten uit de jaarkalender die beginnen",
        _begint,
        pagina="beleid:kalender",
    ),
)
