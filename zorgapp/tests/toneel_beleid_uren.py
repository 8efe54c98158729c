"""What the stage of the role matrix has of hours, means and scenarios."""

from typing import Any

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_uren(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    return {}
