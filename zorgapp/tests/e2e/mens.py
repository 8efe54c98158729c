"""A person in a browser window of his own: signs in, taps, types; what the browser complains about is kept."""

import re
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page

from zorgapp.tests.e2e.dienst import Dienst

WACHTWOORD = "zorgapp-demo"
BUREAU, TELEFOON = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
S_PER_TEKEN, S_PER_TIK = 0.25, 1.35  # the keystroke model of DESIGN §9

_sessies: dict[tuple[str, str], Any] = {}


class Mens:
    """Counts taps and typed characters. `pagina` is the open tab; `tabblad()` opens another one."""

    def __init__(self, dienst: Dienst, context: BrowserContext, login: str, verwacht: str) -> None:
        self.dienst, self.context, self.login = dienst, context, login
        self.verwacht = re.compile(verwacht) if verwacht else None
        self.tikken = self.tekens = 0
        self.regels: list[str] = []
        context.on("console", self._hoor)
        context.on("weberror", lambda fout: self.regels.append(f"script: {fout.error}"))
        self.pagina = context.new_page()

    def _hoor(self, bericht: ConsoleMessage) -> None:
        if bericht.type in {"error", "warning"}:
            self.regels.append(
                f"{bericht.type}: {bericht.text} ({self.login}, {bericht.location.get('url')})"
            )

    def klachten(self) -> list[str]:
        """What the browser said that this person did not expect."""
        return [r for r in self.regels if not (self.verwacht and self.verwacht.search(r))]

    def begin_opnieuw(self, verwacht: str) -> None:
        """Forget what the browser said, for a next page in the same window; only `verwacht` is expected there."""
        self.verwacht = re.compile(verwacht) if verwacht else None
        self.regels.clear()

    def tabblad(self) -> Page:
        return self.context.new_page()

    def ga(self, pad: str) -> Page:
        """Open an address of the application in the first tab."""
        antwoord = self.pagina.goto(self.dienst.basis + pad)
        assert antwoord is not None and antwoord.status < 400, f"{self.login} {pad}: {antwoord}"
        return self.pagina

    def tik(self, plek: Locator) -> None:
        plek.tap()
        self.tikken += 1

    def typ(self, tekst: str) -> None:
        """Type into whatever has the cursor."""
        self.pagina.keyboard.type(tekst)
        self.tekens += len(tekst)

    def toets(self, *toetsen: str) -> None:
        for toets in toetsen:
            self.pagina.keyboard.press(toets)

    def tab_naar(self, plek: Locator, hoogstens: int = 60) -> None:
        """Press Tab until the element has the focus."""
        for _ in range(hoogstens):
            if plek.count() and plek.first.evaluate("element => element === document.activeElement"):
                return
            self.pagina.keyboard.press("Tab")
        raise AssertionError(f"met {hoogstens} keer Tab niet bereikt: {plek}")

    def focus(self) -> str:
        """The name (or id) of the field that has the cursor."""
        return str(self.pagina.evaluate("document.activeElement.name || document.activeElement.id"))

    @property
    def seconden(self) -> float:
        """How long this took a person, by the keystroke model."""
        return self.tekens * S_PER_TEKEN + self.tikken * S_PER_TIK


def meld_aan(
    dienst: Dienst,
    browser: Browser,
    login: str,
    telefoon: bool = False,
    verwacht: str = "",
    maat: dict[str, int] | None = None,
    vers: bool = False,
    **opties: Any,
) -> Mens:
    """Open a window for `login` (empty: nobody). One session per person is kept for speed, unless `vers`."""
    opties = {"viewport": maat or (TELEFOON if telefoon else BUREAU), "locale": "nl-NL"} | opties
    opties |= {"has_touch": telefoon, "is_mobile": telefoon, "timezone_id": "Europe/Amsterdam"}
    sleutel = (dienst.basis, login)
    if login and not vers and sleutel in _sessies:
        opties["storage_state"] = _sessies[sleutel]
    mens = Mens(dienst, browser.new_context(**opties), login, verwacht)
    if login and "storage_state" not in opties:
        log_in(mens.pagina, dienst, login)
        if not vers:
            _sessies[sleutel] = mens.context.storage_state()
    return mens


def log_in(pagina: Page, dienst: Dienst, login: str) -> None:
    """Sign in through the form."""
    pagina.goto(f"{dienst.basis}/inloggen/")
    pagina.get_by_label("E-mailadres").fill(f"{login}@rietveen.example" if "@" not in login else login)
    pagina.get_by_label("Wachtwoord", exact=True).fill(WACHTWOORD)
    pagina.get_by_role("button", name="Inloggen").click()
    pagina.wait_for_url(lambda url: "/inloggen" not in url)


def past_in_de_breedte(pagina: Page) -> bool:
    """Tell whether nothing sticks out at the right."""
    return bool(
        pagina.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    )
