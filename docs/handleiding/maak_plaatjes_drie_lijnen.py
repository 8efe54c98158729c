"""Take the pictures of the three lines: the case of Kees Jan played once, and the pages around it.

Run maak_plaatjes.py on the same fresh demo first. Needs pdftoppm (poppler-utils) for the picture of the pass.
"""

import re
import subprocess
import tempfile
from pathlib import Path

from maak_plaatjes import BREED, BUREAU, MAP, TELEFOON, Fotograaf, bewaar, fotograaf
from PIL import Image
from playwright.sync_api import Page, ViewportSize

WIE = "Kees Jan Bakker"
Z, JORIS, SANNE, ESRA = (f"{wie}@rietveen.example" for wie in ("angelica", "joris", "sanne", "esra"))
RUBEN, ILSE, PIETER = (f"{wie}@rietveen.example" for wie in ("ruben", "ilse", "pieter"))
HOOG, SMAL_HOOG = ViewportSize(width=1180, height=900), ViewportSize(width=390, height=900)


def dossier(pagina: Page) -> None:
    """Open the file of Kees Jan by searching, with what stands beside the timeline."""
    pagina.goto("/zoek/?q=kees+jan")
    pagina.locator("main a", has_text=WIE).first.click()
    pagina.wait_for_url("**/leerlingen/*/")
    pagina.locator("#h-kaart").wait_for()


def leg_vast(pagina: Page, wat: str) -> None:
    """Choose one way on below Vastleggen."""
    pagina.locator("summary", has_text="Vastleggen").click()
    pagina.locator("details[open]").get_by_role("link", name=wat).click()


def stil(pagina: Page) -> None:
    """Open the page again, so that the message of what was just done is gone."""
    pagina.reload()


def doe(pagina: Page, knop: str) -> None:
    """Press a button and wait until the page says that it was done."""
    pagina.get_by_role("button", name=knop).click()
    pagina.locator(".z-gedaan").first.wait_for()


def klacht(foto: Fotograaf) -> None:
    """The complaint of the demo, and a facility more on the card."""
    with foto.als(Z, HOOG) as pagina:
        pagina.goto("/klachten/")
        pagina.locator("main a.z-rij").first.click()
        bewaar(pagina, "klacht")
        dossier(pagina)
        pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Wijzigen").click()
        bewaar(pagina, "kaart-wijzigen")
        pagina.get_by_label("Tekst vooraf of digitaal").check()
        pagina.get_by_role("button", name="Verder met wat je aanvinkte").click()
        doe(pagina, "Zet op de kaart")
        pagina.get_by_role("link", name="Faciliteitenkaart", exact=True).click()
        pagina.locator("#h-lezers").wait_for()
        bewaar(pagina, "kaart")


def docent(foto: Fotograaf) -> None:
    """The teacher finds it on her phone, reads the class card and confirms; the mentor reports."""
    with foto.als(SANNE, SMAL_HOOG) as pagina:
        pagina.goto("/")
        pagina.locator("#h-verder").wait_for()
        bewaar(pagina, "wacht-op-jou", "[aria-labelledby=h-verder]")
        pagina.locator("[aria-labelledby=h-verder] a", has_text="faciliteitenkaart").click()
        pagina.locator("main a.z-rij", has_text="h3b").click()
        pagina.set_viewport_size(TELEFOON)
        bewaar(pagina, "docentkaart")
        pagina.locator(".z-dk-rij", has_text=WIE).get_by_role("link", name="Lees de kaart").click()
        bewaar(pagina, "kaart-gezien")
        doe(pagina, "Gezien")
    with foto.als(JORIS, TELEFOON) as pagina:
        dossier(pagina)
        pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Openen").click()
        bewaar(pagina, "niet-gekregen", "[aria-labelledby=h-niet]")


