"""What must be done before zorgapp can serve: migrate, collect the static files, load the demo; each only when needed."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import psycopg

from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.processes import tail
from zorgapp.runtime.supervisor import run_once

APPS = ("zorgapp", "leerlingen", "ondersteuning", "overleg", "beleid")


@dataclass(frozen=True)
class Steps:
    """The steps for one installation; stamps about the embedded database lie beside it and vanish with it."""

    location: Location
    python: str
    environment: Mapping[str, str]
    has_own_database: bool

    def migrate(self) -> bool:
        """Bring the tables up to date as the owner role; return whether anything ran. Raises CannotRun."""
        stamp = self.location.data / "postgres" / "migratie.stempel"
        state = fingerprint(migration_files())
        if self.has_own_database and has_stamp(stamp, state):
            return False
        self._manage("migrate", "--noinput", name="migreren", sorry="De database kon niet worden bijgewerkt.")
        if self.has_own_database:
            stamp.write_text(state)
        return True

    def collect_static(self) -> bool:
        """Collect styles, fonts and scripts; return whether anything ran. Raises CannotRun."""
        stamp = self.location.data / "statisch.stempel"
        state = fingerprint(static_files())
        if has_stamp(stamp, state) and (self.location.data / "static" / "staticfiles.json").exists():
            return False
        stamp.unlink(missing_ok=True)
        arguments = ["collectstatic", "--noinput", "--clear", "--verbosity=0"]
        self._manage(*arguments, name="statisch", sorry="De stijlen en scripts konden niet worden verzameld.")
        stamp.write_text(state)
        return True

    def load_demo(self) -> str | None:
        """Load the demo when there is no school yet; return a message for the user when that failed."""
        if has_school(self.environment["DATABASE_OWNER_URL"]):
            return None
        log = self.location.log("demo")
        if self._run("laad_demo", log=log):
            return f"{tail(log, 3)}\nDe voorbeeldschool is niet geladen. Zie {log}."
        return None

    def _manage(self, *arguments: str, name: str, sorry: str) -> None:
        log = self.location.log(name)
        if self._run(*arguments, log=log):
            raise CannotRun(f"{tail(log)}\n{sorry} Zie {log}.")

    def _run(self, *arguments: str, log: Path) -> int:
        return run_once([self.python, "manage.py", *arguments], self.environment, ROOT, log)


def fingerprint(paths: Iterable[Path]) -> str:
    """Return one hash over names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(ROOT)}\0{content}\n".encode())
    return digest.hexdigest()


def has_school(owner_url: str) -> bool:
    """Tell whether any school was made, by the demo or by hand."""
    with psycopg.connect(owner_url) as connection:
        row = connection.execute("SELECT EXISTS (SELECT FROM accounts_school)").fetchone()
    return bool(row and row[0])


def has_stamp(stamp: Path, content: str) -> bool:
    """Tell whether a step was completed in exactly this state."""
    return stamp.is_file() and stamp.read_text() == content


def migration_files() -> list[Path]:
    """Return every file that decides what `migrate` does: our migrations, the command itself and the pinned packages."""
    files = [path for app in APPS for path in (ROOT / app).glob("**/migrations/*.py")]
    owner_side = [
        *(ROOT / "zorgapp").glob("**/commands/migrate.py"),
        *(ROOT / "zorgapp" / "accounts").glob("databank*.py"),
    ]
    return [*files, *owner_side, ROOT / "zorgapp" / "settings.py", ROOT / "requirements.txt"]


def static_files() -> list[Path]:
    """Return every file that decides what `collectstatic` makes; packages count by their lock."""
    own = [path for path in (ROOT / "static").rglob("*") if path.is_file()]
    packages = [ROOT / name for name in ("requirements.txt", "package-lock.json")]
    return [
        *own,
        *packages,
        ROOT / "zorgapp" / "settings.py",
        *(ROOT / "zorgapp" / "kern").glob("statisch*.py"),
    ]
