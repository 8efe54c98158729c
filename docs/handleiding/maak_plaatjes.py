"""Take the pictures of the user guide from a running demo school.

    ./start --data /tmp/plaatjes --poort 8123          # a fresh demo, thrown away afterwards
    .venv/bin/python docs/handleiding/maak_plaatjes.py http://127.0.0.1:8123
    .venv/bin/python docs/handleiding/maak_plaatjes_drie_lijnen.py http://127.0.0.1:8123
    .venv/bin/python docs/handleiding/maak_plaatjes_opp.py http://127.0.0.1:8123
    .venv/bin/python docs/handleiding/maak_plaatjes_beleid.py http://127.0.0.1:8123
    .venv/bin/python docs/handleiding/maak_plaatjes_overleg.py http://127.0.0.1:8123          # in this order

Needs the packages of ./test and a Chromium. It files and answers a signal and uploads a file, so use a demo of its own.
"""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

MAP = Path(__file__).parent / "plaatjes"
BUREAU, BREED = ViewportSize(width=1180, height=740), ViewportSize(width=1440, height=860)
TELEFOON, HELE_VRAGENLIJST = ViewportSize(width=390, height=760), ViewportSize(width=390, height=1330)
WACHTWOORD = "zorgapp-demo"
KLEUREN = 256
LEERLINGEN = (
    "leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas\n"
    "90001;Robin;van;Dijk;12-04-2012;H2c\n"
    "90002;Jip;;Jansen;30-09-2011;H3b\n"
    "90003;Samira;el;Idrissi;02-02-1899;H3b\n"
    "10001;Kees Jan;;Bakker;;M3a\n"
)


def bewaar(pagina: Page, naam: str, vanaf: str = "") -> None:
    """Store what is on the screen with few colours, which keeps it small; ours stay exactly as they are.

    `vanaf` is what stands at the top of the picture, otherwise the top of the page.
    """
    pagina.wait_for_load_state("networkidle")
    pagina.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    if vanaf:
        pagina.locator(vanaf).first.evaluate(
            "e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)"
        )
    beeld = Image.open(io.BytesIO(pagina.screenshot(animations="disabled")))
    doel = MAP / f"{naam}.png"
    klein = beeld.convert("RGB").quantize(
        KLEUREN, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
    )
    klein.save(doel, optimize=True)
    sys.stdout.write(f"{doel.name} {doel.stat().st_size // 1024} kB\n")


class Fotograaf:
    """Signs people in at one address and lends out their pages."""

    def __init__(self, browser: Browser, basis: str) -> None:
        self.browser, self.basis = browser, basis

    @contextmanager
    def als(self, login: str, maat: ViewportSize = BUREAU) -> Iterator[Page]:
        """A window of somebody who is signed in."""
        context = self.browser.new_context(
            viewport=maat, locale="nl-NL", color_scheme="light", base_url=self.basis
        )
        pagina = context.new_page()
        pagina.goto("/inloggen/")
        if login:
            pagina.fill("[name=login]", login)
            pagina.fill("[name=password]", WACHTWOORD)
            pagina.press("[name=password]", "Enter")
            pagina.wait_for_url(lambda url: "inloggen" not in url)
        yield pagina
        context.close()


def signaal(foto: Fotograaf) -> None:
    """The mentor files a signal on his phone."""
    with foto.als("joris@rietveen.example", TELEFOON) as pagina:
        pagina.goto("/signaal/nieuw/")
        if not pagina.locator("#wie").count():  # the draft of an earlier try
            pagina.get_by_role("button", name="Wijzig").click()
        pagina.fill("#wie", "kees")
        pagina.get_by_role("button", name="Kees Jan Bakker").click()
        pagina.locator("[name=domein][value=leer]").press("Space")
        pagina.fill("#id_wat_zie_je", "Leest bij wiskunde de vraag twee keer en begint dan pas.")
        pagina.locator("[name=geprobeerd][value=uitleg]").press("Space")
        pagina.set_viewport_size(HELE_VRAGENLIJST)
        bewaar(pagina, "signaal")
        pagina.set_viewport_size(TELEFOON)
        pagina.get_by_role("button", name="Verstuur").click()
        pagina.wait_for_url("**/verstuurd/")
        bewaar(pagina, "verstuurd")


def coordinator(foto: Fotograaf) -> None:
    """The coordinator judges it, and looks at the pupil."""
    with foto.als("angelica@rietveen.example", BREED) as pagina:
        bewaar(pagina, "vandaag")
        pagina.goto("/signalen/")
        pagina.locator(".z-lijst a", has_text="Leest bij wiskunde").click()
        pagina.locator("summary", has_text="Terug naar eerste lijn").click()
        pagina.get_by_label("Advies aan Joris").fill(
            "Laat hem de vraag in eigen woorden navertellen voor hij begint."
        )
        bewaar(pagina, "beoordelen")
        pagina.get_by_role("button", name="Stuur naar Joris").click()
        pagina.locator(".z-gedaan").wait_for()
        pagina.set_viewport_size(BUREAU)
        pagina.goto("/zoek/?q=kees+jan")
        pagina.locator("main a", has_text="Kees Jan Bakker").first.click()
        pagina.wait_for_url("**/leerlingen/*/")
        bewaar(pagina, "leerling")
        pagina.get_by_role("link", name="Wie keek mee").click()
        bewaar(pagina, "wie-keek-mee")
        pagina.goto("/vervolg/")
        pagina.locator("main a.z-rij", has_text="Kees Jan Bakker").first.click()
        bewaar(pagina, "vervolg")
        pagina.goto("/beheer/instellingen/")
        bewaar(pagina, "instellingen")


def antwoord(foto: Fotograaf) -> None:
    """The mentor reads his answer."""
    with foto.als("joris@rietveen.example", TELEFOON) as pagina:
        pagina.goto("/signaal/mijn/")
        bewaar(pagina, "mijn-signalen")
        pagina.locator("a.z-signaal").first.click()
        bewaar(pagina, "antwoord")


def beheer(foto: Fotograaf) -> None:
    """The beheerder: colleagues, a preview of an import, and the first steps of a school without pupils."""
    with foto.als("bas@rietveen.example") as pagina:
        pagina.goto("/beheer/mensen/")
        bewaar(pagina, "mensen")
        pagina.goto("/beheer/import/")
        bestand = {"name": "leerlingen.csv", "mimeType": "text/csv", "buffer": LEERLINGEN.encode()}
        pagina.set_input_files("[type=file]", bestand)
        pagina.get_by_role("button", name="Bekijk wat er verandert").click()
        pagina.get_by_role("button", name="Importeer").wait_for()
        pagina.get_by_role("link", name="Nieuw").click()
        bewaar(pagina, "import")
    with foto.als("lies@waterland.example") as pagina:
        pagina.goto("/beheer/instellingen/eerste-stappen/")
        bewaar(pagina, "eerste-stappen")


@contextmanager
def fotograaf() -> Iterator[Fotograaf]:
    """A photographer for the address on the command line."""
    basis = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000"
    MAP.mkdir(exist_ok=True)
    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--lang=nl"],
            env={**os.environ, "LANGUAGE": "nl"},
        )
        yield Fotograaf(browser, basis)
        browser.close()


def main() -> None:
    with fotograaf() as foto:
        with foto.als("", ViewportSize(width=720, height=520)) as pagina:
            bewaar(pagina, "inloggen")
        for deel in (signaal, coordinator, antwoord, beheer):
            deel(foto)


if __name__ == "__main__":
    main()
