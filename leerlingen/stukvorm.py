"""What an uploaded file is, by its content; a name that says something else is refused.

A list of what is allowed, nothing else: no pages (HTML, SVG), no macros, no archives. Office files are archives
themselves: only their list of contents is looked at, nothing is unpacked.
"""

import codecs
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO

from zorgapp.werk.uploads import ZIPFOUTEN

ONDERDELEN_MAX = 2_000
UITGEPAKT_MAX = 200 * 1024 * 1024
VERHOUDING_MAX = 200
"""How many times larger the contents of an office file may be than the file; text packs 20 times, a bomb 1000 times."""
KOP = 4096
UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
"""How Windows writes text with its mark in front; such a text is kept as UTF-8 (stukkeuring)."""
_TEKST_TEKENS = frozenset(range(32, 256)) | {9, 10, 12, 13}


class StukFout(Exception):
    """This file cannot be added; the text is Dutch, for who chose it."""


@dataclass(frozen=True)
class Vorm:
    """One allowed form: its key is the extension of a download."""

    sleutel: str
    woord: str
    mime: str
    uitgangen: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
VORMEN = {
    v.sleutel: v
    for v in (
        Vorm("pdf", "een pdf", "application/pdf", ("pdf",)),
        Vorm("jpg", "een foto (jpg)", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif")),
        Vorm("png", "een afbeelding (png)", "image/png", ("png",)),
        Vorm("webp", "een afbeelding (webp)", "image/webp", ("webp",)),
        Vorm("docx", "een Word-bestand", f"{_OFFICE}.wordprocessingml.document", ("docx",)),
        Vorm("xlsx", "een Excel-bestand", f"{_OFFICE}.spreadsheetml.sheet", ("xlsx",)),
        Vorm("odt", "een OpenDocument-tekst", "application/vnd.oasis.opendocument.text", ("odt",)),
        Vorm("txt", "gewone tekst", "text/plain", ("txt",)),
    )
}
UITGANGEN = tuple(f".{u}" for v in VORMEN.values() for u in v.uitgangen)
KIES = "Kies een pdf, foto (jpg, png of webp), Word-, Excel-, OpenDocument- of tekstbestand."
_FILM = f"Dit is een film of geluid. Dat nemen we niet op: schrijf op wat erin gezegd wordt. {KIES}"
_ANDERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "Dit is een oud Office-bestand. Bewaar het als .docx, .xlsx of pdf."),
    (b"MZ", f"Dit is een programma, geen stuk. {KIES}"),
    (b"\x7fELF", f"Dit is een programma, geen stuk. {KIES}"),
    (b"GIF8", f"Dit is een gif. {KIES}"),
    (b"{\\rtf", f"Dit is een rtf-bestand. Bewaar het als .docx of pdf. {KIES}"),
    (b"\x1f\x8b", f"Dit bestand is ingepakt. Pak het eerst uit. {KIES}"),
    (b"Rar!", f"Dit bestand is ingepakt. Pak het eerst uit. {KIES}"),
    (b"\x1aE\xdf\xa3", _FILM),
    (b"RIFF", _FILM),
    (b"OggS", _FILM),
    (b"ID3", _FILM),
    (b"7z\xbc\xaf", f"Dit bestand is ingepakt. Pak het eerst uit. {KIES}"),
)
_LEEG = "Dit bestand is leeg. Kies een ander bestand."
_PAGINA = f"Dit is een webpagina of tekening met code erin. Die nemen we niet op. {KIES}"
_MACRO = "In dit bestand zitten macro's of andere programma's. Bewaar het zonder macro's, of als pdf."
_KAPOT = "Dit bestand is beschadigd. Bewaar het opnieuw en probeer het nog eens."
_INGEPAKT = f"Dit is een ingepakt bestand (zip). Pak het eerst uit. {KIES}"
_TE_GROOT = "Dit bestand is uitgepakt te groot. Bewaar het als pdf."
_HEIC = "Dit is een foto in het formaat HEIC. Bewaar hem als jpg en probeer het nog eens."


def herken(bestand: IO[bytes], naam: str) -> Vorm:
    """Return the form of a file whose name agrees with it; raises StukFout otherwise. Leaves it at its begin."""
    bestand.seek(0)
    kop = bestand.read(KOP)
    vorm = VORMEN[_van_inhoud(bestand, kop)]
    bestand.seek(0)
    uitgang = PurePath(naam.replace("\\", "/")).suffix.lower().removeprefix(".")
    if uitgang not in vorm.uitgangen:
        raise StukFout(_liegt(uitgang, vorm))
    return vorm


def _liegt(uitgang: str, vorm: Vorm) -> str:
    zegt = f"eindigt op .{uitgang[:10]}" if uitgang else "heeft geen uitgang"
    return (
        f"De naam {zegt}, maar de inhoud is {vorm.woord}. Kies het juiste bestand, "
        f"of bewaar dit opnieuw met een naam die eindigt op .{vorm.sleutel}."
    )


