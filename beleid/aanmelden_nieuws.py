"""What the lower floors are told of news: its reminder, and its block on Beleid en jaar."""

from beleid.blok_nieuws import NIEUWSBLOK
from beleid.blokken import registreer as registreer_blok
from beleid.klokken_nieuws import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_blok(NIEUWSBLOK)
