"""What the stage of the role matrix has of the figures: one counting of its school."""

from datetime import timedelta
from typing import Any

from beleid.services.cijfers import cijfers_tellen
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


def zet_cijfers(coordinator: Werkplek, mensen: dict[str, User]) -> dict[str, Any]:
    """Nothing to name: the pages have no number."""
    cijfers_tellen(school=coordinator.school, dag=coordinator.dag - timedelta(days=1))
    return {}
