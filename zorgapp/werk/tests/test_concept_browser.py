"""The open page in a real browser: saved within three seconds, and no text lost whatever falls away."""

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.conf import settings as instellingen
from django.contrib.sessions.models import Session
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect, sync_playwright

from zorgapp.accounts.context import in_school
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek
from zorgapp.testing.vast import tegelijk, vaste_school
from zorgapp.werk.services import ConceptStand, concept_lezen
from zorgapp.werk.tests.proefpagina import SLEUTEL

pytestmark = pytest.mark.e2e
BEWAARD = "Bewaard om"


class Stil(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


class Server(ThreadingMixIn, WSGIServer):
    """A thread per request: a browser keeps connections open that would hold up a single one."""

    def process_request_thread(self, *args: Any) -> None:
        try:
            super().process_request_thread(*args)
        finally:
            connections.close_all()


@dataclass
class Proef:
    """A mentor, his browser, and the server he works on."""

    mentor: Werkplek
    browser: BrowserContext
    basis: str

    def sessie(self, user: Any = None) -> None:
        """Sign in as a login in another tab does: a new session and a new CSRF token in the cookies."""

        def _maak() -> str:
            client = Client()
            client.force_login(user or self.mentor.user)
            return client.cookies[instellingen.SESSION_COOKIE_NAME].value

        [waarde] = tegelijk(_maak)
        self.browser.add_cookies(
            [{"name": instellingen.SESSION_COOKIE_NAME, "value": waarde, "url": self.basis}]
        )

    def uitloggen(self) -> None:
        tegelijk(lambda: Session.objects.all().delete())

    def open(self) -> Page:
        pagina = self.browser.new_page()
        pagina.clock.install()
        pagina.goto(f"{self.basis}/proef/")
        return pagina

    def stand(self) -> ConceptStand:
        def _lees() -> ConceptStand:
            with in_school(self.mentor.school.pk):
                return concept_lezen(self.mentor, SLEUTEL)

        return tegelijk(_lees)[0]

    def tekst(self) -> str:
        return self.stand().inhoud.get("wat", "")


def nieuwe_mentor() -> Werkplek:
    school = vaste_school()
    with in_school(school.pk):
        return maak_werkplek(school, Rol.MENTOR)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    pad = shutil.which("chromium")
    assert pad, "zet chromium neer: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=pad, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def proef(vaste_database: None, chromium: Browser, settings: Any) -> Iterator[Proef]:
    """A server on the committed database; this thread runs playwright's loop, so others talk to the database."""
    settings.ROOT_URLCONF = "zorgapp.werk.tests.proefpagina"
    settings.MIDDLEWARE = [m for m in settings.MIDDLEWARE if "whitenoise" not in m]
    [mentor] = tegelijk(nieuwe_mentor)
    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Stil)
    draad = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    draad.start()
    context = chromium.new_context()
    een = Proef(mentor, context, f"http://127.0.0.1:{server.server_port}")
    een.sessie()
    try:
        yield een
    finally:
        context.close()
        server.shutdown()
        draad.join()
        server.server_close()


def typ(pagina: Page, tekst: str) -> None:
    pagina.locator("#wat").focus()
    pagina.keyboard.type(tekst)


def stand_zegt(pagina: Page, tekst: str) -> None:
    expect(pagina.locator("[data-concept-status]")).to_contain_text(tekst)


def test_het_werkt(proef: Proef) -> None:
    pagina = proef.open()
    typ(pagina, "Hij slaapt in de les")
    pagina.get_by_label("Twee").check()
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, BEWAARD)
    assert proef.stand().inhoud == {"wat": "Hij slaapt in de les", "soort": "b", "sleutel": "vast"}


def test_binnen_drie_seconden_ook_als_je_doortypt(proef: Proef) -> None:
    """Somebody who never pauses: on the page's own clock a save starts before the third second."""
    pagina = proef.open()
    pagina.clock.pause_at(pagina.evaluate("Date.now()") + 1000)
    verzoeken: list[str] = []
    pagina.on(
        "request", lambda verzoek: verzoeken.append(verzoek.url) if "/concept/" in verzoek.url else None
    )
    for _ in range(28):
        typ(pagina, "a")
        pagina.clock.run_for(100)
    assert verzoeken


def test_gesloten_tabblad(proef: Proef) -> None:
    pagina = proef.open()
    typ(pagina, "Nog niet klaar")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, BEWAARD)
    pagina.close()
    assert proef.open().locator("#wat").input_value() == "Nog niet klaar"


def test_laatste_bewaring_bij_het_weggaan(proef: Proef) -> None:
    pagina = proef.open()
    typ(pagina, "Net getypt")
    with pagina.expect_request("**/concept/**"):
        pagina.goto(f"{proef.basis}/proef/klaar/")
    expect(pagina.locator("h1")).to_be_visible()
    assert proef.tekst() == "Net getypt"


def test_zonder_verbinding(proef: Proef) -> None:
    pagina = proef.open()
    proef.browser.set_offline(True)
    typ(pagina, "Zonder net")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, "Geen verbinding. Je tekst staat nog in dit scherm.")
    pagina.get_by_role("button", name="Verstuur").click()
    stand_zegt(pagina, "Geen verbinding.")
    typ(pagina, ", en verder")
    assert proef.tekst() == ""
    proef.browser.set_offline(False)
    pagina.clock.fast_forward(5000)
    stand_zegt(pagina, BEWAARD)
    assert proef.tekst() == pagina.locator("#wat").input_value() == "Zonder net, en verder"


