"""What the stage of the role matrix has of news, what went well, the end of the day and the law watch."""

from typing import Any

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_nieuws(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Ids by the names of the matrix."""
    return {}
