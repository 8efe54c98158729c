"""The job that makes a document; loaded by workers only (kern.pdf brings WeasyPrint)."""

from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.http import Http404
from django.utils import timezone

from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.kern.pdf import Norm, html_naar_pdf
from zorgapp.werk.documenten import BESTANDSOORT, BEWAREN_DAGEN, Documentsoort, documentsoort
from zorgapp.werk.models import Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.soorten import TaakFout
from zorgapp.werk.uitvoeren import voortgang

STAPPEN = 3
MAG_NIET = "Je mag dit niet meer zien, of het is er niet meer."


def maken(taak: Taak) -> None:
    """Make the document of this job and keep it as its file; the rights of its owner are those of now."""
    soort = documentsoort(taak.soort)
    werkplek = _werkplek(taak, soort)
    voortgang(taak.pk, 0, STAPPEN, "We verzamelen de gegevens.")
    try:
        document = soort.maak(werkplek, taak.object_id or 0)
    except (Http404, PermissionDenied) as fout:
        raise TaakFout(MAG_NIET) from fout
    voortgang(taak.pk, 1, STAPPEN, "We maken de pdf.")
    inhoud = ContentFile(html_naar_pdf(soort.html(document)), f"{soort.sleutel}.pdf")
    taak.bestand = bestand_bewaren(door=werkplek, soort=BESTANDSOORT, upload=inhoud, dagen=BEWAREN_DAGEN)
    voortgang(taak.pk, STAPPEN, STAPPEN, "De pdf staat klaar. Je kunt hem een dag lang downloaden.")


def _werkplek(taak: Taak, soort: Documentsoort) -> Werkplek:
    """Return the owner of the job at work today; TaakFout when he may not do this any more."""
    werkplek = werkplek_maken(taak.eigenaar, timezone.localdate(), taak.school_id)
    if werkplek is None or werkplek.school.pk != taak.school_id or not werkplek.mag(soort.recht):
        raise TaakFout(MAG_NIET)
    return werkplek


def bytes_van(html: str, blijvend: bool) -> bytes:
    """Return the PDF of a page, for a job that keeps it itself; `blijvend`: to be kept for years (PDF/A-3a)."""
    return html_naar_pdf(html, Norm.A3A if blijvend else Norm.UA1)
