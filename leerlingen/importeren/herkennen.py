"""Which format a file is, by its content; its name does not count."""

from datetime import date
from typing import IO

from django.utils.module_loading import import_string

from leerlingen.importeren.csvbestand import lees_csv
from leerlingen.importeren.edexml import JAARGROEP_KAAL, lees_edexml
from leerlingen.importeren.inhoud import Inhoud, LeesFout, opsomming
from leerlingen.importeren.regels import LEERJAAR_FOUT, MAIL_FOUT, TELEFOON_FOUT

# openpyxl is loaded by who reads an Excel file, so that web processes stay small
_LEES_XLSX = "leerlingen.importeren.xlsx.lees_xlsx"
_SOORTEN = "Kies een EDEXML-, CSV- of Excel-bestand (.xml, .csv of .xlsx)."
_ANDERS = {
    b"\xd0\xcf\x11\xe0": "Dit is een oud Excel-bestand. Bewaar het als .xlsx en probeer het nog eens.",
    b"%PDF": f"Dit is een pdf. {_SOORTEN}",
    b"\x89PNG": f"Dit is een afbeelding. {_SOORTEN}",
    b"\xff\xd8\xff": f"Dit is een afbeelding. {_SOORTEN}",
    b"\x1f\x8b": f"Dit bestand is ingepakt. Pak het eerst uit. {_SOORTEN}",
}
_OPGEMERKT = {
    MAIL_FOUT: "Er staat een e-mailadres dat niet klopt; dat is overgeslagen",
    TELEFOON_FOUT: "Er staat een telefoonnummer dat niet klopt; dat is overgeslagen",
    LEERJAAR_FOUT: "Er staat een leerjaar dat ik niet ken; dat is overgeslagen",
    JAARGROEP_KAAL: "Er staat jaargroep 1 tot en met 6 in plaats van 11 tot en met 16; ik lees dat als leerjaar",
}


def soort_van(bestand: IO[bytes]) -> str:
    """Return edexml, csv or xlsx; raises LeesFout for an empty file or another kind."""
    bestand.seek(0)
    begin = bestand.read(512)
    bestand.seek(0)
    if not begin.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise LeesFout("Dit bestand is leeg. Kies een ander bestand.")
    for teken, melding in _ANDERS.items():
        if begin.startswith(teken):
            raise LeesFout(melding)
    if begin.startswith(b"PK"):
        return "xlsx"
    kaal = begin.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")
    return "edexml" if kaal.startswith(b"<") else "csv"


def lees(bestand: IO[bytes], vandaag: date, voortgezet: bool = True) -> Inhoud:
    """Read a file of any known format; raises LeesFout with a Dutch message."""
    soort = soort_van(bestand)
    if soort == "edexml":
        inhoud = lees_edexml(bestand, vandaag, voortgezet)
    elif soort == "xlsx":
        inhoud = import_string(_LEES_XLSX)(bestand, vandaag)
    else:
        inhoud = lees_csv(bestand, vandaag)
    plek = "leerling" if soort == "edexml" else "regel"
    inhoud.let_op += [
        f"{_OPGEMERKT[wat]} ({plek} {opsomming(nummers)})." for wat, nummers in inhoud.opgemerkt.items()
    ]
    return inhoud
