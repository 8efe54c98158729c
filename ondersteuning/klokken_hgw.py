"""The clock of HGW forms: whoever finished a form is reminded on the day he looks back."""

from datetime import datetime
from typing import Any

from ondersteuning.klokken import begin_van
from ondersteuning.models import Hgw, HgwStatus
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

EVALUATIE = "hgw_evaluatie"


def hgw_geldt(hgw: Hgw) -> None:
    """Plan the reminder of a finished form for its owner."""
    assert hgw.evaluatie_op is not None
    plan(
        school_id=hgw.school_id,
        soort=EVALUATIE,
        sleutel=_sleutel(hgw),
        ontvanger_id=hgw.eigenaar_id,
        object_id=hgw.pk,
        niet_voor=begin_van(hgw.evaluatie_op),
    )


def hgw_klaar(hgw: Hgw) -> None:
    """Withdraw it: a next version came, it was closed, or somebody else owns it now."""
    laat_vervallen(school_id=hgw.school_id, sleutel=_sleutel(hgw))


def _sleutel(hgw: Hgw) -> str:
    return f"hgw:{hgw.pk}:{hgw.eigenaar_id}"


def _nog_terugkijken(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None:
        return False
    rijen = Hgw.objects.zichtbaar_voor(werkplek).filter(pk=rij.object_id, status=HgwStatus.VAST)
    return rijen.filter(eigenaar_id=rij.ontvanger_id).exists()


SOORTEN = (
    Soort(
        EVALUATIE,
        "HGW-formulier om op terug te kijken",
        "HGW-formulieren om op terug te kijken",
        _nog_terugkijken,
    ),
)
