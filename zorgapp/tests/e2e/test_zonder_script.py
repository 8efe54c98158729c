"""The signal flow, search and triage work where no script runs."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import Mens

pytestmark = pytest.mark.e2e


@pytest.fixture
def zonder(mens: Callable[..., Mens]) -> Callable[[str], Mens]:
    """Somebody whose browser runs no script."""
    return lambda login: mens(login, java_script_enabled=False, verwacht="status of 422")


def test_signaal_en_antwoord(dienst: Dienst, zonder: Callable[[str], Mens]) -> None:
    sanne, angelica = zonder("sanne"), zonder("angelica")
    pagina = sanne.ga("/signaal/nieuw/")
    pagina.get_by_label("Wat zie je?").fill("Kees Jan leest hardop heel traag.")
    pagina.locator("[name=domein][value=leer]").check(force=True)
    pagina.get_by_label("Over wie gaat het?").fill("bak")
    pagina.get_by_role("button", name="Zoek", exact=True).click()
    expect(pagina.get_by_label("Wat zie je?")).to_have_value("Kees Jan leest hardop heel traag.")
    pagina.get_by_role("button", name=re.compile("Kees Jan Bakker")).click()
    expect(pagina.locator(".z-gekozen")).to_contain_text("Kees Jan Bakker")
    expect(pagina.locator("[name=domein][value=leer]")).to_be_checked()
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_url(re.compile("/verstuurd/$"))
    nummer = dienst.een(
        "SELECT id FROM ondersteuning_signaal WHERE wat_zie_je LIKE 'Kees Jan leest hardop%%'"
    )

    bord = angelica.ga(f"/signalen/?signaal={nummer}")
    blok = bord.locator("details.z-keuzeblok", has_text="Terug naar eerste lijn")
    blok.locator("summary.z-keuze").click()
    blok.get_by_role("link", name="Vul in").click()
    blok.get_by_role("button", name=re.compile("^Stuur naar")).click()
    expect(bord.locator("details[open] .z-fout").first).to_have_text(
        "Schrijf een advies, dan kan je collega verder."
    )
    bord.locator("details[open] [name=advies]").fill("Laat hem vooraf weten wat hij voorleest.")
    bord.locator("details[open]").get_by_role("button", name=re.compile("^Stuur naar")).click()
    expect(bord.locator(".z-gedaan")).to_contain_text("Terug naar Sanne, met advies.")
    bord.get_by_role("button", name="Herstel", exact=True).click()
    expect(bord.locator(".z-gedaan")).to_contain_text("Teruggedraaid")
    assert dienst.een("SELECT status FROM ondersteuning_signaal WHERE id = %s", nummer) == "nieuw"


def test_onvolledig_signaal_zegt_wat_ontbreekt(zonder: Callable[[str], Mens]) -> None:
    pagina = zonder("pieter").ga("/signaal/nieuw/")
    pagina.get_by_label("Wat zie je?").fill("Zit alleen in de pauze.")
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    expect(pagina.get_by_role("alert")).to_contain_text("Nog niet verstuurd.")
    expect(pagina.locator("#fout-leerling")).to_contain_text("Kies eerst over wie het gaat.")
    expect(pagina.get_by_label("Wat zie je?")).to_have_value("Zit alleen in de pauze.")


def test_leerling_zonder_dat_hij_in_de_lijst_staat(dienst: Dienst, zonder: Callable[[str], Mens]) -> None:
    sanne, angelica = zonder("sanne"), zonder("angelica")
    pagina = sanne.ga("/signaal/nieuw/")
    pagina.locator("summary", has_text="Staat de leerling er niet bij?").click()
    pagina.get_by_label("Naam", exact=True).fill("Demir")
    pagina.get_by_label("Klas", exact=True).fill("V4a")
    pagina.locator("[name=domein][value=weet_niet]").check(force=True)
    pagina.get_by_label("Wat zie je?").fill("Zij liep weg uit de aula.")
    pagina.get_by_role("button", name=re.compile("^Verstuur")).click()
    pagina.wait_for_url(re.compile("/verstuurd/$"))
    nummer = dienst.een("SELECT id FROM ondersteuning_signaal WHERE wat_zie_je LIKE 'Zij liep weg%%'")
    bord = angelica.ga(f"/signalen/?signaal={nummer}")
    bord.get_by_label("Naam van de leerling").fill("Demir")
    bord.get_by_role("button", name="Zoek", exact=True).click()
    bord.get_by_role("button", name=re.compile("Yara Demir")).click()
    expect(bord.locator(".z-gedaan")).to_contain_text("Gekoppeld.")
    expect(bord.locator("#h-signaal")).to_have_text("Yara Demir")


def test_zoeken(zonder: Callable[[str], Mens]) -> None:
    pagina = zonder("angelica").ga("/")
    pagina.get_by_label("Zoek een leerling").fill("hofstra")
    pagina.get_by_label("Zoek een leerling").press("Enter")
    pagina.wait_for_url(re.compile(r"/zoek/\?q=hofstra"))
    pagina.get_by_role("link", name=re.compile("Mees Hofstra")).click()
    expect(pagina.get_by_role("heading", level=1)).to_have_text("Mees Hofstra")