def traject(foto: Fotograaf) -> None:
    """The trainer scores a goal and evaluates."""
    with foto.als(RUBEN, HOOG) as pagina:
        pagina.goto("/trajecten/")
        bewaar(pagina, "mijn-trajecten")
        pagina.locator("[aria-labelledby=h-groepen] a").first.click()
        bewaar(pagina, "groep")
        dossier(pagina)
        pagina.get_by_role("link", name="Faalangsttraining").first.click()
        doel = pagina.locator(".is-doel", has_text="Begint op tijd aan een toets")
        doel.get_by_role("button", name="gelukt", exact=True).click()
        pagina.locator(".z-gedaan").wait_for()
        stil(pagina)
        bewaar(pagina, "traject")
        pagina.get_by_role("link", name="Evalueer").click()
        pagina.get_by_label("Wat zegt de leerling?").fill("Ik begin nu meteen aan een toets.")
        pagina.get_by_label("De leerling was erbij").check()
        pagina.get_by_label("Wat zeggen de ouders?").fill("Hij slaapt weer goed voor een toets.")
        pagina.get_by_label("Wat werkte?").fill("Een begintaak bovenaan de toets.")
        pagina.get_by_label("Doorgaan").check()
        bewaar(pagina, "evaluatie")
        doe(pagina, "Leg de evaluatie vast")


def toestemming(foto: Fotograaf) -> None:
    """The parents are asked; the form goes per household."""
    with foto.als(Z) as pagina:
        dossier(pagina)
        leg_vast(pagina, "Toestemming vragen")
        pagina.get_by_label("Met wie wil je delen?").select_option(label="Taleninstituut")
        pagina.get_by_label("Waarvoor?").fill("de hulp bij lezen overdragen aan de lessen Duits en Frans")
        pagina.get_by_label("de hulpvraag en wat er al is gedaan").check()
        pagina.get_by_role("button", name="Leg de vraag vast").click()
        pagina.wait_for_url(re.compile(r"/toestemming/\d+/$"))
        stil(pagina)
        bewaar(pagina, "toestemming")


def naar_de_les(foto: Fotograaf) -> None:
    """Advice goes to two teachers; both tell how it went."""
    with foto.als(ILSE) as pagina:
        dossier(pagina)
        pagina.get_by_role("link", name="Draag over naar de les").click()
        pagina.get_by_label("Uit welk traject?").select_option(label="Remedial teaching")
        pagina.get_by_label("Van wie komt het advies?").fill("het Taleninstituut")
        pagina.get_by_label("Waar gaat het over?").fill("Woorden leren in stappen")
        pagina.get_by_label("Wat doet de docent, in één regel?").fill(
            "Laat hem tien woorden per dag leren en overhoor mondeling"
        )
        pagina.get_by_label("Het advies", exact=True).fill(
            "Tien woorden per dag, hardop en in een zin. Begin met het geluid, dan pas de spelling."
        )
        for wie in ("Sanne Koster", "Pieter Dekker"):
            pagina.locator(".z-knopchip", has_text=wie).click()
        pagina.get_by_label("Wie kijkt terug?").select_option(label="Ilse Brandsma, remedial teacher")
        pagina.get_by_role("button", name="Draag over").click()
        pagina.wait_for_url(re.compile(r"/overdrachten/\d+/$"))
        adres = pagina.url
    for wie, zag in (
        (SANNE, "Hij kende acht van de tien woorden."),
        (PIETER, "Hij vroeg zelf om de volgende lijst."),
    ):
        _probeer(foto, wie, adres, zag)
    with foto.als(ILSE) as pagina:
        pagina.goto(adres)
        bewaar(pagina, "overdracht")
        pagina.locator(".z-knopchip", has_text="Het zit in de les").click()
        pagina.get_by_label("Waarom, of wat spraken jullie af?").fill("Beide docenten doen het elke week.")
        doe(pagina, "Leg vast")


def _probeer(foto: Fotograaf, wie: str, adres: str, zag: str) -> None:
    with foto.als(wie, SMAL_HOOG) as pagina:
        pagina.goto(adres)
        pagina.get_by_role("button", name="Ik doe mee").click()
        pagina.get_by_role("button", name="Ik probeer het nu").click()
        pagina.locator("[aria-labelledby=h-jij] .z-status", has_text="probeert het").wait_for()
        pagina.goto(adres)
        pagina.locator(".z-knopchip", has_text=re.compile("^Gelukt")).click()
        pagina.get_by_label("Wat zag je?").fill(zag)
        if wie == SANNE:
            bewaar(pagina, "overdracht-docent", "[aria-labelledby=h-advies]")
        doe(pagina, "Laat het weten")


