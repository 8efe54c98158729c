"""SQL per page (DESIGN §9): at most 15 statements, none more than twice, and as many in a larger school."""

from copy import deepcopy
from random import Random
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch
from django.utils import timezone

from zorgapp.accounts.context import zet_context
from zorgapp.accounts.models import School, User
from zorgapp.demo.beleid_cijfers import tel_cijfers
from zorgapp.demo.bulk import Omvang, vul_scholen
from zorgapp.demo.cast import Cast, zet_cast
from zorgapp.demo.kalender import demodag
from zorgapp.web.meet.paginas import DOELEN, DOMEIN, PAGINAS, Pagina
from zorgapp.web.meet.tellen import Telling
from zorgapp.web.meet.verslag import HERHAALD_HOOGSTENS, SQL_HOOGSTENS

KLEIN, GROOT = Omvang(leerlingen=40, dossier=10), Omvang(leerlingen=160, dossier=60)


def _doelen() -> dict[str, Any]:
    zet_context(School.objects.get(naam="Rietveen College").pk)
    gevonden = {}
    with connection.cursor() as cursor:
        for naam, sql in DOELEN.items():
            cursor.execute(sql)
            rij = cursor.fetchone()
            gevonden[naam] = rij[0] if rij else None
    return gevonden


def _vraag(pagina: Pagina, pad: str, klanten: dict[str, Client]) -> Telling:
    koppen = {"HX-Request": "true"} if pagina.deel else {}
    klanten[pagina.wie].get(pad, headers=koppen)  # the first request of a session stores things
    telling = Telling(plannen=False)
    with connection.execute_wrapper(telling):
        antwoord = klanten[pagina.wie].get(pad, headers=koppen)
    assert antwoord.status_code == 200, f"{pagina.naam}: {antwoord.status_code}"
    return telling


def _klanten() -> dict[str, Client]:
    klanten = {"": Client()}
    for wie in {pagina.wie for pagina in PAGINAS if pagina.wie}:
        klanten[wie] = Client()
        klanten[wie].force_login(User.objects.get(email=f"{wie}@{DOMEIN}"))
    return klanten


def _meet(cast: Cast, omvang: Omvang) -> dict[str, Telling]:
    """Statements of every page in a school that grew to this size; what was added is gone afterwards."""
    with transaction.atomic():
        vul_scholen(deepcopy(cast), omvang, Random(20261124))
        tel_cijfers(demodag(timezone.localdate()))
        doelen, klanten = _doelen(), _klanten()
        tellingen = {}
        for pagina in PAGINAS:
            try:
                pad = pagina.pad(doelen)
            except NoReverseMatch:
                continue
            tellingen[pagina.naam] = _vraag(pagina, pad, klanten)
        transaction.set_rollback(True)
    return tellingen


@pytest.fixture
def maten(db: None) -> tuple[dict[str, Telling], dict[str, Telling]]:
    cast = zet_cast(demodag(timezone.localdate()))
    return _meet(cast, KLEIN), _meet(cast, GROOT)


def test_statements_per_pagina(maten: tuple[dict[str, Telling], dict[str, Telling]]) -> None:
    klein, groot = maten
    fouten = []
    for naam, telling in groot.items():
        vaakst, keer = (telling.sql.most_common(1) or [("", 0)])[0]
        if telling.sql.total() > SQL_HOOGSTENS:
            fouten.append(f"{naam}: {telling.sql.total()} statements")
        if keer > HERHAALD_HOOGSTENS:
            fouten.append(f"{naam}: {keer} keer {vaakst[:300]}")
        if naam in klein and klein[naam].sql.total() != telling.sql.total():
            fouten.append(f"{naam}: {klein[naam].sql.total()} statements wordt {telling.sql.total()}")
    assert not fouten, "\n".join(fouten)
