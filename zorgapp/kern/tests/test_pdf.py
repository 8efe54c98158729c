"""A PDF that a screen reader can read, in our own letters, that never asks anything of a network."""

import io
import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from weasyprint import HTML

from zorgapp.kern import pdf as module
from zorgapp.kern.pdf import BASIS, EigenBestanden, GeweigerdAdres, Norm, html_naar_pdf, huisstijl

PAGINA = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Proef</title></head>
<body data-wat="Proef Ömer" data-wie="Vertrouwelijk. Afgedrukt door Sanne Koster op 24 november 2026.">
<h1>Proef</h1><h2>Eén</h2><p>Tekst met <b>vet</b>, een ş, een Ł en € 12.</p><p class="p-stem">‘Ik wil het zelf.’</p>
<h3>Tabel</h3><table class="p-tabel"><thead><tr><th scope="col">Wie</th><th scope="col">Wat</th></tr></thead>
<tbody><tr><th scope="row">Sanne</th><td>Belt</td></tr></tbody></table><h2>Twee</h2>{meer}</body></html>"""


def labels(doc: pikepdf.Pdf) -> list[str]:
    """The tags of the document in reading order."""

    def loop(knoop: Any) -> Iterator[str]:
        if isinstance(knoop, pikepdf.Array):
            for deel in knoop:
                yield from loop(deel)
        elif isinstance(knoop, pikepdf.Dictionary):
            if "/S" in knoop:
                yield str(knoop.S)
            if "/K" in knoop:
                yield from loop(knoop.K)

    return list(loop(doc.Root.StructTreeRoot.K))


def lettertypen(doc: pikepdf.Pdf) -> dict[str, bool]:
    """Every font of every page, and whether it is in the file."""
    gevonden = {}
    for blad in doc.pages:
        for letter in (blad.Resources.get("/Font") or {}).values():
            beschrijving = letter.DescendantFonts[0].FontDescriptor
            erin = "/FontFile2" in beschrijving or "/FontFile3" in beschrijving
            gevonden[str(letter.BaseFont).split("+")[-1]] = erin
    return gevonden


def open_pdf(meer: str = "", norm: Norm = Norm.UA1) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(html_naar_pdf(PAGINA.replace("{meer}", meer), norm)))


def test_toegankelijk_volgens_pdf_ua() -> None:
    doc = open_pdf()
    assert bool(doc.Root.MarkInfo.Marked) and str(doc.Root.Lang) == "nl"
    assert bool(doc.Root.ViewerPreferences.DisplayDocTitle) and str(doc.docinfo["/Title"]) == "Proef"
    with doc.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1" and xmp["dc:title"] == "Proef"
    tags = labels(doc)
    assert [t for t in tags if re.fullmatch(r"/H\d", t)] == ["/H1", "/H2", "/H3", "/H2"]
    assert tags.count("/TH") == 3 and tags.count("/TD") == 1 and tags.count("/Table") == 1


def test_alle_letters_zitten_erin() -> None:
    doc = open_pdf()
    typen = lettertypen(doc)
    assert all(typen.values())
    assert len(typen) >= 3 and all(naam.startswith(("Atkinson", "Literata")) for naam in typen), typen


def test_blijvend_bewaren_kan_ook() -> None:
    doc = open_pdf(norm=Norm.A3A)
    with doc.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")


def test_voet_met_wat_wie_en_x_van_y() -> None:
    pagina = HTML(string=PAGINA.replace("{meer}", "<p>Regel.</p>" * 90), base_url=BASIS)
    letters, stijl = huisstijl()
    bladen = pagina.render(stylesheets=[stijl], font_config=letters).pages
    assert len(bladen) > 1
    for nummer, blad in enumerate(bladen, 1):
        tekst = " ".join(_tekst(blad._page_box))
        for deel in (
            "Proef Ömer",
            "Vertrouwelijk. Afgedrukt door Sanne Koster",
            f"{nummer} van {len(bladen)}",
        ):
            assert deel in tekst


def _tekst(doos: Any) -> Iterator[str]:
    if getattr(doos, "text", None):
        yield doos.text
    for kind in getattr(doos, "children", ()):
        yield from _tekst(kind)


@pytest.mark.parametrize(
    "adres",
    [
        "https://example.com/x.png",
        "http://169.254.169.254/latest",
        "file:///etc/passwd",
        "data:text/plain,geheim",
        "ftp://example.com/x",
        f"{BASIS}../zorgapp/settings.py",
        f"{BASIS}%2e%2e/%2e%2e/etc/passwd",
        f"{BASIS}css/bestaatniet.css",
        f"{BASIS}css%00/papier.css",
        BASIS,
    ],
)
def test_niets_van_buiten(adres: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def geen_net(*_a: Any, **_k: Any) -> None:
        raise AssertionError("het netwerk is aangesproken")

    monkeypatch.setattr(socket, "create_connection", geen_net)
    monkeypatch.setattr(socket, "getaddrinfo", geen_net)
    with pytest.raises(GeweigerdAdres):
        EigenBestanden().fetch(adres)
    with pytest.raises(GeweigerdAdres):
        open_pdf(f'<img alt="x" src="{adres}">')


def test_eigen_beeld_mag() -> None:
    assert len(open_pdf('<p><img alt="logo" src="img/logo.svg"></p>').pages) == 1


def test_huisstijl_wordt_een_keer_gelezen(monkeypatch: pytest.MonkeyPatch) -> None:
    open_pdf()
    gelezen: list[str] = []
    echt = EigenBestanden.fetch
    monkeypatch.setattr(
        EigenBestanden,
        "fetch",
        lambda zelf, url, headers=None: gelezen.append(url) or echt(zelf, url, headers),
    )
    open_pdf()
    assert gelezen == [] and module.huisstijl() is module.huisstijl()


def test_stijl_is_papier() -> None:
    """LOOK, Papier: fixed colours, weights 400 and 700, nothing that WeasyPrint draws otherwise."""
    css = re.sub(r"/\*.*?\*/", "", Path(module.finders.find(module.STIJL)).read_text(), flags=re.S)
    assert not re.search(r"var\(|color-mix|light-dark|flex|grid|currentColor", css)
    assert set(re.findall(r"font-weight:\s*([\d ]+)", css)) <= {"400", "700"}
