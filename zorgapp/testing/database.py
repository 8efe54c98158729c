"""Test databases: migrated once by the owner (a template), cloned per worker, used as the application role."""

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connections

REPO = Path(__file__).resolve().parents[2]
# The processes of one run inherit this name from the one that starts them.
_RUN = os.environ.setdefault("ZORGAPP_TESTRUN", f"zorgapp_run_{os.getpid()}")


def _vingerafdruk() -> str:
    """Hash of everything that shapes the database."""
    som = hashlib.sha256()
    for pad in sorted(
        [
            *REPO.glob("**/migrations/*.py"),
            *REPO.glob("**/migratie*.py"),
            REPO / "zorgapp/accounts/databank.py",
        ]
    ):
        if "node_modules" not in pad.parts and ".venv" not in pad.parts:
            som.update(pad.read_bytes())
    return som.hexdigest()[:10]


def _beheer(sql: str, naam: str = "postgres") -> list[Any]:
    """Run one statement as owner on a maintenance database, outside any transaction."""
    eigenaar = settings.DATABASES["owner"]
    with psycopg.connect(
        dbname=naam,
        user=eigenaar["USER"],
        password=eigenaar["PASSWORD"],
        host=eigenaar["HOST"],
        port=eigenaar["PORT"] or None,
        autocommit=True,
    ) as verbinding:
        cursor = verbinding.execute(sql)
        return cursor.fetchall() if cursor.description else []


def verwijder_database(naam: str) -> None:
    """Drop a test database. Plain first: that waits for autovacuum, with FORCE it is a session one may not end."""
    try:
        _beheer(f'DROP DATABASE IF EXISTS "{naam}"')
    except psycopg.errors.ObjectInUse:
        _beheer(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')


def _wijs_naar(naam: str) -> None:
    for alias in ("default", "owner"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = naam


def maak_database(naam: str) -> None:
    """Make database `naam` as a clone of the migrated template; makes the template first when it is missing."""
    sjabloon = f"zorgapp_sjabloon_{_vingerafdruk()}"
    with _slot() as slot:
        if not _bestaat(slot, sjabloon):
            bouw = f"{sjabloon}_bouw"
            slot.execute(f'DROP DATABASE IF EXISTS "{bouw}" WITH (FORCE)')
            slot.execute(f"CREATE DATABASE \"{bouw}\" TEMPLATE template0 ENCODING 'UTF8'")
            _wijs_naar(bouw)
            call_command("migrate", verbosity=0)
            _wijs_naar(naam)
            slot.execute(f'ALTER DATABASE "{bouw}" RENAME TO "{sjabloon}"')
        _kloon(slot, naam, sjabloon)


def maak_gevulde_database(naam: str, verhaal: str, vul: Callable[[], None]) -> None:
    """Make database `naam` with what `vul` puts into it; told once per run, for all processes that want `verhaal`."""
    verteld = f"{_RUN}_{verhaal}"
    with _slot(verhaal) as slot:
        if not _bestaat(slot, verteld):
            oud = connections["default"].settings_dict["NAME"]
            bouw = f"{verteld}_bouw"
            maak_database(bouw)
            _wijs_naar(bouw)
            try:
                vul()
            finally:
                _wijs_naar(oud)
            slot.execute(f'ALTER DATABASE "{bouw}" RENAME TO "{verteld}"')
        _kloon(slot, naam, verteld)


def ruim_run_op() -> None:
    """Drop what `maak_gevulde_database` made, if the server is there; called by the process that started the others."""
    with suppress(psycopg.OperationalError):
        for (naam,) in _beheer(f"SELECT datname FROM pg_database WHERE starts_with(datname, '{_RUN}_')"):
            verwijder_database(naam)


@contextmanager
def _slot(waarvoor: str = "sjabloon") -> Iterator[psycopg.Connection[Any]]:
    """A connection as owner that keeps other processes from making the same."""
    eigenaar = settings.DATABASES["owner"]
    with psycopg.connect(
        dbname="postgres",
        user=eigenaar["USER"],
        password=eigenaar["PASSWORD"],
        host=eigenaar["HOST"],
        port=eigenaar["PORT"] or None,
        autocommit=True,
    ) as slot:
        slot.execute("SELECT pg_advisory_lock(20261122, hashtext(%s))", [waarvoor])
        yield slot


def _bestaat(slot: psycopg.Connection[Any], naam: str) -> bool:
    return slot.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone() is not None


def _kloon(slot: psycopg.Connection[Any], naam: str, sjabloon: str) -> None:
    slot.execute(f'DROP DATABASE IF EXISTS "{naam}" WITH (FORCE)')
    slot.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{sjabloon}"')


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any, worker_id: str = "master") -> Iterator[None]:
    """One database per pytest worker, migrated as owner, used as application role."""
    naam = f"zorgapp_test_{os.getpid()}"
    with django_db_blocker.unblock():
        maak_database(naam)
        _wijs_naar(naam)
    yield
    with django_db_blocker.unblock():
        _wijs_naar(naam)
        verwijder_database(naam)
