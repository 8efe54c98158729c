"""Writes of an import by a person: start, choose, confirm, undo. The work itself is done by a worker."""

from collections.abc import Iterable

from django.core.files.base import File
from django.db import transaction
from django.db.models import QuerySet

from leerlingen.importeren.herkennen import soort_van
from leerlingen.importeren.inhoud import LeesFout
from leerlingen.importeren.rijen import van_andere_vorm
from leerlingen.importeren.taken import BESTAND_DAGEN, BEWAREN, LEZEN, ONGEDAAN, TOEPASSEN, loopt
from leerlingen.importeren.uitvoeren import TE_KIEZEN, VAN_TOEN
from leerlingen.models import Import, ImportRegel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.werk.services import bestand_bewaren, taak_starten


class ImportFout(Exception):
    """This step cannot be taken now; the text is Dutch."""


@transaction.atomic
def import_starten(*, door: Werkplek, upload: File) -> Import:
    """Store a file and have it read. Raises LeesFout for what is clearly no import file, ImportFout when another
    import of this school is being worked on."""
    soort_van(upload)
    if loopt(door.school.pk):
        raise ImportFout("Er loopt al een import voor deze school. Wacht tot die klaar is.")
    bestand = bestand_bewaren(door=door, soort="import", upload=upload, dagen=BESTAND_DAGEN)
    opdracht = Import.objects.create(school=door.school, naam=bestand.naam, bestand=bestand, door=door.user)
    _start(door, opdracht, LEZEN)
    return opdracht


def import_kiezen(
    *, door: Werkplek, opdracht: Import, getoond: Iterable[int], aangevinkt: Iterable[int]
) -> None:
    """Store the ticks of one page: of the lines shown, these are chosen."""
    regels = _te_kiezen(door, opdracht).filter(pk__in=list(getoond))
    vinkjes = set(aangevinkt)
    aan = [pk for pk in regels.values_list("pk", flat=True) if pk in vinkjes]
    regels.filter(pk__in=aan).update(gekozen=True)
    regels.exclude(pk__in=aan).update(gekozen=False)


def import_alles_kiezen(*, door: Werkplek, opdracht: Import, soort: str, aan: bool) -> None:
    """Tick all lines of a kind, or none."""
    _te_kiezen(door, opdracht).filter(soort=soort).update(gekozen=aan)


def _te_kiezen(door: Werkplek, opdracht: Import) -> QuerySet[ImportRegel]:
    """Return the lines a person may tick; none any more once the import is written."""
    open_ = {"opdracht__status": Import.Status.VOORBEELD, "soort__in": TE_KIEZEN}
    return ImportRegel.objects.filter(school=door.school, opdracht=opdracht, **open_)


@transaction.atomic
def import_bevestigen(*, door: Werkplek, opdracht: Import, ook_andere_school: bool) -> None:
    """Have the import written. Raises ImportFout when it cannot be, or not any more."""
    opdracht = _op_slot(opdracht, Import.Status.VOORBEELD)
    if opdracht.andere_school and not ook_andere_school:
        raise ImportFout(
            f"Het bestand noemt school {opdracht.andere_school}. Vink aan dat het toch bij deze school hoort."
        )
    if opdracht.bestand is None:
        raise ImportFout("Dit bestand is niet meer bewaard. Kies het opnieuw.")
    _start(door, opdracht, TOEPASSEN)


@transaction.atomic
def import_terugdraaien(*, door: Werkplek, opdracht: Import) -> None:
    """Have the whole import undone. Raises ImportFout when it cannot be, or not any more."""
    opdracht = _op_slot(opdracht, Import.Status.TOEGEPAST)
    if not opdracht.regels.exists():
        raise ImportFout(f"Ongedaan maken kan tot {BEWAREN.days} dagen na de import.")
    if van_andere_vorm(opdracht.pk):
        raise ImportFout(VAN_TOEN)
    _start(door, opdracht, ONGEDAAN)


def _op_slot(opdracht: Import, status: str) -> Import:
    """Lock the import for this step; two clicks at once make one job."""
    slot = Import.objects.select_for_update(of=("self",)).select_related("bestand").get(pk=opdracht.pk)
    if slot.status != status:
        raise ImportFout("Deze import is intussen al verder. Kijk hieronder hoe het ervoor staat.")
    if loopt(slot.school_id):
        raise ImportFout("Er loopt al een import voor deze school. Wacht tot die klaar is.")
    return slot


def _start(door: Werkplek, opdracht: Import, soort: str) -> None:
    opdracht.taak = taak_starten(door=door, soort=soort, object_id=opdracht.pk)
    opdracht.save(update_fields=["taak"])


__all__ = [
    "TE_KIEZEN",
    "ImportFout",
    "LeesFout",
    "import_alles_kiezen",
    "import_bevestigen",
    "import_kiezen",
    "import_starten",
    "import_terugdraaien",
]
