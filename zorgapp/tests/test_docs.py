"""The documentation keeps up with the code: links lead somewhere, logins and rules are all named."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.conf import settings

from zorgapp.demo.rolverdeling import DOMEIN, MEDEWERKERS, WACHTWOORD, WATERLAND
from zorgapp.demo.school import WATERLAND_STAF

REPO = Path(settings.BASE_DIR)
PAKKETTEN = ("zorgapp", "leerlingen", "ondersteuning", "overleg", "beleid")
BLADEN = [
    REPO / "README.md",
    *sorted((REPO / "docs").rglob("*.md")),
    *sorted((REPO / "deploy").rglob("*.md")),
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
PLAATJE_HOOGSTENS = 120 * 1024  # bytes


def _kaal(blad: Path) -> str:
    """The text of a page without its code."""
    zonder_blok = re.sub(r"^```.*?^```", "", blad.read_text(), flags=re.M | re.S)
    return re.sub(r"`[^`\n]*`", "", zonder_blok)


def _anker(kop: str) -> str:
    """The anchor that a heading gets on the usual forges."""
    return re.sub(r"[^\w\- ]", "", kop.lower()).strip().replace(" ", "-")


def _bestaat(blad: Path, doel: str) -> bool:
    pad, _, anker = unquote(doel).partition("#")
    bestemming = (blad.parent / pad).resolve() if pad else blad
    if not bestemming.exists() or not bestemming.is_relative_to(REPO):
        return False
    koppen = re.findall(r"^#+ (.+)$", bestemming.read_text(), re.M) if anker else []
    return not anker or anker in map(_anker, koppen)


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: str(blad.relative_to(REPO)))
def test_elke_verwijzing_leidt_ergens_heen(blad: Path) -> None:
    doelen = [doel for doel in LINK.findall(_kaal(blad)) if not re.match(r"https?:|mailto:", doel)]
    assert [doel for doel in doelen if not _bestaat(blad, doel)] == []


def test_plaatjes_zijn_klein_en_in_gebruik() -> None:
    teksten = "".join(blad.read_text() for blad in BLADEN)
    for plaatje in (REPO / "docs").rglob("*.png"):
        assert plaatje.stat().st_size <= PLAATJE_HOOGSTENS, plaatje
        assert f"/{plaatje.name})" in teksten, plaatje


def test_elke_bladzijde_van_de_handleiding_staat_in_de_index() -> None:
    map_ = REPO / "docs" / "handleiding"
    index = (map_ / "index.md").read_text()
    assert [
        blad.name for blad in map_.glob("*.md") if blad.name != "index.md" and f"({blad.name})" not in index
    ] == []


def test_readme_noemt_elke_demologin() -> None:
    readme = (REPO / "README.md").read_text()
    namen = {f"{m.login}@{DOMEIN}" for m in MEDEWERKERS} | {f"{m.login}@{WATERLAND}" for m in WATERLAND_STAF}
    assert {naam for naam in namen if f"`{naam}`" not in readme} == set()
    assert set(re.findall(rf"`(\w+@(?:{DOMEIN}|{WATERLAND}))`", readme)) == namen
    assert f"`{WACHTWOORD}`" in readme


def _gemerkt() -> Iterator[tuple[int, str]]:
    """Yield (number, test file) of every `regel` mark."""
    for pakket in PAKKETTEN:
        for pad in (REPO / pakket).rglob("test_*.py"):
            for knoop in ast.walk(ast.parse(pad.read_text())):
                if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "pytest.mark.regel":
                    yield ast.literal_eval(knoop.args[0]), str(pad.relative_to(REPO))


def _rijen() -> dict[int, set[str]]:
    """The table of rules: number and the test files it names."""
    rijen = re.findall(r"^\| (\d+) \|(.+)\|$", (REPO / "docs" / "regels.md").read_text(), re.M)
    return {int(nummer): set(re.findall(r"`([\w/]+\.py)`", rest)) for nummer, rest in rijen}


def test_elke_regel_staat_in_de_lijst() -> None:
    gemerkt: dict[int, set[str]] = {}
    for nummer, pad in _gemerkt():
        gemerkt.setdefault(nummer, set()).add(pad)
    rijen = _rijen()
    assert set(gemerkt) <= set(rijen)
    assert [
        (nummer, pad) for nummer, paden in rijen.items() for pad in paden - gemerkt.get(nummer, set())
    ] == []
