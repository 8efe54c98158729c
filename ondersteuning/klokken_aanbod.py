"""The clock of the waiting list: who waits is looked at again on a date, and its owner is reminded of it."""

from datetime import date, datetime, timedelta
from typing import Any

from ondersteuning.klokken import begin_van
from ondersteuning.models import Wachtplek, WachtStatus
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

WACHT_DATUM = "wachtplek_datum"
KIJK_NA = timedelta(weeks=4)


def kijk_weer_op(dag: date) -> date:
    """The day to look again at a pupil who began to wait on `dag`, unless another day is chosen: four weeks later."""
    return dag + KIJK_NA


def wacht_gepland(plek: Wachtplek) -> None:
    """Remind the owner on the next date."""
    plan(
        school_id=plek.school_id,
        soort=WACHT_DATUM,
        sleutel=_sleutel(plek),
        ontvanger_id=plek.eigenaar_id,
        object_id=plek.pk,
        niet_voor=begin_van(plek.volgende_datum),
    )


def wacht_klaar(plek: Wachtplek) -> None:
    """Withdraw the reminder of this date."""
    laat_vervallen(school_id=plek.school_id, sleutel=_sleutel(plek))


def _sleutel(plek: Wachtplek) -> str:
    return f"wacht:{plek.pk}:{plek.versie}:{plek.volgende_datum:%Y%m%d}:{plek.eigenaar_id}"


def _wacht_nog(rij: Any, op: datetime) -> bool:
    """It still waits, is still his, and he still works here in a role that sees pupils."""
    werkt = Aanstelling.objects.op(op.date()).filter(
        user_id=rij.ontvanger_id, school_id=rij.school_id, rol__in=ROLLEN_MET_LEERLINGEN, user__is_active=True
    )
    plek = Wachtplek.objects.filter(pk=rij.object_id, eigenaar_id=rij.ontvanger_id, status=WachtStatus.WACHT)
    return plek.exists() and werkt.exists()


SOORTEN_AANBOD = (
    Soort(
        WACHT_DATUM,
        "wachtende leerling om naar te kijken",
        "wachtende leerlingen om naar te kijken",
        _wacht_nog,
        pagina="ondersteuning:wachtlijst",
    ),
)
