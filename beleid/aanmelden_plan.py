"""What the lower floors are told of the yearly plan: kinds of reminder and documents; called once in ready()."""

from beleid.blokken import Actie, Blok, registreer
from beleid.documents.plan import BLAD, PLAN
from beleid.klokken_plan import SOORTEN
from zorgapp.accounts.rollen import Recht
from zorgapp.notifications.soorten import registreer as registreer_soort
from zorgapp.werk.documenten import registreer_document


def meld_aan() -> None:
    """Register the reminders, both documents, and the button on Beleid en jaar."""
    for soort in SOORTEN:
        registreer_soort(soort)
    registreer_document(PLAN)
    registreer_document(BLAD)
    registreer(
        Blok("plan", 90, acties=(Actie("Ondersteuningsplan", "beleid:plan", "file-text", Recht.BELEID_JAAR),))
    )
