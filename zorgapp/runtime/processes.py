"""Starting child processes that die with us, and cleaning up those of an earlier, killed start.

Every child carries the mark of its data folder in its environment. Who holds the lock of that folder may end every
process with the mark: they are orphans by definition. Processes of others are never touched. Linux only (/proc).
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO

MARK = "ZORGAPP_MERK"
PR_SET_PDEATHSIG = 1
_libc = ctypes.CDLL(None, use_errno=True)


def spawn(
    command: Sequence[str | Path],
    environment: Mapping[str, str],
    cwd: Path,
    output: IO[bytes],
    death_signal: int = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a process in a session of its own that gets `death_signal` when this process dies, however it dies."""
    parent = os.getpid()

    def die_with_parent() -> None:
        _libc.prctl(PR_SET_PDEATHSIG, death_signal)
        if os.getppid() != parent:
            os._exit(1)

    return subprocess.Popen(
        command,
        env=dict(environment),
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        preexec_fn=die_with_parent,
    )


def signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    """Send a signal to a child and everything in its session that is left."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def is_alive(pid: int) -> bool:
    """Tell whether a process runs; one that only waits to be reaped does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state not in {"Z", "X"}


def command_line(pid: int) -> list[str]:
    """Return the arguments of a process, empty when it is gone or not ours to see."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="surrogateescape").split("\0")[:-1]
    except OSError:
        return []


def marked(mark: str) -> list[int]:
    """Return the processes, other than this one and its parents, that carry the mark of a data folder."""
    wanted = f"{MARK}={mark}".encode()
    own = _ancestry()
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) in own:
            continue
        with contextlib.suppress(OSError):
            if wanted in (entry / "environ").read_bytes().split(b"\0"):
                found.append(int(entry.name))
    return found


def _ancestry() -> set[int]:
    """Return this process and its parents."""
    pids, pid = set(), os.getpid()
    while pid > 0 and pid not in pids:
        pids.add(pid)
        try:
            pid = int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            break
    return pids


def end(pids: Iterable[int], number: int = signal.SIGTERM, patience: float = 5.0) -> None:
    """Ask processes to stop and, after `patience` seconds, make them."""
    left = _send(pids, number)
    wait_until(lambda: not any(is_alive(pid) for pid in left), patience)
    left = _send([pid for pid in left if is_alive(pid)], signal.SIGKILL)
    wait_until(lambda: not any(is_alive(pid) for pid in left), 2)


def _send(pids: Iterable[int], number: int) -> list[int]:
    reached = []
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)
            reached.append(pid)
    return reached


def wait_until(ready: Callable[[], bool], patience: float, pause: float = 0.05) -> bool:
    """Poll until `ready()`; return False after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not ready():
        if time.monotonic() > deadline:
            return False
        time.sleep(pause)
    return True


def tail(path: Path, lines: int = 20) -> str:
    """Return the last lines of a log, for a message."""
    try:
        return "\n".join(path.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
