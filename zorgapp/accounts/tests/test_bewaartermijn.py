"""A session goes when its time is over: it may still hold the last messages somebody was shown."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from zorgapp.accounts.retention import ruim_sessies_op
from zorgapp.accounts.tasks import ruim_op

pytestmark = pytest.mark.django_db


def test_alleen_wat_voorbij_is() -> None:
    nu = timezone.now()
    for naam, eind in (("voorbij", -1), ("nu", 0), ("loopt", 1)):
        Session.objects.create(session_key=naam, session_data="", expire_date=nu + timedelta(seconds=eind))
    assert ruim_sessies_op(op=nu) == 1
    assert set(Session.objects.values_list("session_key", flat=True)) == {"nu", "loopt"}


def test_elke_nacht() -> None:
    Session.objects.create(
        session_key="voorbij", session_data="", expire_date=timezone.now() - timedelta(days=1)
    )
    ruim_op()
    assert not Session.objects.exists()
