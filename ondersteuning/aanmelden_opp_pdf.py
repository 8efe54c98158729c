"""What OPPs on paper tell the lower floors: documents, the stored version, bundles; called once by `apps.py`."""

from django.urls import reverse

from leerlingen.zienswijzen import Verslag, registreer_bron
from ondersteuning.access_opp import get_opp_heel
from ondersteuning.access_opp_bewijs import TAAK as BEWIJS
from ondersteuning.access_opp_bundel import TAAK as BUNDEL
from ondersteuning.documents.opp_papieren import PAPIEREN
from ondersteuning.services.opp_document import TAAK as VERSIE
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.documenten import registreer_document
from zorgapp.werk.soorten import registreer_taak


def _verslag(werkplek: Werkplek, pk: int) -> Verslag:
    """An OPP as a report that pupil and parents can have a view on (rule 48); opening it is logged."""
    opp, mag, grond = get_opp_heel(werkplek, pk)
    return Verslag(
        leerling=opp.leerling,
        grond=grond,
        titel="Ontwikkelingsperspectief",
        url=reverse("ondersteuning:opp_papieren", args=[pk]),
        mag_aanvullen=mag.contacten,
    )


def meld_aan() -> None:
    """Register the documents, the jobs, and the OPP as a report."""
    registreer_bron("opp", _verslag)
    for papier in PAPIEREN.values():
        registreer_document(papier.soort)
    registreer_taak(VERSIE, "ondersteuning.services.opp_document.taak_bewaren")
    registreer_taak(BEWIJS, "ondersteuning.services.opp_bewijs.taak_bewijs")
    registreer_taak(
        BUNDEL,
        "ondersteuning.opp_bundelwerk.maken",
        atomair=False,
        klaar_url="ondersteuning:opp_bundel",
        knop="Bekijk de bundel",
    )
