"""The version that was put before the parents, stored byte for byte as a PDF/A-3a with its SHA-256.

`vraag_document` is called by whoever puts a version before people, in the same transaction; a worker then stores it.
Both may be repeated: there is one document per version, and it never changes.
"""

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_pdf import SOORT_VERSIE, get_oppversie
from ondersteuning.documents import opp
from ondersteuning.models import Handelingsdeel, OppVersie
from ondersteuning.oppfeiten import hash_handelingsdeel
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.werk.documenten import pdf_van
from zorgapp.werk.models import Bestand, Taak
from zorgapp.werk.services.bestanden import bestand_bewaren
from zorgapp.werk.services.taken import taak_starten
from zorgapp.werk.soorten import TaakFout

TAAK = SOORT_VERSIE
BEWAREN_DAGEN = 36_500
"""Days on paper only: a stored version goes with the file of its pupil, never by the clean-up of files."""
NAAM = "ontwikkelingsperspectief.pdf"
NIET_VOORGELEGD = "Deze versie is niet aan de ouders voorgelegd."


@transaction.atomic
def vraag_document(*, door: Werkplek, oppversie: OppVersie) -> Taak | None:
    """Have a version that was put before the parents stored; the job that waits or runs for it when there is one.

    None when it is stored already. The caller opened the OPP. Raises ValueError for a version nobody was asked about.
    """
    rij = _op_slot(door, oppversie.pk)
    if rij.document_id:
        return None
    if rij.handelingsdeel == Handelingsdeel.CONCEPT:
        raise ValueError(NIET_VOORGELEGD)
    lopend = Taak.objects.filter(
        school=door.school, soort=TAAK, object_id=rij.pk, status__in=(Taak.Status.WACHT, Taak.Status.BEZIG)
    ).first()
    return lopend or taak_starten(door=door, soort=TAAK, object_id=rij.pk)


@transaction.atomic
def document_opnieuw_vragen(*, door: Werkplek, oppversie_id: int) -> tuple[OppVersie, Taak | None]:
    """The same by hand, when the job failed: for who may write in the OPP. Raises ValueError as above."""
    versie = get_oppversie(door, oppversie_id)
    get_opp_slot(door, versie.opp_id, daad="schrijven")
    return versie, vraag_document(door=door, oppversie=versie)


@transaction.atomic
def versie_bewaren(door: Werkplek, oppversie_id: int) -> Bestand:
    """Make the document that parents are shown of this version, store it, and return the file; only in a worker.

    A second time it returns what is there. Raises TaakFout when nobody was asked about this version, or when its
    handelingsdeel is no longer the one that was put before them.
    """
    versie = _op_slot(door, oppversie_id)
    if versie.document is not None:
        return versie.document
    if versie.handelingsdeel == Handelingsdeel.CONCEPT:
        raise TaakFout(NIET_VOORGELEGD)
    if hash_handelingsdeel(versie) != versie.hash:
        raise TaakFout(
            "Het handelingsdeel is niet meer hetzelfde als wat is voorgelegd. Leg het opnieuw voor."
        )
    pdf = pdf_van(opp.SOORT_OUDERS, opp.voor_ouders(door, versie), blijvend=True)
    bestand = bestand_bewaren(
        door=door, soort=SOORT_VERSIE, upload=ContentFile(pdf, NAAM), dagen=BEWAREN_DAGEN
    )
    OppVersie.objects.filter(pk=versie.pk).update(document=bestand)
    return bestand


def _op_slot(door: Werkplek, pk: int) -> OppVersie:
    rijen = OppVersie.objects.filter(school=door.school).select_related(
        "opp__leerling", "opp__opsteller", "vastgesteld_door", "document"
    )
    return rijen.select_for_update(of=("self",), no_key=True).get(pk=pk)


def taak_bewaren(taak: Taak) -> None:
    """The job: stores the version `object_id`, in the name of who put it before the parents."""
    werkplek = werkplek_maken(taak.eigenaar, timezone.localdate(taak.hartslag_op), taak.school_id)
    if werkplek is None or werkplek.school.pk != taak.school_id:
        raise TaakFout("Je werkt hier niet meer. Vraag een collega om het document te maken.")
    try:
        versie_bewaren(werkplek, taak.object_id or 0)
    except OppVersie.DoesNotExist as fout:
        raise TaakFout("Deze versie is er niet meer.") from fout
