"""What the lists and the yearly evaluation of OPPs tell the lower floors; called once by `apps.py`."""

from ondersteuning.klokken_opplicht import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register the kinds of reminder."""
    for soort in SOORTEN:
        registreer(soort)
