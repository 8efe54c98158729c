"""The stylesheet: contrast of every pair of tokens, its files, its weight, and that templates keep to it."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

CSS = Path(settings.BASE_DIR / "static/css/zorgapp.css").read_text(encoding="utf-8")
OVERLEG = Path(settings.BASE_DIR / "static/css/overleg.css").read_text(encoding="utf-8")
BELEID = Path(settings.BASE_DIR / "static/css/beleid.css").read_text(encoding="utf-8")
SJABLONEN = sorted(
    pad for pad in Path(settings.BASE_DIR / "templates").rglob("*.html") if "papier" not in pad.parts
)
TEKST = 4.5
BEELD = 3.0

_DUBBEL = re.findall(r"(--z-[\w-]+): light-dark\((#\w{6}), (#\w{6})\)", CSS)
_ENKEL = re.findall(r"(--z-[\w-]+): (#\w{6});", CSS)
LICHT = {naam: licht for naam, licht, _ in _DUBBEL} | dict(_ENKEL)
DONKER = {naam: donker for naam, _, donker in _DUBBEL} | dict(_ENKEL)

PAREN = [
    *[
        (inkt, grond, TEKST)
        for inkt in ("ink", "ink-2", "ink-3")
        for grond in ("canvas", "surface", "surface-2", "surface-3")
        if (inkt, grond) != ("ink-3", "surface-3")
    ],
    *[("merk", grond, TEKST) for grond in ("canvas", "surface", "surface-2", "merk-tint")],
    ("merk-2", "merk-tint", TEKST),
    ("op-merk", "merk", TEKST),
    ("op-merk", "merk-2", TEKST),
    ("op-zon", "zon", TEKST),
    ("zon-ink", "zon-tint", TEKST),
    *[(inkt, tint, TEKST) for inkt in ("ink", "ink-2") for tint in ("zon-tint", "merk-tint", "rood-tint")],
    *[("rood", grond, TEKST) for grond in ("canvas", "surface", "surface-2", "rood-tint")],
    *[(d, grond, TEKST) for d in ("leer", "pers", "loop") for grond in ("canvas", "surface", "surface-2")],
    *[(d, f"{d}-tint", TEKST) for d in ("leer", "pers", "loop")],
    *[(f"l{n}-ink", f"l{n}", TEKST) for n in (1, 2, 3)],
    *[("control", grond, BEELD) for grond in ("canvas", "surface", "surface-2")],
    ("surface", "ink", TEKST),
]


def helderheid(kleur: str) -> float:
    """Relative luminance of a hex colour (WCAG 2.2)."""
    kanalen = (int(kleur[n : n + 2], 16) / 255 for n in (1, 3, 5))
    rood, groen, blauw = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw


def contrast(een: str, ander: str) -> float:
    """Contrast ratio of two colours (WCAG 2.2), 1 to 21."""
    hoog, laag = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


@pytest.mark.parametrize("thema", [LICHT, DONKER], ids=["licht", "donker"])
@pytest.mark.parametrize(("voor", "achter", "minstens"), PAREN)
def test_contrast(thema: dict[str, str], voor: str, achter: str, minstens: float) -> None:
    assert contrast(thema[f"--z-{voor}"], thema[f"--z-{achter}"]) >= minstens


def bestand(adres: str) -> Path:
    """The file behind a static address; fails when it is in no package and no folder of ours."""
    pad = finders.find(adres)
    assert pad, adres
    return Path(pad)


def test_elke_gebruikte_token_bestaat() -> None:
    gebruikt = set(re.findall(r"var\((--z-[\w-]+)", CSS))
    assert gebruikt <= set(re.findall(r"(--z-[\w-]+):", CSS))


def test_elk_bestand_van_de_opmaak_bestaat() -> None:
    for adres in re.findall(r'url\("\.\./([^"]+)"\)', CSS):
        bestand(adres)


def test_eerste_bezoek_past_in_150_kb() -> None:
    """Everything but the page itself, compressed as it is sent; 28 kB stays for the page (20 kB) and the headers."""
    tekst = [
        "vendor/bootstrap/bootstrap.min.css",
        "css/zorgapp.css",
        "vendor/htmx/htmx.min.js",
        "js/verbinding.js",
        "js/zoek.js",
        "js/toetsen.js",
        "img/logo.svg",
    ]
    letters = [
        "vendor/atkinson/atkinson-hyperlegible-next-latin-wght-normal.woff2",
        "vendor/literata/literata-latin-400-italic.woff2",
    ]
    gewicht = sum(len(gzip.compress(bestand(pad).read_bytes(), 9)) for pad in tekst)
    gewicht += sum(bestand(pad).stat().st_size for pad in letters)
    assert gewicht <= 122_000


@pytest.mark.parametrize("pad", SJABLONEN, ids=lambda pad: pad.name)
def test_sjabloon_houdt_zich_aan_de_huisstijl(pad: Path) -> None:
    """Nothing inline (strict CSP), and no class of ours that the stylesheet does not know."""
    bron = pad.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son\w+=|hx-on|<script(?![^>]*\ssrc=)", bron)
    klassen = {
        k for waarde in re.findall(r'class="([^"]*)"', bron) for k in re.findall(r"\b[zs]-[\w-]+\b", waarde)
    }
    bekend = set(re.findall(r"\.([zs]-[\w-]+)", CSS))
    if pad.name.lstrip("_").startswith(
        "live"
    ):  # the page of a meeting that is on has a stylesheet of its own
        bekend |= set(re.findall(r"\.([zs]-[\w-]+)", OVERLEG))
    if pad.parent.name == "beleid":  # and so have the pages of policy
        bekend |= set(re.findall(r"\.([zs]-[\w-]+)", BELEID))
    assert klassen <= bekend
