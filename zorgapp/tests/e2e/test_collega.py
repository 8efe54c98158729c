"""Choosing a colleague as people do it: the likely one with a letter, any other while typing, and without a script."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from zorgapp.tests.e2e import axe
from zorgapp.tests.e2e.dienst import Dienst
from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte

pytestmark = pytest.mark.e2e

_VERVOLG = "SELECT id FROM ondersteuning_vervolg WHERE status = 'open' AND school_id = %s ORDER BY id LIMIT 1"


def _anders(pagina: Page, veld: str) -> Locator:
    """Open the search behind its question; the field to type in."""
    vak = pagina.locator(f"[name={veld}_naam]")
    pagina.locator(".z-kies", has=vak).locator("summary").click()
    vak.focus()
    return vak


def _gekozen(pagina: Page, veld: str) -> str:
    return str(pagina.locator(f"select[name={veld}]").evaluate("keuze => keuze.selectedOptions[0].text"))


def test_de_waarschijnlijke_collega_met_een_letter(mens: Callable[..., Mens]) -> None:
    """In triage the decision opens with oneself chosen; a letter in the list is enough for a begeleider."""
    angelica = mens("angelica")
    pagina = angelica.ga("/signalen/")
    angelica.toets("2")
    keuze = pagina.locator("details[open] select[name=eigenaar]")
    expect(keuze).to_be_visible()
    assert _gekozen(pagina, "eigenaar").startswith("Angèlica")
    angelica.tab_naar(keuze)
    angelica.typ("Rub")
    assert _gekozen(pagina, "eigenaar").startswith("Ruben Maas")


def test_iemand_anders_met_alleen_het_toetsenbord(mens: Callable[..., Mens]) -> None:
    """The cursor stays in the search while the list changes; Enter fills the choice and sends nothing."""
    angelica = mens("angelica")
    pagina = angelica.ga("/signalen/")
    angelica.toets("2")
    vraag = pagina.locator("details[open] .z-kies summary")
    angelica.tab_naar(vraag)
    angelica.toets("Enter", "Tab")
    angelica.typ("sanne kos")
    gevonden = pagina.locator(".z-zoeklijst [role=option]")
    expect(gevonden).to_have_text(["Sanne Koster, docent Duits"])
    assert angelica.focus() == "eigenaar_naam"
    assert axe.bekijk(pagina) == []
    angelica.toets("ArrowDown")
    expect(gevonden).to_have_attribute("aria-selected", "true")
    angelica.toets("Enter")
    assert _gekozen(pagina, "eigenaar") == "Sanne Koster, docent Duits"
    assert angelica.focus() == "eigenaar"
    expect(pagina.locator("details[open] form.z-uitvoer")).to_be_visible()


def test_overdragen_op_de_telefoon(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    school = dienst.een("SELECT id FROM accounts_school WHERE naam = 'Rietveen College'")
    nummer = dienst.een(_VERVOLG, school)
    angelica = mens("angelica", telefoon=True)
    pagina = angelica.ga(f"/vervolg/{nummer}/")
    vak = _anders(pagina, "eigenaar")
    vak.press_sequentially("fatima")
    angelica.tik(pagina.locator(".z-zoeklijst [role=option]", has_text="Fatima El Amrani"))
    assert _gekozen(pagina, "eigenaar").startswith("Fatima El Amrani")
    assert past_in_de_breedte(pagina)
    morgen = dienst.een("SELECT to_char(CURRENT_DATE + 1, 'YYYY-MM-DD')")
    pagina.locator("[name=datum]").fill(morgen)
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.locator(".z-gedaan")).to_contain_text("Fatima is aan zet.")


def test_een_groep_vult_het_veld_zelf(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    """Without a list of its own the field shows what was chosen."""
    bas = mens("bas")
    joris = dienst.een("SELECT id FROM accounts_user WHERE email = 'joris@rietveen.example'")
    pagina = bas.ga(f"/beheer/mensen/{joris}/klassen/")
    vak = pagina.get_by_label("Lesgroep of klas")
    vak.press_sequentially("h2")
    optie = pagina.get_by_role("option").first
    expect(optie).to_be_visible()
    tekst = optie.inner_text()
    assert axe.bekijk(pagina) == []
    vak.press("ArrowDown")
    vak.press("Enter")
    expect(vak).to_have_value(tekst)
    expect(vak).to_be_focused()


def test_zonder_script_op_naam(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    """Several of that name come back as a choice, with what was typed; the second time one of them is chosen."""
    school = dienst.een("SELECT id FROM accounts_school WHERE naam = 'Rietveen College'")
    nummer = dienst.een(_VERVOLG, school)
    angelica = mens("angelica", java_script_enabled=False, verwacht="status of 422")
    pagina = angelica.ga(f"/vervolg/{nummer}/")
    pagina.locator(".z-kies summary").click()
    pagina.get_by_label("Naam of e-mailadres").fill("de")
    pagina.locator("[name=datum]").fill(dienst.een("SELECT to_char(CURRENT_DATE + 1, 'YYYY-MM-DD')"))
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.locator(".z-fout")).to_contain_text("collega's bij ‘de’")
    expect(pagina.get_by_label("Naam of e-mailadres")).to_have_value("de")
    keuzes = pagina.locator("select[name=eigenaar] optgroup[label=Gevonden] option")
    naam = keuzes.first.inner_text()
    pagina.locator("select[name=eigenaar]").select_option(label=naam)
    pagina.get_by_role("button", name="Bewaar").click()
    expect(pagina.locator(".z-gedaan")).to_contain_text(f"{naam.split()[0]} is aan zet.")


def test_rol_beeindigen_met_een_ander_voor_een_klas(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    bas = mens("bas", verwacht="status of 422")
    rol = dienst.een(
        "SELECT a.id FROM accounts_aanstelling a JOIN accounts_user u ON u.id = a.user_id"
        " WHERE u.email = 'joris@rietveen.example' AND a.rol = 'mentor'"
    )
    pagina = bas.ga(f"/beheer/mensen/rol/{rol}/beeindigen/")
    pagina.get_by_role("button", name=re.compile("^Naar een ander.*Mentor van H3b")).click()
    keuze = pagina.get_by_label("Mentor van H3b", exact=True)
    expect(keuze).to_be_focused()
    keuze.select_option(label="Nog geen")
    pagina.get_by_role("button", name="Beëindig rol").click()
    expect(pagina.locator(".z-fout").first).to_have_text("Kies wie dit overneemt.")
    assert keuze.evaluate("keuze => keuze.value") == "geen"
    assert axe.bekijk(pagina) == []
