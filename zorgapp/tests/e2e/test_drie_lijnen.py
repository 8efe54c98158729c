"""The case of Kees Jan from complaint to lesson, as seven people play it on phones and computers.

His parents complain that his facility card is used unevenly. One test, because each step needs the one before it; every
step looks at what the next person finds.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from zorgapp.tests.e2e.dienst import Dienst, wacht
from zorgapp.tests.e2e.mens import Mens, past_in_de_breedte

pytestmark = pytest.mark.e2e

WIE = "Kees Jan Bakker"
NAMEN = ("Kees", "Bakker")  # never in a mail
GROND = re.compile("dyslex", re.IGNORECASE)  # never on a page of a teacher
NIEUW_OP_KAART = "Tekst vooraf of digitaal"
ONDERWERP = "Afspraken gelden niet bij elke docent"
ADVIES, ACTIE = "Woorden leren in stappen", "Laat hem tien woorden per dag leren en overhoor mondeling"
ZIENSWIJZE = "Wij willen dat iedere docent de kaart kent voor de volgende toetsweek."
STEM, OUDERS = "Ik begin nu meteen aan een toets.", "Hij slaapt weer goed voor een toets."


def test_van_klacht_naar_les(dienst: Dienst, mens: Callable[..., Mens], tmp_path: Path) -> None:
    angelica, ilse, ruben = mens("angelica"), mens("ilse"), mens("ruben")
    joris, sanne, pieter = (mens(wie, telefoon=True) for wie in ("joris", "sanne", "pieter"))
    dienst.postbus.mails.clear()

    klacht = _ouders_klagen(angelica)
    _kaart_krijgt_er_iets_bij(angelica)
    _mentor_leest_en_meldt(joris)
    _herinner(angelica)
    _docent_leest_op_de_telefoon(sanne)
    _training_wordt_gevolgd(ruben)
    _toestemming_met_formulier(angelica, tmp_path)
    _naar_de_les(ilse)
    _docent_probeert(sanne, "Hij kende acht van de tien woorden.")
    _docent_probeert(pieter, "Hij vroeg zelf om de volgende lijst.")
    _zit_in_de_les(ilse)
    _zienswijze_bij_het_gesprek(angelica)
    _pas_voor_kees_jan(joris, tmp_path)
    _klacht_is_klaar(angelica, klacht)
    _alles_staat_in_het_dossier(angelica)
    _docent_leest_de_grond_nergens(sanne)
    _geen_naam_in_de_post(dienst)


def _open(een: Mens) -> Page:
    """Find Kees Jan as anybody does: from Vandaag, by typing; ends on his file with what stands beside it."""
    pagina = een.ga("/")
    pagina.get_by_label("Zoek een leerling").first.fill("kees jan")
    pagina.keyboard.press("Enter")
    pagina.locator("main a", has_text=WIE).first.click()
    pagina.wait_for_url(re.compile(r"/leerlingen/\d+/"))
    expect(pagina.locator("#h-kaart")).to_be_visible()
    return pagina


def _kies(pagina: Page, wat: str) -> None:
    pagina.locator("summary", has_text="Vastleggen").click()
    pagina.locator("details[open]").get_by_role("link", name=wat).click()


def _bewaard(pagina: Page, bericht: str = "") -> None:
    expect(pagina.locator(".z-gedaan").first).to_contain_text(bericht)


def _ouders_klagen(angelica: Mens) -> str:
    """Received, the parties heard, agreed; returns the address of the complaint."""
    pagina = _open(angelica)
    _kies(pagina, "Klacht van ouders")
    pagina.get_by_label("Wie heeft de klacht?").select_option(label="Marit Bakker, moeder")
    pagina.get_by_label("Waar gaat het over").fill(ONDERWERP)
    pagina.get_by_label("Wat zeggen de ouders").fill(
        "Een docent noemde dyslexie een modeverschijnsel. Bij Duits kreeg hij geen extra tijd."
    )
    pagina.locator(".z-knopchip", has_text="Telefoon").click()
    pagina.get_by_role("button", name="Leg vast").click()
    pagina.wait_for_url(re.compile(r"/klachten/\d+/$"))
    for partij, gezegd in (
        ("Kees Jan", "Ik durf er niet meer om te vragen."),
        ("De docent", "Ik wist het niet."),
    ):
        pagina.locator("summary", has_text="Noteer wie je hoorde").click()
        pagina.get_by_label("Wie?", exact=True).first.fill(partij)
        pagina.get_by_label("Wat zei hij of zij?").fill(gezegd)
        pagina.get_by_role("button", name="Noteer").click()
        expect(pagina.locator("[aria-labelledby=h-partijen]")).to_contain_text(gezegd)
    pagina.get_by_label("Wat is afgesproken?").fill("Elke docent leest de kaart opnieuw.")
    pagina.get_by_role("button", name="Bewaar de afspraak").click()
    expect(pagina.locator(".z-inleiding")).to_contain_text("Er is een afspraak")
    return pagina.url


def _kaart_krijgt_er_iets_bij(angelica: Mens) -> None:
    """A facility more, and the teachers must read the card again."""
    angelica.pagina.get_by_role("link", name="Naar de leerling").click()
    pagina = angelica.pagina
    pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Wijzigen").click()
    pagina.get_by_label(NIEUW_OP_KAART).check()
    pagina.get_by_role("button", name="Verder met wat je aanvinkte").click()
    pagina.get_by_label("In de les").check()
    pagina.get_by_role("button", name="Zet op de kaart").click()
    expect(pagina.locator("[aria-labelledby=h-op]")).to_contain_text(NIEUW_OP_KAART)
    pagina.get_by_role("link", name="Faciliteitenkaart", exact=True).click()
    expect(pagina.locator("[aria-labelledby=h-lezers]")).to_contain_text("Gezien door 0 van 11 docenten")


def _mentor_leest_en_meldt(joris: Mens) -> None:
    """The mentor confirms too; then one tap says that Kees Jan did not get his time."""
    pagina = joris.ga("/")
    expect(pagina.locator("#h-verder")).to_be_visible()
    expect(pagina.locator("main")).to_contain_text(f"{WIE}")
    pagina = _open(joris)
    pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Openen").tap()
    expect(pagina.locator(".z-melding")).to_contain_text(f"Nieuw: {NIEUW_OP_KAART}")
    pagina.get_by_role("button", name="Gezien").tap()
    _bewaard(pagina, "Gezien.")
    pagina.get_by_role("button", name="Duits", exact=True).tap()
    _bewaard(pagina)
    expect(pagina.locator("[aria-labelledby=h-meldingen]")).to_contain_text("Duits")
    assert past_in_de_breedte(pagina)


def _herinner(angelica: Mens) -> None:
    pagina = angelica.pagina
    pagina.reload()
    expect(pagina.locator("[aria-labelledby=h-lezers]")).to_contain_text("Gezien door 1 van 11 docenten")
    pagina.get_by_role("button", name="Herinner 10").click()
    _bewaard(pagina, "10 collega's krijgen een herinnering")


def _docent_leest_op_de_telefoon(sanne: Mens) -> None:
    """From Vandaag to the class card, to the card, and confirmed."""
    pagina = sanne.ga("/")
    regel = pagina.locator(
        "[aria-labelledby=h-verder] a", has_text=re.compile("faciliteitenkaart(en)? om te lezen")
    )
    expect(regel).to_contain_text(WIE)
    regel.tap()
    pagina.locator("main a.z-rij", has_text="h3b").tap()
    rij = pagina.locator(".z-dk-rij", has_text=WIE)
    expect(rij).to_contain_text("Geef 25% extra tijd.")
    assert past_in_de_breedte(pagina)
    assert not GROND.search(pagina.content())
    rij.get_by_role("link", name="Lees de kaart").tap()
    expect(pagina.locator("main")).to_contain_text(NIEUW_OP_KAART)
    assert not GROND.search(pagina.content())
    pagina.get_by_role("button", name="Gezien").tap()
    _bewaard(pagina, "Gezien.")
    pagina = sanne.ga("/")
    expect(pagina.locator("[aria-labelledby=h-verder]")).to_be_visible()
    expect(
        pagina.locator(
            "[aria-labelledby=h-verder] a", has_text=re.compile("faciliteitenkaart(en)? om te lezen")
        )
    ).not_to_contain_text(WIE)


def _training_wordt_gevolgd(ruben: Mens) -> None:
    """A goal scored in one tap, then an evaluation in which pupil and parents speak first."""
    pagina = _open(ruben)
    pagina.get_by_role("link", name="Faalangsttraining").first.click()
    doel = pagina.locator(".is-doel", has_text="Begint op tijd aan een toets")
    doel.get_by_role("button", name="gelukt", exact=True).click()
    expect(doel.get_by_role("button", name="gelukt", exact=True)).to_have_attribute("aria-pressed", "true")
    pagina.get_by_role("link", name="Evalueer").click()
    pagina.get_by_label("Wat zegt de leerling?").fill(STEM)
    pagina.get_by_label("Wat zeggen de ouders?").fill(OUDERS)
    pagina.get_by_label("De leerling was erbij").check()
    pagina.get_by_label("Wat werkte?").fill("Een begintaak bovenaan de toets.")
    pagina.get_by_label("Doorgaan").check()
    pagina.get_by_role("button", name="Leg de evaluatie vast").click()
    expect(pagina.locator("[aria-labelledby=h-eval]")).to_contain_text(STEM)
    pagina.locator("[aria-labelledby=h-eval] a").first.click()
    expect(pagina.locator("[aria-labelledby=h-ouders]")).to_contain_text(OUDERS)


def _toestemming_met_formulier(angelica: Mens, map_: Path) -> None:
    """The parents are asked whether the school may share with the Taleninstituut, with a form on paper."""
    pagina = _open(angelica)
    _kies(pagina, "Toestemming vragen")
    pagina.get_by_label("Met wie wil je delen?").select_option(label="Taleninstituut")
    pagina.get_by_label("Waarvoor?").fill("de hulp bij lezen overdragen aan de lessen Duits en Frans")
    pagina.get_by_label("de hulpvraag en wat er al is gedaan").check()
    pagina.get_by_role("button", name="Leg de vraag vast").click()
    pagina.wait_for_url(re.compile(r"/toestemming/\d+/$"))
    pagina.get_by_role("button", name="Voor huishouden").first.click()
    _haal_pdf(pagina, map_ / "toestemming.pdf")


def _haal_pdf(pagina: Page, doel: Path) -> None:
    """Wait for the worker on the page of the job and download what it made."""
    with pagina.expect_download(timeout=60_000) as gedownload:
        pagina.locator(".z-voortgang a.btn").click(timeout=60_000)
    gedownload.value.save_as(doel)
    assert doel.read_bytes().startswith(b"%PDF-")
    assert not re.search("kees|bakker", gedownload.value.suggested_filename, re.IGNORECASE)


def _naar_de_les(ilse: Mens) -> None:
    """The remedial teaching of the Taleninstituut goes to the language teachers, by name."""
    pagina = _open(ilse)
    pagina.get_by_role("link", name="Draag over naar de les").click()
    pagina.get_by_label("Uit welk traject?").select_option(label="Remedial teaching")
    pagina.get_by_label("Van wie komt het advies?").fill("het Taleninstituut")
    pagina.get_by_label("Waar gaat het over?").fill(ADVIES)
    pagina.get_by_label("Wat doet de docent, in één regel?").fill(ACTIE)
    pagina.get_by_label("Het advies", exact=True).fill(
        "Tien woorden per dag, hardop en in een zin. Begin met het geluid."
    )
    for docent in ("Sanne Koster", "Pieter Dekker"):
        pagina.locator(".z-knopchip", has_text=docent).click()
    pagina.get_by_label("Wie kijkt terug?").select_option(label="Ilse Brandsma, remedial teacher")
    pagina.get_by_role("button", name="Draag over").click()
    pagina.wait_for_url(re.compile(r"/overdrachten/\d+/$"))
    expect(pagina.locator("[aria-labelledby=h-wie] .z-rij")).to_have_count(2)


def _docent_probeert(docent: Mens, gezien: str) -> None:
    """He finds the advice on Vandaag, says yes, tries it and tells how it went."""
    pagina = docent.ga("/")
    pagina.locator("[aria-labelledby=h-verder] a", has_text="voor je les").tap()
    pagina.locator("main a.z-rij", has_text=ADVIES).tap()
    pagina.get_by_role("button", name="Ik doe mee").tap()
    pagina.get_by_role("button", name="Ik probeer het nu").tap()
    pagina.locator(".z-knopchip", has_text=re.compile("^Gelukt")).tap()
    pagina.get_by_label("Wat zag je?").fill(gezien)
    pagina.get_by_role("button", name="Laat het weten").tap()
    expect(pagina.locator("[aria-labelledby=h-jij] .z-status")).to_contain_text("liet weten hoe het gaat")
    assert not GROND.search(pagina.content())


def _zit_in_de_les(ilse: Mens) -> None:
    """Both reported, so the hand-over ends."""
    pagina = ilse.pagina
    pagina.reload()
    expect(pagina.locator("[aria-labelledby=h-wie]")).to_contain_text("Hij kende acht van de tien woorden.")
    pagina.locator(".z-knopchip", has_text="Het zit in de les").click()
    pagina.get_by_label("Waarom, of wat spraken jullie af?").fill("Beide docenten doen het elke week.")
    pagina.get_by_role("button", name="Leg vast").click()
    expect(pagina.locator(".z-inleiding")).to_contain_text("Het zit in de les.")


def _zienswijze_bij_het_gesprek(angelica: Mens) -> None:
    """What the parents think stands with the note of the talk, in their own words."""
    pagina = _open(angelica)
    pagina.locator(".z-tijdlijn a.z-soort", has_text="Gesprek met ouders").first.click()
    pagina.locator("[aria-labelledby=h-zienswijze]").get_by_role("link", name="Toevoegen").click()
    pagina.locator(".z-regel", has_text="Marit Bakker").click()
    pagina.get_by_label("In eigen woorden").fill(ZIENSWIJZE)
    pagina.get_by_role("button", name="Teken op").click()
    expect(pagina.locator("[aria-labelledby=h-zienswijze]")).to_contain_text(ZIENSWIJZE)


def _pas_voor_kees_jan(joris: Mens, map_: Path) -> None:
    pagina = _open(joris)
    pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Openen").tap()
    pagina.get_by_role("button", name="Pas voor Kees Jan").tap()
    _haal_pdf(pagina, map_ / "pas.pdf")


def _klacht_is_klaar(angelica: Mens, adres: str) -> None:
    """The parents hear what was done, and the complaint closes."""
    pagina = angelica.ga(adres.removeprefix(angelica.dienst.basis))
    pagina.get_by_label("Wat horen de ouders?").fill("De docenten lazen de kaart en doen wat er staat.")
    pagina.get_by_role("button", name="Sluit de klacht").click()
    expect(pagina.locator(".z-inleiding")).to_contain_text("Gesloten")


def _alles_staat_in_het_dossier(angelica: Mens) -> None:
    pagina = _open(angelica)
    tijdlijn = pagina.locator(".z-tijdlijn")
    for wat in (ONDERWERP, f"Nieuw: {NIEUW_OP_KAART}", ADVIES, "Evaluatie: doorgaan"):
        expect(tijdlijn).to_contain_text(wat)


def _docent_leest_de_grond_nergens(sanne: Mens) -> None:
    """A teacher opens all there is of Kees Jan for her, and the reason of his card stands nowhere."""
    pagina = _open(sanne)
    paden = {a.get_attribute("href") or "" for a in pagina.locator("main a[href^='/']").all()}
    assert len(paden) > 5
    for pad in sorted(
        pad for pad in paden if re.match(r"/(leerlingen|trajecten|notities|stukken|hgw)/", pad)
    ):
        assert not GROND.search(sanne.ga(pad).content()), pad


def _geen_naam_in_de_post(dienst: Dienst) -> None:
    """The reminders went out, and no mail says about whom."""
    dienst.dagmail()
    wacht(
        lambda: any("faciliteitenkaart" in mail.get_content() for mail in dienst.postbus.aan("koen@")),
        30,
        "de mail voor een docent die de kaart nog niet las",
    )
    for mail in dienst.postbus.mails:
        tekst = f"{mail['Subject']}\n{mail.get_content()}"
        assert not [woord for woord in (*NAMEN, "dyslex") if woord in tekst], tekst
