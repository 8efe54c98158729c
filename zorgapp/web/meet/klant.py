"""A plain HTTP client: one connection a request, cookies kept, signs in through the real form."""

import http.client
import json
import re
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from zorgapp.web.meet.tellen import KOP

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


class InlogFout(RuntimeError):
    """The real sign-in form refused a demo login."""


@dataclass(frozen=True)
class Antwoord:
    """What came back, how long it took (ms) and what the worker says it did."""

    status: int
    ms: float
    inhoud: bytes
    koppen: dict[str, str]

    @property
    def telling(self) -> dict[str, Any]:
        return dict(json.loads(self.koppen[KOP.lower()]))


@dataclass
class Klant:
    """One browser."""

    poort: int
    koekjes: dict[str, str] = field(default_factory=dict)

    def vraag(self, pad: str, velden: dict[str, str] | None = None, **koppen: str) -> Antwoord:
        """GET `pad`, or POST it with `velden`. Redirects are not followed."""
        if self.koekjes:
            koppen["Cookie"] = "; ".join(f"{naam}={waarde}" for naam, waarde in self.koekjes.items())
        lichaam = None
        if velden is not None:
            lichaam = urlencode(velden)
            koppen["Content-Type"] = "application/x-www-form-urlencoded"
        begin = time.perf_counter()
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=120)
        try:
            verbinding.request("GET" if lichaam is None else "POST", pad, lichaam, koppen)
            antwoord = verbinding.getresponse()
            inhoud = antwoord.read()
        finally:
            verbinding.close()
        ms = (time.perf_counter() - begin) * 1000
        for waarde in antwoord.headers.get_all("Set-Cookie", []):
            for naam, koekje in SimpleCookie(waarde).items():
                self.koekjes[naam] = koekje.value
        return Antwoord(antwoord.status, ms, inhoud, {k.lower(): v for k, v in antwoord.getheaders()})

    def log_in(self, email: str, wachtwoord: str) -> None:
        """Sign in as a person would; raises InlogFout when that does not work."""
        formulier = self.vraag("/inloggen/").inhoud.decode()
        token = _TOKEN.search(formulier)
        if token is None:
            raise InlogFout("het inlogformulier heeft geen csrf-veld")
        velden = {"login": email, "password": wachtwoord, "csrfmiddlewaretoken": token.group(1)}
        antwoord = self.vraag("/inloggen/", velden)
        if antwoord.status != 302:
            raise InlogFout(f"{email}: status {antwoord.status}")
