"""Coordinator and minute taker type in one item at the same time, one of them without a connection for a while."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens

pytestmark = [pytest.mark.e2e, pytest.mark.xdist_group("e2e")]

_OVERLEG = "SELECT id FROM overleg_overleg WHERE soort = 'zorgoverleg' AND status = 'gepland' ORDER BY begin DESC LIMIT 1"
_TEKST = "SELECT v.tekst FROM overleg_verslagdeel v JOIN overleg_agendapunt p ON p.id = v.punt_id WHERE p.overleg_id = %s"


def _vak(pagina: Page) -> Locator:
    return pagina.get_by_label("Notulen")


def _staat(dienst: Dienst, pk: int) -> str:
    rijen = dienst.sql(_TEKST, pk)
    return str(rijen[0][0]) if rijen else ""


def _begin(angelica: Mens, pk: int) -> Page:
    """Begin the meeting and put the first pupil on its agenda."""
    pagina = angelica.ga(f"/overleg/{pk}/")
    pagina.get_by_role("button", name="Begin", exact=True).click()
    pagina.get_by_role("link", name="Zet het eerste punt op de agenda").click()
    pagina.get_by_label("Over welke leerling?").fill("Kees Jan Bakker")
    pagina.get_by_label("Wat is de vraag?").fill("Wat helpt in de ochtend?")
    pagina.get_by_role("button", name="Zet op de agenda").click()
    pagina.get_by_role("button", name="Begin met Kees Jan Bakker").click()
    expect(pagina.get_by_role("heading", name="Kees Jan Bakker")).to_be_visible()
    expect(pagina.locator("#agenda")).to_contain_text("0 van 15 min")
    return pagina


def test_twee_in_een_punt(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    pk = dienst.een(_OVERLEG)
    angelica, ilse = mens("angelica"), mens("ilse", verwacht="ERR_INTERNET_DISCONNECTED")
    een = _begin(angelica, pk)
    twee = ilse.ga(f"/overleg/{pk}/bezig/")
    for letters in zip("Moeder werkt vroeg.", "Eerst nog het ritme", strict=True):
        for pagina, letter in zip((een, twee), letters, strict=True):
            _vak(pagina).press_sequentially(letter)
    wacht(
        lambda: "Moeder werkt vroeg." in _staat(dienst, pk) and "ritme" in _staat(dienst, pk),
        8,
        "beide teksten",
    )
    for pagina in (een, twee):
        wacht(
            lambda pagina=pagina: _vak(pagina).input_value() == _staat(dienst, pk),
            12,
            "beide schermen gelijk",
        )
        expect(pagina.locator("[data-status]")).to_have_text(re.compile(r"^Bewaard om \d\d\.\d\d$"))
    assert "schreef hier" not in _staat(dienst, pk)
    _zonder_verbinding(dienst, pk, een, twee, ilse)
    _afspraak(twee)
    assert twee.evaluate("localStorage.length + sessionStorage.length") == 0
    _van_de_lijst(dienst, pk, een, mens("ruben", verwacht="status of 404"))


def _zonder_verbinding(dienst: Dienst, pk: int, een: Page, twee: Page, ilse: Mens) -> None:
    """Who has no connection types on, is told so, and both texts stand there when it is back."""
    ilse.context.set_offline(True)
    _vak(twee).press("Control+End")
    _vak(twee).press_sequentially(" Dan pas het rooster.")
    expect(twee.locator("[data-status]")).to_have_text(
        "De verbinding viel weg. Je tekst staat nog in dit scherm."
    )
    _vak(een).press("Control+Home")
    _vak(een).press_sequentially("Op dinsdag. ")
    wacht(lambda: "Op dinsdag." in _staat(dienst, pk), 5, "de ander gaat door")
    assert "rooster" not in _staat(dienst, pk) and "rooster" in _vak(twee).input_value()
    ilse.context.set_offline(False)
    wacht(lambda: "rooster" in _staat(dienst, pk) and "Op dinsdag." in _staat(dienst, pk), 8, "weer samen")
    wacht(lambda: _vak(een).input_value() == _staat(dienst, pk), 12, "ook bij de ander")


def _afspraak(pagina: Page) -> None:
    """With the keyboard: it stays open for the next one, and stands in the list."""
    pagina.locator("#id_wat").fill("Belt dinsdag om kwart voor acht")
    pagina.locator("#nieuw label", has_text="Jij").click()
    pagina.locator("#nieuw [name=klaar]").first.check(force=True)
    pagina.locator("#id_wat").press("Control+Enter")
    expect(pagina.locator("#uit")).to_contain_text("Belt dinsdag om kwart voor acht")
    expect(pagina.locator("#id_wat")).to_have_value("")


def _van_de_lijst(dienst: Dienst, pk: int, een: Page, ruben: Mens) -> None:
    """Who is taken off hears that on the open page, and what stood there is gone."""
    pagina = ruben.ga(f"/overleg/{pk}/bezig/")
    expect(pagina.locator("[data-lees]")).to_contain_text("Op dinsdag.")
    dienst.sql(
        "UPDATE overleg_deelname SET verwijderd_op = now(), verwijderd_door_id = user_id WHERE overleg_id = %s "
        "AND user_id = (SELECT id FROM accounts_user WHERE email = 'ruben@rietveen.example')",
        pk,
    )
    expect(pagina.locator("#berichten")).to_contain_text(
        "Je doet niet meer mee aan dit overleg.", timeout=9000
    )
    assert pagina.get_by_text("Op dinsdag.").count() == 0
