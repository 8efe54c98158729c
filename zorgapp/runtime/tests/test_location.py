"""The data folder: private, locked by one process, with sockets where everybody can have them."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from zorgapp.runtime import settings_file
from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import LOG_LIMIT, ROOT, InUse, Location
from zorgapp.runtime.secrets_file import Secrets


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_private(location: Location) -> None:
    assert mode(location.data) == 0o700


def test_a_file_in_the_way_is_explained(tmp_path: Path) -> None:
    (tmp_path / "bestand").touch()
    with pytest.raises(CannotRun, match="Kies een andere map met --data"):
        Location.at(tmp_path / "bestand")


def test_second_holder_hears_who_was_first(location: Location) -> None:
    with (
        location.lock("http://127.0.0.1:8000"),
        pytest.raises(InUse, match=f"http://127.0.0.1:8000, proces {os.getpid()}"),
        location.lock("http://127.0.0.1:8001"),
    ):
        pass


def test_a_killed_holder_lets_go(location: Location) -> None:
    code = f"""if True:
        import os, signal
        from pathlib import Path
        from zorgapp.runtime.location import Location
        with Location.at(Path({str(location.data)!r})).lock("eerst"):
            os.kill(os.getpid(), signal.SIGKILL)
    """
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)
    with location.lock("daarna"):
        assert "daarna" in (location.data / "slot").read_text()


@pytest.mark.parametrize("folder", ["/een/map met/spaties/" + "lang/" * 30, "/kort"])
def test_socket_paths_are_short_and_plain(folder: str) -> None:
    path = str(Location(Path(folder)).sockets / "redis" / "redis.sock")
    assert len(path) < 100
    assert " " not in path


def test_sockets_of_somebody_else_are_refused(location: Location, tmp_path: Path) -> None:
    location.sockets.symlink_to(tmp_path)
    try:
        with pytest.raises(CannotRun, match="is van een ander"):
            location.private_folder("redis", os.geteuid(), os.getegid())
    finally:
        location.sockets.unlink()


def test_a_long_log_is_put_aside(location: Location) -> None:
    log = location.log("web")
    log.write_bytes(b"x" * (LOG_LIMIT + 1))
    assert not location.log("web").exists()
    assert log.with_suffix(".log.1").exists()


def test_secrets_are_made_once(location: Location) -> None:
    first = Secrets.of(location.data)
    assert Secrets.of(location.data) == first
    assert mode(location.data / "geheim.json") == 0o600
    assert len({first.secret_key, first.superuser, first.owner, first.application}) == 4


def test_damaged_secrets_are_explained(location: Location) -> None:
    (location.data / "geheim.json").write_text(json.dumps({"secret_key": "x"}))
    with pytest.raises(CannotRun, match="Zet het bestand terug"):
        Secrets.of(location.data)


def test_settings_for_a_second_terminal(location: Location) -> None:
    environment = _second_terminal(location, {})
    assert mode(location.data / settings_file.FILE) == 0o600
    assert environment["DATABASE_URL"] == DATABASE["DATABASE_URL"]


DATABASE = {
    "DATABASE_URL": "postgresql://a:b@/c?host=/tmp/een map",
    "DATABASE_OWNER_URL": "postgresql://e:b@/c",
    "REDIS_URL": "redis://localhost",
    "ZORGAPP_HTTPS": "false",
}


def _second_terminal(location: Location, given: dict[str, str]) -> dict[str, str]:
    """The environment of a terminal with `given` in which the file was loaded."""
    settings_file.write(location, DATABASE | given, given)
    script = f"set -a; . '{location.data / settings_file.FILE}'; set +a; env -0"
    path = {"PATH": os.environ["PATH"]}
    lines = subprocess.check_output(["sh", "-c", script], env=path | given, text=True).split("\0")
    return dict(line.partition("=")[::2] for line in lines if line)


def test_start_in_the_second_terminal_takes_servers_of_its_own(location: Location) -> None:
    environment = _second_terminal(location, {})
    assert not (DATABASE.keys() | {settings_file.MADE}) & settings_file.of_user(environment).keys()
    changed = settings_file.of_user(environment | {"REDIS_URL": "redis://elders"})
    assert changed["REDIS_URL"] == "redis://elders" and "PATH" in changed


def test_what_the_user_gave_stays_in_the_second_terminal(location: Location) -> None:
    environment = _second_terminal(location, {"DATABASE_URL": "postgresql://z@/c", "ZORGAPP_HTTPS": "true"})
    kept = settings_file.of_user(environment)
    assert kept["DATABASE_URL"] == "postgresql://z@/c" and kept["ZORGAPP_HTTPS"] == "true"
    assert kept["DATABASE_OWNER_URL"] == DATABASE["DATABASE_OWNER_URL"] and "REDIS_URL" not in kept


def test_the_users_own_settings_go_first(location: Location) -> None:
    secrets = Secrets.of(location.data)
    given = {"ZORGAPP_BASIS_URL": "https://zorg.example", "EMAIL_URL": ""}
    made = settings_file.for_django(location, secrets, given, "http://127.0.0.1:8000")
    assert made["ZORGAPP_BASIS_URL"] == "https://zorg.example"
    assert made["EMAIL_URL"] == f"file://{str(location.data).replace(' ', '%20')}/mail"
    assert made["ZORGAPP_SECRET_KEY"] == secrets.secret_key
