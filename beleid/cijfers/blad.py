"""A publication as rows of text: what CSV and XLSX hold, cell for cell what the page shows."""

import csv
import io
import re
from collections.abc import Iterator

from beleid.cijfers.publicatie import Publicatie
from zorgapp.kern.datums import dag_maand

_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_GETAL = re.compile(r"[+-]\d+", re.ASCII)
TE_KLEIN = "Van minder dan 15 leerlingen tonen we geen cijfers."


def veilig(tekst: str) -> str:
    """Text that no spreadsheet takes for a formula; a number with its sign stays as it is."""
    return f"'{tekst}" if tekst.startswith(_FORMULE) and not _GETAL.fullmatch(tekst) else tekst


def regels(pub: Publicatie, school: str) -> Iterator[list[str]]:
    """The head, and per table its title, its definition, its rows and an empty line."""
    dag = f"{dag_maand(pub.dag)} {pub.dag.year}"
    yield [school, pub.titel]
    yield [pub.snede.wanneer, pub.snede.waarvan]
    yield [
        f"Stand tot en met {dag}",
        "< 5 is minder dan 5; 5+ is 5 of meer, verborgen om een klein aantal te beschermen",
    ]
    yield []
    if pub.te_klein:
        yield [TE_KLEIN]
    for tegel in pub.tegels:
        yield [tegel.label, tegel.getal, tegel.sub]
    for tabel in pub.alle_tabellen:
        yield []
        yield [tabel.titel]
        yield [tabel.uitleg]
        yield from tabel.lijst()


def als_csv(pub: Publicatie, school: str) -> str:
    """CSV as Dutch spreadsheets open it: semicolons, and a mark that says it is UTF-8."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    for regel in regels(pub, school):
        schrijver.writerow([veilig(tekst) for tekst in regel])
    return "\ufeff" + uit.getvalue()
