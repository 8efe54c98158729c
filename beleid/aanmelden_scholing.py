"""What the lower floors are told of training: its reminders and its open work."""

from beleid.eigendom_scholing import SCHOLING
from beleid.klokken_scholing import SOORTEN
from zorgapp.accounts import eigendom
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    eigendom.registreer(SCHOLING)
