"""A school with people in a database that commits, and a real SMTP server that remembers what it took."""

import logging
import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications import soorten
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import (
    vaste_database,  # noqa: F401  the fixture
    vaste_school,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
MIDDAG = datetime(2026, 11, 24, 16, 5, tzinfo=AMSTERDAM)
OCHTEND = datetime(2026, 11, 24, 10, 42, tzinfo=AMSTERDAM)


class Postbus:
    """The handler of the SMTP server: `antwoord` is what it says at the end of a mail or to a recipient."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.bij_data = "250 OK"
        self.bij_rcpt = "250 OK"
        self.verbreek = False
        self.na_aanname: Callable[[], Any] = lambda: None

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, adres: str, opties: Any) -> str:
        if self.bij_rcpt.startswith("250"):
            envelope.rcpt_tos.append(adres)
        return self.bij_rcpt

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.bij_data.startswith("250"):
            mail = message_from_bytes(envelope.content.replace(b"\r\n", b"\n"), policy=policy.default)
            self.mails.append(mail)  # type: ignore[arg-type]
            self.na_aanname()
        if self.verbreek:
            server.transport.abort()
        return self.bij_data


@pytest.fixture(scope="session")
def _smtp() -> Iterator[tuple[Postbus, int]]:
    postbus = Postbus()
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        poort = vrij.getsockname()[1]
    server = Controller(postbus, hostname="127.0.0.1", port=poort)
    server.start()
    try:
        yield postbus, poort
    finally:
        server.stop()


@pytest.fixture
def postbus(_smtp: tuple[Postbus, int], settings: Any) -> Postbus:
    """The SMTP server, empty and friendly, as the one that zorgapp sends to."""
    bus, poort = _smtp
    bus.__init__()  # type: ignore[misc]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", poort, 5
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = False
    return bus


@pytest.fixture
def geldig() -> Iterator[dict[int, Any]]:
    """Register the kinds `proef` and `acuut`; the dict says per object_id whether its row still holds (default yes)."""
    voor = dict(soorten._SOORTEN)
    stand: dict[int, Any] = {}

    def nog_geldig(rij: Any, op: datetime) -> bool:
        waarde = stand.get(rij.object_id, True)
        if isinstance(waarde, Exception):
            raise waarde
        return waarde() if callable(waarde) else waarde

    soorten.registreer(soorten.Soort("proef", "nieuw signaal", "nieuwe signalen", nog_geldig))
    soorten.registreer(
        soorten.Soort(
            "acuut", "signaal voor vandaag", "signalen voor vandaag", nog_geldig, "Er is een acuut signaal"
        )
    )
    yield stand
    soorten._SOORTEN.clear()
    soorten._SOORTEN.update(voor)


@pytest.fixture
def sanne(vaste_database: None) -> Werkplek:  # noqa: F811
    """A mentor at a committed school, who receives the mails."""
    school = vaste_school()
    with in_school(school.pk):
        return maak_werkplek(school, Rol.MENTOR)
