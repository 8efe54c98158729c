"""`./test`: the same servers in a folder of their own, then pytest; the servers always stop."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from zorgapp.runtime import settings_file
from zorgapp.runtime.bootstrap import BROWSERS
from zorgapp.runtime.errors import CannotRun, Stopped
from zorgapp.runtime.location import ROOT, InUse, Location
from zorgapp.runtime.secrets_file import Secrets
from zorgapp.runtime.servers import bring_up
from zorgapp.runtime.steps import Steps
from zorgapp.runtime.supervisor import Supervisor, run_in

FOLDER = ROOT / ".testdata"
# A file stays in one process, which makes its school, browser or demo once; in the order of `zorgapp.testing.plugin`.
TWO_PROCESSES = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")
PLACES = 8  # so many test runs can go on side by side
OWN_PROCESSES = (
    "-n",
    "--numprocesses",
    "-p",
    "--pdb",
    "--trace",
    "--co",
    "--collect-only",
    "--fixtures",
    "--markers",
)


def pytest_arguments(arguments: Sequence[str]) -> list[str]:
    """Return the arguments for pytest: two processes unless the user decides, and `--alles` in pytest's words."""
    rest = [argument for argument in arguments if argument != "--alles"]
    if len(rest) != len(arguments):
        rest = ["-m", "", *rest]
    decides = any(
        argument == own or argument.startswith((f"{own}=", "-n"))
        for argument in rest
        for own in OWN_PROCESSES
    )
    return rest if decides else [*TWO_PROCESSES, *rest]


@contextmanager
def place() -> Iterator[Location]:
    """Hold the first free folder for a test run. Raises CannotRun when all are in use."""
    for number in range(1, PLACES + 1):
        location = Location.at(FOLDER / str(number))
        with contextlib.ExitStack() as held:
            try:
                held.enter_context(location.lock("./test"))
            except InUse:
                continue
            yield location
            return
    raise CannotRun(f"Er lopen al {PLACES} tests tegelijk in deze map. Wacht tot er een klaar is.")


def environment_for(location: Location, supervisor: Supervisor, everything: bool) -> dict[str, str]:
    """Bring the servers up and return the environment for pytest. Raises CannotRun."""
    secrets, given = Secrets.of(location.data), settings_file.of_user(os.environ)
    # The embedded cluster of the tests is expendable: one that does not come up is made anew, once.
    try:
        servers = bring_up(location, secrets, supervisor, given, for_tests=True)
    except CannotRun:
        if given.get("DATABASE_URL"):
            raise
        supervisor.halt()
        shutil.rmtree(location.data / "postgres", ignore_errors=True)
        servers = bring_up(location, secrets, supervisor, given, for_tests=True)
    environment = settings_file.base(given, location.mark)
    environment |= (
        settings_file.for_django(location, secrets, {}, "http://127.0.0.1:8000") | servers.environment
    )
    environment |= {"ZORGAPP_TEST": "1", "ZORGAPP_TESTEN": "true"}
    environment |= {"ZORGAPP_ALLES": "1"} if everything else {}
    if browser := next(filter(None, map(shutil.which, BROWSERS)), None):
        environment["ZORGAPP_CHROMIUM"] = browser
    return environment


def run_tests(arguments: Sequence[str], location: Location, supervisor: Supervisor) -> int:
    """Run pytest against the servers; return its exit code. Raises CannotRun."""
    environment = environment_for(location, supervisor, "--alles" in arguments)
    Steps(location, sys.executable, environment, has_own_database=True).collect_static()
    command = [sys.executable, "-m", "pytest", *pytest_arguments(arguments)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    try:
        return process.wait()
    except Stopped:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        raise


def main(arguments: Sequence[str]) -> int:
    """Run the suite and stop the servers; return pytest's exit code."""
    return run_in(
        place(),
        lambda location, supervisor: run_tests(arguments, location, supervisor),
        lambda text: print(text, file=sys.stderr),
        when_stopped=130,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
