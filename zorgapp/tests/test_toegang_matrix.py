"""Every URL for every role; a URL that the table lacks fails."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from zorgapp.accounts.checks import ALLAUTH, alle_patronen
from zorgapp.accounts.context import zet_context
from zorgapp.testing.fabriek import maak_school
from zorgapp.testing.matrix import KOLOMMEN, RIJEN, Rij
from zorgapp.tests.toneel import Toneel, bouw_toneel
from zorgapp.web.views import stelsel


def test_tabel_is_volledig() -> None:
    namen = {naam for naam, _ in alle_patronen()}
    assert namen - set(ALLAUTH) == {rij.naam for rij in RIJEN}


def test_open_views_zijn_precies_deze() -> None:
    open_views = {naam for naam, patroon in alle_patronen() if hasattr(patroon.callback, "openbaar")}
    links = ("", "_vertel", "_vertel_klaar", "_lees", "_lees_klaar", "_document", "_reactie")
    links += ("_bewijs", "_bewijs_pdf")
    met_link = {f"ondersteuning:opp_link{naam}" for naam in links}
    feed = "overleg:agendafeed_ics"
    assert open_views == {"web:healthz", "accounts:uitnodiging", feed, *met_link}
    assert {n for n, p in alle_patronen() if hasattr(p.callback, "ingelogd")} == {"web:geen_aanstelling"}


@pytest.fixture(scope="module")
def _toneel(django_db_setup: None, django_db_blocker: Any) -> Iterator[tuple[Toneel, dict[str, Client]]]:
    """One stage and one session per person for the whole table, in a transaction around those of its rows."""
    with django_db_blocker.unblock(), transaction.atomic():
        school, andere_school = maak_school(), maak_school(brin="99ZZ", naam="Waterland College")
        zet_context(school.pk)
        toneel = bouw_toneel(school, andere_school)
        klanten = {kolom: Client() for kolom in KOLOMMEN}
        for kolom in set(KOLOMMEN) - {"niemand"}:
            klanten[kolom].force_login(toneel.mensen[kolom])
        yield toneel, klanten
        transaction.set_rollback(True)


@pytest.fixture
def toneel(_toneel: tuple[Toneel, dict[str, Client]], db: None) -> tuple[Toneel, dict[str, Client]]:
    return _toneel


def _status(toneel: Toneel, client: Client, rij: Rij) -> int:
    """Ask once, in a savepoint that is rolled back and with the cookies of the start: every role meets the same stage."""
    koekjes, client.cookies = client.cookies, deepcopy(client.cookies)
    with transaction.atomic():
        url = reverse(rij.naam, args=toneel.args(rij.args))
        data: dict[str, Any] = {veld: toneel.ids[wat] for veld, wat in rij.data}
        antwoord = client.get(url) if rij.methode == "GET" else client.post(url, data)
        transaction.set_rollback(True)
    client.cookies = koekjes
    return antwoord.status_code


@pytest.mark.regel(40)
@pytest.mark.parametrize("rij", RIJEN, ids=lambda rij: f"{rij.methode}-{rij.naam}")
def test_matrix(toneel: tuple[Toneel, dict[str, Client]], rij: Rij, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stelsel, "GEDULD", 0.05)  # no worker runs here; healthz need not wait for one
    stukken, klanten = toneel
    assert {kolom: _status(stukken, klanten[kolom], rij) for kolom in KOLOMMEN} == rij.statussen()
