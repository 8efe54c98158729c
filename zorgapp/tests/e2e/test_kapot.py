"""Parts that die while somebody uses them: a worker in the middle of an import or of a mail, Redis, and a clock that jumps.

Its own application, because what dies here would be missed by the other tests.
"""

import http.client
import os
import re
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from zorgapp.celery import WIJKT
from zorgapp.tests.e2e.dienst import Dienst, draai, wacht
from zorgapp.tests.e2e.kapot import aan_de_deur, dood, onderdeel, token, weer_op
from zorgapp.web.meet.klant import Klant

pytestmark = pytest.mark.e2e

AANTAL = 300
_SCHOOL = "SELECT id FROM accounts_school WHERE naam = 'Rietveen College'"
_LEERLINGEN = "SELECT count(*) FROM leerlingen_leerling WHERE leerlingnummer LIKE '77%%'"
_TAAK = "SELECT status, pogingen, melding FROM werk_taak ORDER BY id DESC LIMIT 1"


@pytest.fixture(scope="module")
def eigen(django_db_blocker: Any) -> Iterator[Dienst]:
    """An application for this file alone."""
    with draai(django_db_blocker, "_kapot") as lopend:
        yield lopend


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


# Per kind of a meeting: whom it is for, and the number of what it is about; each of them holds at any time.
_WAT = {
    "afspraak_nieuw": f"SELECT eigenaar_id, id FROM overleg_afspraak WHERE school_id = ({_SCHOOL}) AND stand = 'open'",
    "vertellen_gevraagd": f"SELECT mentor_id, id FROM overleg_terugvertellen WHERE school_id = ({_SCHOOL}) AND klaar_op IS NULL",
    "verslag_klaar": "SELECT d.user_id, o.id FROM overleg_deelname d JOIN overleg_overleg o ON o.id = d.overleg_id "
    f"WHERE o.school_id = ({_SCHOOL}) AND o.status = 'afgesloten' AND d.functie <> 'extern' AND d.verwijderd_op IS NULL",
}
_PLAN = (
    "INSERT INTO notifications_herinnering (school_id, soort, sleutel, ontvanger_id, object_id, niet_voor, direct, status,"
    f" pogingen, fout, gepland_op) VALUES (({_SCHOOL}), %s, gen_random_uuid()::text, %s, %s, now() - %s * interval '1 minute', %s,"
    " 'gepland', 0, '', now()) RETURNING id"
)


def _plan(eigen: Dienst, soort: str, wie: int, ding: int, *, direct: bool, oud: int = 1) -> int:
    return int(eigen.een(_PLAN, soort, wie, ding, oud, direct))


def _standen(eigen: Dienst, rijen: list[int]) -> dict[int, str]:
    return dict(
        eigen.sql("SELECT id, status FROM notifications_herinnering WHERE id = ANY(%s) ORDER BY id", rijen)
    )


def _elk_precies_een_mail(eigen: Dienst, rijen: list[int]) -> None:
    """Every row stands in one mail, and every mail arrived once; others of the demo may get theirs meanwhile."""
    nummers = eigen.sql("SELECT zending::text FROM notifications_herinnering WHERE id = ANY(%s)", rijen)
    gekomen = [str(mail["Message-ID"])[1:].partition("@")[0] for mail in eigen.postbus.mails]
    assert len(gekomen) == len(set(gekomen)) and {nummer for (nummer,) in nummers} <= set(gekomen)


