"""Counting at the edges: midnight in Amsterdam, the first answer, whoever had the lead then, and terms of an OPP."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from beleid.cijfers.snede import Snede
from beleid.models import Cijferblok
from beleid.services.cijfers import cijfers_tellen
from beleid.tests.cijferhulp import bron, veel_leerlingen
from leerlingen.models import Leerling
from ondersteuning.models import Opp, Regieoverdracht
from ondersteuning.services.triage import besluit_herstellen
from ondersteuning.tests.opphulp import begin_opp
from ondersteuning.tests.trajecthulp import start
from ondersteuning.workflow import Besluit
from zorgapp.kern.schooljaar import Schooljaar
from zorgapp.testing.decor import Decor, beslis, dien_in
from zorgapp.testing.fabriek import DAG, NU

JAAR = Schooljaar(2026)


def moment(dag: date, uur: int = 12, minuut: int = 0) -> datetime:
    return datetime(dag.year, dag.month, dag.day, uur, minuut, tzinfo=timezone.get_default_timezone())


def tel(decor: Decor, figuur: str, dag: date = DAG, jaar: int = 2026) -> list[list[Any]]:
    """What a figure counted in a school year, of every location and level together: [period, row, column, count]."""
    stand = cijfers_tellen(school=decor.school, dag=dag)
    blok = Cijferblok.objects.filter(stand=stand, figuur=figuur, schooljaar=jaar).first()
    return [cel[2:] for cel in blok.cellen] if blok else []


@pytest.mark.parametrize(
    ("dag", "uur", "minuut", "jaar", "maand"),
    [
        (date(2026, 7, 31), 23, 59, 2025, 11),
        (date(2026, 8, 1), 0, 0, 2026, 0),
        (date(2026, 10, 31), 23, 30, 2026, 2),
        (date(2026, 11, 1), 0, 30, 2026, 3),
    ],
)
@pytest.mark.regel(19)
def test_een_signaal_valt_op_de_dag_van_amsterdam(
    decor: Decor, dag: date, uur: int, minuut: int, jaar: int, maand: int
) -> None:
    """Midnight is that of the school, in summer and in winter, also between two school years."""
    dien_in(decor.mentor, decor.leerling, moment(dag, uur, minuut))
    assert [cel[0] for cel in tel(decor, "signalen", jaar=jaar)] == [maand]
    assert tel(decor, "signalen", jaar=4051 - jaar) == []


def test_het_eerste_antwoord_telt_en_niet_het_laatste(decor: Decor) -> None:
    """Back with advice after two school days, closed three weeks later: two; the first revoked: the day of the second."""
    maandag = moment(date(2026, 10, 26))
    signaal = dien_in(decor.mentor, decor.leerling, maandag)
    beslis(decor.coordinator, signaal, op=maandag + timedelta(days=2))
    beslis(decor.coordinator, signaal, Besluit.AFSLUITEN, op=maandag + timedelta(days=21))
    assert tel(decor, "antwoord") == [[2, "2", "", 1]]
    ander = dien_in(decor.mentor, decor.leerling, maandag)
    weg = beslis(decor.coordinator, ander, op=maandag + timedelta(days=1))
    besluit_herstellen(
        door=decor.coordinator, signaal_id=ander.pk, besluit_id=weg.pk, op=maandag + timedelta(days=1)
    )
    beslis(decor.coordinator, ander, op=maandag + timedelta(days=4))
    assert tel(decor, "antwoord", DAG + timedelta(days=1)) == [[2, "2", "", 1], [2, "4", "", 1]]


def test_caseload_is_van_wie_toen_de_regie_had(decor: Decor) -> None:
    """Handed over in December: in the first term it was one colleague with two, afterwards two with one each."""
    eerste, tweede = start(decor, domein="leer"), start(decor, domein="pers")
    assert eerste.regievoerder_id == tweede.regievoerder_id
    Regieoverdracht.objects.create(
        school=decor.school, traject=eerste, van=decor.begeleider.user, naar=decor.mentor.user, reden="x",
        gevraagd_door=decor.begeleider.user, status="aanvaard", beantwoord_op=moment(date(2026, 12, 1), 0, 5),
    )  # fmt: skip
    type(eerste).objects.filter(pk=eerste.pk).update(regievoerder=decor.mentor.user)
    assert tel(decor, "caseload", date(2026, 12, 1)) == [[1, "2", "", 1], [2, "1", "", 2]]


@pytest.fixture
def opp(decor: Decor) -> Opp:
    """An OPP nobody set, with its last day on the day that is counted to."""
    rij = begin_opp(decor.coordinator, decor.leerling)
    Opp.objects.filter(pk=rij.pk).update(uiterlijk=DAG)
    return rij


@pytest.mark.regel(1)
def test_een_opp_is_te_laat_als_zijn_laatste_dag_voorbij_is(decor: Decor, opp: Opp) -> None:
    """The count of a day is made after it: the evening before nothing is late, that night it is."""
    assert tel(decor, "opp_termijn", DAG - timedelta(days=1)) == []
    assert [cel[1:] for cel in tel(decor, "opp_termijn")] == [["te_laat", "", 1]]


@pytest.mark.parametrize("hoe", ["afgesloten", "vertrokken"])
def test_wat_voor_zijn_termijn_eindigde_is_niet_te_laat(decor: Decor, opp: Opp, hoe: str) -> None:
    eerder = DAG - timedelta(days=1)
    if hoe == "afgesloten":
        Opp.objects.filter(pk=opp.pk).update(status="afgesloten", einddatum=eerder)
    else:
        Leerling.objects.filter(pk=opp.leerling_id).update(uitgeschreven_op=eerder)
    assert tel(decor, "opp_termijn", DAG + timedelta(days=1)) == []


def test_een_lege_wachtlijst_is_niet_die_van_de_vorige_term() -> None:
    """Nobody waits any more in the second term: a whole year shows its last term, not the last one somebody waited in."""
    leerlingen = [*veel_leerlingen(), [1, "havo", 2, "3", "", 900]]
    van = bron({"leerlingen": leerlingen, "wachtlijst": [[1, "havo", 1, "Training", "", 9]]})
    telling = van.telling
    assert sum(telling.stond("wachtlijst", Snede(JAAR)).values()) == 0
    assert sum(telling.stond("wachtlijst", Snede(JAAR, 1)).values()) == 9


def test_wie_in_de_zomer_wacht_telt_op_een_signaal_van_toen(decor: Decor) -> None:
    """A signal of the last day of a school year keeps its own year when it is answered in the next one."""
    signaal = dien_in(decor.mentor, decor.leerling, moment(date(2026, 7, 31)))
    beslis(decor.coordinator, signaal, op=NU)
    assert tel(decor, "antwoord") == [] and len(tel(decor, "antwoord", jaar=2025)) == 1
    assert [cel[1] for cel in tel(decor, "besluiten")] == ["terug"]
