"""What the lower floors are told of news: its reminder, and its buttons on Beleid en jaar."""

from beleid.blokken import Actie, Blok
from beleid.blokken import registreer as registreer_blok
from beleid.klokken_nieuws import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_blok(Blok("nieuws", 95, acties=(Actie("Nieuws", "beleid:nieuws", "news"),)))
