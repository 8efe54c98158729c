"""The words of a PDF as somebody reads them, for tests: what is drawn, not what the file says about itself."""

import io
import re
from typing import Any

import pikepdf

_PAAR = re.compile(r"<([0-9a-f]{4})> <([0-9a-f]+)>")


def pdf_tekst(inhoud: bytes) -> str:
    """All drawn text of a PDF of ours, page by page, with one space between what was drawn apart."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        stukken = [stuk for pagina in pdf.pages for stuk in _van(pagina.obj, pagina.obj)]
    return " ".join(" ".join(stukken).split())


def _van(blad: Any, bron: Any) -> list[str]:
    """The pieces of a page or of a drawing within it."""
    middelen = blad.get("/Resources") or bron.get("/Resources")
    letters = {naam: _letters(soort) for naam, soort in (middelen.get("/Font") or {}).items()}
    uit: list[str] = []
    nu: dict[str, str] = {}
    for stap in pikepdf.parse_content_stream(blad):
        delen = stap.operands
        match str(stap.operator):
            case "Tf":
                nu = letters[str(delen[0])]
            case "Tj":
                uit[-1] += _lees(delen[0], nu)
            case "TJ":
                uit[-1] += "".join(_lees(d, nu) for d in delen[0] if isinstance(d, pikepdf.String))
            case "BT":
                uit.append("")
            case "Do":
                tekening = middelen["/XObject"][str(delen[0])]
                if tekening.get("/Subtype") == "/Form":
                    uit += _van(tekening, blad)
    return uit


def _letters(soort: Any) -> dict[str, str]:
    """What each glyph of a font stands for; one may stand for several letters."""
    return {
        glyf: bytes.fromhex(teken).decode("utf-16-be")
        for glyf, teken in _PAAR.findall(soort["/ToUnicode"].read_bytes().decode())
    }


def _lees(stuk: Any, letters: dict[str, str]) -> str:
    glyfen = bytes(stuk).hex()
    return "".join(letters.get(glyfen[n : n + 4], "") for n in range(0, len(glyfen), 4))
