"""The story can be told on any day of a school year: its first week, its last, and a leap day."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from beleid.models import Beleidsplan, Ontwikkelpunt
from leerlingen.access_delen import mag_gedeeld_met
from leerlingen.models import Toestemming
from ondersteuning.models import Opp, Signaal
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.context import zet_context
from zorgapp.demo.beleid_plan import stel_plan_vast
from zorgapp.demo.cast import Cast, zet_cast


@pytest.fixture(scope="module", params=[date(2026, 8, 24), date(2027, 7, 16), date(2028, 2, 29)], ids=str)
def _verteld(request: Any, django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[date, Cast]]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield request.param, zet_cast(request.param)
        transaction.set_rollback(True)


@pytest.fixture
def verteld(_verteld: tuple[date, Cast], db: None) -> tuple[date, Cast]:
    """A day, and the cast of that day in the context of its school."""
    zet_context(_verteld[1].school.pk)
    return _verteld


def test_alles_ligt_er(verteld: tuple[date, Cast]) -> None:
    assert Signaal.objects.filter(status=SignaalStatus.NIEUW).count() == 4
    assert Opp.objects.count() == 9


def test_het_plan_geldt_en_dat_van_volgend_jaar_ligt_bij_het_team(verteld: tuple[date, Cast]) -> None:
    stel_plan_vast(verteld[1].rietveen)
    assert list(Beleidsplan.objects.order_by("schooljaar").values_list("status", flat=True)) == [
        "gepubliceerd",
        "bespreking",
    ]
    assert Ontwikkelpunt.objects.get().jaar.begin <= verteld[0]


def controleer_toestemmingen(cast: Cast, op: date) -> None:
    """Every state once, and Kees Jan's parents agreed."""
    standen = set(Toestemming.objects.values_list("stand", flat=True))
    assert standen == {"gegeven", "gevraagd", "geweigerd", "ingetrokken"}
    assert set(Toestemming.objects.values_list("gever", flat=True)) == {"ouders", "leerling"}
    assert Toestemming.objects.count() == 7
    kees_jan = cast.leerlingen["kees_jan"]
    rij = Toestemming.objects.filter(leerling=kees_jan).earliest("pk")
    assert mag_gedeeld_met(kees_jan, rij.partner, op).mag


def test_elke_stand_van_toestemming_komt_voor(verteld: tuple[date, Cast]) -> None:
    op, cast = verteld
    controleer_toestemmingen(cast, op)
