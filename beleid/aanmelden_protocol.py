"""What the lower floors are told of the protocolgids: its reminders, and its button on Beleid en jaar."""

from beleid.blokken import Actie, Blok
from beleid.blokken import registreer as registreer_blok
from beleid.klokken_protocol import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_blok(Blok("protocol", 90, acties=(Actie("Protocollen", "beleid:protocollen", "books"),)))
