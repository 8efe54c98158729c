"""The clock of private texts: two weeks before one expires its writer hears it (pure dates in `waarschuw_op`)."""

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from django.utils import timezone

from leerlingen.models import Leerling, Vertrouwensnotitie, Werkaantekening
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.models import Herinnering
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

VOORAF = timedelta(days=14)
AANTEKENING, VERTROUWEN = "werkaantekening_verloopt", "vertrouwensnotitie_verloopt"


def waarschuw_op(verloopt_op: date, dag: date) -> date | None:
    """The day to warn that something expires: 14 days before; None when that day is not after `dag` any more."""
    waarschuwing = verloopt_op - VOORAF
    return waarschuwing if waarschuwing > dag else None


def _sleutel(rij: Werkaantekening | Vertrouwensnotitie) -> str:
    return f"{rij._meta.model_name}:{rij.pk}:{rij.versie}"


def plan_einde(rij: Werkaantekening | Vertrouwensnotitie, dag: date) -> None:
    """Put the warning in the outbox; who writes in the last two weeks reads the date on the form."""
    wanneer = waarschuw_op(rij.verloopt_op, dag)
    if wanneer is None:
        return
    plan(
        school_id=rij.school_id,
        soort=AANTEKENING if isinstance(rij, Werkaantekening) else VERTROUWEN,
        sleutel=_sleutel(rij),
        ontvanger_id=rij.eigenaar_id,
        object_id=rij.pk,
        niet_voor=datetime.combine(wanneer, time(), timezone.get_current_timezone()),
    )


def trek_einde_in(rij: Werkaantekening | Vertrouwensnotitie) -> None:
    """Withdraw the warning of this version."""
    laat_vervallen(school_id=rij.school_id, sleutel=_sleutel(rij))


def _staat_nog(model: Any, recht: Recht, rij: Herinnering, op: datetime) -> bool:
    """The receiver still works here, may still read it, and it is still there."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(recht):
        return False
    eigen = model.objects.van(werkplek).filter(pk=rij.object_id)
    if model is Werkaantekening:
        eigen = eigen.filter(leerling_id__in=Leerling.objects.zichtbaar_voor(werkplek).values("pk"))
    return eigen.exists()


SOORTEN = (
    Soort(
        AANTEKENING,
        "werkaantekening die over twee weken verloopt",
        "werkaantekeningen die over twee weken verlopen",
        partial(_staat_nog, Werkaantekening, Recht.NOTITIES),
        pagina="leerlingen:mijn_aantekeningen",
        voor_vrij=True,
    ),
    Soort(
        VERTROUWEN,
        "eigen notitie die over twee weken verloopt",
        "eigen notities die over twee weken verlopen",
        partial(_staat_nog, Vertrouwensnotitie, Recht.VERTROUWENSNOTITIES),
        pagina="leerlingen:vertrouwensnotities",
        voor_vrij=True,
        besloten=True,
    ),
)
