"""Jobs go 30 days after their end; what still runs stays, and so does what a job was about."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.werk.models import Taak
from zorgapp.werk.retention import TAAK_DAGEN, ruim_taken_op
from zorgapp.werk.tasks import ruim_op

pytestmark = pytest.mark.django_db
TERMIJN = timedelta(days=TAAK_DAGEN)
TEL = timedelta(seconds=1)


@pytest.fixture
def bas(school: School) -> Werkplek:
    return maak_werkplek(school, Rol.BEHEERDER)


def taak(bas: Werkplek, status: str, **velden: Any) -> Taak:
    return Taak.objects.create(school=bas.school, eigenaar=bas.user, soort="proef", status=status, **velden)


@pytest.mark.parametrize("status", ["klaar", "mislukt"])
def test_op_de_rand_van_de_termijn(bas: Werkplek, status: str) -> None:
    nu = timezone.now()
    taak(bas, status, klaar_op=nu)
    assert ruim_taken_op(op=nu + TERMIJN) == 0
    assert ruim_taken_op(op=nu + TERMIJN + TEL) == 1
    assert ruim_taken_op(op=nu + TERMIJN + TEL) == 0


@pytest.mark.parametrize("status", ["wacht", "bezig"])
def test_wat_nog_loopt_blijft(bas: Werkplek, status: str) -> None:
    nu = timezone.now()
    taak(bas, status, gemaakt_op=nu - 9 * TERMIJN, klaar_op=nu - 9 * TERMIJN)
    assert ruim_taken_op(op=nu) == 0


def test_elke_nacht_en_een_andere_school_op_haar_beurt(
    bas: Werkplek, andere_school: School, opslag: Any
) -> None:
    oud = timezone.now() - 2 * TERMIJN
    taak(bas, "klaar", klaar_op=oud)
    zet_context(andere_school.pk)
    taak(maak_werkplek(andere_school, Rol.BEHEERDER), "klaar", klaar_op=oud)
    zet_context(bas.school.pk)
    assert ruim_taken_op(op=timezone.now()) == 1
    zet_context(andere_school.pk)
    assert Taak.objects.count() == 1
    ruim_op()
    assert not Taak.objects.exists()
