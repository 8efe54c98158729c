"""Reading the first sheet of an Excel file row by row; formulas are refused, not calculated."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import IO, Any
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import load_workbook

from leerlingen.importeren.inhoud import MAX_REGELS, Inhoud, LeesFout
from leerlingen.importeren.tabel import FORMULE, Rij, lees_tabel
from zorgapp.werk.uploads import ZIPFOUTEN

UITGEPAKT_MAX = 80 * 1024 * 1024
ONDERDELEN_MAX = 500
KOLOMMEN_MAX = 200
_KAPOT = "Dit Excel-bestand is beschadigd. Bewaar het opnieuw als .xlsx en probeer het nog eens."

_VERWIJZING = "Dit Excel-bestand bevat een DTD of verwijzingen die niet mogen. Bewaar het opnieuw."


def lees_xlsx(bestand: IO[bytes], vandaag: date) -> Inhoud:
    """Read an XLSX file; raises LeesFout for anything that is none, or that unpacks to more than 80 MB."""
    _controleer_zip(bestand)
    bestand.seek(0)
    try:
        boek = load_workbook(bestand, read_only=True, data_only=False, keep_links=False)
        try:
            return lees_tabel("xlsx", _rijen(boek), vandaag)
        finally:
            boek.close()
    except LeesFout:
        raise
    except DefusedXmlException as fout:
        raise LeesFout(_VERWIJZING) from fout
    except (*ZIPFOUTEN, ParseError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as fout:
        raise LeesFout(_KAPOT) from fout


def _controleer_zip(bestand: IO[bytes]) -> None:
    bestand.seek(0)
    try:
        with zipfile.ZipFile(bestand) as zip_:
            delen = zip_.infolist()
            dtd = any(_heeft_dtd(zip_, deel) for deel in delen[:ONDERDELEN_MAX])
    except ZIPFOUTEN as fout:
        raise LeesFout(_KAPOT) from fout
    if len(delen) > ONDERDELEN_MAX or sum(deel.file_size for deel in delen) > UITGEPAKT_MAX:
        raise LeesFout("Dit Excel-bestand is uitgepakt te groot. Bewaar alleen het blad met leerlingen.")
    if dtd:
        raise LeesFout(_VERWIJZING)
    if not any(deel.filename == "xl/workbook.xml" for deel in delen):
        raise LeesFout("Dit is geen Excel-bestand. Kies een EDEXML-, CSV- of Excel-bestand.")


def _heeft_dtd(zip_: zipfile.ZipFile, deel: zipfile.ZipInfo) -> bool:
    """Look at the head of one part; the parsers refuse entities too, but without a message of ours."""
    if not deel.filename.endswith((".xml", ".rels")):
        return False
    with zip_.open(deel) as inhoud:
        return b"<!DOCTYPE" in inhoud.read(4096).replace(b"\x00", b"")


def _rijen(boek: Any) -> Iterator[Rij]:
    blad = boek.worksheets[0]
    blad.reset_dimensions()
    rijen = blad.iter_rows(max_row=2 * MAX_REGELS, max_col=KOLOMMEN_MAX)
    for nummer, rij in enumerate(rijen, start=1):
        yield nummer, [_tekst(cel) for cel in rij]


def _tekst(cel: Any) -> str:
    waarde = cel.value
    if waarde is None:
        return ""
    if getattr(cel, "data_type", "") == "f":
        return FORMULE
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, (datetime, date)):
        return waarde.strftime("%Y-%m-%d") if waarde.year >= 1000 else str(waarde)
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return str(waarde)
