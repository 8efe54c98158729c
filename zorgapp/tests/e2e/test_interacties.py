"""How little it takes: any pupil in two interactions, and how many bytes a page costs."""

import re
import sys
from collections.abc import Callable

import pytest
from playwright.sync_api import CDPSession, Page, expect

from zorgapp.tests.e2e.dienst import wacht
from zorgapp.tests.e2e.mens import Mens

pytestmark = pytest.mark.e2e

EERSTE, VOLGENDE = 150_000, 20_000  # bytes over the wire (DESIGN §9)


def test_leerling_in_twee_handelingen(mens: Callable[..., Mens]) -> None:
    """From every page with search: `/` and a part of the name, then Enter on the first one found."""
    angelica = mens("angelica")
    paden = ["/", "/leerlingen/", "/zoek/"]
    paden.append(angelica.ga("/leerlingen/").locator("main a.z-rij").first.get_attribute("href") or "")
    for pad in paden:
        pagina = angelica.ga(pad)
        angelica.toets("/")
        expect(pagina.get_by_role("combobox")).to_be_focused()
        angelica.typ("demir")
        expect(pagina.get_by_role("option").first).to_contain_text("Yara Demir")
        angelica.toets("ArrowDown", "Enter")
        pagina.wait_for_url(re.compile(r"/leerlingen/\d+/"))
        expect(pagina.get_by_role("heading", level=1)).to_have_text("Yara Demir")


def test_zoek_volgt_en_sluit(mens: Callable[..., Mens]) -> None:
    """Enter without a choice opens the page with results; Escape closes the list; what is found is said."""
    sanne = mens("sanne")
    pagina = sanne.ga("/")
    sanne.toets("/")
    sanne.typ("kees")
    expect(pagina.get_by_role("option").first).to_be_visible()
    expect(pagina.locator(".z-zoek [role=status]")).to_have_text(re.compile(r"^\d+ gevonden$"))
    sanne.toets("Escape")
    expect(pagina.get_by_role("option")).to_have_count(0)
    sanne.toets("Enter")
    pagina.wait_for_url(re.compile(r"/zoek/\?q=kees"))
    expect(pagina.locator("main a.z-rij").first).to_contain_text("Kees")


def test_sneltoetsen_zijn_uit_te_zetten(mens: Callable[..., Mens]) -> None:
    """WCAG 2.1.4: who switches single keys off has none."""
    karin = mens("karin")
    karin.dienst.sql("UPDATE accounts_user SET sneltoetsen = false WHERE email = 'karin@rietveen.example'")
    pagina = karin.ga("/")
    karin.toets("/")
    expect(pagina.get_by_role("combobox")).not_to_be_focused()


class Meter:
    """Bytes that really came over the wire, as the browser's network layer counts them."""

    def __init__(self, pagina: Page) -> None:
        self.bytes = self.bezig = 0
        cdp: CDPSession = pagina.context.new_cdp_session(pagina)
        cdp.on("Network.requestWillBeSent", lambda _: self._tel(1, 0))
        cdp.on("Network.loadingFinished", lambda klaar: self._tel(-1, int(klaar["encodedDataLength"])))
        cdp.on("Network.loadingFailed", lambda _: self._tel(-1, 0))
        cdp.send("Network.enable")

    def _tel(self, bezig: int, bytes_: int) -> None:
        self.bezig += bezig
        self.bytes += bytes_

    def lees(self, mens: Mens, pad: str) -> int:
        self.bytes = 0
        mens.ga(pad).wait_for_load_state("networkidle")
        wacht(lambda: self._stil(mens), 5, f"rust op {pad}")
        return self.bytes

    def _stil(self, mens: Mens) -> bool:
        mens.pagina.wait_for_timeout(50)
        return self.bezig <= 0


@pytest.mark.parametrize(
    ("login", "eerste", "rest"),
    [
        (
            "angelica",
            "/",
            ("/signalen/", "/leerlingen/", "/vervolg/", "/zoek/?q=kees"),
        ),
        ("angelica", "/signalen/", ("/", "/leerlingen/")),
        ("joris", "/", ("/signaal/nieuw/", "/signaal/mijn/", "/mijn-klas/", "/vervolg/")),
        ("joris", "/signaal/nieuw/", ("/",)),
        ("bas", "/", ("/beheer/mensen/", "/beheer/instellingen/", "/beheer/import/")),
        ("", "/inloggen/", ("/wachtwoord/vergeten/",)),
    ],
)
def test_gewicht(
    mens: Callable[..., Mens],
    login: str,
    eerste: str,
    rest: tuple[str, ...],
) -> None:
    mens(login).pagina.close()  # signs in; the next window has the session and an empty cache
    een = mens(login)
    meter = Meter(een.pagina)
    gewicht = meter.lees(een, eerste)
    sys.stdout.write(f"{login} {eerste} {gewicht} bytes\n")
    assert gewicht <= EERSTE
    for pad in rest:
        gewicht = meter.lees(een, pad)
        sys.stdout.write(f"{login} {pad} {gewicht} bytes\n")
        assert gewicht <= VOLGENDE, pad
