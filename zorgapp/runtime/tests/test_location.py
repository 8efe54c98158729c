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
    settings_file.write(
        location, {"DATABASE_URL": "postgresql://a:b@/c?host=/tmp/een map", "ZORGAPP_HTTPS": "false"}
    )
    path = location.data / settings_file.FILE
    assert mode(path) == 0o600
    script = f"set -a; . '{path}'; set +a; env"
    environment = subprocess.check_output(["sh", "-c", script], env={"PATH": os.environ["PATH"]}, text=True)
    assert "DATABASE_URL=postgresql://a:b@/c?host=/tmp/een map\n" in environment


def test_the_users_own_settings_go_first(location: Location) -> None:
    secrets = Secrets.of(location.data)
    given = {"ZORGAPP_BASIS_URL": "https://zorg.example", "EMAIL_URL": ""}
    made = settings_file.for_django(location, secrets, given, "http://127.0.0.1:8000")
    assert made["ZORGAPP_BASIS_URL"] == "https://zorg.example"
    assert made["EMAIL_URL"] == f"file://{str(location.data).replace(' ', '%20')}/mail"
    assert made["ZORGAPP_SECRET_KEY"] == secrets.secret_key
