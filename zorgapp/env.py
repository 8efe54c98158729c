"""Typed readers of environment variables that fail loudly; the only place that reads `os.environ`.

Every reader also accepts `NAME_FILE`: a path whose content is the value (container secrets).
"""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

# Options of Django and psycopg, not of libpq: a statement that is asked five times is prepared on its connection.
PREPARED: dict[str, Any] = {"server_side_binding": True, "prepare_threshold": 5}


def tekst(naam: str, standaard: str | None = None) -> str:
    """Return the variable as text; without a default a missing value raises ImproperlyConfigured."""
    bestand = os.environ.get(f"{naam}_FILE")
    if bestand:
        pad = Path(bestand)
        if not pad.is_file():
            raise ImproperlyConfigured(f"{naam}_FILE wijst naar {bestand}, maar dat bestand is er niet.")
        return pad.read_text().strip()
    waarde = os.environ.get(naam, "").strip()
    if waarde:
        return waarde
    if standaard is None:
        raise ImproperlyConfigured(f"Zet de omgevingsvariabele {naam}. ./start doet dit voor je.")
    return standaard


def janee(naam: str, standaard: bool) -> bool:
    """Return a yes/no variable; anything but true or false raises."""
    waarde = tekst(naam, str(standaard)).lower()
    if waarde not in {"true", "false"}:
        raise ImproperlyConfigured(f"{naam} moet true of false zijn, niet {waarde!r}.")
    return waarde == "true"


def getal(naam: str, standaard: int) -> int:
    """Return a whole number of zero or more; anything else raises."""
    waarde = tekst(naam, str(standaard))
    if not waarde.isdecimal():
        raise ImproperlyConfigured(f"{naam} moet een getal zijn, niet {waarde!r}.")
    return int(waarde)


def lijst(naam: str, standaard: str = "") -> list[str]:
    """Return a comma separated variable as a list without empty parts."""
    return [deel.strip() for deel in tekst(naam, standaard).split(",") if deel.strip()]


def geheimen(naam: str, standaard: str) -> list[str]:
    """Return a comma separated list of secrets, at least 32 characters each; anything shorter raises."""
    gegeven = lijst(naam)
    if any(len(geheim) < 32 for geheim in gegeven):
        raise ImproperlyConfigured(f"Elk geheim in {naam} moet minstens 32 tekens hebben.")
    return gegeven or [standaard]


def database(naam: str, standaard: str | None = None) -> dict[str, Any]:
    """Turn a libpq URL (`postgresql://user:pw@host/name`, sockets by `?host=/dir`) into Django settings."""
    url = tekst(naam, standaard)
    try:
        delen = conninfo_to_dict(url)
    except ProgrammingError as fout:
        raise ImproperlyConfigured(f"{naam} is geen geldige PostgreSQL-URL.") from fout
    if not delen.get("dbname"):
        raise ImproperlyConfigured(f"{naam} noemt geen database.")
    extra = {k: v for k, v in delen.items() if k not in {"dbname", "user", "password", "host", "port"}}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": delen["dbname"],
        "USER": delen.get("user", ""),
        "PASSWORD": delen.get("password", ""),
        "HOST": delen.get("host", ""),
        "PORT": str(delen.get("port", "")),
        "OPTIONS": extra,
    }


def mail(naam: str, standaard: str) -> dict[str, Any]:
    """Turn `smtp://user:pw@host:port` (or smtps://), or `file:///dir`, into Django's mail settings."""
    delen = urlsplit(tekst(naam, standaard))
    if delen.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(delen.path),
        }
    if delen.scheme not in {"smtp", "smtps"}:
        raise ImproperlyConfigured(f"{naam} moet beginnen met smtp://, smtps:// of file://.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": delen.hostname or "localhost",
        "EMAIL_PORT": delen.port or 25,
        "EMAIL_HOST_USER": unquote(delen.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(delen.password or ""),
        "EMAIL_USE_TLS": delen.scheme == "smtps",
        "EMAIL_TIMEOUT": 10,
    }
