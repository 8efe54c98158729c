"""What an upload is, by its content: an allow-list, and a clear sentence for everything else."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leerlingen.stukvorm import VORMEN, StukFout, herken
from leerlingen.tests.notitiehulp import DOCX, PDF, XLSX, office

JPG = b"\xff\xd8\xff\xe0" + b"\x00" * 40
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 40
WEBP = b"RIFF\x24\x00\x00\x00WEBPVP8 " + b"\x00" * 20


def odt(*extra: tuple[str, bytes], mime: bytes = b"application/vnd.oasis.opendocument.text") -> bytes:
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w") as zip_:
        zip_.writestr("mimetype", mime)
        zip_.writestr("content.xml", b"<office/>")
        for naam, inhoud in extra:
            zip_.writestr(naam, inhoud)
    return bak.getvalue()


GOED = {
    "verslag.pdf": (PDF, "pdf"),
    "IMG_2031.JPG": (JPG, "jpg"),
    "foto.jpeg": (JPG, "jpg"),
    "plaatje.png": (PNG, "png"),
    "plaatje.webp": (WEBP, "webp"),
    "verslag.docx": (DOCX, "docx"),
    "cijfers.xlsx": (XLSX, "xlsx"),
    "verslag.odt": (odt(), "odt"),
    "briefje.txt": ("Vandaag ging het goed: é, €.\r\n".encode(), "txt"),
    "oud.txt": ("één".encode("cp1252"), "txt"),
    "windows.txt": ("Vandaag: é, €.\r\n".encode("utf-16"), "txt"),
    "anders om.txt": (b"\xfe\xff" + "é".encode("utf-16-be"), "txt"),
}


def zie(inhoud: bytes, naam: str) -> str:
    return herken(io.BytesIO(inhoud), naam).sleutel


@pytest.mark.parametrize("naam", GOED)
def test_wat_mag(naam: str) -> None:
    inhoud, sleutel = GOED[naam]
    bestand = io.BytesIO(inhoud)
    assert herken(bestand, naam).sleutel == sleutel
    assert bestand.tell() == 0


def test_elke_vorm_is_geprobeerd() -> None:
    assert {sleutel for _, sleutel in GOED.values()} == set(VORMEN)


@pytest.mark.parametrize("naam", GOED)
@pytest.mark.parametrize("als", ["exe", "pdf", "docx", "jpg", "svg", ""])
def test_een_naam_die_liegt(naam: str, als: str) -> None:
    inhoud, sleutel = GOED[naam]
    if als in VORMEN[sleutel].uitgangen:
        return
    with pytest.raises(
        StukFout, match=rf"De naam .*, maar de inhoud is {VORMEN[sleutel].woord.split('(')[0]}"
    ):
        zie(inhoud, f"stuk.{als}" if als else "stuk")


MACRO = b'<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
GEWEIGERD = {
    "leeg": (b"", "a.pdf", "leeg"),
    "alleen wit": (b"\n \n", "a.txt", "leeg"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>', "a.svg", "webpagina"),
    "svg als tekst": (b"\xef\xbb\xbf  <?xml version='1.0'?><svg/>", "a.txt", "webpagina"),
    "html": (b"<!DOCTYPE html><script>x()</script>", "a.html", "webpagina"),
    "html verderop": (b"Hallo\n<script>x()</script>", "a.txt", "webpagina"),
    "html in utf-16": ("<html>".encode("utf-16"), "a.txt", "webpagina"),
    "halve utf-16": ("ja".encode("utf-16")[:-1], "a.txt", "beschadigd"),
    "half teken in utf-16": (b"\xff\xfe\x00\xd8", "a.txt", "beschadigd"),
    "rommel met een merk": ("ja\x01".encode("utf-16"), "a.txt", "kennen we niet"),
    "utf-32": ("ja".encode("utf-32"), "a.txt", "kennen we niet"),
    "alleen een merk": (b"\xff\xfe", "a.txt", "leeg"),
    "script": (b"#!/bin/sh\nrm -rf /\n", "a.txt", "webpagina"),
    "programma": (b"MZ\x90\x00" + b"\x00" * 60, "a.exe", "programma"),
    "programma als pdf": (b"MZ\x90\x00" + b"\x00" * 60, "a.pdf", "programma"),
    "oud word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 60, "a.doc", "oud Office"),
    "gif": (b"GIF89a" + b"\x00" * 20, "a.gif", "gif"),
    "rtf": (b"{\\rtf1 hallo}", "a.rtf", "rtf"),
    "heic": (b"\x00\x00\x00\x18ftypheic" + b"\x00" * 20, "a.heic", "HEIC"),
    "film": (b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 20, "a.mp4", "schrijf op wat erin gezegd wordt"),
    "webm": (b"\x1aE\xdf\xa3" + b"\x01" * 20, "a.webm", "film of geluid"),
    "avi": (b"RIFF\x00\x00\x00\x00AVI LIST", "a.avi", "film of geluid"),
    "geluid": (b"OggS\x00\x02" + b"\x01" * 20, "a.ogg", "film of geluid"),
    "gz": (b"\x1f\x8b\x08\x00" + b"\x00" * 20, "a.gz", "ingepakt"),
    "onbekend": (bytes(range(1, 32)) * 4, "a.pdf", "kennen we niet"),
    "pdf na rommel": (b"\x01\x02" + PDF, "a.pdf", "kennen we niet"),
    "zip": (office(("leeg.txt", b"x")), "a.zip", "zip"),
    "zip als docx": (office(("leeg.txt", b"x")), "a.docx", "zip"),
    "kapotte zip": (DOCX[:-20], "a.docx", "beschadigd"),
    "macro": (office(("word/document.xml", b"x"), ("word/vbaProject.bin", b"x")), "a.docx", "macro"),
    "docm": (office(("word/document.xml", b"x"), types=MACRO), "a.docx", "macro"),
    "activex": (office(("xl/workbook.xml", b"x"), ("xl/activeX/a.bin", b"x")), "a.xlsx", "macro"),
    "ole": (office(("word/document.xml", b"x"), ("word/embeddings/oleObject1.bin", b"x")), "a.docx", "macro"),
    "odt met basic": (odt(("Basic/Standard/a.xml", b"x")), "a.odt", "macro"),
    "odt met programma": (odt(("Pictures/a.exe", b"x")), "a.odt", "macro"),
    "ods": (odt(mime=b"application/vnd.oasis.opendocument.spreadsheet"), "a.odt", "zip"),
    "bom": (office(("word/document.xml", b"\x00" * 30_000_000)), "a.docx", "te groot"),
    "veel delen": (
        office(("word/document.xml", b"x"), *((f"w/{n}", b"") for n in range(2001))),
        "a.docx",
        "te groot",
    ),
}


@pytest.mark.parametrize("wat", GEWEIGERD)
def test_wat_niet_mag(wat: str) -> None:
    inhoud, naam, melding = GEWEIGERD[wat]
    with pytest.raises(StukFout, match=melding):
        zie(inhoud, naam)


def test_een_lijst_die_een_enorme_inhoud_noemt() -> None:
    """The size in the list of contents counts: nothing is unpacked to find out."""
    ruw = bytearray(DOCX)
    plek = ruw.rindex(b"PK\x01\x02")
    ruw[plek + 24 : plek + 28] = struct.pack("<I", 2**31)
    with pytest.raises(StukFout, match="te groot"):
        zie(bytes(ruw), "a.docx")


def test_een_wachtwoord() -> None:
    ruw = bytearray(DOCX)
    plek = ruw.index(b"PK\x01\x02")
    ruw[plek + 8] |= 1
    with pytest.raises(StukFout, match="wachtwoord"):
        zie(bytes(ruw), "a.docx")


def test_twee_delen_met_een_naam() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        dubbel = office(("word/document.xml", b"x"), ("word/document.xml", b"y"))
    with pytest.raises(StukFout, match="te groot"):
        zie(dubbel, "a.docx")


@given(
    begin=st.sampled_from([b"", PDF[:8], b"PK\x03\x04", JPG[:4], b"RIFF", DOCX[:200], DOCX]),
    rest=st.binary(max_size=400),
)
def test_wat_er_ook_binnenkomt_het_is_een_vorm_of_een_zin(begin: bytes, rest: bytes) -> None:
    """Never another error, and never a form whose first bytes are of something else."""
    inhoud = begin + rest
    for uitgang in ("pdf", "docx", "txt", "jpg"):
        try:
            vorm = herken(io.BytesIO(inhoud), f"a.{uitgang}")
        except StukFout:
            continue
        assert uitgang in vorm.uitgangen
        assert not (vorm.sleutel == "pdf" and not inhoud.startswith(b"%PDF-"))
        assert not (vorm.sleutel == "txt" and b"\x00" in inhoud)
