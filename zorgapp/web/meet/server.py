"""gunicorn with two sync workers on a free port, and a sampler of what it and its database sessions use."""

import http.client
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from zorgapp.web.meet.databank import als_eigenaar, omgeving

WERKERS = 2
PROC = Path("/proc")


class ServerFout(RuntimeError):
    """gunicorn did not come up; the text is the end of its log."""


def vrije_poort() -> int:
    with socket.socket() as stopcontact:
        stopcontact.bind(("127.0.0.1", 0))
        return int(stopcontact.getsockname()[1])


def cpu_ns(pid: int) -> int:
    """CPU time a process used so far in nanoseconds; 0 when it is gone or Linux does not tell."""
    try:
        return int((PROC / str(pid) / "schedstat").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def pss_kb(pid: int) -> int:
    """Proportional set size of a process in kB; 0 when Linux does not tell."""
    try:
        gevonden = re.search(
            r"^Pss:\s+(\d+) kB", (PROC / str(pid) / "smaps_rollup").read_text(), re.MULTILINE
        )
    except OSError:
        return 0
    return int(gevonden.group(1)) if gevonden else 0


@dataclass
class Server:
    """A running benchmark server on database `naam`."""

    naam: str
    poort: int
    proces: subprocess.Popen[bytes]

    @property
    def werkers(self) -> list[int]:
        """Pids of the workers: children of the gunicorn master."""
        kinderen = PROC / str(self.proces.pid) / "task" / str(self.proces.pid) / "children"
        return [int(pid) for pid in kinderen.read_text().split()]

    def databanksessies(self) -> list[int]:
        """Pids of the workers' database sessions, as far as they run on this machine."""
        with als_eigenaar(self.naam) as eigenaar:
            rijen = eigenaar.execute(
                "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
                [self.naam],
            ).fetchall()
        return [pid for (pid,) in rijen if _is_postgres(pid)]

    def pss_mb(self) -> float:
        """Memory of the two workers together in MB, each shared page counted once."""
        return sum(pss_kb(pid) for pid in self.werkers) / 1024


def _is_postgres(pid: int) -> bool:
    try:
        return (PROC / str(pid) / "comm").read_text().startswith("postgres")
    except OSError:
        return False


@contextmanager
def server(naam: str) -> Iterator[Server]:
    """Run gunicorn on database `naam` until the block ends; raises ServerFout when it does not answer in 30 s."""
    poort = vrije_poort()
    map_ = Path(settings.DATA) / "meet"
    map_.mkdir(parents=True, exist_ok=True)
    logboek = map_ / "gunicorn.log"
    opdracht = [
        *(sys.executable, "-m", "gunicorn", "zorgapp.web.meet.wsgi:application"),
        *("--config=python:zorgapp.runtime.gunicorn_conf", f"--bind=127.0.0.1:{poort}"),
        *(f"--workers={WERKERS}", "--timeout=120"),
    ]
    with logboek.open("wb") as log:
        proces = subprocess.Popen(
            opdracht, env=omgeving(naam), cwd=settings.BASE_DIR, stdout=log, stderr=subprocess.STDOUT
        )
    try:
        _wacht_tot_antwoord(poort, proces, logboek)
        yield Server(naam, poort, proces)
    finally:
        proces.terminate()
        try:
            proces.wait(timeout=15)
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()


def _wacht_tot_antwoord(poort: int, proces: subprocess.Popen[bytes], logboek: Path) -> None:
    tot = time.monotonic() + 30
    while time.monotonic() < tot and proces.poll() is None:
        verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=5)
        try:
            verbinding.request("GET", "/_vloer/hallo")
            if verbinding.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            verbinding.close()
    raise ServerFout(logboek.read_text(errors="replace")[-2000:])
