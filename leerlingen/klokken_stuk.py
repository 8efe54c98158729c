"""What somebody of the schoolleiding hears about a document that the coordinator shows him."""

from datetime import datetime

from django.utils import timezone

from leerlingen.models import Toegangsverlening
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.services import plan
from zorgapp.notifications.soorten import Soort

VOORGELEGD = "stuk_voorgelegd"


def meld_voorgelegd(door: Werkplek, verlening: Toegangsverlening, op: datetime) -> None:
    """A line in his daily mail; showing it again with another last day is a new one."""
    plan(
        school_id=door.school.pk,
        soort=VOORGELEGD,
        sleutel=f"voorgelegd:{verlening.pk}:{verlening.tot:%Y%m%d}",
        ontvanger_id=verlening.user_id,
        object_id=verlening.pk,
        niet_voor=op,
    )


def _loopt_nog(rij: Herinnering, op: datetime) -> bool:
    dag = timezone.localdate(op)
    return Toegangsverlening.objects.filter(op_dag(dag), pk=rij.object_id, user_id=rij.ontvanger_id).exists()


SOORT = Soort(
    VOORGELEGD,
    "stuk dat aan je is voorgelegd",
    "stukken die aan je zijn voorgelegd",
    _loopt_nog,
    pagina="leerlingen:stukken_voorgelegd",
)
