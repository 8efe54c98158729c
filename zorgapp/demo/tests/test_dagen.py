"""The story can be told on any day of a school year: its first week, its last, and a leap day."""

from datetime import date

import pytest

from ondersteuning.models import Opp, Signaal
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.context import zet_context
from zorgapp.demo.cast import zet_cast


@pytest.mark.parametrize("op", [date(2026, 8, 24), date(2027, 7, 16), date(2028, 2, 29)])
def test_op_elke_dag(db: None, op: date) -> None:
    cast = zet_cast(op)
    zet_context(cast.school.pk)
    assert Signaal.objects.filter(status=SignaalStatus.NIEUW).count() == 4
    assert Opp.objects.count() == 9
