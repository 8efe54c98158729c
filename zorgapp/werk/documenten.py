"""Documents that a worker makes as a PDF: which kinds there are, asking for one, and the door to the file.

An app describes its document as a dataclass (so that HTML tests need no PDF), registers it in AppConfig.ready() and asks
for it with `pdf_aanvragen`. Nothing here loads WeasyPrint: the job names `zorgapp.werk.pdf`, which only workers load.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction
from django.http import Http404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string

from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.datums import dag_maand
from zorgapp.werk.access import get_taak
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.services.taken import taak_starten
from zorgapp.werk.soorten import registreer_taak

BEWAREN_DAGEN = 1
"""Days that a finished document can be downloaded; after that it is made anew from what is true then."""
BESTANDSOORT = "pdf"
_SLOT = 20_261_123  # a number of our own, so that other advisory locks never collide
_WERK = "zorgapp.werk.pdf.maken"
_BYTES = "zorgapp.werk.pdf.bytes_van"


@dataclass(frozen=True, kw_only=True)
class Document:
    """What every document holds: the dataclass of an app inherits from it and adds its own content.

    titel goes into the metadata of the PDF and names no pupil. wat is the left part of the foot, on paper only.
    """

    titel: str
    school: str
    vestiging: str = ""
    wat: str
    door: str
    op: date
    vertrouwelijk: bool = True

    @property
    def voet_wat(self) -> str:
        """The left part of the foot."""
        return self.wat

    @property
    def voet_wie(self) -> str:
        """Who printed it, and when, and that it is confidential."""
        begin = "Vertrouwelijk. Afgedrukt" if self.vertrouwelijk else "Afgedrukt"
        return f"{begin} door {self.door} op {dag_maand(self.op)} {self.op.year}."


@dataclass(frozen=True)
class Documentsoort:
    """One kind of document.

    sleutel: also the name of the file, so it names no pupil ("toestemmingsformulier" gives toestemmingsformulier.pdf).
    recht: who lacks it (any more) gets nothing.
    deur(werkplek, object_id, handeling): opens the object through the app's own door, that raises Http404 for who may
    not see it and logs the look as `handeling`; asked when somebody wants the document and again at the download.
    maak(werkplek, object_id): the dataclass, made in the worker with the rights of that moment.
    template: extends pdf/basis.html and gets it as `doc`.
    terug(object_id): address of the page it was asked from.
    """

    sleutel: str
    recht: Recht
    deur: Callable[[Werkplek, int, Handeling], object]
    maak: Callable[[Werkplek, int], Document]
    template: str
    terug: Callable[[int], str] | None = None

    @property
    def taaksoort(self) -> str:
        """The name of its job."""
        return f"pdf:{self.sleutel}"

    def html(self, document: Document) -> str:
        """Return the page that becomes the PDF."""
        return render_to_string(self.template, {"doc": document})


_SOORTEN: dict[str, Documentsoort] = {}


def registreer_document(soort: Documentsoort) -> None:
    """Make a kind of document known; ValueError when another one already has its key."""
    if _SOORTEN.get(soort.taaksoort, soort) != soort:
        raise ValueError(f"document {soort.sleutel} bestaat al")
    _SOORTEN[soort.taaksoort] = soort
    registreer_taak(
        soort.taaksoort,
        _WERK,
        klaar_url="werk:document",
        van_taak=True,
        knop="Download de pdf",
        terug=soort.terug,
    )


def documentsoort(taaksoort: str) -> Documentsoort:
    """Return a registered kind by the name of its job; KeyError for any other."""
    return _SOORTEN[taaksoort]


def pdf_van(soort: Documentsoort, document: Document, *, blijvend: bool = False) -> bytes:
    """Return the PDF of a document; for jobs of a worker only, which thereby loads WeasyPrint.

    `blijvend`: as PDF/A-3a, to be kept for years. For a job that keeps what it makes in its own way; whoever just wants
    a document asks `pdf_aanvragen`.
    """
    inhoud: bytes = import_string(_BYTES)(soort.html(document), blijvend)
    return inhoud


@transaction.atomic
def pdf_aanvragen(*, door: Werkplek, soort: str, object_id: int) -> Taak:
    """Have a document made and return its job; the one that waits or runs already when there is one.

    `soort` is the sleutel of a Documentsoort (KeyError for an unknown one). Raises Http404 for who may not see the object.
    Show the job with `redirect("werk:taak", taak.pk)`: progress, then a button to download.
    """
    wat = documentsoort(f"pdf:{soort}")
    _open(wat, door, object_id, Handeling.BEKEKEN)
    with connection.cursor() as cursor:  # two clicks at once: the second waits here and finds the first
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [_SLOT, door.user.pk % 2**31])
    lopend = Taak.objects.filter(
        school=door.school,
        eigenaar=door.user,
        soort=wat.taaksoort,
        object_id=object_id,
        status__in=(Taak.Status.WACHT, Taak.Status.BEZIG),
    ).first()
    return lopend or taak_starten(door=door, soort=wat.taaksoort, object_id=object_id)


def _open(soort: Documentsoort, werkplek: Werkplek, object_id: int, handeling: Handeling) -> None:
    if not werkplek.mag(soort.recht):
        raise Http404("document")
    soort.deur(werkplek, object_id, handeling)


def get_document(werkplek: Werkplek, taak_id: int, op: datetime) -> Bestand:
    """Return the file of one's own finished job and log it as printed.

    404 for another's, an unfinished or expired one, and when one may no longer see what it is about.
    """
    taak = get_taak(werkplek, taak_id)
    soort, bestand = _SOORTEN.get(taak.soort), taak.bestand
    if soort is None or bestand is None or taak.object_id is None or bestand.verloopt_op <= op:
        raise Http404("document")
    _open(soort, werkplek, taak.object_id, Handeling.AFGEDRUKT)
    return bestand


def werk_url(taak: Taak) -> str:
    """Return the address where its progress shows."""
    return reverse("werk:taak", args=[taak.pk])
