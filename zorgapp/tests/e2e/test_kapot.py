"""Parts that die while somebody uses them: a worker in the middle of an import, Redis while a signal is sent.

Its own application, because what dies here would be missed by the other tests.
"""

import http.client
import os
import re
import signal
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

import pytest

from zorgapp.celery import WIJKT
from zorgapp.runtime.processes import is_alive, signal_group, wait_until
from zorgapp.runtime.supervisor import Running
from zorgapp.tests.e2e.dienst import Dienst, draai, wacht
from zorgapp.tests.e2e.mens import WACHTWOORD
from zorgapp.web.meet.klant import Klant

pytestmark = pytest.mark.e2e

AANTAL = 300
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_SCHOOL = "SELECT id FROM accounts_school WHERE naam = 'Rietveen College'"
_LEERLINGEN = "SELECT count(*) FROM leerlingen_leerling WHERE leerlingnummer LIKE '77%%'"
_TAAK = "SELECT status, pogingen, melding FROM werk_taak ORDER BY id DESC LIMIT 1"


@pytest.fixture(scope="module")
def eigen(django_db_blocker: Any) -> Iterator[Dienst]:
    """An application for this file alone."""
    with draai(django_db_blocker, "_kapot") as lopend:
        yield lopend


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


def edexml(aantal: int) -> bytes:
    """A file of one class with this many pupils, each with a parent."""
    leerlingen = "".join(
        f'<leerling key="77{n:04d}"><achternaam>Proef{n}</achternaam><roepnaam>Kind</roepnaam>'
        f'<geboortedatum>2012-04-12</geboortedatum><jaargroep>12</jaargroep><groep key="g1"/></leerling>'
        for n in range(aantal)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><EDEX><school><schooljaar>2026-2027</schooljaar><brincode>99RC</brincode>'
        "<dependancecode>00</dependancecode><aanmaakdatum>2026-09-02T08:00:00</aanmaakdatum><auteur>LAS</auteur>"
        '<xsdversie>2.1</xsdversie></school><groepen><groep key="g1"><naam>P1a</naam><jaargroep>12</jaargroep></groep>'
        f"</groepen><leerlingen>{leerlingen}</leerlingen></EDEX>"
    ).encode()


def stuur_bestand(klant: Klant, inhoud: bytes) -> str:
    """Upload an import file as the page does; return the address of its preview."""
    csrf, grens = token(klant.vraag("/beheer/import/").inhoud), uuid.uuid4().hex
    delen = (
        f'--{grens}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{csrf}\r\n'
        f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="leerlingen.xml"\r\n\r\n'
    ).encode()
    koppen = {
        "Cookie": "; ".join(f"{naam}={waarde}" for naam, waarde in klant.koekjes.items()),
        "Content-Type": f"multipart/form-data; boundary={grens}",
    }
    verbinding = http.client.HTTPConnection("127.0.0.1", klant.poort, timeout=30)
    try:
        verbinding.request(
            "POST", "/beheer/import/", delen + inhoud + f"\r\n--{grens}--\r\n".encode(), koppen
        )
        antwoord = verbinding.getresponse()
        antwoord.read()
        assert antwoord.status == 302, antwoord.status
        return str(antwoord.headers["Location"])
    finally:
        verbinding.close()


@contextmanager
def stil_voor_het_einde(dienst: Dienst) -> Iterator[None]:
    """Hold the worker at the last table that an import writes: all its pupils stand in a transaction that is open."""
    with dienst.verbind() as ander, ander.transaction():
        ander.execute("LOCK TABLE leerlingen_importregel IN SHARE MODE")
        yield


def _wacht_op_slot(dienst: Dienst) -> bool:
    return bool(
        dienst.een(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'leerlingen_importregel'::regclass"
        )
    )


