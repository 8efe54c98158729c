"""Every kind of event has words and one place in the filter, and a full file costs no more than a small one."""

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import maak_signaal
from zorgapp.testing.queries import controleer_budget
from zorgapp.web import tijdlijn
from zorgapp.web.tijdlijnpunten import IN_WOORDEN


@pytest.fixture
def decor(school: School) -> Decor:
    return maak_decor(school, timezone.localdate())


def test_elke_soort_heeft_woorden_en_een_groep(decor: Decor) -> None:
    delen = tijdlijn._delen(decor.coordinator, decor.leerling.pk, "coordinator", "coordinator", "heel", True)
    in_filter = Counter(soort for _, soorten in tijdlijn.GROEPEN.values() for soort in soorten)
    assert set(delen) == set(IN_WOORDEN) == set(in_filter)
    assert set(in_filter.values()) == {1}


def test_vijfhonderd_gebeurtenissen_kosten_niet_meer(decor: Decor, inloggen: Any) -> None:
    """DESIGN 9: at most 15 statements, as many with 500 records as with 5."""
    client = inloggen(decor.coordinator.user)
    pad = reverse("web:leerling", args=[decor.leerling.pk])
    nu = timezone.now()
    for n in range(5):
        maak_signaal(decor.school, decor.mentor.user, decor.leerling, ingediend_op=nu - timedelta(hours=n))
    weinig = controleer_budget(client, pad)
    for n in range(5, 500):
        maak_signaal(decor.school, decor.mentor.user, decor.leerling, ingediend_op=nu - timedelta(hours=n))
    assert controleer_budget(client, pad) == weinig
    assert controleer_budget(client, f"{pad}?p=30") == weinig