def test_worker_gedood_tussen_claim_en_verzenden(eigen: Dienst) -> None:
    """Who was claimed goes no more by itself and asks for a person; the others go, once; pressed twice is once."""
    rijen = [
        _plan(eigen, soort, wie, ding, direct=True)
        for soort, vraag in _WAT.items()
        for wie, ding in eigen.sql(f"{vraag} ORDER BY 1, 2 LIMIT 2")
    ]
    assert len(rijen) >= 5
    eigen.postbus.open.clear()
    eigen.postbus.aangeklopt.clear()
    eigen.voer_uit("notifications.verstuur")
    wacht(eigen.postbus.aangeklopt.is_set, 40, "de worker die een mail aanbiedt")
    dood(eigen, "worker")
    eigen.postbus.mails.clear()
    eigen.postbus.open.set()
    geclaimd = [rij for rij, stand in _standen(eigen, rijen).items() if stand == "geclaimd"]
    assert geclaimd and set(_standen(eigen, rijen).values()) <= {"geclaimd", "gepland"}

    weer_op(eigen, "worker")
    for _ in range(3):
        eigen.voer_uit("notifications.verstuur")
    anders = [rij for rij in rijen if rij not in geclaimd]
    wacht(lambda: set(_standen(eigen, anders).values()) <= {"verstuurd"}, 60, "wat niet geclaimd was")
    assert set(_standen(eigen, geclaimd).values()) == {"geclaimd"}
    eigen.sql(
        "UPDATE notifications_herinnering SET geclaimd_op = geclaimd_op - interval '11 minutes' WHERE id = ANY(%s)",
        geclaimd,
    )
    eigen.voer_uit("notifications.verstuur")
    wacht(lambda: set(_standen(eigen, geclaimd).values()) == {"onzeker"}, 40, "de veegbeurt")

    bas = aan_de_deur(eigen, "bas")
    pagina = bas.vraag("/beheer/wachtrij/").inhoud
    knoppen = set(re.findall(r'formaction="(/beheer/wachtrij/[^"]+/opnieuw/)"', pagina.decode()))
    assert knoppen and "onzeker" in pagina.decode()
    for adres in [*knoppen, *knoppen]:
        assert bas.vraag(adres, {"csrfmiddlewaretoken": token(pagina)}).status == 302
    wacht(lambda: set(_standen(eigen, rijen).values()) == {"verstuurd"}, 40, "de mails, opnieuw gevraagd")
    for _ in range(2):
        eigen.voer_uit("notifications.verstuur")
    _elk_precies_een_mail(eigen, rijen)


def test_redis_geleegd_met_mails_die_wachten(eigen: Dienst) -> None:
    dood(eigen, "worker")
    eigen.postbus.mails.clear()
    [(wie, ding)] = eigen.sql(f"{_WAT['afspraak_nieuw']} ORDER BY 2 LIMIT 1")
    rij = _plan(eigen, "afspraak_nieuw", wie, ding, direct=True)
    eigen.voer_uit("notifications.verstuur")
    eigen.vergeet_redis()
    weer_op(eigen, "worker")
    wacht(lambda: _standen(eigen, [rij])[rij] == "verstuurd", 60, "de mail, door de klok weer opgepakt")
    _elk_precies_een_mail(eigen, [rij])


def test_de_klok_springt_vooruit_en_terug_en_dezelfde_taak_loopt_dubbel(eigen: Dienst) -> None:
    """A week ahead and back: one daily mail per person and date, nothing twice, nothing held up."""
    (ilse, ding), (ruben, zijn) = (
        eigen.sql(
            f"{_WAT['afspraak_nieuw']} AND eigenaar_id = (SELECT id FROM accounts_user WHERE email = %s)",
            mail,
        )[0]
        for mail in ("ilse@rietveen.example", "ruben@rietveen.example")
    )
    eigen.postbus.mails.clear()
    straks, nu = eigen.schooldag(na=7).isoformat(), eigen.schooldag().isoformat()

    def stuur(moment: str, rij: int) -> None:
        for _ in range(3):
            eigen.voer_uit("notifications.verstuur", moment)
        wacht(lambda: _standen(eigen, [rij])[rij] == "verstuurd", 40, f"de mail van {moment}")

    rijen = []
    for moment in (straks, nu):
        rijen.append(_plan(eigen, "afspraak_nieuw", ilse, ding, direct=False))
        stuur(moment, rijen[-1])
    te_veel = _plan(eigen, "afspraak_nieuw", ilse, ding, direct=False, oud=2)
    rijen.append(_plan(eigen, "afspraak_nieuw", ruben, zijn, direct=False))
    stuur(straks, rijen[-1])
    assert _standen(eigen, [te_veel]) == {te_veel: "gepland"}
    _elk_precies_een_mail(eigen, rijen)
    assert len(eigen.postbus.aan("ilse@")) == 2 and len(eigen.postbus.aan("ruben@")) == 1
