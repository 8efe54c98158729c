"""The job that makes an XLSX of a page of the figures; loaded by workers only (openpyxl)."""

import io

from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone
from openpyxl import Workbook
from openpyxl.styles import Font

from beleid.access_cijfers import publicatie_van
from beleid.cijfers.blad import regels, veilig
from beleid.cijfers.publicatie import Publicatie
from beleid.services.cijferbestand import uit_object_id
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import werkplek_maken
from zorgapp.werk.models import Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.uitvoeren import voortgang

BEWAREN_DAGEN = 1
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
    """One sheet with what the page shows; a whole number is a number, everything else is text."""
    boek = Workbook()
    boek.remove(boek.worksheets[0])
    blad = boek.create_sheet("Cijfers")
    titels = {tabel.titel for tabel in pub.alle_tabellen}
    for regel in regels(pub, school):
        blad.append([int(tekst) if tekst.isascii() and tekst.isdigit() else veilig(tekst) for tekst in regel])
        if regel and regel[0] in titels:
            blad.cell(blad.max_row, 1).font = Font(bold=True)
    blad.column_dimensions["A"].width = 44
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()
