"""The command lines of `./start` and `./test`, and what each process may know."""

import re
import socket
from pathlib import Path

import pytest

from zorgapp.runtime import bootstrap, steps
from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.start import Options, application, check_port, is_healthy
from zorgapp.runtime.test import TWO_PROCESSES, pytest_arguments


def test_options() -> None:
    assert Options.parse([]) == Options(8000, ROOT / ".data", with_demo=True)
    assert Options.parse(["--poort", "81", "--data", "/x", "--leeg"]) == Options(
        81, Path("/x"), with_demo=False
    )
    with pytest.raises(SystemExit):
        Options.parse(["--poort", "70000"])


def test_a_taken_port_is_explained() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun, match=rf"Poort {port} .* \./start --poort {port + 1}"):
            check_port(port)
        assert not is_healthy(1)


def test_only_the_steps_know_the_owner(location: Location) -> None:
    environment = {"DATABASE_URL": "app", "DATABASE_OWNER_URL": "eigenaar", "REDIS_URL": "redis"}
    services = application(location, environment, 8000)
    assert [service.name for service in services] == ["web", "worker", "beat"]
    assert all(set(service.environment) == {"DATABASE_URL", "REDIS_URL"} for service in services)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], [*TWO_PROCESSES]),
        (["zorgapp/kern", "-k", "datum"], [*TWO_PROCESSES, "zorgapp/kern", "-k", "datum"]),
        (["-n0", "-x"], ["-n0", "-x"]),
        (["-n", "4"], ["-n", "4"]),
        (["--numprocesses=3"], ["--numprocesses=3"]),
        (["-p", "no:xdist"], ["-p", "no:xdist"]),
        (["--pdb"], ["--pdb"]),
        (["--alles", "-q"], [*TWO_PROCESSES, "-m", "", "-q"]),
    ],
)
def test_arguments_go_to_pytest(given: list[str], expected: list[str]) -> None:
    assert pytest_arguments(given) == expected


def test_a_stamp_counts_for_exactly_one_state(tmp_path: Path) -> None:
    stamp = tmp_path / "stempel"
    assert not steps.has_stamp(stamp, "a")
    stamp.write_text("a")
    assert steps.has_stamp(stamp, "a")
    assert not steps.has_stamp(stamp, "b")


def test_every_migration_counts() -> None:
    known = {str(path.relative_to(ROOT)) for path in steps.migration_files()}
    assert "zorgapp/accounts/migrations/0001_initial.py" in known
    assert "requirements.txt" in known


def test_every_package_is_pinned() -> None:
    to_run, everything = bootstrap.requirement_blocks()
    lines = [line for line in everything.splitlines() if line and not line.startswith("#")]
    pinned = re.compile(r'[A-Za-z0-9._-]+(\[[a-z,]+\])?==[0-9][^ ;]*(; python_full_version < "3\.11\.3")?')
    assert [line for line in lines if not pinned.fullmatch(line)] == []
    assert "pytest==" in everything
    assert "pytest==" not in to_run


def test_no_registry_in_the_lock() -> None:
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()


def test_a_plain_user_gets_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(bootstrap.CannotPrepare) as problem:
        bootstrap.provide_packages(["python3.11-venv", "libpango-1.0-0"])
    commands = [line for line in str(problem.value).splitlines() if line.startswith("  ")]
    assert commands == [
        "  sudo sh -c 'apt-get update && apt-get install -y --no-install-recommends python3.11-venv libpango-1.0-0'"
    ]


def test_nothing_missing_is_nothing_to_do() -> None:
    bootstrap.provide_packages([])
