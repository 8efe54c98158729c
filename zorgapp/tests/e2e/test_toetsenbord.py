"""Where the cursor stands: never behind a bar, never nowhere, and after a refusal in the first field that is wrong."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import Mens

pytestmark = pytest.mark.e2e


@pytest.fixture(autouse=True)
def _zonder_concept(dienst: Dienst, mens: Callable[..., Mens]) -> Iterator[None]:
    """A draft of these tests is nobody's start of a next one."""
    yield
    dienst.sql("DELETE FROM werk_concept WHERE sleutel LIKE 'signaal:%%'")


NIET_GEZIEN = """() => {
  const e = document.activeElement, v = e.getBoundingClientRect();
  const boven = document.elementFromPoint(v.left + v.width / 2, v.top + v.height / 2);
  return boven && (e.contains(boven) || boven.contains(e)) ? "" : e.outerHTML.slice(0, 120);
}"""


@pytest.mark.parametrize(
    ("wie", "pad"), [("pieter", "/signaal/nieuw/"), ("joris", "/"), ("bas", "/beheer/mensen/")]
)
def test_de_cursor_staat_nooit_achter_een_balk(mens: Callable[..., Mens], wie: str, pad: str) -> None:
    """WCAG 2.4.11, with Tab through a whole page on the phone."""
    een = mens(wie, telefoon=True, reduced_motion="reduce")  # no smooth scrolling to wait for
    pagina = een.ga(pad)
    verborgen = []
    for _ in range(45):
        een.toets("Tab")
        if pagina.evaluate("document.activeElement.matches('main *')"):
            verborgen.append(pagina.evaluate(NIET_GEZIEN))
    assert len(verborgen) > 8 and [wat for wat in verborgen if wat] == []


def test_na_de_keuze_van_een_leerling_gaat_tab_verder(mens: Callable[..., Mens]) -> None:
    """The list goes away with what had the cursor; it stands at who was chosen, not at the top of the page."""
    esra = mens("esra")
    pagina = esra.ga("/signaal/nieuw/")
    esra.typ("kees")
    pagina.get_by_role("button", name=re.compile("Kees Jan Bakker")).press("Enter")
    expect(pagina.locator(".z-gekozen")).to_be_focused()
    esra.toets("Tab", "Tab")
    assert esra.focus() == "domein"


@pytest.mark.parametrize(
    ("wie", "pad", "knop", "veld"),
    [
        ("", "/inloggen/", "Inloggen", "login"),
        ("bas", "/beheer/mensen/nieuw/", "Stuur uitnodiging", "email"),
        ("bas", "/beheer/instellingen/vrije-dagen/nieuw/", "Bewaar", "naam"),
        ("hanna", "/waarneming/", "Regel waarneming", "waarnemer"),
        ("ilse", "/signaal/nieuw/", "Verstuur", "q"),
    ],
)
def test_na_een_weigering_staat_de_cursor_bij_de_fout(
    mens: Callable[..., Mens], wie: str, pad: str, knop: str, veld: str
) -> None:
    een = mens(wie, verwacht="status of 422")
    pagina = een.ga(pad)
    pagina.evaluate("document.querySelectorAll('form').forEach(een => { een.noValidate = true; })")
    pagina.get_by_role("button", name=re.compile(f"^{knop}")).click()
    expect(pagina.locator(".z-fout").first).to_be_visible()
    expect(pagina.locator(f"[name={veld}]")).to_be_focused()