def dossier_van_kees_jan(foto: Fotograaf) -> None:
    """What the parents think, the pass, and the whole on one page."""
    with foto.als(Z, HOOG) as pagina:
        dossier(pagina)
        pagina.locator(".z-tijdlijn a.z-soort", has_text="Gesprek met ouders").first.click()
        pagina.locator("[aria-labelledby=h-zienswijze]").get_by_role("link", name="Toevoegen").click()
        pagina.locator(".z-regel", has_text="Marit Bakker").click()
        pagina.get_by_label("In eigen woorden").fill(
            "Wij willen dat iedere docent de kaart kent voor de volgende toetsweek."
        )
        pagina.get_by_role("button", name="Teken op").click()
        pagina.wait_for_url(re.compile(r"/notities/\d+/"))
        stil(pagina)
        bewaar(pagina, "zienswijze")
        dossier(pagina)
        pagina.set_viewport_size(ViewportSize(width=1180, height=1150))
        bewaar(pagina, "dossier")
        pagina.set_viewport_size(BUREAU)
        pagina.locator("summary", has_text="Vastleggen").click()
        bewaar(pagina, "vastleggen")
    with foto.als(JORIS) as pagina:
        dossier(pagina)
        pagina.locator("[aria-labelledby=h-kaart]").get_by_role("link", name="Openen").click()
        pagina.get_by_role("button", name="Pas voor Kees Jan").click()
        with pagina.expect_download() as gehaald:
            pagina.locator(".z-voortgang a.btn").click()
        _pas(Path(gehaald.value.path()))


def _pas(pdf: Path) -> None:
    """The first page of the pass as a picture, without the white below it."""
    with tempfile.TemporaryDirectory() as map_:
        subprocess.run(
            ["pdftoppm", "-png", "-r", "80", "-f", "1", "-l", "1", str(pdf), f"{map_}/pas"], check=True
        )
        beeld = Image.open(next(Path(map_).glob("pas*.png"))).convert("RGB")
    beeld = beeld.crop((0, 0, beeld.width, int(beeld.height * 0.67)))
    beeld.quantize(64, Image.Quantize.MAXCOVERAGE).save(MAP / "pas.png", optimize=True)


def school(foto: Fotograaf) -> None:
    """The offer of the school, the sociale kaart, tasks, HGW, lists and proposals."""
    with foto.als(Z, BREED) as pagina:
        pagina.goto("/ondersteuning/")
        bewaar(pagina, "ondersteuning")
        pagina.set_viewport_size(BUREAU)
        for pad, naam in (
            ("/aanbod/", "aanbod"),
            ("/ondersteuning/wachtlijst/", "wachtlijst"),
            ("/sociale-kaart/", "sociale-kaart"),
            ("/ondersteuning/taken/", "wie-doet-wat"),
            ("/lijsten/", "lijsten"),
        ):
            pagina.goto(pad)
            bewaar(pagina, naam)
        pagina.goto("/voorstellen/")
        pagina.locator("main a.z-rij", has_text=WIE).first.click()
        bewaar(pagina, "voorstel")
        dossier(pagina)
        pagina.locator("[aria-labelledby=h-hgw] a.z-rij").first.click()
        pagina.get_by_role("link", name="Lees alles").click()
        bewaar(pagina, "hgw")
    with foto.als(ESRA, TELEFOON) as pagina:
        pagina.goto("/lijsten/mijn/")
        pagina.get_by_role("link", name=re.compile("Welbevinden")).click()
        bewaar(pagina, "lijst-klas")


def main() -> None:
    with fotograaf() as foto:
        for deel in (klacht, docent, traject, toestemming, naar_de_les, dossier_van_kees_jan, school):
            deel(foto)


if __name__ == "__main__":
    main()
