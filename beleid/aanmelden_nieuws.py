"""What the lower floors are told of news: its reminder."""

from beleid.klokken_nieuws import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register it; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
