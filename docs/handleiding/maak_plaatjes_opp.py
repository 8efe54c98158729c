"""Take the pictures of the ontwikkelingsperspectief from the OPPs of the demo; nothing that other pictures show changes.

Run maak_plaatjes.py and maak_plaatjes_drie_lijnen.py on the same fresh demo first. Needs pdftoppm (poppler-utils).
"""

import re
import subprocess
import tempfile
from pathlib import Path

from maak_plaatjes import BREED, BUREAU, MAP, Fotograaf, bewaar, fotograaf
from PIL import Image
from playwright.sync_api import Page, ViewportSize

Z, MARIJKE = "angelica@rietveen.example", "marijke@rietveen.example"
HOOG, TABLET, SMAL_HOOG = (
    ViewportSize(width=1180, height=900),
    ViewportSize(width=700, height=860),
    ViewportSize(width=390, height=900),
)
CODE = re.compile(r"^[A-Z2-9]{4} [A-Z2-9]{4}$")


def opp(pagina: Page, wie: str) -> str:
    """Open the OPP of a pupil from his file; its address."""
    pagina.goto(f"/zoek/?q={wie.replace(' ', '+')}")
    pagina.locator("main a", has_text=wie).first.click()
    pagina.wait_for_url("**/leerlingen/*/")
    pagina.locator("[aria-labelledby=h-opp] a[href^='/opp/']").first.click()
    pagina.wait_for_url(re.compile(r"/opp/\d+/$"))
    return pagina.url


def link_op_papier(pagina: Page, knop: str) -> tuple[str, str]:
    """Ask for a personal link; its address and its code."""
    pagina.get_by_role("button", name=knop).first.click()
    adres = "/persoonlijk/" + pagina.get_by_text("/persoonlijk/").inner_text().rpartition("/persoonlijk/")[2]
    return adres, pagina.locator("p", has_text=CODE).inner_text()


def open_link(foto: Fotograaf, adres: str, code: str, naam: str, maat: ViewportSize) -> None:
    """What stands behind a personal link, for who has no account."""
    with foto.als("", maat) as pagina:
        pagina.goto(adres)
        pagina.get_by_label("Code").fill(code)
        pagina.get_by_role("button", name="Ga verder").click()
        pagina.get_by_label("Code").wait_for(state="detached")
        bewaar(pagina, naam)


def schrijven(foto: Fotograaf) -> None:
    """Who needs one, and writing that of Kees Jan."""
    with foto.als(Z, BUREAU) as pagina:
        pagina.goto("/opp/?lijst=te_laat")
        bewaar(pagina, "opp-lijst")
        pagina.set_viewport_size(HOOG)
        adres = opp(pagina, "Kees Jan Bakker")
        for scherm in ("perspectief", "handelingsdeel"):
            pagina.goto(f"{adres}{scherm}/")
            bewaar(pagina, f"opp-{scherm}")
        pagina.set_viewport_size(BREED)
        pagina.goto(adres)
        pagina.locator("#h-stem").wait_for()
        bewaar(pagina, "opp")


def samen(foto: Fotograaf) -> None:
    """The pupil, the parents, one who said no, and the schoolleider."""
    with foto.als(Z, BREED) as pagina:
        adres = opp(pagina, "Kees Jan Bakker")
        pagina.goto(f"{adres}horen/")
        bewaar(pagina, "opp-horen")
        leerling = link_op_papier(pagina, "Geef een link op papier")
        pagina.set_viewport_size(BUREAU)
        adres = opp(pagina, "Mees Hofstra")
        pagina.goto(f"{adres}instemming/")
        bewaar(pagina, "opp-akkoord")
        ouder = link_op_papier(pagina, "Link op papier")
        adres = opp(pagina, "Dani Kroon")
        pagina.goto(f"{adres}instemming/")
        bewaar(pagina, "opp-geen-akkoord")
    open_link(foto, *leerling, "opp-leerling", TABLET)
    open_link(foto, *ouder, "opp-ouder", SMAL_HOOG)
    with foto.als(MARIJKE, BREED) as pagina:
        pagina.goto("/opp/voorgelegd/")
        pagina.locator("main a.z-rij").first.click()
        pagina.locator("#h-besluit").wait_for()
        bewaar(pagina, "opp-schoolleider")
        pagina.goto("/opp/orde/")
        pagina.set_viewport_size(ViewportSize(width=1180, height=430))
        bewaar(pagina, "opp-cijfer")


def jaar(foto: Fotograaf) -> None:
    """Two versions, looking back, a bundle, and the first page on paper."""
    with foto.als(Z, BUREAU) as pagina:
        adres = opp(pagina, "Keesha Williams")
        pagina.goto(f"{adres}vergelijk/")
        bewaar(pagina, "opp-vergelijk")
        adres = opp(pagina, "Jada Wong")
        pagina.goto(f"{adres}evaluatie/")
        bewaar(pagina, "opp-evaluatie")
        opp(pagina, "Kees Jan Bakker")
        pagina.get_by_role("button", name="OPP voor het dossier").first.click()
        with pagina.expect_download(timeout=60_000) as gehaald:
            pagina.locator(".z-voortgang a.btn").click(timeout=60_000)
        _eerste_blad(Path(gehaald.value.path()))
        pagina.set_viewport_size(ViewportSize(width=1180, height=430))
        pagina.goto("/opp/bundels/")
        pagina.get_by_role("button", name="Maak de bundel").click()
        pagina.get_by_role("link", name="Download de zip").wait_for(timeout=120_000)
        pagina.reload()  # without what was just done
        bewaar(pagina, "opp-bundel")


def _eerste_blad(pdf: Path) -> None:
    with tempfile.TemporaryDirectory() as map_:
        subprocess.run(
            ["pdftoppm", "-png", "-r", "84", "-f", "1", "-l", "1", str(pdf), f"{map_}/opp"], check=True
        )
        beeld = Image.open(next(Path(map_).glob("opp*.png"))).convert("RGB")
    beeld.quantize(64, Image.Quantize.MAXCOVERAGE).save(MAP / "opp-pdf.png", optimize=True)


def main() -> None:
    with fotograaf() as foto:
        for deel in (schrijven, samen, jaar):
            deel(foto)


if __name__ == "__main__":
    main()
