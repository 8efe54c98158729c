"""Services are restarted with growing pauses, and stopped in order, also when they do not want to."""

import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from zorgapp.runtime import supervisor as module
from zorgapp.runtime.errors import CannotRun, Stopped
from zorgapp.runtime.location import Location
from zorgapp.runtime.processes import is_alive, wait_until
from zorgapp.runtime.supervisor import Service, Supervisor, run_in

FOREVER = "import time; time.sleep(600)"
DEAF = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('doof', flush=True); time.sleep(600)"
Maker = Callable[..., Service]


def test_restarts_what_was_killed(supervisor: Supervisor, service: Maker, reports: list[str]) -> None:
    supervisor.start(service(FOREVER))
    child = supervisor.children[0]
    first = child.process.pid
    child.process.send_signal(signal.SIGKILL)

    def is_back() -> bool:
        supervisor.look()
        return child.process.pid != first and is_alive(child.process.pid)

    assert wait_until(is_back, 5)
    assert reports == [
        f"proef is gestopt (code -9) en start over 0.5 seconden opnieuw. Zie {child.service.log}."
    ]


def test_pauses_grow_up_to_a_limit(supervisor: Supervisor, service: Maker) -> None:
    supervisor.start(service("raise SystemExit(3)"))
    child = supervisor.children[0]
    pauses = []
    for _ in range(8):
        child.process.wait()
        supervisor._note_fall(child, 100.0)
        assert child.restart_at is not None
        pauses.append(child.restart_at - 100.0)
    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30]


def test_a_long_life_forgives(supervisor: Supervisor, service: Maker) -> None:
    supervisor.start(service("raise SystemExit(3)"))
    child = supervisor.children[0]
    child.process.wait()
    child.falls, child.since = 6, 0.0
    supervisor._note_fall(child, module.STEADY + 1)
    assert child.falls == 1


def test_waiting_gives_up_on_what_keeps_falling(
    supervisor: Supervisor, service: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.01)
    supervisor.start(service("print('geen schijfruimte'); raise SystemExit(1)"))
    with pytest.raises(CannotRun, match=r"geen schijfruimte(.|\n)*proef start niet"):
        supervisor.wait_ready(lambda: False, 20)


def test_waiting_gives_up_after_a_while(supervisor: Supervisor, service: Maker) -> None:
    supervisor.start(service(FOREVER))
    with pytest.raises(CannotRun, match="proef start niet"):
        supervisor.wait_ready(lambda: False, 0.2)


def test_users_stop_before_servers(supervisor: Supervisor, service: Maker) -> None:
    note = "import signal, sys, time; signal.signal(15, lambda *a: (print(time.monotonic_ns(), flush=True), sys.exit()));"
    ready = "print('klaar', flush=True); time.sleep(600)"
    supervisor.start(service(note + ready, name="server", is_server=True))
    supervisor.start(service(note + ready, name="web"))
    logs = {child.service.name: child.service.log for child in supervisor.children}
    assert wait_until(lambda: all("klaar" in log.read_text() for log in logs.values()), 5)
    supervisor.halt()
    moment = {name: int(log.read_text().split()[-1]) for name, log in logs.items()}
    assert moment["web"] < moment["server"]


def test_the_deaf_are_made_to_stop(supervisor: Supervisor, service: Maker) -> None:
    supervisor.start(service(DEAF, patience=0.3))
    child = supervisor.children[0]
    assert wait_until(lambda: "doof" in child.service.log.read_text(), 5)
    began = time.monotonic()
    supervisor.halt()
    assert not is_alive(child.process.pid)
    assert time.monotonic() - began < 3


def test_grandchildren_go_too(supervisor: Supervisor, service: Maker) -> None:
    code = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {FOREVER!r}]); print(p.pid, flush=True); p.wait()"
    supervisor.start(service(code, patience=0.3))
    child = supervisor.children[0]
    assert wait_until(lambda: child.service.log.read_text().strip().isdigit(), 5)
    grandchild = int(child.service.log.read_text())
    child.process.send_signal(signal.SIGKILL)
    child.process.wait()
    supervisor.look()
    assert wait_until(lambda: not is_alive(grandchild), 3)


@pytest.mark.parametrize(
    ("ending", "code"), [(None, 7), (CannotRun("geen plek"), 1), (Stopped(), 130), (KeyError("x"), None)]
)
def test_whatever_happens_all_is_stopped_before_the_folder_is_let_go(
    location: Location,
    service: Maker,
    capsys: pytest.CaptureFixture[str],
    ending: BaseException | None,
    code: int | None,
) -> None:
    seen: dict[str, bool] = {}
    started: list[int] = []

    @contextmanager
    def hold() -> Iterator[Location]:
        try:
            yield location
        finally:
            seen["runs when the folder is let go"] = is_alive(started[0])

    def work(held: Location, supervisor: Supervisor) -> int:
        assert held is location
        supervisor.start(service(FOREVER))
        started.append(supervisor.children[0].process.pid)
        if ending is not None:
            raise ending
        return 7

    kept = {number: signal.getsignal(number) for number in module.STOP_SIGNALS}
    try:
        if code is None:
            with pytest.raises(KeyError):
                run_in(hold(), work, print, when_stopped=130)
        else:
            assert run_in(hold(), work, print, when_stopped=130) == code
    finally:
        for number, handler in kept.items():
            signal.signal(number, handler)
    assert seen == {"runs when the folder is let go": False}
    assert ("geen plek" in capsys.readouterr().err) == isinstance(ending, CannotRun)
