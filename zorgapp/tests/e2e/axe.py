"""axe-core on an open page, in every look that a test asks for."""

from functools import cache
from typing import Any

from django.conf import settings
from playwright.sync_api import Page

from zorgapp.tests.e2e.mens import BUREAU, TELEFOON, past_in_de_breedte
from zorgapp.tests.e2e.oog import mankementen

NORMEN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
ALLES = {"runOnly": {"type": "tag", "values": NORMEN}}
_VRAAG = "async opties => (await axe.run(document, {...opties, resultTypes: ['violations']})).violations"
"""What passed stays in the browser: 40 kB a run that nobody reads."""


@cache
def bron() -> str:
    """The program itself. As init script of a window it need not be sent again with every page."""
    return (settings.NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8") + ";0"


def fouten(pagina: Page, opties: dict[str, Any] = ALLES) -> list[str]:
    """Violations as one line each, with the elements; the page's own policy stays on."""
    if not pagina.evaluate("typeof axe === 'object'"):
        pagina.evaluate(bron())
    overtredingen = pagina.evaluate(_VRAAG, opties)
    return [
        f"{v['id']}: {v['help']}: {[n['html'][:160] + ' | ' + (n['failureSummary'] or '')[:300] for n in v['nodes'][:4]]}"
        for v in overtredingen
    ]


def bekijk(pagina: Page) -> list[str]:
    """Everything on a desk and on a phone in light, contrast in dark (colours do not depend on the width); and on the
    phone nothing sticks out or is too small (`oog.py`).
    """
    gevonden = []
    pagina.emulate_media(color_scheme="light", reduced_motion="reduce")
    for naam, maat in (("bureau", BUREAU), ("telefoon", TELEFOON)):
        pagina.set_viewport_size(maat)  # type: ignore[arg-type]
        gevonden += [f"{naam}: {fout}" for fout in fouten(pagina)]
    pagina.emulate_media(color_scheme="dark", reduced_motion="reduce")
    gevonden += [f"donker: {fout}" for fout in fouten(pagina, CONTRAST)]
    gevonden += [f"telefoon: {mankement}" for mankement in mankementen(pagina)]
    if not past_in_de_breedte(pagina):
        gevonden.append("telefoon: steekt uit")
    return gevonden
