"""The benchmark's own parts: every page is in it, and it counts and judges what it should."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import RequestFactory
from django.urls import set_urlconf
from hypothesis import given
from hypothesis import strategies as st

from zorgapp.accounts.checks import alle_patronen
from zorgapp.accounts.models import School
from zorgapp.web.meet.databank import Maat
from zorgapp.web.meet.documenten import Documentmeting
from zorgapp.web.meet.paginas import DOELEN, PAGINAS, ZONDER
from zorgapp.web.meet.ronde import Cel, middelste
from zorgapp.web.meet.tellen import KOP, Telling, kern_van, scans_in
from zorgapp.web.meet.verslag import VLOER, Geheugen, Verslag
from zorgapp.web.meet.vloer import Vloer
from zorgapp.web.meet.wsgi import Meetbaar


def cel(cpu: float = 1.0, **velden: Any) -> Cel:
    standaard: dict[str, Any] = {"p50": 1.0, "p95": 2.0, "web": cpu, "db": 0.0, "bytes": 1000, "sql": 5}
    return Cel(**(standaard | {"cpu": cpu, "herhaald": 1, "vreemd": 0.0} | velden))


def test_elke_url_wordt_gemeten_of_heeft_een_reden() -> None:
    namen = {naam for naam, _ in alle_patronen()}
    gemeten = {pagina.url for pagina in PAGINAS}
    assert not gemeten & set(ZONDER)
    assert namen - gemeten - set(ZONDER) == set(), "zet deze pagina's in PAGINAS of ZONDER"
    assert (gemeten | set(ZONDER)) - namen == set(), "deze URL's bestaan niet meer"


def test_paginas_kloppen_met_elkaar() -> None:
    assert len({pagina.naam for pagina in PAGINAS}) == len(PAGINAS)
    gebruikt = {naam for p in PAGINAS for naam in (p.over, p.daarna) if naam}
    gebruikt |= {waarde[1:] for p in PAGINAS for _, waarde in p.vraag if waarde.startswith("@")}
    assert gebruikt <= set(DOELEN)


@pytest.mark.parametrize(
    ("tekst", "maat"), [("1500", Maat(1500)), ("100000x60", Maat(100000, 60)), ("100x2", Maat(100))]
)
def test_maat(tekst: str, maat: Maat) -> None:
    assert Maat.lees(tekst) == maat


@pytest.mark.parametrize("tekst", ["", "veel", "x3", "10x2x3"])
def test_onzin_is_geen_maat(tekst: str) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        Maat.lees(tekst)


def test_scans_ook_in_deelplannen() -> None:
    plan = {
        "Node Type": "Limit",
        "Plans": [
            {"Node Type": "Seq Scan", "Relation Name": "een"},
            {"Node Type": "Index Scan", "Relation Name": "twee", "Plans": []},
            {"Node Type": "Hash", "Plans": [{"Node Type": "Seq Scan", "Relation Name": "drie"}]},
        ],
    }
    assert scans_in(plan) == ["een", "drie"]


def test_kern_noemt_geen_kolommen() -> None:
    assert kern_van('SELECT "a", "b" FROM "t"\n WHERE x = %s') == 'FROM "t" WHERE x = %s'
    assert kern_van("UPDATE t SET x = 1") == "UPDATE t SET x = 1"


def test_telling_telt_statements_en_geen_transactie(school: School) -> None:
    telling = Telling(plannen=True)
    with connection.execute_wrapper(telling):
        for _ in range(3):
            School.objects.filter(pk__in=[1, 2]).exists()
        School.objects.filter(pk__in=[1, 2, 3]).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('zorgapp.school', '1', true)")
            cursor.execute("SAVEPOINT x")
    naam, waarde = telling.kop()
    uitkomst = json.loads(waarde)
    assert naam == KOP
    assert (uitkomst["sql"], uitkomst["herhaald"]) == (4, 4)
    assert uitkomst["vaakst"].startswith('FROM "accounts_school"')


@pytest.fixture(autouse=True)
def _eigen_adressen() -> Iterator[None]:
    """The floors have addresses of their own; later tests get the application's back."""
    yield
    set_urlconf(None)


