"""What the lower floors are told of the figures: the PDF for the MT and the XLSX; called once in ready()."""

from beleid.documents.cijfers import SOORT, terug
from beleid.services.cijferbestand import TAAK_XLSX
from zorgapp.werk.documenten import registreer_document
from zorgapp.werk.soorten import registreer_taak


def meld_aan() -> None:
    """Register both; the second by its name, so that a web process never loads openpyxl for it."""
    registreer_document(SOORT)
    registreer_taak(
        TAAK_XLSX,
        "beleid.cijferblad.maken",
        klaar_url="beleid:cijfers_rekenblad",
        van_taak=True,
        knop="Download het rekenblad",
        terug=terug,
    )
