"""Reminders go 90 days after they went out or lapsed; what somebody still has to do something about stays."""

from datetime import timedelta
from typing import Any

import pytest

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import retention
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.retention import HERINNERING_DAGEN, ruim_herinneringen_op
from zorgapp.notifications.tasks import ruim_op
from zorgapp.notifications.tests.conftest import MIDDAG, OCHTEND
from zorgapp.notifications.tests.hulp import statussen, verstuur, zet
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import vaste_school

TERMIJN = timedelta(days=HERINNERING_DAGEN)
TEL = timedelta(seconds=1)


def ruim(wie: Werkplek, op: Any) -> int:
    return ruim_herinneringen_op(school_id=wie.school.pk, op=op)


def verstuurd(wie: Werkplek, geldig: dict[int, Any], aantal: int = 1) -> None:
    """Reminders that went out at MIDDAG and whose reason has gone since."""
    for nummer in range(1, aantal + 1):
        zet(wie, nummer)
    assert verstuur(wie, MIDDAG)
    geldig.update(dict.fromkeys(range(1, aantal + 1), False))


def test_op_de_rand_van_de_termijn(sanne: Werkplek, postbus: Any, geldig: dict[int, Any]) -> None:
    verstuurd(sanne, geldig)
    assert ruim(sanne, MIDDAG + TERMIJN) == 0
    assert ruim(sanne, MIDDAG + TERMIJN + TEL) == 1
    assert ruim(sanne, MIDDAG + TERMIJN + TEL) == 0


def test_wat_nog_geldt_blijft_en_gaat_dus_geen_tweede_keer_uit(
    sanne: Werkplek, postbus: Any, geldig: dict[int, Any]
) -> None:
    verstuurd(sanne, geldig)
    geldig[1] = True
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 0
    geldig[1] = ValueError("kapot")
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 0
    geldig[1] = False
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 1


@pytest.mark.parametrize("status", [Status.GEPLAND, Status.MISLUKT, Status.ONZEKER])
def test_waar_nog_iemand_naar_moet_kijken_blijft(
    sanne: Werkplek, postbus: Any, geldig: dict[int, Any], status: str
) -> None:
    verstuurd(sanne, geldig)
    with in_school(sanne.school.pk):
        Herinnering.objects.update(status=status)
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 0


def test_vervallen_gaat_na_de_datum_waarvoor_het_gepland_was(sanne: Werkplek, geldig: dict[int, Any]) -> None:
    rij = zet(sanne, 1)
    geldig[1] = False
    with in_school(sanne.school.pk):
        Herinnering.objects.update(status=Status.VERVALLEN, gepland_op=OCHTEND - TERMIJN)
    assert ruim(sanne, rij.niet_voor + TERMIJN) == 0
    assert ruim(sanne, rij.niet_voor + TERMIJN + TEL) == 1


def test_een_soort_die_er_niet_meer_is_gaat_ook(
    sanne: Werkplek, postbus: Any, geldig: dict[int, Any]
) -> None:
    verstuurd(sanne, geldig)
    with in_school(sanne.school.pk):
        Herinnering.objects.update(soort="van vroeger")
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 1


def test_in_stukken_ook_met_wat_blijft_ertussen(
    sanne: Werkplek, postbus: Any, geldig: dict[int, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "STUK", 2)
    verstuurd(sanne, geldig, 5)
    geldig[1] = geldig[4] = True
    assert ruim(sanne, MIDDAG + 2 * TERMIJN) == 3
    assert len(statussen(sanne)) == 2


def test_elke_school_en_alleen_haar_eigen(sanne: Werkplek, postbus: Any, geldig: dict[int, Any]) -> None:
    ander = vaste_school()
    with in_school(ander.pk):
        omar = maak_werkplek(ander, Rol.MENTOR)
    verstuurd(sanne, geldig)
    geldig.clear()
    verstuurd(omar, geldig)
    for wie in (sanne, omar):
        with in_school(wie.school.pk):
            Herinnering.objects.update(verstuurd_op=OCHTEND - 9 * TERMIJN)
    assert ruim(sanne, MIDDAG) == 1
    assert (len(statussen(sanne)), len(statussen(omar))) == (0, 1)
    ruim_op()
    assert len(statussen(omar)) == 0
