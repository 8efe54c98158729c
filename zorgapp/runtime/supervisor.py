"""Keeps services running: restarts what dies, with growing pauses, and stops all of it in order."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from zorgapp.runtime.errors import CannotRun, Stopped
from zorgapp.runtime.location import Location
from zorgapp.runtime.processes import is_alive, signal_group, spawn, tail, wait_until

FIRST_PAUSE = 0.5  # seconds before the first restart; doubles each time
LONGEST_PAUSE = 30.0
MOST_FALLS = 4  # during start-up; a neighbour from a killed start may be in the way for a moment
STEADY = 60.0  # seconds; who ran this long starts with a clean slate
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Service:
    """One program to keep running."""

    name: str
    command: list[str]
    environment: Mapping[str, str]
    cwd: Path
    log: Path
    stop_signal: int = signal.SIGTERM
    patience: float = 8.0  # seconds it may take to stop
    is_server: bool = False  # servers stop after everything that uses them


@dataclass
class Running:
    """A service with its process, and its record of falling over."""

    service: Service
    process: subprocess.Popen[bytes]
    since: float
    falls: int = 0
    restart_at: float | None = None


@dataclass
class Supervisor:
    """Starts services and looks after them from one thread (the parent-death signal follows the thread)."""

    report: Callable[[str], None]
    children: list[Running] = field(default_factory=list)

    def start(self, service: Service) -> None:
        """Start a service and look after it from now on."""
        self.children.append(Running(service, self._spawn(service), time.monotonic()))

    def watch(self, every: Callable[[], None] | None = None) -> NoReturn:
        """Look after the services until a signal raises Stopped; call `every` on each round."""
        while True:
            self.look()
            if every:
                every()
            time.sleep(0.25)

    def look(self) -> None:
        """Restart, when its pause is over, what is no longer running."""
        now = time.monotonic()
        for child in self.children:
            if child.process.poll() is None:
                continue
            if child.restart_at is None:
                self._note_fall(child, now)
            elif now >= child.restart_at:
                child.process, child.since, child.restart_at = self._spawn(child.service), now, None

    def wait_ready(self, ready: Callable[[], bool], patience: float) -> None:
        """Look after the services until `ready()`.

        Raises CannotRun with the end of a log when one keeps falling over, or when it takes more than `patience` seconds.
        """
        deadline = time.monotonic() + patience
        while not ready():
            self.look()
            hopeless = next((child.service for child in self.children if child.falls >= MOST_FALLS), None)
            if hopeless or time.monotonic() > deadline:
                culprit = hopeless or self.children[-1].service
                raise CannotRun(
                    f"{tail(culprit.log)}\n{culprit.name} start niet. Zie de map {culprit.log.parent}."
                )
            time.sleep(0.1)

    def stop(self) -> None:
        """Stop everything for good; further signals no longer interrupt."""
        for number in STOP_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        self.halt()

    def halt(self) -> None:
        """Stop everything: first who uses the servers, then the servers."""
        self._end([child for child in self.children if not child.service.is_server])
        self._end([child for child in self.children if child.service.is_server])
        self.children.clear()

    def _spawn(self, service: Service) -> subprocess.Popen[bytes]:
        with service.log.open("ab") as log:
            return spawn(service.command, service.environment, service.cwd, log, service.stop_signal)

    def _note_fall(self, child: Running, now: float) -> None:
        signal_group(child.process, signal.SIGKILL)  # what a killed process left behind would be in the way
        child.falls = 1 if now - child.since > STEADY else child.falls + 1
        pause = min(FIRST_PAUSE * 2 ** (child.falls - 1), LONGEST_PAUSE)
        child.restart_at = now + pause
        self.report(
            f"{child.service.name} is gestopt (code {child.process.returncode}) en start over {pause:g} seconden opnieuw. "
            f"Zie {child.service.log}."
        )

    @staticmethod
    def _end(children: list[Running]) -> None:
        for child in children:
            if child.process.poll() is None:
                child.process.send_signal(child.service.stop_signal)
        deadline = time.monotonic()
        for child in children:
            left = deadline + child.service.patience - time.monotonic()
            wait_until(lambda process=child.process: process.poll() is not None, max(left, 0))  # type: ignore[misc]
        for child in children:
            signal_group(child.process, signal.SIGKILL)
            child.process.wait()


def stop_on_signals() -> None:
    """Let Ctrl-C, SIGTERM and a closed terminal raise Stopped in the main thread."""

    def handler(number: int, frame: object) -> None:
        raise Stopped

    for number in STOP_SIGNALS:
        signal.signal(number, handler)


def run_once(command: list[str], environment: Mapping[str, str], cwd: Path, log: Path) -> int:
    """Run a command to its end with its output in `log`; it dies with us. Return its exit code."""
    with log.open("ab") as output:
        process = spawn(command, environment, cwd, output)
    try:
        return process.wait()
    finally:
        if is_alive(process.pid):
            signal_group(process, signal.SIGKILL)
            process.wait()


def run_in(
    hold: AbstractContextManager[Location],
    work: Callable[[Location, Supervisor], int],
    report: Callable[[str], None],
    when_stopped: int,
) -> int:
    """Do `work` in a held data folder and return its exit code; whatever happens, all it started is stopped first.

    1 when it cannot run, with the reason for the user; `when_stopped` when a signal said stop.
    """
    supervisor = Supervisor(report)
    stop_on_signals()
    try:
        with hold as location:
            try:
                return work(location, supervisor)
            finally:
                supervisor.stop()
    except CannotRun as problem:
        print(problem, file=sys.stderr)
        return 1
    except Stopped:
        return when_stopped
