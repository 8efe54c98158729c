"""The job that makes an XLSX of a page of the figures; loaded by workers only (openpyxl)."""

import io
import re

from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.properties import PageSetupProperties

from beleid.access_cijfers import publicatie_van
from beleid.cijfers.blad import regels
from beleid.cijfers.publicatie import Publicatie
from beleid.services.cijferbestand import uit_object_id
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.werk.models import Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.uitvoeren import voortgang

BEWAREN_DAGEN = 1
_GETAL = re.compile(r"(\d+)(?:,(\d+)|(%))?", re.ASCII)
MAG_NIET = "Je mag deze cijfers niet meer zien, of ze zijn er niet meer."


def maken(taak: Taak) -> None:
    """Make the file with the rights of this moment."""
    dag = timezone.localdate(taak.hartslag_op or taak.gemaakt_op)
    werkplek = werkplek_maken(taak.eigenaar, dag, taak.school_id)
    if werkplek is None or werkplek.school.pk != taak.school_id or not werkplek.mag(Recht.CIJFERS):
        raise TaakFout(MAG_NIET)
    deel, nummer = uit_object_id(taak.object_id or 0)
    try:
        pub = publicatie_van(werkplek, deel, nummer)
    except Http404 as fout:
        raise TaakFout(MAG_NIET) from fout
    voortgang(taak.pk, 0, 1, "We maken het rekenblad.")
    inhoud = ContentFile(als_xlsx(pub, werkplek.school.naam), f"cijfers-{deel}.xlsx")
    taak.bestand = bestand_bewaren(door=werkplek, soort="cijfers", upload=inhoud, dagen=BEWAREN_DAGEN)
    voortgang(taak.pk, 1, 1, "Het rekenblad staat klaar. Je kunt het een dag lang downloaden.")


def als_xlsx(pub: Publicatie, school: str) -> bytes:
    """One sheet with what the page shows: numbers as numbers, everything else as text, never as a formula."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    blad = boek.create_sheet("Cijfers")
    titels = {tabel.titel for tabel in pub.alle_tabellen}
    titel = 0  # the row of the last one; two below it a table begins
    for nummer, regel in enumerate(regels(pub, school), start=1):
        titel = nummer if regel and regel[0] in titels else titel
        in_tabel = titel > 0 and nummer > titel + 1
        for kolom, tekst in enumerate(regel, start=1):
            _zet(blad.cell(nummer, kolom), tekst, rechts=in_tabel and kolom > 1)
        if nummer in (1, titel) or (in_tabel and (nummer == titel + 2 or regel[:1] == ["Samen"])):
            for cel in blad[nummer]:
                cel.font = Font(bold=True)
    blad.column_dimensions["A"].width = 44
    blad.page_setup.orientation = "landscape"
    blad.page_setup.fitToHeight = 0
    blad.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _zet(cel: Cell, tekst: str, *, rechts: bool) -> None:
    if gevonden := _GETAL.fullmatch(tekst):
        heel, deel, procent = gevonden.groups()
        cel.value = float(f"{heel}.{deel}") if deel else int(heel) / 100 if procent else int(heel)
        cel.number_format = "0%" if procent else "0.0" if deel else "0"
        return
    cel.value, cel.data_type = tekst, "s"
    if rechts:
        cel.alignment = Alignment(horizontal="right")