def test_vloer_antwoordt_zonder_middleware() -> None:
    antwoord = Vloer().get_response(RequestFactory().get("/_vloer/hallo"))
    assert (antwoord.status_code, antwoord.content) == (200, b"hallo")
    assert "Content-Security-Policy" not in antwoord.headers


def test_elk_antwoord_draagt_zijn_telling(db: None) -> None:
    gezien: dict[str, Any] = {}

    def start(status: str, koppen: list[tuple[str, str]], exc_info: Any = None) -> None:
        gezien.update(status=status, koppen=dict(koppen))

    Meetbaar()(RequestFactory().get("/_vloer/hallo").environ, start)
    assert gezien["status"] == "200 OK"
    assert json.loads(gezien["koppen"][KOP])["sql"] == 0


@given(st.lists(st.floats(0.1, 100), min_size=1, max_size=9))
def test_middelste_ronde(tijden: list[float]) -> None:
    gekozen = middelste([cel(tijd) for tijd in tijden]).cpu
    assert sum(tijd < gekozen for tijd in tijden) <= len(tijden) / 2
    assert sum(tijd > gekozen for tijd in tijden) <= len(tijden) / 2


KLEIN, GROOT = Maat(1500), Maat(20000)
NAAM = PAGINAS[0].naam


def oordeel(klein: Cel, groot: Cel) -> list[str]:
    verslag = Verslag(op="")
    verslag.cellen[KLEIN] = {VLOER: cel(), NAAM: klein}
    verslag.cellen[GROOT] = {VLOER: cel(), NAAM: groot}
    assert NAAM in verslag.tabel()
    assert json.loads(json.dumps(verslag.als_json()))["fouten"] == verslag.fouten()
    return verslag.fouten()


def test_op_de_grens_is_goed() -> None:
    klein = cel(5.0, sql=15, herhaald=2)
    assert oordeel(klein, cel(6.5, sql=15, herhaald=2, bytes=1050)) == []


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"sql": 16}, "16 statements"),
        ({"herhaald": 3}, "een statement 3 keer"),
        ({"scans": {"leerlingen_leerling": "FROM x"}}, "leest een grote tabel helemaal: leerlingen_leerling"),
        ({"bytes": 1051}, "bytes groeien"),
        ({"cpu": 6.6}, "CPU groeit x 1.32"),
        ({"cpu": 10.1}, "CPU 10.1 x de vloer"),
    ],
)
def test_over_een_grens(anders: dict[str, Any], zin: str) -> None:
    fouten = oordeel(cel(5.0), cel(**({"cpu": 6.5} | anders)))
    assert any(zin in fout for fout in fouten)


def test_bij_vreemde_drukte_telt_cpu_niet() -> None:
    assert oordeel(cel(5.0), cel(50.0, vreemd=8.1)) == []


def test_geheugen_dat_groeit() -> None:
    verslag = Verslag(op="", geheugen=Geheugen(10000, 100.0, 102.1))
    assert verslag.fouten() == ["geheugen groeit 2.1 %, hoogstens 2"]


@pytest.mark.parametrize(
    ("ons", "groei", "wat", "fouten"),
    [
        (1.3, 0.05, "OPP", []),
        (1.31, 0.05, "OPP", ["OPP als pdf 1.31 x kale WeasyPrint, hoogstens 1.3"]),
        (1.0, 0.051, "OPP", ["OPP als pdf + 0.051 MB per stuk, hoogstens 0.05"]),
        (1.31, 0.051, "uren", []),
        (25.1, 0.0, "uren", ["uren als pdf 5020 ms CPU, hoogstens 5000"]),
    ],
)
def test_een_document_dat_te_duur_is(ons: float, groei: float, wat: str, fouten: list[str]) -> None:
    verslag = Verslag(op="", documenten=[Documentmeting(40, 200 * ons, 200.0, 33.0, groei, wat)])
    assert verslag.fouten() == fouten and f"{wat} als pdf" in verslag.tabel()
    assert json.loads(json.dumps(verslag.als_json()))["documenten"][0]["aantal"] == 40