def test_uitgelogd_en_in_een_ander_tabblad_weer_ingelogd(proef: Proef) -> None:
    pagina = proef.open()
    proef.uitloggen()
    typ(pagina, "Uitgelogd")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, "Je bent uitgelogd.")
    pagina.get_by_role("button", name="Verstuur").click()
    stand_zegt(pagina, "Je bent uitgelogd.")
    assert pagina.url.endswith("/proef/") and proef.tekst() == ""
    proef.sessie()
    pagina.clock.fast_forward(5000)
    stand_zegt(pagina, BEWAARD)
    assert proef.tekst() == "Uitgelogd"


def test_een_ander_logt_in(proef: Proef) -> None:
    """On a shared computer: the open text does not land with the next person, nor is it sent as him."""
    pagina = proef.open()
    [ander] = tegelijk(nieuwe_mentor)
    proef.sessie(ander.user)
    typ(pagina, "Van de eerste")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, "Er is nu iemand anders ingelogd.")
    pagina.get_by_role("button", name="Verstuur").click()
    stand_zegt(pagina, "Er is nu iemand anders ingelogd.")
    assert pagina.url.endswith("/proef/")


@pytest.mark.parametrize("knop", ["Gebruik die", "Houd deze"])
def test_twee_tabbladen(proef: Proef, knop: str) -> None:
    een, twee = proef.open(), proef.open()
    typ(een, "Uit het eerste")
    een.clock.fast_forward(1000)
    stand_zegt(een, BEWAARD)
    typ(twee, "Uit het tweede")
    twee.clock.fast_forward(1000)
    stand_zegt(twee, "In een ander tabblad staat een nieuwere versie.")
    expect(twee.locator("dd")).to_have_text("Uit het eerste")
    assert twee.locator("#wat").input_value() == "Uit het tweede"
    assert proef.tekst() == "Uit het eerste"
    twee.get_by_role("button", name="Verstuur").click()
    stand_zegt(twee, "Kies eerst")
    twee.get_by_role("button", name=knop).click()
    if knop == "Gebruik die":
        expect(twee.locator("#wat")).to_have_value("Uit het eerste")
    else:
        stand_zegt(twee, BEWAARD)
        assert proef.tekst() == "Uit het tweede"
    expect(twee.get_by_role("button", name=knop)).to_have_count(0)


def test_al_verstuurd_in_een_ander_tabblad(proef: Proef) -> None:
    een, twee = proef.open(), proef.open()
    typ(een, "Verstuurd")
    een.get_by_role("button", name="Verstuur").click()
    expect(een.locator("h1")).to_have_text("Verstuurd")
    typ(twee, "Iets anders")
    twee.clock.fast_forward(1000)
    stand_zegt(twee, "In een ander tabblad is deze tekst al verstuurd of weggehaald.")
    twee.get_by_role("button", name="Houd deze").click()
    stand_zegt(twee, BEWAARD)
    assert proef.stand().inhoud["wat"] == "Iets anders"
    assert proef.stand().inhoud["sleutel"] != "vast"


def test_antwoord_kwijt_is_geen_botsing(proef: Proef) -> None:
    """The server saved, its answer never came: the next save goes on from there."""
    pagina = proef.open()

    def slik(route: Route) -> None:
        route.fetch()
        route.abort()

    pagina.route("**/concept/**", slik, times=1)
    typ(pagina, "Eerste")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, "Geen verbinding.")
    assert proef.tekst() == "Eerste"
    typ(pagina, " en tweede")
    pagina.clock.fast_forward(5000)
    stand_zegt(pagina, BEWAARD)
    expect(pagina.locator(".z-melding")).to_have_count(0)
    assert proef.tekst() == "Eerste en tweede"


def test_storing_op_de_server(proef: Proef) -> None:
    pagina = proef.open()
    pagina.route("**/concept/**", lambda route: route.fulfill(status=500, body="kapot"), times=1)
    typ(pagina, "Storing")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, "Bewaren lukt nu niet.")
    pagina.clock.fast_forward(5000)
    stand_zegt(pagina, BEWAARD)
    assert proef.tekst() == "Storing"


def test_versturen_maakt_het_concept_leeg(proef: Proef) -> None:
    pagina = proef.open()
    typ(pagina, "Klaar")
    pagina.get_by_role("button", name="Verstuur").click()
    expect(pagina.locator("h1")).to_have_text("Verstuurd")
    assert proef.stand().inhoud == {}
    assert proef.open().locator("#wat").input_value() == ""


def test_ongeldig_formulier_blijft_bewaren(proef: Proef) -> None:
    pagina = proef.open()
    pagina.get_by_label("Een").check()
    pagina.get_by_role("button", name="Verstuur").click()
    typ(pagina, "Toch")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, BEWAARD)
    assert proef.tekst() == "Toch"


def test_niets_op_het_toestel(proef: Proef) -> None:
    pagina = proef.open()
    typ(pagina, "Geheim")
    pagina.clock.fast_forward(1000)
    stand_zegt(pagina, BEWAARD)
    vraag: Callable[[str], Any] = pagina.evaluate
    assert vraag("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert vraag("indexedDB.databases()") == [] and vraag("caches.keys()") == []
    assert {koek["name"] for koek in proef.browser.cookies()} == {
        instellingen.SESSION_COOKIE_NAME,
        instellingen.CSRF_COOKIE_NAME,
    }
