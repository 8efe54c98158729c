"""The night plans the reminder of the offer text for every school by itself."""

from datetime import date

import pytest
from django.utils import timezone

from beleid.tasks import aanbod_nacht
from zorgapp.notifications.models import Herinnering
from zorgapp.testing.decor import Decor


@pytest.mark.regel(22)
@pytest.mark.parametrize(("dag", "aantal"), [(date(2027, 4, 30), 0), (date(2027, 5, 1), 1)])
def test_de_nacht_herinnert_vanaf_1_mei(
    decor: Decor, monkeypatch: pytest.MonkeyPatch, dag: date, aantal: int
):
    monkeypatch.setattr(timezone, "localdate", lambda *_: dag)
    aanbod_nacht()
    rijen = Herinnering.objects.filter(school=decor.school, soort="aanbod_vaststellen")
    assert [rij.object_id for rij in rijen] == [2027] * aantal