def _van_inhoud(bestand: IO[bytes], kop: bytes) -> str:
    if not kop.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise StukFout(_LEEG)
    for begin, sleutel in ((b"%PDF-", "pdf"), (b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png")):
        if kop.startswith(begin):
            return sleutel
    if kop[:4] == b"RIFF" and kop[8:12] == b"WEBP":
        return "webp"
    if kop.startswith(b"PK"):
        return _van_zip(bestand)
    for begin, melding in _ANDERS:
        if kop.startswith(begin):
            raise StukFout(melding)
    if kop[4:8] == b"ftyp":
        raise StukFout(_HEIC if kop[8:12] in {b"heic", b"heix", b"mif1", b"msf1"} else _FILM)
    return _van_tekst(bestand)


def _van_tekst(bestand: IO[bytes]) -> str:
    """Plain text to its end: no control characters, and not a page that a browser would run."""
    for nummer, stuk in enumerate(tekststukken(bestand)):
        if nummer == 0:
            _geen_pagina(stuk[:KOP])
        if not _TEKST_TEKENS.issuperset(stuk):
            raise StukFout(f"Dit soort bestand kennen we niet. {KIES}")
    return "txt"


def _geen_pagina(kop: bytes) -> None:
    kaal = kop.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if kaal.startswith((b"<", b"#!")) or b"<script" in kaal or b"<svg" in kaal or b"<html" in kaal:
        raise StukFout(_PAGINA)


def tekststukken(bestand: IO[bytes]) -> Iterator[bytes]:
    """The text in pieces from its begin: UTF-16 with a mark as UTF-8, anything else as it is. Raises StukFout."""
    bestand.seek(0)
    codering = UTF16.get(bestand.read(2))
    if codering is None:
        bestand.seek(0)
        yield from iter(lambda: bestand.read(65_536), b"")
        return
    lezer = codecs.getincrementaldecoder(codering)()
    try:
        while stuk := bestand.read(65_536):
            yield lezer.decode(stuk).encode()
        lezer.decode(b"", final=True)
    except UnicodeError as fout:
        raise StukFout(_KAPOT) from fout


def _van_zip(bestand: IO[bytes]) -> str:
    bestand.seek(0, 2)
    grootte = bestand.tell()
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as zip_:
            return _van_office(zip_, grootte)
    except ZIPFOUTEN as fout:
        raise StukFout(_KAPOT) from fout


def _van_office(zip_: zipfile.ZipFile, grootte: int) -> str:
    delen = zip_.infolist()
    namen = {deel.filename for deel in delen}
    soort = next((sleutel for sleutel, is_het in _OFFICEVORMEN if is_het(zip_, namen)), "")
    if not soort:
        raise StukFout(_INGEPAKT)
    if any(deel.flag_bits & 1 for deel in delen):
        raise StukFout("Dit bestand heeft een wachtwoord. Bewaar het zonder, hier is het al afgeschermd.")
    uitgepakt = sum(deel.file_size for deel in delen)
    bom = uitgepakt > UITGEPAKT_MAX or uitgepakt > grootte * VERHOUDING_MAX
    if len(delen) > ONDERDELEN_MAX or len(namen) != len(delen) or bom:
        raise StukFout(_TE_GROOT)
    if any(_is_programma(naam.lower()) for naam in namen) or _zegt_macro(zip_, namen):
        raise StukFout(_MACRO)
    return soort


def _is_programma(naam: str) -> bool:
    delen = naam.split("/")
    return (
        "vbaproject" in naam
        or "activex" in naam
        or "oleobject" in naam
        or delen[0] in {"basic", "scripts"}
        or naam.endswith((".exe", ".dll", ".js", ".vbs", ".html", ".htm", ".svg"))
    )


def _zegt_macro(zip_: zipfile.ZipFile, namen: set[str]) -> bool:
    """Whether the list of types of an Office file names macros (.docm renamed to .docx)."""
    if "[Content_Types].xml" not in namen:
        return False
    with zip_.open("[Content_Types].xml") as inhoud:
        return b"macroenabled" in inhoud.read(262_144).replace(b"\x00", b"").lower()


def _is_odt(zip_: zipfile.ZipFile, namen: set[str]) -> bool:
    if not {"mimetype", "content.xml"} <= namen:
        return False
    with zip_.open("mimetype") as inhoud:
        return inhoud.read(100).strip() == VORMEN["odt"].mime.encode()


def _heeft(deel: str) -> Callable[[zipfile.ZipFile, set[str]], bool]:
    return lambda zip_, namen: {"[Content_Types].xml", deel} <= namen


_OFFICEVORMEN: tuple[tuple[str, Callable[[zipfile.ZipFile, set[str]], bool]], ...] = (
    ("docx", _heeft("word/document.xml")),
    ("xlsx", _heeft("xl/workbook.xml")),
    ("odt", _is_odt),
)
