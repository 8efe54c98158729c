"""What the stage of the role matrix has of policy and figures."""

from typing import Any

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.tests.toneel_beleid_aanbod import zet_aanbod
from zorgapp.tests.toneel_beleid_cijfers import zet_cijfers
from zorgapp.tests.toneel_beleid_jaar import zet_jaar
from zorgapp.tests.toneel_beleid_nieuws import zet_nieuws
from zorgapp.tests.toneel_beleid_plan import zet_plan
from zorgapp.tests.toneel_beleid_protocol import zet_protocol
from zorgapp.tests.toneel_beleid_punt import zet_punt
from zorgapp.tests.toneel_beleid_scholing import zet_scholing
from zorgapp.tests.toneel_beleid_uren import zet_uren


def zet_beleid(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix, subject by subject."""
    return {
        **zet_plan(coordinator, mensen),
        **zet_punt(coordinator, mensen),
        **zet_jaar(coordinator, mensen),
        **zet_scholing(coordinator, mensen),
        **zet_aanbod(coordinator, mensen),
        **zet_protocol(coordinator, mensen),
        **zet_uren(coordinator, mensen),
        **zet_cijfers(coordinator, mensen),
        **zet_nieuws(coordinator, mensen),
    }
