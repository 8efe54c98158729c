"""A PostgreSQL that someone else runs (`DATABASE_URL` is set): use it with two roles.

With both addresses set they are used as they are. With only `DATABASE_URL`, a role that may make roles becomes the
owner, and the application role is made beside it.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from zorgapp.runtime.errors import CannotRun
from zorgapp.runtime.secrets_file import Secrets

OLDEST = 150000  # server_version of PostgreSQL 15


def environment(given: Mapping[str, str], secrets: Secrets, for_tests: bool = False) -> dict[str, str]:
    """Return DATABASE_URL (application role) and DATABASE_OWNER_URL (owner role). Raises CannotRun."""
    url = given["DATABASE_URL"]
    owner = given.get("DATABASE_OWNER_URL") or url
    with _connect(owner, "DATABASE_OWNER_URL" if owner != url else "DATABASE_URL") as connection:
        _check_server(connection, for_tests)
        if owner != url:
            _connect(url, "DATABASE_URL").close()
            return {"DATABASE_URL": url, "DATABASE_OWNER_URL": owner}
        role = _provide_application_role(connection, secrets.application)
    return {"DATABASE_URL": _as_url(url, role, secrets.application), "DATABASE_OWNER_URL": url}


def _connect(url: str, name: str) -> psycopg.Connection:
    try:
        return psycopg.connect(url, autocommit=True, connect_timeout=10)
    except psycopg.Error as problem:
        raise CannotRun(f"Kan niet verbinden met de database van {name}: {str(problem).strip()}") from problem


def _check_server(connection: psycopg.Connection, for_tests: bool) -> None:
    if connection.info.server_version < OLDEST:
        raise CannotRun("Deze PostgreSQL is te oud. zorgapp heeft versie 15 of nieuwer nodig.")
    makes_databases = connection.execute(
        "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if for_tests and not (makes_databases and makes_databases[0]):
        raise CannotRun(
            f"De tests maken een eigen database. Geef de rol {connection.info.user} het recht CREATEDB."
        )


def _provide_application_role(connection: psycopg.Connection, password: str) -> str:
    """Make (or reuse) `<database>_app` with the password of this data folder; return its name. Raises CannotRun."""
    may = connection.execute(
        "SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user"
    ).fetchone()
    if not (may and may[0]):
        raise CannotRun(
            f"zorgapp gebruikt twee rollen. De rol {connection.info.user} mag geen rollen maken. Maak zelf een tweede rol en zet\n"
            "  DATABASE_URL       de rol van de toepassing (geen eigenaar, geen superuser, geen BYPASSRLS)\n"
            "  DATABASE_OWNER_URL de eigenaar van de database (voor migraties en onderhoud)"
        )
    role = f"{connection.info.dbname}_app"
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role]).fetchone()
    rights = "LOGIN" if known else "LOGIN NOCREATEDB NOCREATEROLE"
    statement = sql.SQL(f"{'ALTER' if known else 'CREATE'} ROLE {{}} {rights} PASSWORD {{}}")
    try:
        connection.execute(statement.format(sql.Identifier(role), sql.Literal(password)))
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                sql.Identifier(connection.info.dbname), sql.Identifier(role)
            )
        )
    except psycopg.Error as problem:
        raise CannotRun(f"De rol {role} kon niet worden klaargezet: {str(problem).strip()}") from problem
    unsafe = connection.execute(
        "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = %s", [role]
    ).fetchone()
    if unsafe and unsafe[0]:
        raise CannotRun(
            f"De rol {role} mag om de afscherming tussen scholen heen. Neem dat recht weg (NOSUPERUSER NOBYPASSRLS)."
        )
    return role


def _as_url(url: str, role: str, password: str) -> str:
    """Return the same address for another role; every form that libpq reads becomes a URL with parameters."""
    parts = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    database = parts.pop("dbname", "")
    parts |= {"user": role, "password": password}
    made = f"postgresql:///{database}?{urlencode(parts)}"
    make_conninfo(made)  # raises when the result is not a valid address
    return made
