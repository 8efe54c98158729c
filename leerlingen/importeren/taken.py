"""The jobs of an import for the worker: ids in, safe to run twice, rights checked again before anything is done."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from leerlingen.importeren import uitvoeren
from leerlingen.importeren.inhoud import LeesFout
from leerlingen.models import Import
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.werk.models import Taak
from zorgapp.werk.services import TaakFout, registreer_taak, voortgang

LEZEN, TOEPASSEN, ONGEDAAN = "import_lezen", "import_toepassen", "import_ongedaan"
SOORTEN = (LEZEN, TOEPASSEN, ONGEDAAN)
BEWAREN = timedelta(days=30)  # how long an import can be undone
BESTAND_DAGEN = 2  # how long a preview waits; the file itself may hold more than zorgapp ever stores
Status = Import.Status


def loopt(school_id: int) -> bool:
    """Say whether a job of an import of this school waits or runs."""
    return Taak.objects.filter(school=school_id, soort__in=SOORTEN, status__in=("wacht", "bezig")).exists()


def _opdracht(taak: Taak, status: str) -> tuple[Import, Werkplek] | None:
    """Return the import in this state, locked, with its maker's rights of today; None when it is done already."""
    werkplek = werkplek_maken(taak.eigenaar, timezone.localdate(), taak.school_id)
    if werkplek is None or werkplek.school.pk != taak.school_id or not werkplek.mag(Recht.IMPORT):
        raise TaakFout("Je mag hier geen leerlingen meer importeren.")
    opdracht = (
        Import.objects.select_for_update(of=("self",))
        .select_related("school", "bestand")
        .filter(pk=taak.object_id or 0, status=status)
        .first()
    )
    return None if opdracht is None else (opdracht, werkplek)


def _lees(opdracht: Import, werkplek: Werkplek) -> uitvoeren.Gelezen:
    if opdracht.bestand is None:
        raise TaakFout("Dit bestand is niet meer bewaard. Kies het opnieuw.")
    try:
        with opdracht.bestand.bestand.open("rb") as bestand:
            return uitvoeren.lees_en_vergelijk(bestand, werkplek.school, werkplek.dag)
    except LeesFout as fout:
        raise TaakFout(str(fout)) from fout
    except FileNotFoundError:
        raise TaakFout("Dit bestand is niet meer bewaard. Kies het opnieuw.") from None


def lezen(taak: Taak) -> None:
    """Read the file and store the preview."""
    if gevonden := _opdracht(taak, Status.NIEUW):
        opdracht, werkplek = gevonden
        voortgang(taak.pk, 0, 2, "Ik lees het bestand.")
        gelezen = _lees(opdracht, werkplek)
        voortgang(taak.pk, 1, 2, "Ik vergelijk het met wat er al is.")
        uitvoeren.leg_voorbeeld_vast(opdracht, gelezen, werkplek.dag, uitvoeren.stel_op(opdracht, gelezen))


def toepassen(taak: Taak) -> None:
    """Write the import, or show a new preview when something changed in the meantime."""
    if gevonden := _opdracht(taak, Status.VOORBEELD):
        opdracht, werkplek = gevonden
        gelezen = _lees(opdracht, werkplek)
        totaal = len(gelezen.plan.nieuw) + len(gelezen.plan.gewijzigd)
        voortgang(taak.pk, 0, totaal, "Ik zet de leerlingen klaar.")
        gedaan = uitvoeren.pas_toe(
            opdracht,
            gelezen,
            werkplek.dag,
            lambda aantal: voortgang(taak.pk, aantal, max(totaal, aantal), f"{aantal} leerlingen verwerkt."),
        )
        if gedaan:
            _vergeet_bestand(opdracht)


def _vergeet_bestand(opdracht: Import) -> None:
    """Throw the file away once it is imported."""
    bestand = opdracht.bestand
    if bestand is not None:
        opslag, naam = bestand.bestand.storage, str(bestand.bestand.name)
        bestand.delete()
        transaction.on_commit(lambda: opslag.delete(naam))


def ongedaan(taak: Taak) -> None:
    """Undo the import."""
    if gevonden := _opdracht(taak, Status.TOEGEPAST):
        voortgang(taak.pk, 0, 1, "Ik zet alles terug.")
        try:
            uitvoeren.draai_terug(gevonden[0])
        except LeesFout as fout:
            raise TaakFout(str(fout)) from fout


def registreer() -> None:
    """Make the three kinds of job known."""
    for soort, functie in ((LEZEN, lezen), (TOEPASSEN, toepassen), (ONGEDAAN, ongedaan)):
        registreer_taak(soort, functie, klaar_url="leerlingen:import_voorbeeld")
