"""The environment for Django, and the file with it for a second terminal.

`./start` writes `<data>/omgeving`, so that `set -a; . .data/omgeving; set +a` makes `manage.py` talk to the running servers.
A terminal that loaded it keeps these values; `./start` and `./test` in that terminal must not take them for a wish of the
user, and use the servers of another folder.
"""

import hashlib
import shlex
from collections.abc import Mapping

from zorgapp.runtime.location import ROOT, Location
from zorgapp.runtime.processes import MARK
from zorgapp.runtime.secrets_file import Secrets, write_private

FILE = "omgeving"
MADE = "ZORGAPP_UIT_OMGEVING"  # which values came from this file, as "NAME=fingerprint NAME=fingerprint"
ALSO = ("ZORGAPP_TWEESTAPS_SLEUTELS",)  # not made here, but a command in a second terminal must use the same


def for_django(
    location: Location, secrets: Secrets, given: Mapping[str, str], address: str
) -> dict[str, str]:
    """Return the settings of this installation; what the user set himself goes first."""
    own = {
        "ZORGAPP_SECRET_KEY": secrets.secret_key,
        "ZORGAPP_HTTPS": "false",
        "ZORGAPP_HOSTS": "127.0.0.1,localhost",
        "ZORGAPP_BASIS_URL": address,
        "EMAIL_URL": (location.data / "mail").as_uri(),
    }
    chosen = {name: given[name] for name in (*own, *ALSO) if given.get(name)}
    return own | chosen | {"ZORGAPP_DATA": str(location.data), "DJANGO_SETTINGS_MODULE": "zorgapp.settings"}


def base(given: Mapping[str, str], mark: str) -> dict[str, str]:
    """Return what every child gets: the user's environment without leftovers, and the mark of the data folder.

    Without PYTHONDONTWRITEBYTECODE, with which each process would compile Django and all the rest anew.
    """
    kept = {
        name: value
        for name, value in given.items()
        if not name.startswith("PG") and name != "PYTHONDONTWRITEBYTECODE"
    }
    return kept | {MARK: mark, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


def of_user(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what a loaded `omgeving` put there; a value the user changed since is his."""
    made = dict(part.partition("=")[::2] for part in environment.get(MADE, "").split())
    return {
        name: value
        for name, value in environment.items()
        if name != MADE and made.get(name) != _fingerprint(value)
    }


def _fingerprint(value: str) -> str:
    return hashlib.sha256(value.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def write(location: Location, settings: Mapping[str, str], given: Mapping[str, str]) -> None:
    """Store the settings as shell assignments, readable by their owner only; what the user gave himself stays his.

    A database that the user named is his with both roles, though one of the two addresses may have been made here.
    """
    asked = {"DATABASE_OWNER_URL": "DATABASE_URL"}
    own = {name: value for name, value in settings.items() if not given.get(asked.get(name, name))}
    made = " ".join(f"{name}={_fingerprint(value)}" for name, value in sorted(own.items()))
    lines = [f"{name}={shlex.quote(value)}\n" for name, value in sorted({**settings, MADE: made}.items())]
    write_private(location.data / FILE, "".join(lines))
