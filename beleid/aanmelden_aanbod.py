"""What the lower floors are told of the offer text: its reminders, its PDF, and its block on Beleid en jaar."""

from beleid.blok_aanbod import AANBODBLOK
from beleid.blokken import registreer as registreer_blok
from beleid.documents.aanbod import SOORT
from beleid.klokken_aanbod import SOORTEN
from zorgapp.notifications.soorten import registreer
from zorgapp.werk.documenten import registreer_document


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_document(SOORT)
    registreer_blok(AANBODBLOK)