def test_worker_sterft_midden_in_een_import(eigen: Dienst) -> None:
    bas = aan_de_deur(eigen, "bas")
    blad = stuur_bestand(bas, edexml(AANTAL))
    wacht(lambda: eigen.sql(_TAAK)[0][0] == "klaar", 30, "het voorbeeld")
    pagina = bas.vraag(blad).inhoud
    with stil_voor_het_einde(eigen):
        velden = {"csrfmiddlewaretoken": token(pagina), "actie": "bevestig", "soort": ""}
        assert bas.vraag(f"{blad}bevestigen/", velden).status == 302
        wacht(lambda: _wacht_op_slot(eigen), 30, "de worker die de leerlingen geschreven heeft")
        dood(eigen, "worker")
    wacht(lambda: not _wacht_op_slot(eigen), 20, "PostgreSQL die de dode worker loslaat")

    # Nothing half-written; the page waits, and a second import is refused in words.
    assert eigen.een(_LEERLINGEN) == 0
    assert eigen.een("SELECT count(*) FROM leerlingen_klas WHERE naam = 'P1a'") == 0
    assert eigen.sql(_TAAK)[0][:2] == ("bezig", 1)
    assert "Even geduld" in bas.vraag(blad).inhoud.decode()

    # Its heartbeat is two minutes old: another worker takes it up, and does it once.
    weer_op(eigen, "worker")
    eigen.sql("UPDATE werk_taak SET hartslag_op = hartslag_op - interval '3 minutes' WHERE status = 'bezig'")
    eigen.voer_uit("werk.pak_op")
    wacht(lambda: eigen.sql(_TAAK)[0][0] == "klaar", 60, "de import, door een andere worker")
    assert eigen.een(_LEERLINGEN) == AANTAL
    assert eigen.sql(_TAAK)[0][1] == 2
    eigen.voer_uit("werk.pak_op")
    assert "Geïmporteerd" in bas.vraag(blad).inhoud.decode()
    # Its successor gives way to the pages as well.
    assert os.getpriority(os.PRIO_PROCESS, onderdeel(eigen, "worker").process.pid) >= WIJKT


def test_drie_keer_gestorven_is_een_einde_met_een_uitweg(eigen: Dienst) -> None:
    bas, vooraf = aan_de_deur(eigen, "bas"), eigen.een(_LEERLINGEN)
    blad = stuur_bestand(bas, edexml(AANTAL + 3))
    wacht(lambda: eigen.sql(_TAAK)[0][0] == "klaar", 30, "het voorbeeld")
    velden = {"csrfmiddlewaretoken": token(bas.vraag(blad).inhoud), "actie": "bevestig", "soort": ""}
    with stil_voor_het_einde(eigen):
        assert bas.vraag(f"{blad}bevestigen/", velden).status == 302
        wacht(lambda: _wacht_op_slot(eigen), 30, "de worker die de leerlingen geschreven heeft")
        dood(eigen, "worker")
    eigen.sql(
        "UPDATE werk_taak SET pogingen = 3, hartslag_op = hartslag_op - interval '3 minutes' WHERE status = 'bezig'"
    )
    weer_op(eigen, "worker")
    eigen.voer_uit("werk.pak_op")
    wacht(lambda: eigen.sql(_TAAK)[0][0] == "mislukt", 30, "het einde")
    pagina = bas.vraag(blad).inhoud
    assert "Er is niets veranderd" in pagina.decode()
    assert eigen.een(_LEERLINGEN) == vooraf

    # A second apply of the same preview works.
    velden["csrfmiddlewaretoken"] = token(pagina)
    assert bas.vraag(f"{blad}bevestigen/", velden).status == 302
    wacht(lambda: eigen.een(_LEERLINGEN) == AANTAL + 3, 60, "de import, opnieuw bevestigd")


def test_redis_ligt_eruit_terwijl_iemand_een_signaal_stuurt(eigen: Dienst) -> None:
    joris = aan_de_deur(eigen, "joris")
    leerling = eigen.een(
        f"SELECT id FROM leerlingen_leerling WHERE school_id = ({_SCHOOL}) AND roepnaam = 'Kees Jan' AND "
        "achternaam = 'Bakker'"
    )
    formulier = joris.vraag("/signaal/nieuw/").inhoud
    brieven = len(eigen.postbus.aan("angelica@rietveen.example"))
    dood(eigen, "redis")
    begin = time.monotonic()
    antwoord = joris.vraag(
        "/signaal/nieuw/",
        {
            "csrfmiddlewaretoken": token(formulier),
            "sleutel": str(uuid.uuid4()),
            "leerling": str(leerling),
            "domein": "leer",
            "wat_zie_je": "Redis was er even niet.",
            "urgentie": "vandaag",
        },
    )
    assert antwoord.status == 302, antwoord.inhoud.decode()
    assert time.monotonic() - begin < 5
    assert (
        eigen.een("SELECT count(*) FROM ondersteuning_signaal WHERE wat_zie_je = 'Redis was er even niet.'")
        == 1
    )
    assert joris.vraag("/").status == 200
    assert joris.vraag("/healthz").status == 503
    assert len(eigen.postbus.aan("angelica@rietveen.example")) == brieven

    weer_op(eigen, "redis")
    wacht(
        lambda: len(eigen.postbus.aan("angelica@rietveen.example")) > brieven,
        90,
        "de mail, door de klok weer opgepakt",
    )
    assert "Kees" not in str(eigen.postbus.aan("angelica@rietveen.example")[-1])
