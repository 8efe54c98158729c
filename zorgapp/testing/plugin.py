"""pytest plugin: databases as the two roles, and the fixtures that every floor's tests share.

The test database is migrated by the owner once (a template, remade when a migration changes) and cloned per
worker; tests then run as the application role, inside one transaction each.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest

os.environ.setdefault(
    "ZORGAPP_SECRET_KEY", "alleen-voor-tests-alleen-voor-tests-alleen-voor-tests-0123456789"
)
os.environ.setdefault("ZORGAPP_HTTPS", "false")
os.environ.setdefault("ZORGAPP_TESTEN", "true")


def pytest_configure(config: pytest.Config) -> None:
    """Register the database fixture after pytest-django's own, so that ours wins; check every fixed question."""
    from hypothesis import HealthCheck, settings

    from zorgapp.kern import vastevraag
    from zorgapp.testing import database, zuinig

    # A busy machine is no reason to fail: how long examples take says nothing about what is tested.
    settings.register_profile("zorgapp", suppress_health_check=[HealthCheck.too_slow], deadline=None)
    settings.load_profile("zorgapp")
    vastevraag.NAREKENEN = True
    zuinig.maak_zuinig()

    config.pluginmanager.register(database, "zorgapp-database")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The process that started the others cleans up what they shared."""
    from zorgapp.testing import database

    if not hasattr(config, "workerinput"):
        database.ruim_run_op()


# The longest files: one that needs no demo, while the other process tells that, and one that asks for every page.
_EERST = ("test_herstart.py", "test_toegankelijk.py")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With more processes the browser tests go first: they take longest, and short files at the end leave nobody idle."""

    def beurt(item: pytest.Item) -> int:
        if item.path.name in _EERST:
            return _EERST.index(item.path.name)
        return len(_EERST) + (item.get_closest_marker("e2e") is None)

    if hasattr(config, "workerinput"):
        items.sort(key=beurt)


def pytest_collection_finish() -> None:
    """Everything is loaded."""
    from zorgapp.testing.zuinig import bevries

    bevries()


@pytest.fixture
def school(db: None) -> Any:
    """A school whose context is set for the whole test."""
    from zorgapp.accounts.context import zet_context
    from zorgapp.testing.fabriek import maak_school

    nieuw = maak_school()
    zet_context(nieuw.pk)
    return nieuw


@pytest.fixture
def andere_school(db: None) -> Any:
    """A second school, without its context."""
    from zorgapp.testing.fabriek import maak_school

    return maak_school(brin="99ZZ", naam="Waterland College")


@pytest.fixture
def inloggen(client: Any) -> Any:
    """Return a function that signs a user in and gives the client."""

    def _in(user: Any) -> Any:
        client.force_login(user)
        return client

    return _in


@pytest.fixture(scope="module")
def _cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Any]:
    """The cast of a whole module, in a transaction around those of its tests: telling the story takes seconds."""
    from datetime import date

    from django.db import transaction

    from zorgapp.demo.cast import zet_cast

    with django_db_blocker.unblock(), transaction.atomic():
        yield zet_cast(date(2026, 11, 24))
        transaction.set_rollback(True)


@pytest.fixture
def cast(_cast: Any, db: None) -> Any:
    """The named demo cast on Tuesday 24 November 2026, the day of the pictures; no school context is set."""
    return _cast
