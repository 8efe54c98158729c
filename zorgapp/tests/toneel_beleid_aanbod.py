"""What the stage of the role matrix has of the ondersteuningsaanbod for the schoolgids."""

from typing import Any

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_aanbod(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    return {}
