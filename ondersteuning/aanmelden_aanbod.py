"""What the lower floors are told of the offer: its open work and its reminders."""

from ondersteuning.eigendom_aanbod import FUNCTIE, TAAK, WACHTPLEK
from ondersteuning.klokken_aanbod import SOORTEN_AANBOD
from zorgapp.accounts import eigendom
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Called by `AppConfig.ready()`."""
    for soort in SOORTEN_AANBOD:
        registreer(soort)
    for kind in (WACHTPLEK, FUNCTIE, TAAK):
        eigendom.registreer(kind)
