"""Nobody loses what he typed: closed tab, no connection, signed out, two tabs; and nothing stays on the device."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens, log_in

pytestmark = pytest.mark.e2e

NIEUW = "/signaal/nieuw/"
UITGELOGD = r"status of 401|status of 403"
GEEN_NET = r"ERR_INTERNET_DISCONNECTED"
BOTSING = r"status of 409"


def _concept(dienst: Dienst, login: str) -> dict[str, Any]:
    """The draft of one person as it stands in the database; empty when there is none."""
    rijen = dienst.sql(
        "SELECT c.inhoud FROM werk_concept c JOIN accounts_user u ON u.id = c.eigenaar_id WHERE u.email = %s",
        f"{login}@rietveen.example",
    )
    return dict(rijen[0][0]) if rijen else {}


def _staat_er(dienst: Dienst, login: str, tekst: str, seconden: float = 3) -> None:
    wacht(
        lambda: _concept(dienst, login).get("wat_zie_je") == tekst, seconden, f"concept van {login}: {tekst}"
    )


def _veld(pagina: Page) -> Any:
    return pagina.get_by_label("Wat zie je?")


def _stand(pagina: Page) -> Any:
    return pagina.locator("[data-concept-status]")


def _kies_leerling(pagina: Page, zoek: str, naam: str) -> None:
    pagina.get_by_label("Over wie gaat het?").press_sequentially(zoek)
    pagina.get_by_role("button", name=re.compile(naam)).click()
    expect(pagina.locator(".z-gekozen")).to_contain_text(naam)


def test_dicht_tabblad(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    pieter = mens("pieter")
    pagina = pieter.ga(NIEUW)
    _kies_leerling(pagina, "bak", "Kees Jan Bakker")
    pagina.locator(".z-tegel", has_text="Persoonlijk").click()
    _veld(pagina).press_sequentially("Hij was de hele les stil.")
    _staat_er(dienst, "pieter", "Hij was de hele les stil.")
    expect(_stand(pagina)).to_have_text(re.compile(r"^Bewaard om \d\d\.\d\d uur$"))
    assert "q" not in _concept(dienst, "pieter")
    pagina.close()
    pieter.pagina = pieter.tabblad()
    pagina = pieter.ga(NIEUW)
    expect(_veld(pagina)).to_have_value("Hij was de hele les stil.")
    expect(pagina.locator(".z-gekozen")).to_contain_text("Kees Jan Bakker")
    expect(pagina.locator("[name=domein][value=pers]")).to_be_checked()
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_url(re.compile("/verstuurd/$"))
    assert _concept(dienst, "pieter").get("wat_zie_je") is None
    expect(_veld(pieter.ga(NIEUW))).to_have_value("")


def test_geen_verbinding(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    esra = mens("esra", telefoon=True, verwacht=GEEN_NET)
    pagina = esra.ga(NIEUW)
    esra.context.set_offline(True)
    _veld(pagina).press_sequentially("Praat met niemand.")
    expect(_stand(pagina)).to_have_text("Geen verbinding. Je tekst staat nog in dit scherm.")
    pagina.get_by_role("button", name=re.compile("^Verstuur")).tap()
    pagina.wait_for_timeout(500)
    expect(_veld(pagina)).to_have_value("Praat met niemand.")
    assert pagina.url.endswith(NIEUW) and _concept(dienst, "esra") == {}
    esra.context.set_offline(False)
    _staat_er(dienst, "esra", "Praat met niemand.", 8)
    expect(_stand(pagina)).to_have_text(re.compile("^Bewaard om"))


def test_zoeken_zonder_verbinding_zegt_wat_er_is(mens: Callable[..., Mens]) -> None:
    esra = mens("esra", verwacht=f"{GEEN_NET}|error: htmx:")
    pagina = esra.ga("/leerlingen/")
    esra.context.set_offline(True)
    pagina.get_by_role("combobox").press_sequentially("mees")
    expect(pagina.locator("#berichten")).to_contain_text("Dit is nu niet op te halen.")


def test_uitgelogd_in_een_ander_tabblad(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    bram = mens("bram", verwacht=UITGELOGD, vers=True)
    pagina = bram.ga(NIEUW)
    _kies_leerling(pagina, "dem", "Yara Demir")
    pagina.locator(".z-tegel", has_text="Leerproces").click()
    _veld(pagina).press_sequentially("Yara begon")
    _staat_er(dienst, "bram", "Yara begon")
    ander = bram.tabblad()
    ander.goto(f"{dienst.basis}/")
    ander.get_by_role("button", name=re.compile("Bram Vos")).click()
    ander.get_by_role("button", name="Uitloggen").click()
    ander.wait_for_url(re.compile("/inloggen/"))
    _veld(pagina).press_sequentially(" te huilen in de les.")
    expect(_stand(pagina)).to_have_text(
        "Je bent uitgelogd. Log in een ander tabblad in; je tekst blijft hier staan."
    )
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_timeout(500)
    expect(_veld(pagina)).to_have_value("Yara begon te huilen in de les.")
    assert _concept(dienst, "bram")["wat_zie_je"] == "Yara begon"
    log_in(ander, dienst, "bram")
    _staat_er(dienst, "bram", "Yara begon te huilen in de les.", 8)
    expect(_stand(pagina)).to_have_text(re.compile("^Bewaard om"))
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_url(re.compile("/verstuurd/$"))
    assert dienst.een(
        "SELECT count(*) FROM ondersteuning_signaal WHERE wat_zie_je = %s", "Yara begon te huilen in de les."
    )


def test_iemand_anders_ingelogd(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    hanna = mens("hanna", verwacht=UITGELOGD, vers=True)
    pagina = hanna.ga(NIEUW)
    hanna.context.clear_cookies()
    log_in(hanna.tabblad(), dienst, "karin")
    _veld(pagina).press_sequentially("Dit is van Hanna.")
    expect(_stand(pagina)).to_contain_text("Er is nu iemand anders ingelogd.")
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_timeout(500)
    assert pagina.url.endswith(NIEUW)
    assert not dienst.een("SELECT count(*) FROM werk_concept WHERE inhoud::text LIKE '%%van Hanna%%'")


@pytest.mark.parametrize("keuze", ["Houd deze", "Gebruik die"])
def test_twee_tabbladen(dienst: Dienst, mens: Callable[..., Mens], keuze: str) -> None:
    wie = {"Houd deze": "ilse", "Gebruik die": "tom"}[keuze]
    een = mens(wie, verwacht=BOTSING)
    pagina, ander = een.ga(NIEUW), een.tabblad()
    ander.goto(f"{dienst.basis}{NIEUW}")
    _veld(ander).press_sequentially("Uit het andere tabblad.")
    _staat_er(dienst, wie, "Uit het andere tabblad.")
    _veld(pagina).press_sequentially("Uit dit tabblad.")
    expect(_stand(pagina)).to_contain_text("In een ander tabblad staat een nieuwere versie.")
    expect(pagina.locator("form .z-melding")).to_contain_text("Uit het andere tabblad.")
    assert _concept(dienst, wie)["wat_zie_je"] == "Uit het andere tabblad."
    pagina.get_by_role("button", name=keuze).click()
    uitkomst = "Uit dit tabblad." if keuze == "Houd deze" else "Uit het andere tabblad."
    expect(_veld(pagina)).to_have_value(uitkomst)
    _staat_er(dienst, wie, uitkomst)


def test_niets_op_het_toestel(mens: Callable[..., Mens]) -> None:
    ruben = mens("ruben")
    pagina = ruben.ga(NIEUW)
    _veld(pagina).press_sequentially("Dit mag nergens blijven staan.")
    expect(_stand(pagina)).to_have_text(re.compile("^Bewaard om"))
    ruben.ga("/")
    ruben.ga("/zoek/?q=Bakker")
    assert pagina.evaluate(
        "async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,"
        " (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]"
    ) == [0, 0, 0, 0, 0]
