"""Reading CSV as the vendors write it: `;` or `,` or tab, UTF-8 (with or without BOM), UTF-16 or Windows-1252."""

import codecs
import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import IO

from leerlingen.importeren.inhoud import Inhoud, LeesFout
from leerlingen.importeren.tabel import Rij, lees_tabel

STUK = 1 << 16


def codering_van(bestand: IO[bytes]) -> str:
    """Return the encoding: by BOM, else UTF-8 when the whole file is that, else Windows-1252."""
    bestand.seek(0)
    begin = bestand.read(4)
    if begin.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if begin.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    ontleder = codecs.getincrementaldecoder("utf-8")()
    bestand.seek(0)
    try:
        while stuk := bestand.read(STUK):
            if b"\x00" in stuk:
                raise LeesFout("Dit is geen tekstbestand. Kies een EDEXML-, CSV- of Excel-bestand.")
            ontleder.decode(stuk)
        ontleder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def scheiding_van(kopregel: str) -> str:
    """Return what separates the columns of the first line that has text."""
    return max(";,\t|", key=kopregel.count)


def lees_csv(bestand: IO[bytes], vandaag: date) -> Inhoud:
    """Read a CSV file row by row; raises LeesFout when it is none."""
    codering = codering_van(bestand)
    bestand.seek(0)
    lezer = io.TextIOWrapper(bestand, encoding=codering, errors="replace", newline="")
    try:
        return lees_tabel("csv", _rijen(lezer), vandaag)
    except (csv.Error, UnicodeError) as fout:
        raise LeesFout("Dit CSV-bestand is beschadigd. Maak de export opnieuw.") from fout
    finally:
        lezer.detach()


def _rijen(lezer: io.TextIOWrapper) -> Iterator[Rij]:
    kop = ""
    leeg = 0
    while not kop.strip():
        kop = lezer.readline(1 << 20)
        if not kop:
            return
        leeg += 1
    # a heading may hold a quoted line break, so the reader starts again at the heading itself
    rijen = csv.reader(_vanaf(kop, lezer), delimiter=scheiding_van(kop))
    for rij in rijen:
        yield leeg - 1 + rijen.line_num, rij


def _vanaf(kop: str, lezer: io.TextIOWrapper) -> Iterator[str]:
    yield kop
    yield from lezer
