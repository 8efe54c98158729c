"""`./start` as a whole, with its own PostgreSQL and Redis: PostgreSQL restarts under it, and it is killed itself."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from zorgapp.runtime import processes
from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.processes import is_alive, wait_until
from zorgapp.runtime.start import is_healthy
from zorgapp.tests.e2e.dienst import _vrije_poort
from zorgapp.tests.e2e.mens import WACHTWOORD
from zorgapp.web.meet.klant import Klant

pytestmark = pytest.mark.e2e

EERSTE_KEER, OPNIEUW = 180.0, 90.0  # seconds
WIE = "angelica@rietveen.example"


class Start:
    """A data folder with `./start` in it, as often as one likes."""

    def __init__(self, plek: Location, poort: int) -> None:
        self.plek, self.poort = plek, poort
        self.proces: subprocess.Popen[bytes] | None = None

    def begin(self, geduld: float) -> None:
        """Start and wait until database, broker, worker and web answer."""
        eigen = ("DATABASE", "REDIS", "EMAIL", "ZORGAPP_", "PG")
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith(eigen)}
        with (self.plek.data / "start.log").open("ab") as log:
            self.proces = processes.spawn(
                [
                    sys.executable,
                    "-m",
                    "zorgapp.runtime.start",
                    f"--poort={self.poort}",
                    f"--data={self.plek.data}",
                ],
                omgeving,
                ROOT,
                log,
            )
        assert wait_until(lambda: self.proces.poll() is not None or is_healthy(self.poort), geduld, 0.2)
        assert self.proces.poll() is None, (self.plek.data / "start.log").read_text()

    def postgres(self) -> list[int]:
        """The numbers of the server's main process: one, or none when it is down."""
        return [
            pid
            for pid in processes.marked(self.plek.mark)
            if (regel := processes.command_line(pid)) and regel[0].endswith("/postgres") and "-D" in regel
        ]

    def eindig(self) -> None:
        """Stop it as Ctrl-C does, and whatever is left of it."""
        if self.proces is not None and self.proces.poll() is None:
            self.proces.send_signal(signal.SIGINT)
            self.proces.wait(30)
        processes.end(processes.marked(self.plek.mark), signal.SIGKILL)


@pytest.fixture(scope="module")
def start() -> Iterator[Start]:
    with tempfile.TemporaryDirectory(prefix="zorgapp-start-", ignore_cleanup_errors=True) as map_:
        made = Start(Location.at(Path(map_)), _vrije_poort())
        try:
            made.begin(EERSTE_KEER)
            yield made
        finally:
            made.eindig()
            shutil.rmtree(made.plek.sockets, ignore_errors=True)


def antwoorden(klant: Klant, tot: float) -> list[int]:
    """Ask for Vandaag until it has come three times in a row, or `tot` seconds have passed; every status, 0: refused."""
    gezien: list[int] = []
    einde = time.monotonic() + tot
    while time.monotonic() < einde and gezien[-3:] != [200, 200, 200]:
        try:
            antwoord = klant.vraag("/")
            gezien.append(antwoord.status)
            if antwoord.status >= 500:
                assert "Er ging bij ons iets mis" in antwoord.inhoud.decode()
        except (OSError, http.client.HTTPException):
            gezien.append(0)
        time.sleep(0.1)
    return gezien


@pytest.mark.parametrize("hoe", [signal.SIGINT, signal.SIGKILL])
def test_postgres_herstart_en_de_pagina_komt_weer(start: Start, hoe: int) -> None:
    """Connections stay open between requests: after a restart they are dead, and nobody notices for long."""
    klant = Klant(start.poort)
    klant.log_in(WIE, WACHTWOORD)
    assert antwoorden(klant, 10)[-3:] == [200, 200, 200]
    assert start.proces is not None
    web = start.proces.pid
    [oud] = start.postgres()
    os.kill(oud, hoe)
    assert wait_until(lambda: not is_alive(oud), 10)
    gezien = antwoorden(klant, 40)
    assert gezien[-3:] == [200, 200, 200]
    assert set(gezien) <= {200, 500}  # never a refused connection: gunicorn itself went on
    assert start.postgres() not in ([], [oud])
    assert start.proces.pid == web and is_alive(web)
    assert wait_until(lambda: is_healthy(start.poort), 30, 0.2)  # the worker has found it again too


def test_gedode_start_komt_weer_op(start: Start) -> None:
    """SIGKILL, as a full memory or a power cut does: nothing is left, and the next start needs no help."""
    klant = Klant(start.poort)
    klant.log_in(WIE, WACHTWOORD)
    assert start.proces is not None
    assert len(processes.marked(start.plek.mark)) > 5
    start.proces.kill()
    start.proces.wait(5)
    start.begin(OPNIEUW)
    assert klant.vraag("/").status == 200  # signed in still: sessions stand in the database


def test_gedode_start_laat_niets_draaien(start: Start) -> None:
    assert start.proces is not None
    start.proces.kill()
    start.proces.wait(5)
    assert wait_until(lambda: processes.marked(start.plek.mark) == [], 20)
