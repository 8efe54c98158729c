"""Notes and documents in a real browser: written on a phone, changed by two at once, uploaded with progress."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from zorgapp.tests.e2e.bladen import _KEES_JAN
from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens

pytestmark = pytest.mark.e2e

PDF = (
    b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)


def _kees_jan(dienst: Dienst) -> int:
    return int(dienst.sql(_KEES_JAN)[0][0])


def _schrijf(een: Mens, leerling: int, tekst: str) -> str:
    """Write a note; return its address."""
    pagina = een.ga(f"/leerlingen/{leerling}/notitie/nieuw/")
    pagina.get_by_label("Observatie").check(force=True)
    pagina.get_by_label("Wat gebeurde er?").fill(tekst)
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.wait_for_url(re.compile(r"/notities/\d+/$"))
    expect(pagina.locator("main")).to_contain_text(tekst)
    return pagina.url.removeprefix(een.dienst.basis)


def test_een_concept_op_de_telefoon_overleeft_een_dicht_tabblad(
    dienst: Dienst, mens: Callable[..., Mens]
) -> None:
    joris, leerling = mens("joris", telefoon=True, verwacht="422"), _kees_jan(dienst)
    pagina = joris.ga(f"/leerlingen/{leerling}/notitie/nieuw/")
    pagina.get_by_label("Wat gebeurde er?").press_sequentially("Hij begon meteen.")
    sleutel = f"notitie:nieuw:{leerling}"
    wacht(
        lambda: (
            dienst.sql("SELECT inhoud->>'tekst' FROM werk_concept WHERE sleutel = %s", sleutel)
            == [("Hij begon meteen.",)]
        ),
        5,
        "het concept van de notitie",
    )
    pagina.close()
    joris.pagina = joris.tabblad()
    pagina = joris.ga(f"/leerlingen/{leerling}/notitie/nieuw/")
    expect(pagina.get_by_label("Wat gebeurde er?")).to_have_value("Hij begon meteen.")
    pagina.get_by_role("button", name="Leg vast").click()  # what kind of note it is was not said yet
    expect(pagina.get_by_role("alert")).to_contain_text("Nog niet bewaard.")
    expect(pagina.get_by_label("Wat gebeurde er?")).to_have_value("Hij begon meteen.")
    pagina.get_by_label("Observatie").check(force=True)
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.wait_for_url(re.compile(r"/notities/\d+/$"))


def test_twee_mensen_wijzigen_een_notitie(dienst: Dienst, mens: Callable[..., Mens]) -> None:
    joris, angelica = mens("joris", verwacht="409"), mens("angelica")
    adres = _schrijf(joris, _kees_jan(dienst), "Eerste tekst.")
    hier, daar = joris.ga(f"{adres}wijzigen/"), angelica.ga(f"{adres}wijzigen/")
    daar.get_by_label("Wat gebeurde er?").fill("Tekst van Angelica.")
    daar.get_by_role("button", name="Bewaar deze tekst").click()
    daar.wait_for_url(f"**{adres}")
    hier.get_by_label("Wat gebeurde er?").fill("Tekst van Joris.")
    hier.get_by_role("button", name="Bewaar deze tekst").click()
    melding = hier.get_by_role("alert")
    expect(melding).to_contain_text("Tekst van Angelica.")
    expect(hier.get_by_label("Wat gebeurde er?")).to_have_value("Tekst van Joris.")
    hier.get_by_label("Wat gebeurde er?").fill("Tekst van ons allebei.")
    hier.get_by_role("button", name="Bewaar deze tekst").click()
    hier.wait_for_url(f"**{adres}")
    expect(hier.locator("main")).to_contain_text("Tekst van ons allebei.")
    expect(hier.get_by_role("heading", name="Eerdere teksten")).to_be_visible()


def test_stukken_met_voortgang_en_een_bestand_dat_liegt(
    dienst: Dienst, mens: Callable[..., Mens], tmp_path: Path
) -> None:
    angelica, leerling = mens("angelica", telefoon=True, verwacht="422"), _kees_jan(dienst)
    goed, liegt = tmp_path / "verslag.pdf", tmp_path / "verslag.docx"
    goed.write_bytes(PDF + b"%" + b" " * 400_000 + b"\n")
    liegt.write_bytes(PDF)
    pagina = angelica.ga(f"/leerlingen/{leerling}/stukken/nieuw/")
    pagina.get_by_label("Welk bestand?").set_input_files([goed, liegt])
    pagina.get_by_label("Verslag", exact=True).check(force=True)
    pagina.get_by_role("button", name="Voeg toe").click()
    expect(pagina.get_by_role("alert")).to_contain_text(
        "De naam eindigt op .docx, maar de inhoud is een pdf."
    )
    pagina.get_by_label("Titel").fill("Verslag van de browser")
    pagina.get_by_label("Welk bestand?").set_input_files([goed])
    pagina.get_by_role("button", name="Voeg toe").click()
    pagina.wait_for_url(re.compile(r"/stukken/$"))
    expect(pagina.get_by_text("1 stuk toegevoegd.")).to_be_visible()
    pagina.get_by_text("Verslag van de browser").first.click()
    with pagina.expect_download() as gedownload:
        pagina.get_by_role("link", name="Download").click()
    assert re.fullmatch(r"verslag-\d{4}-\d\d-\d\d-\d+\.pdf", gedownload.value.suggested_filename)
    assert Path(gedownload.value.path()).read_bytes() == goed.read_bytes()
