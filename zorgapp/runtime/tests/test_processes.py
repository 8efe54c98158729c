"""A killed start leaves nothing running, and the next one ends only what belongs to its data folder."""

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable

from zorgapp.runtime import processes
from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.processes import MARK, is_alive, wait_until
from zorgapp.runtime.supervisor import Service, Supervisor

FOREVER = [sys.executable, "-c", "import time; time.sleep(600)"]


def test_children_die_with_a_killed_parent() -> None:
    code = f"""
        import os, sys, time
        from pathlib import Path
        from zorgapp.runtime.processes import spawn
        print(spawn({FOREVER!r}, os.environ, Path("/"), sys.stderr.buffer).pid, flush=True)
        time.sleep(600)
    """
    command = [sys.executable, "-c", textwrap.dedent(code)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert is_alive(child)
        parent.send_signal(signal.SIGKILL)
    assert wait_until(lambda: not is_alive(child), 5)


def test_only_marked_processes_are_found(
    location: Location, supervisor: Supervisor, service: Callable[..., Service]
) -> None:
    supervisor.start(service("import time; time.sleep(600)"))
    ours = supervisor.children[0].process.pid
    other = subprocess.Popen(FOREVER, env=os.environ | {MARK: "van een ander"})
    try:
        assert wait_until(lambda: processes.marked(location.mark) == [ours], 5)
        processes.end(processes.marked(location.mark))
        assert not is_alive(ours)
        assert is_alive(other.pid)
    finally:
        other.kill()
        other.wait()


def test_a_process_is_not_its_own_orphan(location: Location) -> None:
    code = "import sys; from zorgapp.runtime.processes import marked; print(marked(sys.argv[1]))"
    environment = os.environ | {MARK: location.mark}
    answer = subprocess.check_output(
        [sys.executable, "-c", code, location.mark], cwd=ROOT, env=environment, text=True
    )
    assert answer.strip() == "[]"


def test_the_stubborn_are_killed() -> None:
    code = (
        "import signal, time; signal.signal(15, signal.SIG_IGN); print('doof', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as stubborn:
        assert stubborn.stdout is not None
        stubborn.stdout.readline()
        processes.end([stubborn.pid], patience=0.2)
        assert stubborn.wait() == -signal.SIGKILL


def test_gone_processes_are_no_error() -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    assert not is_alive(gone.pid)
    assert processes.command_line(gone.pid) == []
    processes.end([gone.pid])
