"""The secrets that one data folder makes for itself, once."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from zorgapp.runtime.errors import CannotRun


@dataclass(frozen=True)
class Secrets:
    """Django's key and the passwords of the database roles."""

    secret_key: str
    superuser: str
    owner: str
    application: str

    @classmethod
    def of(cls, folder: Path) -> "Secrets":
        """Read the secrets of a data folder, or make them (readable by its owner only). Raises CannotRun."""
        path = folder / "geheim.json"
        if path.exists():
            try:
                content = json.loads(path.read_text())
                return cls(**{field.name: str(content[field.name]) for field in fields(cls)})
            except (OSError, ValueError, KeyError, TypeError) as problem:
                raise CannotRun(
                    f"Kan {path} niet lezen. Zet het bestand terug of begin met een nieuwe map (--data)."
                ) from problem
        made = cls(secrets.token_urlsafe(48), *(secrets.token_urlsafe(24) for _ in range(3)))
        write_private(path, json.dumps(asdict(made), indent=1))
        return made


def write_private(path: Path, content: str) -> None:
    """Write a file that only its owner can read, completely or not at all."""
    temporary = path.with_name(path.name + ".nieuw")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
