"""Active minutes of somebody at a computer, from what he sees, clicks and types; the model is told in docs/meten.md.

Nobody was clocked: these are the constants of a slow and careful reader who types with a few fingers.
"""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

TYPEN_PER_MIN = 200  # characters
LEZEN_PER_MIN = 1_000  # characters; Dutch is read silently at some 1,300
KIJKEN_S = 20  # to find one's way on a screen that opens
KLIK_S = 3  # to decide, move and click
DENKEN_S = 60  # before the first word of every text of one's own
_TEKST = """e => e.innerText + [...e.querySelectorAll('textarea, input:not([type=hidden])')].map(v => v.value).join(' ')"""


@dataclass
class Actief:
    """What one person did on one page after another: `schermen` in the order in which they were opened."""

    pagina: Page
    schermen: list[str] = field(default_factory=list)
    klikken: int = 0
    getypt: int = 0
    teksten: int = 0
    gelezen: int = 0

    def scherm(self, naam: str) -> None:
        """A screen is open: all of it is read, also what was filled in."""
        self.schermen.append(naam)
        self.gelezen += len(self.pagina.locator("main").evaluate(_TEKST))

    def klik(self, plek: Locator) -> None:
        plek.click()
        self.klikken += 1

    def kies(self, plek: Locator, label: str) -> None:
        """Open a list and choose from it: two clicks."""
        plek.select_option(label=label)
        self.klikken += 2

    def schrijf(self, plek: Locator, tekst: str) -> None:
        """Put the cursor in a box, think, and type below what stands there."""
        self.klik(plek)
        plek.press("Control+End")
        self.pagina.keyboard.type(tekst)
        self.getypt += len(tekst)
        self.teksten += 1

    @property
    def minuten(self) -> float:
        """Reading, finding one's way, clicking, thinking and typing, one after the other."""
        seconden = len(self.schermen) * KIJKEN_S + self.klikken * KLIK_S + self.teksten * DENKEN_S
        return seconden / 60 + self.gelezen / LEZEN_PER_MIN + self.getypt / TYPEN_PER_MIN
