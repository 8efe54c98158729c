"""PostgreSQL and Redis for one data folder: the embedded ones, or those that DATABASE_URL and REDIS_URL name."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from zorgapp.runtime import external, processes
from zorgapp.runtime import postgres as postgres_server
from zorgapp.runtime import redis as redis_server
from zorgapp.runtime.location import Location
from zorgapp.runtime.secrets_file import Secrets
from zorgapp.runtime.settings_file import base
from zorgapp.runtime.supervisor import Supervisor

PATIENCE = 60.0  # seconds; recovery after a power cut takes longest


@dataclass(frozen=True)
class Servers:
    """What runs, and how to reach it."""

    environment: dict[str, str]
    has_own_database: bool


def bring_up(
    location: Location,
    secrets: Secrets,
    supervisor: Supervisor,
    given: Mapping[str, str],
    for_tests: bool = False,
) -> Servers:
    """Start what is embedded, under `supervisor`, and return the addresses of both servers. Raises CannotRun."""
    environment = base(given, location.mark)
    processes.end(processes.marked(location.mark))
    urls: dict[str, str] = {}
    if given.get("DATABASE_URL"):
        urls |= external.environment(given, secrets, for_tests)
    else:
        postgres = postgres_server.Postgres.at(location, secrets, careless=for_tests)
        postgres.prepare(environment)
        supervisor.start(postgres.service(environment))
        supervisor.wait_ready(postgres.answers, PATIENCE)
        postgres.provide_roles()
        urls |= postgres.environment()
    if given.get("REDIS_URL"):
        urls["REDIS_URL"] = given["REDIS_URL"]
    else:
        redis = redis_server.Redis.at(location, os.geteuid(), os.getegid())
        supervisor.start(redis.service(environment))
        supervisor.wait_ready(redis.answers, PATIENCE)
        urls |= redis.environment()
    return Servers(urls, has_own_database=not given.get("DATABASE_URL"))
