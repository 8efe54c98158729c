import pytest
from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.vast import vaste_database  # noqa: F401  the fixture


@pytest.fixture
def decor(school: School) -> Decor:
    """People and a pupil on Tuesday 24 November 2026."""
    return maak_decor(school)


@pytest.fixture
def nu_decor(school: School) -> Decor:
    """The same on the day the test runs, for tests through the views."""
    return maak_decor(school, timezone.localdate())
