"""zorgapp as ./start runs it, for browser tests: gunicorn, Celery worker and beat, Redis and an SMTP server.

Everything is its own: a database cloned from the migrated template and filled by `laad_demo`, a Redis of its own, a
data folder of its own. Nothing that these tests do reaches other tests, or other runs on the same machine.
"""

import asyncio
import io
import logging
import os
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
from aiosmtpd.controller import Controller
from celery import Celery
from django.conf import settings
from django.core.management import call_command
from psycopg.conninfo import make_conninfo

from zorgapp.kern.schooljaar import Periode, na_schooldagen
from zorgapp.runtime import redis as redis_server
from zorgapp.runtime import settings_file
from zorgapp.runtime.location import Location
from zorgapp.runtime.start import application, is_healthy
from zorgapp.runtime.steps import Steps
from zorgapp.runtime.supervisor import Supervisor
from zorgapp.testing import database

GEDULD = 60.0  # seconds until everything must answer


class Postbus:
    """The handler of the SMTP server: keeps every mail it took."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.open, self.aangeklopt = threading.Event(), threading.Event()
        self.open.set()

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, adres: str, opties: Any) -> str:
        """Answer who offers a mail, as soon as the letter box is open; `aangeklopt` says that somebody waits."""
        self.aangeklopt.set()
        while not self.open.is_set():
            await asyncio.sleep(0.05)
        envelope.rcpt_tos.append(adres)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        inhoud = envelope.content.replace(b"\r\n", b"\n")
        self.mails.append(message_from_bytes(inhoud, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"

    def aan(self, adres: str) -> list[EmailMessage]:
        return [mail for mail in self.mails if adres in str(mail["To"])]


class Dienst:
    """The running application: its address, its mail, its database as the owner sees it, and who keeps it running."""

    def __init__(self, basis: str, databank: str, redis_url: str, postbus: Postbus, baas: Supervisor) -> None:
        self.basis, self.databank, self.postbus, self.baas = basis, databank, postbus, baas
        self._celery = Celery("e2e", broker=redis_url)
        self._maildag = datetime.now(ZoneInfo("Europe/Amsterdam")).date()

    def verbind(self) -> psycopg.Connection[Any]:
        """A connection as owner, who sees all schools."""
        return psycopg.connect(_conninfo("owner", self.databank), autocommit=True)

    def sql(self, vraag: str, *waarden: Any) -> list[Any]:
        """Run one statement as owner; rows, or an empty list."""
        with self.verbind() as verbinding:
            cursor = verbinding.execute(vraag, waarden)  # type: ignore[call-overload]
            return cursor.fetchall() if cursor.description else []

    def een(self, vraag: str, *waarden: Any) -> Any:
        """The first column of the first row."""
        return self.sql(vraag, *waarden)[0][0]

    def voer_uit(self, taak: str, *waarden: Any) -> None:
        """Ask the worker for a task now, through the broker, as beat does on its clock."""
        self._celery.send_task(taak, args=waarden)

    def schooldag(self, na: int = 0) -> datetime:
        """Now, or noon of the first school day of the demo school from `na` days on when today is none (or `na` > 0)."""
        nu = datetime.now(ZoneInfo("Europe/Amsterdam"))
        vrij = [Periode(van, tot) for van, tot in self.sql("SELECT van, tot FROM accounts_vrijedag")]
        dag = na_schooldagen(nu.date() + timedelta(days=na), 0, vrij)
        return nu if dag == nu.date() else datetime.combine(dag, time(12), nu.tzinfo)

    def dagmail(self) -> None:
        """Have the daily mails sent that are due on a school day to come, each time a later one.

        Somebody gets one a day, on school days (docs/klokken.md): that of today the clock may have sent already.
        """
        vooruit = self._maildag - datetime.now(ZoneInfo("Europe/Amsterdam")).date()
        wanneer = self.schooldag(vooruit.days + 1)
        self._maildag = wanneer.date()
        self.voer_uit("notifications.verstuur", wanneer.isoformat())

    def vergeet_redis(self) -> None:
        """Empty the broker: every message that waits is gone."""
        with self._celery.connection_for_write() as verbinding:
            verbinding.default_channel.client.flushall()


def wacht(klaar: Callable[[], Any], seconden: float, waarop: str) -> Any:
    """Poll until `klaar()` gives something and return that; fails with `waarop` after `seconden`."""
    tot = monotonic() + seconden
    while monotonic() < tot:
        if uitkomst := klaar():
            return uitkomst
        sleep(0.1)
    raise AssertionError(f"na {seconden:g} s nog niet: {waarop}")


def _conninfo(alias: str, naam: str) -> str:
    rol = settings.DATABASES[alias]
    delen = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return make_conninfo(**{k: str(rol[v]) for k, v in delen.items() if rol[v]}, dbname=naam)


def _vrije_poort() -> int:
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        return int(vrij.getsockname()[1])


def _vul() -> None:
    """Fill the database with the demo; what waits to be mailed lapses, mail goes out at any hour, at once."""
    from django.utils import timezone

    from zorgapp.accounts.context import in_school
    from zorgapp.accounts.instellingen import instelling_zetten
    from zorgapp.accounts.models import School, User
    from zorgapp.accounts.werkplek import werkplek_maken
    from zorgapp.notifications.models import Herinnering, Status

    call_command("laad_demo", stdout=io.StringIO())
    school = School.objects.get(naam="Rietveen College")
    with in_school(school.pk):
        bas = werkplek_maken(User.objects.get(email="bas@rietveen.example"), timezone.localdate())
        assert bas is not None
        for sleutel in ("mailuur", "hersteltijd"):
            instelling_zetten(door=bas, sleutel=sleutel, waarde=0, geldig_vanaf=date(2020, 1, 1))
        Herinnering.objects.filter(status=Status.GEPLAND).update(status=Status.VERVALLEN)


@contextmanager
def draai(blokkade: Any, bij: str = "") -> Iterator[Dienst]:
    """Run everything until the block ends; `blokkade` is pytest-django's django_db_blocker, `bij` tells two apart."""
    naam = f"zorgapp_e2e_{os.getpid()}{bij}"
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    postbus, baas = Postbus(), Supervisor(logging.getLogger(__name__).warning)
    smtp = Controller(postbus, hostname="127.0.0.1", port=_vrije_poort())
    with tempfile.TemporaryDirectory(prefix="zorgapp-e2e-") as map_, Location.at(Path(map_)).lock("e2e"):
        try:
            with blokkade.unblock():
                database.maak_gevulde_database(naam, "demo", _vul)
            smtp.start()
            yield _start(Location.at(Path(map_)), baas, naam, postbus, smtp.port)
        finally:
            baas.halt()
            smtp.stop(no_assert=True)
            with blokkade.unblock():
                database.verwijder_database(naam)


def _start(plek: Location, baas: Supervisor, naam: str, postbus: Postbus, smtp_poort: int) -> Dienst:
    poort = _vrije_poort()
    basis = f"http://127.0.0.1:{poort}"
    redis = redis_server.Redis.at(plek, os.geteuid(), os.getegid())
    omgeving = settings_file.base(os.environ, plek.mark) | {
        "DATABASE_URL": _conninfo("default", naam),
        "DATABASE_OWNER_URL": _conninfo("owner", naam),
        "ZORGAPP_DATA": str(plek.data),
        "ZORGAPP_BASIS_URL": basis,
        "ZORGAPP_HTTPS": "false",
        "EMAIL_URL": f"smtp://127.0.0.1:{smtp_poort}",
        **redis.environment(),
    }
    baas.start(redis.service(omgeving))
    Steps(plek, sys.executable, omgeving, has_own_database=False).collect_static()
    for dienst in application(plek, omgeving, poort):
        baas.start(dienst)
    baas.wait_ready(lambda: is_healthy(poort), GEDULD)
    return Dienst(basis, naam, redis.environment()["REDIS_URL"], postbus, baas)
