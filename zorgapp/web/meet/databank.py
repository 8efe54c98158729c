"""A database of its own per size: made by the owner, filled by `laad_demo`, dropped afterwards."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from psycopg.conninfo import make_conninfo

from zorgapp.env import PREPARED
from zorgapp.web.meet.vloer import TABEL, TABEL_SQL

MANAGE = Path(settings.BASE_DIR) / "manage.py"
VOL_DOSSIER = 500
JAREN = 5
BRIN = "99RC"
IMPORT_VOORAF = 60


@dataclass(frozen=True)
class Maat:
    """A size to measure at: pupils in total, over how many schools."""

    leerlingen: int
    scholen: int = 2

    @classmethod
    def lees(cls, tekst: str) -> "Maat":
        """Read `1500` or `100000x60`; raises ValueError otherwise."""
        leerlingen, _, scholen = tekst.partition("x")
        return cls(int(leerlingen), int(scholen or 2))

    def __str__(self) -> str:
        return f"{self.leerlingen}" + (f"x{self.scholen}" if self.scholen != 2 else "")


def conninfo(alias: str, naam: str) -> str:
    """A libpq connection string of one of the two roles to database `naam`."""
    instelling = settings.DATABASES[alias]
    opties = {k: v for k, v in instelling["OPTIONS"].items() if k not in PREPARED and isinstance(v, str)}
    delen = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    waarden = {sleutel: str(instelling[deel]) for sleutel, deel in delen.items() if instelling[deel]}
    return make_conninfo("", **(opties | waarden | {"dbname": naam}))


def als_eigenaar(naam: str) -> psycopg.Connection[Any]:
    """Connect as owner, outside transactions. The owner sees all schools."""
    return psycopg.connect(conninfo("owner", naam), autocommit=True)


def omgeving(naam: str) -> dict[str, str]:
    """The environment in which manage.py and gunicorn use database `naam`."""
    return os.environ | {
        "DATABASE_URL": conninfo("default", naam),
        "DATABASE_OWNER_URL": conninfo("owner", naam),
        "ZORGAPP_HTTPS": "false",
        "ZORGAPP_DEBUG": "false",
        "ZORGAPP_HOSTS": "127.0.0.1",
    }


def _manage(naam: str, *argumenten: str) -> None:
    subprocess.run(
        [sys.executable, str(MANAGE), *argumenten], check=True, env=omgeving(naam), stdout=subprocess.DEVNULL
    )


def importeer(naam: str, aantal: int, eerste: int = 90_001) -> float:
    """Import `aantal` new pupils from a CSV file into Rietveen; returns the seconds it took, process start included."""
    with tempfile.NamedTemporaryFile("w", suffix=".csv", encoding="utf-8") as bestand:
        bestand.write("leerlingnummer;roepnaam;achternaam;geboortedatum;klas\n")
        klassen = max(1, aantal // 26)
        for nummer in range(eerste, eerste + aantal):
            dag = date(2012, 1, 1) + timedelta(days=nummer % 700)
            bestand.write(
                f"{nummer};Invoer{nummer % 97};Proef{nummer % 89};{dag:%d-%m-%Y};V6x{nummer % klassen}\n"
            )
        bestand.flush()
        begin = time.perf_counter()
        _manage(naam, "importeer", bestand.name, f"--school={BRIN}")
        return time.perf_counter() - begin


def bestaat(naam: str) -> bool:
    with als_eigenaar("postgres") as beheer:
        return beheer.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone() is not None


def verwijder(naam: str) -> None:
    """Drop it; plain DROP waits for autovacuum, which FORCE may not end."""
    with als_eigenaar("postgres") as beheer:
        beheer.execute(f'DROP DATABASE IF EXISTS "{naam}"')


def maak(naam: str, maat: Maat) -> None:
    """Create, migrate and fill database `naam`, lay the floor's table beside it, and let PostgreSQL count."""
    with als_eigenaar("postgres") as beheer:
        beheer.execute(f"CREATE DATABASE \"{naam}\" TEMPLATE template0 ENCODING 'UTF8'")
    _manage(naam, "migrate", "--verbosity=0")
    _manage(
        naam,
        "laad_demo",
        f"--leerlingen={maat.leerlingen}",
        f"--scholen={maat.scholen}",
        f"--dossier={VOL_DOSSIER}",
        f"--jaren={JAREN}",
    )
    importeer(naam, IMPORT_VOORAF)
    rol = settings.DATABASES["default"]["USER"]
    with als_eigenaar(naam) as eigenaar:
        for regel in TABEL_SQL:
            eigenaar.execute(regel)
        if rol:
            eigenaar.execute(f'GRANT SELECT ON {TABEL} TO "{rol}"')
        eigenaar.execute("VACUUM ANALYZE")


@contextmanager
def databank(maat: Maat, bewaren: bool) -> Iterator[str]:
    """The name of a filled database; with `bewaren` an earlier one is used again and stays."""
    naam = f"zorgapp_meet_{maat}"
    if not (bewaren and bestaat(naam)):
        verwijder(naam)
        maak(naam, maat)
    try:
        yield naam
    finally:
        if not bewaren:
            verwijder(naam)


def grote_tabellen(naam: str, vanaf: int = 10_000) -> dict[str, int]:
    """Our own tables (not the catalogue's) with more than `vanaf` rows and their size in rows."""
    with als_eigenaar(naam) as eigenaar:
        rijen = eigenaar.execute(
            "SELECT c.relname, c.reltuples::bigint FROM pg_class c JOIN pg_stat_user_tables t ON t.relid = c.oid "
            "WHERE c.reltuples > %s",
            [vanaf],
        )
        return dict(rijen.fetchall())


def volledige_lezingen(naam: str) -> dict[str, int]:
    """How often each table was read from end to end since it was made (what EXPLAIN cannot see: functions)."""
    with als_eigenaar(naam) as eigenaar:
        return dict(eigenaar.execute("SELECT relname, seq_scan FROM pg_stat_user_tables").fetchall())
