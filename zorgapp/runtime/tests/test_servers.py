"""The embedded servers, really started: made once, two roles, orphans cleaned up, foreign databases used."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from zorgapp.runtime import external, processes
from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import Location
from zorgapp.runtime.postgres import APPLICATION, OWNER, SUPERUSER, Postgres
from zorgapp.runtime.processes import is_alive, wait_until
from zorgapp.runtime.redis import Redis
from zorgapp.runtime.secrets_file import Secrets
from zorgapp.runtime.settings_file import base
from zorgapp.runtime.supervisor import Supervisor


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Location]:
    made = Location.at(tmp_path_factory.mktemp("servers") / "een map")
    with made.lock("tests"):
        yield made


@pytest.fixture(scope="module")
def postgres(place: Location) -> Iterator[Postgres]:
    """One cluster for this file, running."""
    supervisor = Supervisor(print)
    environment = base(os.environ, place.mark)
    server = Postgres.at(place, Secrets.of(place.data), careless=True)
    try:
        server.prepare(environment)
        supervisor.start(server.service(environment))
        supervisor.wait_ready(server.answers, 60)
        server.provide_roles()
        yield server
    finally:
        supervisor.halt()


def rights(connection: psycopg.Connection, role: str) -> tuple[bool, ...]:
    row = connection.execute(
        "SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = %s", [role]
    ).fetchone()
    assert row is not None
    return row


def test_two_roles(postgres: Postgres) -> None:
    urls = postgres.environment()
    with psycopg.connect(urls["DATABASE_OWNER_URL"]) as connection:
        assert connection.info.user == OWNER
        assert rights(connection, OWNER) == (False, True, False, False)
        assert rights(connection, APPLICATION) == (False, False, False, False)
        for extension in ("pg_trgm", "unaccent", "btree_gist"):
            connection.execute(f"CREATE EXTENSION {extension}")
    with (
        psycopg.connect(urls["DATABASE_URL"]) as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("CREATE TABLE van_de_toepassing ()")


def test_no_network_and_no_guests(postgres: Postgres) -> None:
    with psycopg.connect(postgres.environment()["DATABASE_OWNER_URL"]) as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(postgres.url(SUPERUSER, "geraden", "postgres"))


def test_roles_can_be_provided_again(postgres: Postgres) -> None:
    postgres.provide_roles()
    assert postgres.answers()


def test_an_orphan_is_found_and_a_foreign_server_is_not(postgres: Postgres, tmp_path: Path) -> None:
    assert is_alive(postgres.orphan() or 0)
    other = Postgres(postgres.location, postgres.secrets, postgres.seat, tmp_path, careless=True)
    pid_file = postgres.cluster / "postmaster.pid"
    content = pid_file.read_text()
    try:
        pid_file.write_text(content.replace(content.split()[0], str(os.getpid()), 1))
        assert other.orphan() is None
    finally:
        pid_file.write_text(content)


def test_a_role_that_may_make_roles_is_enough(postgres: Postgres) -> None:
    url = postgres.url(SUPERUSER, postgres.secrets.superuser)
    for _ in range(2):
        made = external.environment({"DATABASE_URL": url}, postgres.secrets)
        assert made["DATABASE_OWNER_URL"] == url
        with psycopg.connect(made["DATABASE_URL"]) as connection:
            assert connection.info.user == "zorgapp_app"
            assert rights(connection, "zorgapp_app") == (False, False, False, False)


def test_a_role_that_may_not_gets_an_explanation(postgres: Postgres) -> None:
    url = postgres.environment()["DATABASE_OWNER_URL"]
    with pytest.raises(CannotRun, match=r"zorgapp_eigenaar mag geen rollen maken(.|\n)*DATABASE_OWNER_URL"):
        external.environment({"DATABASE_URL": url}, postgres.secrets)


def test_two_addresses_are_used_as_they_are(postgres: Postgres) -> None:
    given = postgres.environment()
    assert external.environment(given, postgres.secrets, for_tests=True) == given


def test_a_wrong_address_is_explained(postgres: Postgres) -> None:
    with pytest.raises(CannotRun, match="Kan niet verbinden met de database van DATABASE_URL"):
        external.environment({"DATABASE_URL": "postgresql://x@/y?host=/bestaat/niet"}, postgres.secrets)


def test_redis_comes_back_after_being_killed(location: Location, supervisor: Supervisor) -> None:
    redis = Redis.at(location, os.geteuid(), os.getegid())
    supervisor.start(redis.service(base(os.environ, location.mark)))
    supervisor.wait_ready(redis.answers, 10)
    process = supervisor.children[0].process
    assert processes.marked(location.mark) == [process.pid]
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert not redis.answers()
    assert redis.socket.exists()  # left behind, and no hindrance

    def is_back() -> bool:
        supervisor.look()
        return redis.answers()

    assert wait_until(is_back, 10)
