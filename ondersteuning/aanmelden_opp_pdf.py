"""What OPPs on paper tell the lower floors: documents, the stored version, bundles; called once by `apps.py`."""

from ondersteuning.access_opp_bundel import TAAK as BUNDEL
from ondersteuning.documents.opp_papieren import PAPIEREN
from ondersteuning.services.opp_document import TAAK as VERSIE
from zorgapp.werk.documenten import registreer_document
from zorgapp.werk.soorten import registreer_taak


def meld_aan() -> None:
    """Register the documents and the two jobs."""
    for papier in PAPIEREN.values():
        registreer_document(papier.soort)
    registreer_taak(VERSIE, "ondersteuning.services.opp_document.taak_bewaren")
    registreer_taak(
        BUNDEL,
        "ondersteuning.opp_bundelwerk.maken",
        atomair=False,
        klaar_url="ondersteuning:opp_bundel",
        knop="Bekijk de bundel",
    )
