"""What HGW forms, hand-overs to the lesson and complaints tell the lower floors; called once by `apps.py`."""

from django.urls import reverse

from leerlingen.access import toegangsgrond
from leerlingen.zienswijzen import Verslag, registreer_bron
from ondersteuning.access_hgw import get_hgw
from ondersteuning.documents import hgw, klacht
from ondersteuning.eigendom_hgw import ALLE
from ondersteuning.klokken_hgw import SOORTEN as HGW_SOORTEN
from ondersteuning.klokken_overdracht import SOORTEN as OVERDRACHT_SOORTEN
from ondersteuning.models import HgwStatus
from zorgapp.accounts import eigendom
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.soorten import registreer
from zorgapp.werk.documenten import registreer_document


def _verslag(werkplek: Werkplek, pk: int) -> Verslag:
    """An HGW form as a report that pupil and parents can have a view on; opening it is logged."""
    rij, _ = get_hgw(werkplek, pk)
    grond = toegangsgrond(werkplek, rij.leerling)
    assert grond is not None  # get_hgw let him in
    return Verslag(
        leerling=rij.leerling,
        grond=grond,
        titel=f"HGW-formulier, versie {rij.nummer}",
        url=reverse("ondersteuning:hgw", args=[pk]),
        mag_aanvullen=rij.status != HgwStatus.CONCEPT,
    )


def meld_aan() -> None:
    """Register kinds of reminder, open work, documents and reports."""
    for soort in (*HGW_SOORTEN, *OVERDRACHT_SOORTEN):
        registreer(soort)
    for werk in ALLE:
        eigendom.registreer(werk)
    registreer_document(hgw.SOORT)
    registreer_document(klacht.SOORT)
    registreer_bron("hgw", _verslag)
