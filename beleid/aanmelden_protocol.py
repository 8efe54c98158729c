"""What the lower floors are told of the protocolgids: its reminders."""

from beleid.klokken_protocol import SOORTEN
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
