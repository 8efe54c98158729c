"""Two who start at the same moment, on real connections: one place is given once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import transaction

from leerlingen.models import Leerling
from ondersteuning.models import Aanbod, Traject, Wachtplek
from ondersteuning.tests.aanbodhulp import VORIG, maak_aanbod, vraag_plek
from zorgapp.accounts.context import in_school, zet_context
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.decor import Decor, maak_decor
from zorgapp.testing.fabriek import maak_leerling
from zorgapp.testing.vast import tegelijk, vaste_school

KEREN = 5


@pytest.fixture
def vast(vaste_database: None) -> Decor:
    school = vaste_school()
    with in_school(school.pk):
        return maak_decor(school)


def start(door: Werkplek, aanbod: Aanbod, leerling: Leerling) -> Callable[[], bool]:
    """Ask for a place and start the trajectory in one transaction; whether there was one."""

    def _doe() -> bool:
        with transaction.atomic():
            zet_context(door.school.pk, door.user.pk)
            return vraag_plek(door, aanbod, leerling).plek

    return _doe


@pytest.mark.parametrize("via_vorig_jaar", [False, True])
def test_de_laatste_plek_gaat_naar_een(vast: Decor, via_vorig_jaar: bool) -> None:
    for keer in range(KEREN):
        with in_school(vast.school.pk):
            aanbod = maak_aanbod(vast.school, f"Training {via_vorig_jaar} {keer}", capaciteit=1)
            if via_vorig_jaar:
                maak_aanbod(vast.school, aanbod.naam, capaciteit=1, stam=aanbod.stam, schooljaar=VORIG)
            twee = [maak_leerling(vast.school) for _ in range(2)]
        uit: list[Any] = tegelijk(*(start(vast.coordinator, aanbod, leerling) for leerling in twee))
        assert sorted(uit) == [False, True]
        with in_school(vast.school.pk):
            assert Traject.objects.filter(aanbod=aanbod).count() == 1
            assert Wachtplek.objects.filter(aanbod=aanbod).count() == 1
