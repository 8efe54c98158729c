"""The clocks of protocols: everybody reads what begins to hold, and its owner looks in time whether it still does."""

from datetime import datetime, timedelta
from typing import Any

from beleid.access_protocol import LEZERSROLLEN, lezers
from beleid.models import Protocol, Protocollezing, Protocolversie
from beleid.protocolsoorten import Versiestatus
from ondersteuning.klokken import begin_van
from zorgapp.accounts.instellingen import instelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort
from zorgapp.notifications.velen import plan_velen

LEZEN, NAKIJKEN = "protocol_lezen", "protocol_nakijken"


def vraag_te_lezen(door: Werkplek, versie: Protocolversie, op: datetime) -> None:
    """Ask everybody of the school in his daily mail, after the time for Herstel; who puts it in force has read it."""
    wie = lezers(door.school.pk, door.dag).exclude(pk=door.user.pk).values_list("pk", flat=True)
    plan_velen(
        school_id=door.school.pk,
        soort=LEZEN,
        sleutel=f"protocol:{versie.pk}",
        ontvangers=wie,
        object_id=versie.pk,
        niet_voor=op + timedelta(minutes=instelling("hersteltijd", door.dag)),
    )


def _sleutel(protocol: Protocol) -> str:
    return f"protocolnakijken:{protocol.pk}:{protocol.nakijken_op:%Y%m%d}:{protocol.eigenaar_id}"


def plan_nakijken(protocol: Protocol) -> None:
    """Remind the owner on the day; without a day nothing."""
    if protocol.nakijken_op is not None and protocol.vervallen_op is None:
        plan(
            school_id=protocol.school_id,
            soort=NAKIJKEN,
            sleutel=_sleutel(protocol),
            ontvanger_id=protocol.eigenaar_id,
            object_id=protocol.pk,
            niet_voor=begin_van(protocol.nakijken_op),
        )


def nakijken_klaar(protocol: Protocol) -> None:
    """Withdraw the reminder of the day and owner that it has now."""
    if protocol.nakijken_op is not None:
        laat_vervallen(school_id=protocol.school_id, sleutel=_sleutel(protocol))


def _te_lezen(rij: Any, op: datetime) -> bool:
    """It still holds, he did not confirm it yet, and he still works here."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not LEZERSROLLEN & werkplek.rollen:
        return False
    geldt = Protocolversie.objects.filter(
        pk=rij.object_id, status=Versiestatus.GELDIG, protocol__vervallen_op__isnull=True
    )
    al = Protocollezing.objects.filter(protocolversie_id=rij.object_id, user_id=rij.ontvanger_id)
    return geldt.exists() and not al.exists()


def _na_te_kijken(rij: Any, op: datetime) -> bool:
    """It is still there, still his to look at on that day, and he still writes protocols."""
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.BELEID_WERKEN):
        return False
    protocol = Protocol.objects.filter(pk=rij.object_id, vervallen_op__isnull=True).first()
    return protocol is not None and protocol.nakijken_op is not None and _sleutel(protocol) == rij.sleutel


SOORTEN = (
    Soort(LEZEN, "protocol om te lezen", "protocollen om te lezen", _te_lezen, pagina="beleid:protocollen"),
    Soort(
        NAKIJKEN,
        "protocol om na te kijken",
        "protocollen om na te kijken",
        _na_te_kijken,
        pagina="beleid:protocollen",
    ),
)
