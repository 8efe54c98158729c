"""What the lower floors are told of hours, means and scenarios: the PDF for the MT, and the block of Beleid en jaar."""

from beleid.blok_uren import URENBLOK
from beleid.blokken import registreer as registreer_blok
from beleid.documents.uren import SOORT
from zorgapp.werk.documenten import registreer_document


def meld_aan() -> None:
    """Register them; called once in ready()."""
    registreer_document(SOORT)
    registreer_blok(URENBLOK)
