"""The clocks of who must have an OPP and of the yearly evaluation, through the real outbox and without a name."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from leerlingen.models import Leerling
from ondersteuning.klokken_opplicht import jaar_begint_te_dringen, nachtwerk
from ondersteuning.models import Beschikking, Opp
from ondersteuning.tests.opphulp import maak_compleet, zet_evaluatie, zet_vast
from ondersteuning.tests.test_klokken import MERK, om, verstuur, voor
from ondersteuning.tests.test_opp_plicht import beschik
from zorgapp.accounts.models import Vrijedag
from zorgapp.testing.decor import Decor
from zorgapp.testing.fabriek import DAG, maak_leerling

Bus = list[Any]
EEN = timedelta(days=1)
START = DAG - timedelta(days=28)  # the last day of the six weeks is fourteen days after DAG
UITERLIJK = START + timedelta(days=42)


def nacht(decor: Decor, dag: date, bus: Bus) -> list[tuple[str, str]]:
    """The nightly run of `dag` and the mail of that afternoon."""
    nachtwerk(decor.school.pk, dag)
    return verstuur(decor, om(dag), bus)


@pytest.mark.regel(2)
def test_eenmaal_vooraf_en_eenmaal_te_laat(decor: Decor, mailoutbox: Bus) -> None:
    beschik(decor.leerling, "arrangement", decor.coordinator, van=START)
    assert voor(decor.coordinator, nacht(decor, DAG - EEN, mailoutbox)) == []
    [tekst] = voor(decor.coordinator, nacht(decor, DAG, mailoutbox))
    assert "1 OPP dat er binnenkort moet zijn" in tekst
    assert voor(decor.coordinator, nacht(decor, DAG + EEN, mailoutbox)) == []
    assert voor(decor.coordinator, nacht(decor, UITERLIJK, mailoutbox)) == []
    [tekst] = voor(decor.coordinator, nacht(decor, UITERLIJK + EEN, mailoutbox))
    assert "1 OPP dat te laat is" in tekst
    assert voor(decor.coordinator, nacht(decor, UITERLIJK + 9 * EEN, mailoutbox)) == []


@pytest.mark.regel(2)
@pytest.mark.parametrize(("eerste_vrije", "ervoor"), [(DAG, True), (DAG + EEN, False)])
def test_een_vakantie_waarin_de_termijn_nadert(
    decor: Decor, mailoutbox: Bus, eerste_vrije: date, ervoor: bool
) -> None:
    """Told on the last school day before it, once; whoever is late by then hears that on the first school day after."""
    Vrijedag.objects.create(school=decor.school, van=eerste_vrije, tot=UITERLIJK + 5 * EEN, naam="Vakantie")
    beschik(decor.leerling, "arrangement", decor.coordinator, van=START)
    teksten = voor(decor.coordinator, nacht(decor, DAG - EEN, mailoutbox))
    assert [("1 OPP dat er binnenkort moet zijn" in tekst) for tekst in teksten] == [True] * ervoor
    op_de_dag = voor(decor.coordinator, nacht(decor, DAG, mailoutbox))
    assert len(op_de_dag) == (not ervoor)
    assert voor(decor.coordinator, nacht(decor, UITERLIJK + EEN, mailoutbox)) == []
    [tekst] = voor(decor.coordinator, nacht(decor, UITERLIJK + 6 * EEN, mailoutbox))
    assert "1 OPP dat te laat is" in tekst and "binnenkort" not in tekst


def test_wie_niet_meer_hoeft_krijgt_geen_mail(decor: Decor, mailoutbox: Bus) -> None:
    rij = beschik(decor.leerling, "arrangement", decor.coordinator, van=START)
    nachtwerk(decor.school.pk, DAG)
    Beschikking.objects.filter(pk=rij.pk).update(tot=DAG - EEN)
    assert voor(decor.coordinator, verstuur(decor, om(DAG), mailoutbox)) == []


def test_de_mail_noemt_niemand(decor: Decor, mailoutbox: Bus) -> None:
    Leerling.objects.filter(pk=decor.leerling.pk).update(roepnaam=MERK, achternaam=MERK)
    beschik(decor.leerling, "arrangement", decor.coordinator, van=START)
    mails = nacht(decor, DAG, mailoutbox)
    assert mails and all(MERK not in tekst for _, tekst in mails)


@pytest.mark.regel(16)
@pytest.mark.parametrize(
    ("dag", "dringt"),
    [
        (date(2027, 4, 30), False),
        (date(2027, 5, 1), True),
        (date(2027, 7, 31), True),
        (date(2027, 8, 1), False),
    ],
)
def test_vanaf_een_mei(dag: date, dringt: bool) -> None:
    assert jaar_begint_te_dringen(dag) is dringt


@pytest.mark.regel(16)
def test_jaarlijkse_evaluatie(decor: Decor, mailoutbox: Bus) -> None:
    opp = maak_compleet(decor)
    versie = zet_vast(opp, decor.coordinator)
    assert voor(decor.coordinator, nacht(decor, date(2027, 4, 30), mailoutbox)) == []
    assert voor(decor.coordinator, nacht(decor, date(2027, 5, 1), mailoutbox)) == []  # a Saturday
    [tekst] = voor(decor.coordinator, nacht(decor, date(2027, 5, 3), mailoutbox))
    assert "1 OPP om voor 31 juli op terug te kijken" in tekst
    [tekst] = voor(decor.coordinator, nacht(decor, date(2027, 8, 2), mailoutbox))
    assert "1 OPP zonder evaluatie in het vorige schooljaar" in tekst
    dag = date(2027, 9, 1)
    zet_evaluatie(opp, versie, decor.coordinator, gehouden_op=dag, volgende_op=dag + 90 * EEN)
    assert voor(decor.coordinator, nacht(decor, date(2028, 5, 1), mailoutbox)) == []


@pytest.mark.regel(16)
def test_afgesproken_dag(decor: Decor, mailoutbox: Bus) -> None:
    opp = maak_compleet(decor)
    zet_vast(opp, decor.coordinator, evaluatie_op=DAG + 10 * EEN)
    assert voor(decor.coordinator, nacht(decor, DAG + 9 * EEN, mailoutbox)) == []
    [tekst] = voor(decor.coordinator, nacht(decor, DAG + 10 * EEN, mailoutbox))
    assert "1 OPP om op terug te kijken" in tekst
    Opp.objects.filter(pk=opp.pk).update(evaluatie_op=DAG + 60 * EEN)
    assert voor(decor.coordinator, nacht(decor, DAG + 11 * EEN, mailoutbox)) == []


def test_tweede_nacht_kost_niet_meer_met_meer_leerlingen(decor: Decor) -> None:
    def kost() -> int:
        nachtwerk(decor.school.pk, DAG)
        with CaptureQueriesContext(connection) as gesteld:
            assert nachtwerk(decor.school.pk, DAG) == 0
        return len(gesteld)

    beschik(decor.leerling, "arrangement", decor.coordinator, van=START)
    een = kost()
    for n in range(6):
        beschik(maak_leerling(decor.school, None, f"Mila{n}"), "pro", decor.coordinator, van=START)
    assert kost() == een
