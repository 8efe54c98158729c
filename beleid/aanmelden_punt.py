"""What the lower floors are told of the development point: its reminders, and that it is somebody's open work."""

from beleid.blok_punt import PUNTBLOK
from beleid.blokken import registreer as registreer_blok
from beleid.eigendom_punt import PUNT
from beleid.klokken_punt import SOORTEN
from zorgapp.accounts import eigendom
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    eigendom.registreer(PUNT)
    registreer_blok(PUNTBLOK)
