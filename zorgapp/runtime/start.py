"""`./start`: servers, migrations, demo, then web, worker and beat, looked after until a signal says stop."""

import argparse
import contextlib
import http.client
import os
import socket
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from zorgapp.runtime import settings_file
from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.secrets_file import Secrets
from zorgapp.runtime.servers import bring_up
from zorgapp.runtime.steps import Steps
from zorgapp.runtime.supervisor import Service, Supervisor, run_in, run_once

HOST = "127.0.0.1"
PATIENCE = 90.0  # seconds until /healthz must answer
MAINTENANCE = 24 * 3600.0  # seconds between two runs of the owner's upkeep


@dataclass(frozen=True)
class Options:
    """What the user asked for."""

    port: int
    data: Path
    with_demo: bool

    @classmethod
    def parse(cls, arguments: Sequence[str]) -> "Options":
        """Read the command line; exits with a message when it is wrong."""
        parser = argparse.ArgumentParser(prog="./start", description="Start zorgapp op deze computer.")
        parser.add_argument("--poort", type=int, default=8000, help="poort van de website (standaard 8000)")
        parser.add_argument(
            "--data", type=Path, default=ROOT / ".data", help="map voor alle gegevens (standaard .data)"
        )
        parser.add_argument("--leeg", action="store_true", help="laad geen voorbeeldschool")
        chosen = parser.parse_args(arguments)
        if not 0 < chosen.poort < 65536:
            parser.error("--poort moet tussen 1 en 65535 liggen.")
        return cls(chosen.poort, chosen.data, not chosen.leeg)

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"


def say(text: str) -> None:
    """Tell the user something; a closed terminal is no reason to stop."""
    with contextlib.suppress(OSError):
        print(text, flush=True)


def check_port(port: int) -> None:
    """Raise CannotRun when someone else has the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as problem:
            raise CannotRun(
                f"Poort {port} kan niet worden gebruikt ({problem.strerror}). Kies een andere: ./start --poort {port % 65535 + 1}"
            ) from problem


def application(location: Location, environment: Mapping[str, str], port: int) -> list[Service]:
    """Return web, worker and beat; none of them knows the owner role."""
    shared = {name: value for name, value in environment.items() if name != "DATABASE_OWNER_URL"}
    beat = location.data / "beat"
    beat.mkdir(exist_ok=True, mode=0o700)
    gunicorn = ["-m", "gunicorn", "--config=python:zorgapp.runtime.gunicorn_conf", f"--bind={HOST}:{port}"]
    gunicorn += ["--workers=2", "zorgapp.wsgi:application"]
    celery = ["-m", "celery", "--app=zorgapp.celery:app"]
    worker = [*celery, "worker", f"--pool={worker_pool()}", "--concurrency=2", "--loglevel=INFO"]
    worker += ["--without-gossip", "--without-mingle"]
    clock = [*celery, "beat", "--loglevel=INFO", f"--schedule={beat / 'schema'}", "--pidfile="]
    return [
        Service(name, [sys.executable, *arguments], shared, ROOT, location.log(name))
        for name, arguments in (("web", gunicorn), ("worker", worker), ("beat", clock))
    ]


def worker_pool() -> str:
    """Return Celery's kind of pool: processes, or threads where these cannot share memory (a bare chroot)."""
    return "prefork" if os.access("/dev/shm", os.W_OK) else "threads"


def is_healthy(port: int) -> bool:
    """Tell whether database, broker, worker and web all answer."""
    connection = http.client.HTTPConnection(HOST, port, timeout=10)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def maintenance(environment: Mapping[str, str], location: Location) -> Callable[[], None]:
    """Return a function to call often, that runs the owner's upkeep (month partitions, grants) now and once a day."""
    command = [sys.executable, "manage.py", "onderhoud"]
    due = time.monotonic()

    def when_due() -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + MAINTENANCE
            if run_once(command, environment, ROOT, location.log("onderhoud")):
                say(f"Het dagelijkse onderhoud ging niet goed. Zie {location.log('onderhoud')}.")

    return when_due


def serve(options: Options, location: Location, supervisor: Supervisor) -> NoReturn:
    """Bring everything up and look after it until Stopped. Raises CannotRun."""
    check_port(options.port)
    given = settings_file.of_user(os.environ)
    secrets = Secrets.of(location.data)
    servers = bring_up(location, secrets, supervisor, given)
    settings = settings_file.for_django(location, secrets, given, options.address) | servers.environment
    settings_file.write(location, settings, given)
    environment = settings_file.base(given, location.mark) | settings
    steps = Steps(location, sys.executable, environment, servers.has_own_database)
    steps.migrate()
    steps.collect_static()
    if options.with_demo and (message := steps.load_demo()):
        say(message)
    *answering, beat = application(location, environment, options.port)
    for service in answering:
        supervisor.start(service)
    supervisor.wait_ready(lambda: is_healthy(options.port), PATIENCE)
    supervisor.start(beat)  # last: nobody waits for it
    say(f"zorgapp draait op {options.address}")
    supervisor.watch(maintenance(environment, location))


@contextlib.contextmanager
def place(options: Options) -> Iterator[Location]:
    """Hold the data folder. Raises CannotRun when another ./start has it."""
    location = Location.at(options.data)
    with location.lock(options.address):
        yield location


def main(arguments: Sequence[str]) -> int:
    """Run until told to stop; return the exit code."""
    options = Options.parse(arguments)
    return run_in(
        place(options),
        lambda location, supervisor: serve(options, location, supervisor),
        say,
        when_stopped=0,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
