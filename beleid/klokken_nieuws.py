"""The clock of the nieuwsbrief: everybody hears once, in his daily mail, that there is one to read."""

from datetime import datetime, timedelta
from typing import Any

from beleid.access_protocol import LEZERSROLLEN, lezers
from beleid.models import Nieuwsbrief, Nieuwslezing, Nieuwsstatus
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.soorten import Soort
from zorgapp.notifications.velen import plan_velen

LEZEN = "nieuws_lezen"


def vraag_te_lezen(door: Werkplek, brief: Nieuwsbrief, op: datetime) -> None:
    """Tell everybody of the school; who placed it has read it."""
    wie = lezers(door.school.pk, door.dag).exclude(pk=door.user.pk).values_list("pk", flat=True)
    plan_velen(
        school_id=door.school.pk,
        soort=LEZEN,
        sleutel=f"nieuws:{brief.pk}",
        ontvangers=wie,
        object_id=brief.pk,
        niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
    )


def _te_lezen(rij: Any, op: datetime) -> bool:
    """It was placed, he did not open it yet, and he still works here."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not LEZERSROLLEN & werkplek.rollen:
        return False
    geplaatst = Nieuwsbrief.objects.filter(pk=rij.object_id, status=Nieuwsstatus.GEPLAATST)
    al = Nieuwslezing.objects.filter(brief_id=rij.object_id, user_id=rij.ontvanger_id)
    return geplaatst.exists() and not al.exists()


SOORTEN = (
    Soort(LEZEN, "nieuwsbrief om te lezen", "nieuwsbrieven om te lezen", _te_lezen, pagina="beleid:nieuws"),
)
