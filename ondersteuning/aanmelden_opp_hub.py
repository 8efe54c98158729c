"""What OPPs and what is put before the schoolleiding tell the lower floors; called once by `apps.py`."""

from ondersteuning.eigendom_opp import OPP
from ondersteuning.klokken_opp_leiding import SOORTEN
from zorgapp.accounts import eigendom
from zorgapp.notifications.soorten import registreer


def meld_aan() -> None:
    """Register the kinds of reminder and of open work."""
    for soort in SOORTEN:
        registreer(soort)
    eigendom.registreer(OPP)
