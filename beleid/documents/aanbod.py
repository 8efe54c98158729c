"""The offer text on paper, for the schoolgids: the same text as on the page, without marks."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from beleid.aanbodbeeld import Aanbodbeeld, beeld
from beleid.access_aanbod import get_aanbodtekst
from beleid.models import Aanbodtekststatus
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.werk.documenten import Document, Documentsoort

SLEUTEL = "ondersteuningsaanbod"


@dataclass(frozen=True, kw_only=True)
class Aanbodblad(Document):
    """One version; `stand` says whether it was set, and when."""

    b: Aanbodbeeld
    stand: str


def deur(werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    """Only who reads the text; no pupil is in it, so no look is logged."""
    get_aanbodtekst(werkplek, object_id)


def maak(werkplek: Werkplek, object_id: int) -> Aanbodblad:
    """The version as it is now."""
    tekst = get_aanbodtekst(werkplek, object_id)
    stand = "Concept, nog niet vastgesteld"
    if tekst.status == Aanbodtekststatus.VASTGESTELD and tekst.vastgesteld_op:
        dag = timezone.localdate(tekst.vastgesteld_op)
        stand = f"Vastgesteld op {dag_maand(dag)} {dag.year}"
        if tekst.mr_op:
            stand += f", met instemming van de MR op {dag_maand(tekst.mr_op)} {tekst.mr_op.year}"
    return Aanbodblad(
        titel=f"Ondersteuningsaanbod {tekst.jaar}",
        school=werkplek.school.naam,
        wat="Ondersteuningsaanbod voor de schoolgids",
        door=werkplek.user.naam,
        op=werkplek.dag,
        vertrouwelijk=False,
        b=beeld(werkplek, tekst),
        stand=f"{stand}.",
    )


def terug(object_id: int) -> str:
    """The page it was asked from."""
    return reverse("beleid:aanbodtekst_html", args=[object_id])


SOORT = Documentsoort(
    sleutel=SLEUTEL,
    recht=Recht.BELEID_JAAR,
    deur=deur,
    maak=maak,
    template="beleid/aanbod_papier.html",
    terug=terug,
)
