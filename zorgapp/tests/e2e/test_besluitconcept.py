"""A coordinator's half-written decision survives a closed tab, and a lost connection, in a real browser."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens

pytestmark = pytest.mark.e2e

ADVIES = "Laat hem dinsdag vooraan zitten."


def _open_terug(pagina: Page) -> Locator:
    """Open the first decision by its key, and give the field for the advice."""
    pagina.keyboard.press("1")
    veld = pagina.locator("textarea[name=advies]")
    expect(veld).to_be_visible()
    return veld


def _signaal(pagina: Page) -> str:
    gevonden = re.search(
        r"/signalen/(\d+)/", pagina.locator("form.z-uitvoer").first.get_attribute("action") or ""
    )
    assert gevonden
    return gevonden[1]


def _concept(dienst: Dienst, signaal: str) -> dict[str, Any]:
    rijen = dienst.sql("SELECT inhoud FROM werk_concept WHERE sleutel = %s", f"besluit:{signaal}:terug")
    return dict(rijen[0][0]) if rijen else {}


def test_dicht_tabblad_en_geen_verbinding(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    angelica = mens("angelica", verwacht="ERR_INTERNET_DISCONNECTED")
    pagina = angelica.ga("/signalen/")
    veld = _open_terug(pagina)
    signaal = _signaal(pagina)
    veld.press_sequentially(ADVIES)
    wacht(lambda: _concept(dienst, signaal).get("advies") == ADVIES, 3, "het concept van het besluit")
    expect(pagina.locator(".z-uitvoer [data-concept-status]")).to_have_text(re.compile(r"^Bewaard om"))
    assert "versie" not in _concept(dienst, signaal)

    angelica.context.set_offline(True)
    veld.press_sequentially(" Bel morgen.")
    expect(pagina.locator(".z-uitvoer [data-concept-status]")).to_contain_text("Geen verbinding")
    pagina.keyboard.press("Control+Enter")
    pagina.wait_for_timeout(500)
    expect(veld).to_have_value(f"{ADVIES} Bel morgen.")
    angelica.context.set_offline(False)
    wacht(lambda: _concept(dienst, signaal).get("advies") == f"{ADVIES} Bel morgen.", 8, "het concept, later")

    pagina.close()
    angelica.pagina = angelica.tabblad()
    pagina = angelica.ga(f"/signalen/?signaal={signaal}")
    veld = _open_terug(pagina)
    expect(veld).to_have_value(f"{ADVIES} Bel morgen.")

    # The draft goes with the decision, which is taken back so that the next test finds the signal again.
    pagina.locator("[name=domein]").last.select_option("leer")
    pagina.keyboard.press("Control+Enter")
    expect(pagina.locator(".z-gedaan")).to_be_visible()
    assert _concept(dienst, signaal) == {}
    pagina.get_by_role("button", name="Herstel").click()
    expect(pagina.locator(".z-gedaan")).to_contain_text("Teruggedraaid")


def test_twee_tabbladen(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    """What another tab wrote is shown in the decision itself, also when the form was fetched into the board."""
    angelica = mens("angelica", verwacht="status of 409")
    pagina, ander = angelica.ga("/signalen/"), angelica.tabblad()
    ander.goto(f"{dienst.basis}/signalen/")
    veld, elders = _open_terug(pagina), _open_terug(ander)
    elders.fill("Uit het andere tabblad.")
    wacht(
        lambda: _concept(dienst, _signaal(ander)).get("advies") == "Uit het andere tabblad.", 3, "het concept"
    )
    veld.fill("Uit dit tabblad.")
    expect(pagina.locator(".z-uitvoer .z-melding")).to_contain_text("Uit het andere tabblad.")
    pagina.get_by_role("button", name="Gebruik die").click()
    expect(pagina.locator("textarea[name=advies]")).to_have_value("Uit het andere tabblad.")
    veld.fill("")
    wacht(lambda: _concept(dienst, _signaal(pagina)).get("advies") == "", 5, "een leeg concept")
