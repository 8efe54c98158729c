"""Killing a part of the running application and letting its supervisor bring it back."""

import re
import signal
from urllib.parse import urlsplit

from zorgapp.runtime.processes import is_alive, signal_group, wait_until
from zorgapp.runtime.supervisor import Running
from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import WACHTWOORD
from zorgapp.web.meet.klant import Klant

_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def onderdeel(dienst: Dienst, naam: str) -> Running:
    return next(kind for kind in dienst.baas.children if kind.service.name == naam)


def dood(dienst: Dienst, naam: str) -> None:
    """Kill a part and all its children on the spot; nobody starts it again until `weer_op`."""
    kind = onderdeel(dienst, naam)
    signal_group(kind.process, signal.SIGKILL)
    kind.process.wait(5)


def weer_op(dienst: Dienst, naam: str) -> None:
    """Let the supervisor do its work until the part runs again."""

    def loopt() -> bool:
        dienst.baas.look()
        return is_alive(onderdeel(dienst, naam).process.pid)

    assert wait_until(loopt, 20)


def aan_de_deur(dienst: Dienst, login: str) -> Klant:
    klant = Klant(urlsplit(dienst.basis).port or 0)
    klant.log_in(f"{login}@rietveen.example", WACHTWOORD)
    return klant


def token(pagina: bytes) -> str:
    gevonden = _TOKEN.search(pagina.decode())
    assert gevonden
    return gevonden[1]
