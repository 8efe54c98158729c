"""A teacher fills in a list on a phone: names first, taps that are kept, leaving and coming back, the rest in one tap."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte

pytestmark = pytest.mark.e2e
EEN_KLAS = 300  # seconds by the keystroke model: a few minutes for a class


def test_een_klas_op_de_telefoon(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    esra = mens("esra", telefoon=True)
    pagina = esra.ga("/lijsten/mijn/")
    esra.tik(pagina.get_by_role("link", name=re.compile("Welbevinden")))
    namen = pagina.locator("a.z-regel")
    expect(namen.first).to_be_visible()
    assert past_in_de_breedte(pagina)
    esra.tik(namen.filter(has_text="Kees Jan Bakker"))
    esra.tik(pagina.locator("label", has_text="vaak").nth(3))
    expect(pagina.locator("#stand")).to_contain_text("Bewaard om")
    esra.tik(pagina.locator("label", has_text="soms").nth(4))
    pagina.get_by_label("Wil je er iets bij schrijven?").tap()
    esra.typ("Keek de hele les naar buiten.")
    expect(pagina.locator("#stand")).to_contain_text("Bewaard om")
    pagina.wait_for_timeout(1500)
    assert past_in_de_breedte(pagina)

    # Leaving without a button, and coming back: everything is there.
    pagina = esra.ga("/lijsten/mijn/")
    esra.tik(pagina.get_by_role("link", name=re.compile("Welbevinden")))
    esra.tik(pagina.locator("a.z-regel", has_text="Kees Jan Bakker"))
    expect(pagina.get_by_label("Wil je er iets bij schrijven?")).to_have_value(
        "Keek de hele les naar buiten."
    )
    expect(pagina.locator("[name=p3][value='2']")).to_be_checked()
    esra.tik(pagina.get_by_role("button", name="Klaar, terug naar de klas"))

    expect(pagina.locator("a.z-regel", has_text="Kees Jan Bakker")).to_contain_text("ingevuld")
    esra.tik(pagina.get_by_role("button", name=re.compile("valt me niets op|Klaar met")))
    pagina.wait_for_url(re.compile("/lijsten/mijn/$"))
    expect(pagina.locator(".z-gedaan")).to_contain_text("Je bent klaar")
    assert esra.seconden < EEN_KLAS
    assert dienst.een(
        "SELECT count(*) FROM ondersteuning_lijstantwoord WHERE toelichting = 'Keek de hele les naar buiten.'"
    )
    assert not esra.klachten()


def test_ook_zonder_script(mens: Callable[..., Mens]) -> None:
    """The builder and the list work by their buttons alone."""
    angelica = mens("angelica", java_script_enabled=False, verwacht="status of 422")
    pagina = angelica.ga("/lijsten/nieuw/")
    pagina.locator("[name=titel]").fill("Zonder script")
    pagina.locator("[name=punt-0]").fill("Helpt een ander")
    pagina.locator("[name=punt-1]").fill("Komt te laat")
    pagina.get_by_role("button", name="Omlaag").first.click()
    expect(pagina.locator("[name=punt-1]")).to_have_value("Helpt een ander")
    expect(pagina.locator("[name=sterk-1]")).to_be_checked()
    pagina.get_by_role("button", name="Nog een punt").click()
    expect(pagina.locator("[name=punt-3]")).to_be_visible()
    pagina.get_by_role("button", name="Bewaar de lijst").last.click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Zonder script")
