"""The program that looks inside a photo or a pdf that somebody uploaded: `zeefproces.py foto|pdf`.

It runs by itself (zorgapp.werk.zeef starts it), without Django, settings or secrets, and within the limits below: a file
made to exhaust memory or time ends this process and nothing else. The file comes in on stdin. On stdout comes, with exit
code 0, the photo made anew or nothing for a pdf that may be kept as it is; with exit code 1 a word from zeef.REDENEN.
"""

import contextlib
import io
import logging
import resource
import struct
import sys
import warnings
from collections.abc import Iterator
from typing import Any

import pikepdf
from PIL import Image, ImageFile, ImageOps, JpegImagePlugin, PngImagePlugin, WebPImagePlugin  # noqa: F401  (known before the limits)

GRENZEN = {
    resource.RLIMIT_AS: 512 * 1024**2,
    resource.RLIMIT_CPU: 15,
    resource.RLIMIT_FSIZE: 40 * 1024**2,
    resource.RLIMIT_CORE: 0,
}
"""Bytes of memory, seconds of processor, bytes written; the largest photo that is read takes 0.4 GB, one of a phone 0.1."""
BEELDPUNTEN = {"JPEG": 64_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
"""A jpeg is made smaller while it is read, so it may be larger."""
ZIJDE = 4096
"""Pixels of the longest side that is kept: a page of A4 at 350 dots an inch."""
OPSLAAN: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 88},
    "PNG": {"compress_level": 4},
    "WEBP": {"quality": 88, "method": 2},
}
ONDERDELEN = 500_000
"""Objects of a pdf; a tagged report of 100 pages has some 30,000."""
ACTIES = {
    "/JavaScript": "script",
    "/Rendition": "script",
    "/Launch": "start",
    "/ImportData": "start",
    "/GoToE": "bijlage",
}
"""What an action does (`/S`) that has no place in a report (ISO 32000-2, 12.6.4)."""
BIJLAGEN = frozenset({"/EmbeddedFile", "/FileAttachment", "/RichMedia"})


class Geweigerd(Exception):
    """This file is refused; the text is a word from zeef.REDENEN."""


def begrens() -> None:
    """Take no more than GRENZEN from now on; a system without a limit of this kind goes without."""
    for soort, hoogstens in GRENZEN.items():
        try:
            resource.setrlimit(soort, (hoogstens, hoogstens))
        except (OSError, ValueError):
            continue


def foto(ruw: io.BufferedReader) -> bytes:
    """Make the picture anew: upright, at most ZIJDE, nothing but its pixels (no place, no date, no camera)."""
    try:
        with Image.open(ruw, formats=list(BEELDPUNTEN)) as beeld:
            return _hermaak(beeld)
    except (Image.DecompressionBombError, MemoryError) as fout:
        raise Geweigerd("te_groot") from fout
    except (
        OSError,
        SyntaxError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        EOFError,
        struct.error,
    ) as fout:
        raise Geweigerd("foto_kapot") from fout


def _hermaak(beeld: Image.Image) -> bytes:
    vorm = (
        "JPEG" if beeld.format == "MPO" else str(beeld.format)
    )  # a phone's jpeg with a second picture behind it
    if beeld.width * beeld.height > BEELDPUNTEN[vorm]:
        raise Geweigerd("te_groot")
    if vorm != "JPEG" and getattr(beeld, "is_animated", False):
        raise Geweigerd("beweegt")
    if max(beeld.size) > ZIJDE:
        beeld.draft(None, (ZIJDE * 3 // 4, ZIJDE * 3 // 4))  # a jpeg only: read it at a half or a quarter
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint turns it on wherever it is loaded
    beeld.load()
    beeld = _verklein(beeld)
    with contextlib.suppress(OSError, SyntaxError, ValueError, TypeError, KeyError, struct.error):
        ImageOps.exif_transpose(beeld, in_place=True)  # damaged metadata: as the camera held it
    if vorm == "JPEG" and beeld.mode not in {"L", "RGB"}:
        beeld = beeld.convert("RGB")
    beeld.info = {naam: waarde for naam, waarde in beeld.info.items() if naam == "transparency"}
    bak = io.BytesIO()
    beeld.save(bak, vorm, **OPSLAAN[vorm])
    return bak.getvalue()


def _verklein(beeld: Image.Image) -> Image.Image:
    if max(beeld.size) > ZIJDE:
        if beeld.mode in {"1", "P"}:
            exif = beeld.info.get("exif")
            beeld = beeld.convert("L" if beeld.mode == "1" else "RGBA")
            beeld.info["exif"] = exif
        beeld.thumbnail((ZIJDE, ZIJDE), reducing_gap=None)
    return beeld


def pdf(ruw: io.BufferedReader) -> bytes:
    """Refuse a pdf that is locked, damaged, or does or holds something else than pages. It is kept as it came."""
    try:
        with pikepdf.open(ruw) as document:
            if document.is_encrypted:
                raise Geweigerd("slot")
            for nummer, deel in enumerate(_delen(document)):
                if nummer > ONDERDELEN:
                    raise Geweigerd("te_groot")
                _keur(deel)
    except pikepdf.PasswordError as fout:
        raise Geweigerd("slot") from fout
    except MemoryError as fout:
        raise Geweigerd("te_groot") from fout
    except (pikepdf.PdfError, OSError, ValueError, TypeError, RuntimeError, KeyError) as fout:
        raise Geweigerd("pdf_kapot") from fout
    return b""


def _delen(document: pikepdf.Pdf) -> Iterator[Any]:
    """Every dictionary and stream of the document, also those that hang nowhere."""
    for begin in document.objects:
        wacht: list[Any] = [begin]
        while wacht:
            deel = wacht.pop()
            if isinstance(deel, pikepdf.Dictionary | pikepdf.Stream):
                yield deel
                onder = [deel.get(naam) for naam in deel.keys()]  # noqa: SIM118  (a stream is not iterable)
            elif isinstance(deel, pikepdf.Array):
                onder = list(deel)  # type: ignore[call-overload]
            else:
                continue
            wacht += [o for o in onder if isinstance(o, pikepdf.Object) and not o.is_indirect]


def _keur(deel: Any) -> None:
    woord = ACTIES.get(_naam(deel, "/S"))
    if woord:
        raise Geweigerd(woord)
    if "/XFA" in deel:
        raise Geweigerd("script")
    if "/EF" in deel or _naam(deel, "/Type") in BIJLAGEN or _naam(deel, "/Subtype") in BIJLAGEN:
        raise Geweigerd("bijlage")


def _naam(deel: Any, sleutel: str) -> str:
    waarde = deel.get(sleutel)
    return str(waarde) if isinstance(waarde, pikepdf.Name) else ""


def main(soort: str) -> int:
    """Sift what comes in on stdin; returns the exit code."""
    begrens()
    warnings.simplefilter("ignore")
    logging.disable()
    ruw = open(0, "rb", closefd=False)  # noqa: SIM115  (stdin as a file that one can search in)
    try:
        uit, code = {"foto": foto, "pdf": pdf}[soort](ruw), 0
    except Geweigerd as reden:
        uit, code = str(reden).encode(), 1
    sys.stdout.buffer.write(uit)
    sys.stdout.flush()
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
