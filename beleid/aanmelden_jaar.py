"""What the lower floors are told of the jaarkalender: its reminder, its A3, its open work, its block."""

from beleid.blok_jaar import JAARBLOK
from beleid.blokken import registreer as registreer_blok
from beleid.documents.jaar import SOORT
from beleid.eigendom_jaar import ACTIVITEIT
from beleid.klokken_jaar import SOORTEN
from zorgapp.accounts import eigendom
from zorgapp.notifications.soorten import registreer
from zorgapp.werk.documenten import registreer_document


def meld_aan() -> None:
    """Register them; called once in ready()."""
    for soort in SOORTEN:
        registreer(soort)
    registreer_document(SOORT)
    eigendom.registreer(ACTIVITEIT)
    registreer_blok(JAARBLOK)
