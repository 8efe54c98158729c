"""What a schoolleider hears of an OPP that is put before him, and the coordinator of his decision."""

from datetime import datetime
from typing import Any

from ondersteuning.access_opp_voorleggen import nog_dezelfde
from ondersteuning.models import Opp, OppVoorlegging
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.ontvanger import ontvanger_nu
from zorgapp.notifications.services import laat_vervallen, plan
from zorgapp.notifications.soorten import Soort

VOORGELEGD, BESLOTEN = "opp_voorgelegd", "opp_besloten"


def voorgelegd(rij: OppVoorlegging, op: datetime) -> None:
    """A line in the daily mail of the schoolleider."""
    plan(
        school_id=rij.school_id,
        soort=VOORGELEGD,
        sleutel=_sleutel(rij),
        ontvanger_id=rij.aan_id,
        object_id=rij.pk,
        niet_voor=op,
    )


def hoeft_niet_meer(rij: OppVoorlegging) -> None:
    """Withdraw it: he decided, or it no longer lies before him."""
    laat_vervallen(school_id=rij.school_id, sleutel=_sleutel(rij))


def besloten(rij: OppVoorlegging, op: datetime) -> None:
    """A line in the daily mail of who asked him."""
    plan(
        school_id=rij.school_id,
        soort=BESLOTEN,
        sleutel=f"oppbesluit:{rij.pk}",
        ontvanger_id=rij.door_id,
        object_id=rij.pk,
        niet_voor=op,
    )


def _sleutel(rij: OppVoorlegging) -> str:
    return f"oppvoorgelegd:{rij.pk}"


def _ligt_er_nog(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    if werkplek is None or not werkplek.mag(Recht.OPP_BESLUITEN):
        return False
    rijen = OppVoorlegging.objects.filter(
        nog_dezelfde(), pk=rij.object_id, aan_id=rij.ontvanger_id, besluit=""
    )
    return rijen.filter(tot__gte=werkplek.dag).exists()


def _mag_weten(rij: Any, op: datetime) -> bool:
    werkplek = ontvanger_nu(rij, op)
    voorlegging = OppVoorlegging.objects.filter(pk=rij.object_id).exclude(besluit="ingetrokken").first()
    if werkplek is None or voorlegging is None:
        return False
    return Opp.objects.zichtbaar_voor(werkplek).filter(versies=voorlegging.oppversie_id).exists()


SOORTEN = (
    Soort(
        VOORGELEGD,
        "ontwikkelingsperspectief dat aan je is voorgelegd",
        "ontwikkelingsperspectieven die aan je zijn voorgelegd",
        _ligt_er_nog,
        pagina="ondersteuning:opp_voorgelegd",
    ),
    Soort(
        BESLOTEN,
        "besluit van de schoolleiding over een ontwikkelingsperspectief",
        "besluiten van de schoolleiding over een ontwikkelingsperspectief",
        _mag_weten,
        pagina="ondersteuning:opp_lijst",
    ),
)
