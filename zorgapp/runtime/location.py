"""Where one installation keeps its things, and the lock that keeps a second process out.

Everything that must last is in the data folder. Sockets are in a short folder of their own, because a socket path
may have at most 107 bytes and may not be in a folder that the database user cannot reach.
"""

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from zorgapp.runtime.errors import CannotRun

ROOT = Path(__file__).resolve().parents[2]
LOG_LIMIT = 5 * 1024 * 1024  # bytes; a longer log is put aside at the next start
LONGEST_FOLDER = 60  # bytes, leaves room for the names of the sockets


@dataclass(frozen=True)
class Location:
    """One data folder and what belongs to it."""

    data: Path

    @classmethod
    def at(cls, data: Path) -> "Location":
        """Make the data folder (private to its owner) and return its Location. Raises CannotRun."""
        data = data.resolve()
        try:
            for folder in (data, data / "log", data / "mail"):
                folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            (data / "log" / ".schrijfproef").touch()
            (data / "log" / ".schrijfproef").unlink()
        except OSError as problem:
            raise CannotRun(
                f"Kan niet schrijven in {data}: {problem.strerror}. Kies een andere map met --data."
            ) from problem
        return cls(data)

    @property
    def mark(self) -> str:
        """Identify this data folder in the environment of every process that serves it."""
        return hashlib.sha256(os.fsencode(self.data)).hexdigest()[:16]

    @property
    def sockets(self) -> Path:
        """The folder for sockets: known, short, without spaces."""
        parent = tempfile.gettempdir()
        if (
            len(os.fsencode(parent)) > LONGEST_FOLDER
            or not parent.isascii()
            or any(c in parent for c in " ,'\"")
        ):
            parent = "/tmp"
        return Path(parent) / f"zorgapp-{self.mark}"

    def log(self, name: str) -> Path:
        """Return the log file of one service, put aside when it had grown long."""
        path = self.data / "log" / f"{name}.log"
        if path.exists() and path.stat().st_size > LOG_LIMIT:
            path.replace(path.with_suffix(".log.1"))
        return path

    def private_folder(self, name: str, uid: int, gid: int) -> Path:
        """Make a socket folder that only `uid` may enter. Raises CannotRun when someone else made it first."""
        for folder, mode, owner in (
            (self.sockets, 0o711, (os.geteuid(), os.getegid())),
            (self.sockets / name, 0o700, (uid, gid)),
        ):
            folder.mkdir(mode=mode, exist_ok=True)
            found = folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), uid}:
                raise CannotRun(f"De map {folder} is van een ander. Verwijder die en probeer opnieuw.")
            if os.geteuid() == 0:
                os.chown(folder, *owner)
            folder.chmod(mode)
        return self.sockets / name

    @contextmanager
    def lock(self, note: str) -> Iterator[None]:
        """Hold the data folder; a killed holder lets go by itself. Raises CannotRun when it is in use."""
        handle = os.open(self.data / "slot", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                holder = os.pread(handle, 200, 0).decode(errors="replace").strip()
                raise InUse(
                    f"De gegevens in {self.data} zijn al in gebruik ({holder}). "
                    "Stop dat eerst, of kies een andere map met --data."
                ) from None
            os.truncate(handle, 0)
            os.pwrite(handle, f"{note}, proces {os.getpid()}".encode(), 0)
            try:
                yield
            finally:
                shutil.rmtree(self.sockets, ignore_errors=True)
        finally:
            os.close(handle)


class InUse(CannotRun):
    """Another process holds the data folder."""
