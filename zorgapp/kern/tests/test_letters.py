"""Emoji, names from right to left and other scripts on paper: a shape for every character, and no weight for the rest."""

import io

import pikepdf
import pytest
from django.apps import apps
from django.contrib.staticfiles import finders

from zorgapp.kern import letters, pdf
from zorgapp.kern.letters import ONBEKEND, SCHRIFTEN, aanvulling
from zorgapp.kern.pdf import LETTERS, STIJL, Norm, html_naar_pdf
from zorgapp.kern.tests.test_pdf import PAGINA, lettertypen

GEMENGD = (
    "Top 🎉👍🏽 ik wil 🏳️‍🌈 👩‍👩‍👧 ❤️ 1️⃣ 🇳🇱, محمد بن علي en בן-דוד, Ελλάδα, Дмитро Ї, Nguyễn Thị, e\u0301, हिन्दी, "
    "Ḥasan → ✓ ✔ ☐ ≥ ½ \u202eom\u202c #*7"
)


def zonder_vorm(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The characters that were drawn as an empty box: none may be in a PDF/A (6.2.11.8)."""
    return [rij.getMessage() for rij in caplog.records if ".notdef" in rij.getMessage()]


def maak(tekst: str, norm: Norm = Norm.A3A) -> pikepdf.Pdf:
    meer = f"<p>{tekst}</p><p class='p-stem'>{tekst}</p><p><b>{tekst}</b></p>"
    html = PAGINA.replace("{meer}", meer).replace("Proef Ömer", f"Proef {tekst}")
    return pikepdf.open(io.BytesIO(html_naar_pdf(html, norm)))


@pytest.mark.parametrize("norm", list(Norm))
def test_elk_teken_heeft_een_vorm_uit_eigen_letters(norm: Norm, caplog: pytest.LogCaptureFixture) -> None:
    doc = maak(GEMENGD, norm)
    typen = lettertypen(doc)
    assert all(typen.values())
    assert all(naam.startswith(("Atkinson", "Literata", "Noto-")) for naam in typen), typen
    assert any("emoji" in naam for naam in typen) and any("arabic" in naam for naam in typen)
    assert zonder_vorm(caplog) == []


def test_wat_geen_letter_heeft_wordt_een_zichtbaar_teken(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Chinese is not among the scripts, and a private character is nobody's; neither becomes an empty box."""
    html, nodig = aanvulling("Li 中文 \ue000 !")
    assert html == f"Li {ONBEKEND * 2} {ONBEKEND} !" and nodig == (SCHRIFTEN[0],)
    doc = maak("Li 中文 \ue000 !")
    assert zonder_vorm(caplog) == []
    assert all(naam.startswith(("Atkinson", "Literata", "Noto-")) for naam in lettertypen(doc))
    monkeypatch.setattr(pdf, "aanvulling", lambda html: (html, ()))
    maak("Li 中文")
    assert zonder_vorm(caplog)  # without it there are some, so the tests above can fail


def test_een_gewoon_document_leest_geen_ander_lettertype(monkeypatch: pytest.MonkeyPatch) -> None:
    def weiger(*_: object) -> None:
        raise AssertionError("er is een ander lettertype gelezen")

    monkeypatch.setattr(letters, "_kent", weiger)
    tekst = "Kees Jan, één ş en Ł. ‘Ik’ – 12 € \u200b\ufe0f\u202e\r\n"
    assert aanvulling(tekst) == (tekst, ())


def test_het_bestand_groeit_alleen_met_wat_erin_staat() -> None:
    zonder = len(html_naar_pdf(PAGINA.replace("{meer}", "<p>Top</p>")))
    met = len(html_naar_pdf(PAGINA.replace("{meer}", "<p>Top 🎉</p>")))
    assert zonder < met < zonder + 15_000


def test_de_volgorde_van_papier_blijft() -> None:
    """What comes after our own letters is put after what papier.css says; it must go on saying that."""
    pad = finders.find(STIJL)
    assert isinstance(pad, str)
    with open(pad, encoding="utf-8") as bron:
        assert bron.read().count(f"font-family: {LETTERS}") == 2


def test_geen_pagina_krijgt_er_letters_bij() -> None:
    """The files are for paper: they are not collected, so no browser can ask for them."""
    weg = apps.get_app_config("staticfiles").ignore_patterns
    verzameld = [
        naam
        for finder in finders.get_finders()
        for naam, _ in finder.list(ignore_patterns=weg)
        if "noto" in naam
    ]
    assert verzameld == []
    assert all(finders.find(schrift.bestand(dikte)) for schrift in SCHRIFTEN for dikte in schrift.diktes)
