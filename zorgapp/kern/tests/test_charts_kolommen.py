"""Columns and a line per month: what is hidden is not drawn, colour is never alone, nothing typed becomes HTML."""

import pytest

from zorgapp.kern.charts_kolommen import Kolom, kolommen, verloop


def kolom(
    leer: int | None = 20, pers: int | None = 15, loop: int | None = 10, totaal: int | None = 45
) -> Kolom:
    boven = "5+" if totaal is None else str(totaal)
    return Kolom("okt", (("leer", leer), ("pers", pers), ("loop", loop)), totaal, boven)


def test_een_volle_kolom_heeft_drie_delen_en_geen_rest() -> None:
    """Three parts, each with its own class and hex; stripes and dots tell two of them apart."""
    svg = str(kolommen("Signalen", [kolom()]))
    assert all(f'class="v-{s}"' in svg for s in ("leer", "pers", "loop")) and "v-rest" not in svg
    assert 'stroke-dasharray="1.2 4.8"' in svg and 'stroke-dasharray="0 7"' in svg and ">45<" in svg


def test_van_een_verborgen_deel_is_alleen_de_rest_te_zien() -> None:
    svg = str(kolommen("Signalen", [kolom(pers=None, loop=None)]))
    assert "v-rest" in svg and "v-pers" not in svg and "v-loop" not in svg


def test_een_verborgen_totaal_heeft_een_merk_en_geen_rest() -> None:
    svg = str(kolommen("Signalen", [kolom(None, None, None, None)]))
    assert ">5+<" in svg and not any(f"v-{s}" in svg for s in ("leer", "pers", "loop", "rest"))


def test_het_nieuwe_schooljaar_staat_erbij_en_tekst_wordt_geen_html() -> None:
    svg = str(kolommen("<b>Signalen</b>", [kolom(), kolom()], grens=1))
    assert "nieuw schooljaar" in svg and "<b>" not in svg and "style=" not in svg


def test_een_maand_zonder_waarde_breekt_de_lijn() -> None:
    """Two pieces, so two moves; the norm is drawn and said; without any value there is a sentence."""
    svg = str(verloop("Dagen", [("sep", 2.0), ("okt", 3.0), ("nov", None), ("dec", 1.5)], 5))
    lijn = svg.split('class="v-lijn" d="')[1].split('"')[0]
    assert lijn.count("M") == 2 and "norm 5 dagen" in svg and ">1,5<" in svg
    leeg = str(verloop("Dagen", [("sep", None)]))
    assert "te weinig antwoorden" in leeg and "v-lijn" not in leeg


def test_zonder_iets_is_er_geen_grafiek() -> None:
    for maak in (kolommen, verloop):
        with pytest.raises(ValueError, match="minstens één"):
            maak("leeg", [])
