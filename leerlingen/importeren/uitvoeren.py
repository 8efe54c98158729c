"""The three jobs of an import, each in the transaction and school context of its caller."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import IO

from django.utils import timezone

from leerlingen.importeren.herkennen import lees
from leerlingen.importeren.inhoud import Inhoud, LeesFout
from leerlingen.importeren.ongedaan import maak_ongedaan
from leerlingen.importeren.slot import pak_slot
from leerlingen.importeren.stand import lees_stand
from leerlingen.importeren.toepassen import Uitvoering, Verslag
from leerlingen.importeren.vergelijken import Plan, maak_plan
from leerlingen.importeren.voorbeeld import meldingen, regels_van, vingerafdruk
from leerlingen.models import Import, ImportRegel
from zorgapp.accounts.models import School
from zorgapp.accounts.models.school import Sector

BEZET = "Er loopt al een import voor deze school. Probeer het over een paar minuten opnieuw."
Soort = ImportRegel.Soort
Status = Import.Status


@dataclass(frozen=True)
class Gelezen:
    """A file and what it would change."""

    inhoud: Inhoud
    plan: Plan


def lees_en_vergelijk(bestand: IO[bytes], school: School, dag: date) -> Gelezen:
    """Read a file and compare it with the school in context; writes nothing. Raises LeesFout."""
    if not pak_slot(school.pk):
        raise LeesFout(BEZET)
    inhoud = lees(bestand, dag, voortgezet=school.sector != Sector.PO)
    andere = andere_school(inhoud, school)
    if andere and School.objects.filter(brin=andere).exists():
        raise LeesFout(f"Dit bestand is van een andere school ({andere}). Wissel eerst van school.")
    return Gelezen(inhoud, maak_plan(inhoud, lees_stand(school.pk), dag))


def andere_school(inhoud: Inhoud, school: School) -> str:
    """Return the school that the file names when it is not this one."""
    genoemd = inhoud.school
    return "" if not genoemd or genoemd == school.brin or genoemd[:4] == school.brin else genoemd


def leg_voorbeeld_vast(opdracht: Import, gelezen: Gelezen, dag: date) -> None:
    """Store what the import would do, instead of an earlier preview; ticks that were set stay."""
    keuze = dict(opdracht.regels.filter(soort__in=_TE_KIEZEN).values_list("sleutel", "gekozen"))
    eerder = bool(opdracht.vingerafdruk)
    regels = regels_van(gelezen.plan, opdracht)
    opdracht.vingerafdruk = vingerafdruk(regels)
    for regel in regels:
        if regel.soort in _TE_KIEZEN and eerder:
            regel.gekozen = keuze.get(regel.sleutel, False)
    opdracht.regels.all().delete()
    ImportRegel.objects.bulk_create(regels, batch_size=1000)
    opdracht.soort = gelezen.inhoud.soort
    opdracht.status = Status.VOORBEELD
    opdracht.tellingen = gelezen.plan.tellingen
    opdracht.let_op = meldingen(gelezen.inhoud, gelezen.plan, dag)
    opdracht.andere_school = andere_school(gelezen.inhoud, opdracht.school)
    opdracht.save(update_fields=["soort", "status", "tellingen", "let_op", "andere_school", "vingerafdruk"])


_TE_KIEZEN = (Soort.VERTROKKEN, Soort.OP_NAAM)


def pas_toe(
    opdracht: Import, gelezen: Gelezen, dag: date, meld: Callable[[int], None] = lambda gedaan: None
) -> bool:
    """Write the import when nothing changed since the preview; otherwise store the new preview and return False."""
    gezien = opdracht.vingerafdruk
    leg_voorbeeld_vast(opdracht, gelezen, dag)
    if opdracht.vingerafdruk != gezien:
        opdracht.let_op = [
            "De gegevens zijn veranderd sinds je dit bekeek. Er is nog niets geïmporteerd: kijk het nog een keer na.",
            *opdracht.let_op,
        ]
        opdracht.save(update_fields=["let_op"])
        return False
    gekozen = opdracht.regels.filter(gekozen=True)
    verslag = Uitvoering(opdracht.school_id, gelezen.inhoud, gelezen.plan, dag, meld).pas_toe(
        op_naam=set(gekozen.filter(soort=Soort.OP_NAAM).values_list("sleutel", flat=True)),
        vertrokken=set(gekozen.filter(soort=Soort.VERTROKKEN).values_list("sleutel", flat=True)),
    )
    _leg_verslag_vast(opdracht, verslag)
    opdracht.status, opdracht.toegepast_op = Status.TOEGEPAST, timezone.now()
    opdracht.save(update_fields=["status", "toegepast_op"])
    return True


def _leg_verslag_vast(opdracht: Import, verslag: Verslag) -> None:
    """Store, per line, which rows were touched."""
    regels = [r for r in opdracht.regels.exclude(soort=Soort.FOUT) if r.sleutel in verslag]
    for regel in regels:
        regel.rijen = verslag.pop(regel.sleutel)
    ImportRegel.objects.bulk_update(regels, ["rijen"], batch_size=500)
    ImportRegel.objects.bulk_create(
        ImportRegel(
            school_id=opdracht.school_id,
            opdracht=opdracht,
            soort=Soort.GROEP,
            sleutel=sleutel[:256],
            naam=rijen[0].na["naam"] if rijen[0].na else "",
            rijen=rijen,
        )
        for sleutel, rijen in verslag.items()
    )


def draai_terug(opdracht: Import) -> int:
    """Undo an applied import; return how many lines had to stay. Raises LeesFout when another import runs."""
    if not pak_slot(opdracht.school_id):
        raise LeesFout(BEZET)
    gebleven = maak_ongedaan(opdracht.regels.select_for_update().order_by("-id"))
    ImportRegel.objects.bulk_update(gebleven, ["gebleven", "melding"], batch_size=500)
    opdracht.status, opdracht.ongedaan_op = Status.ONGEDAAN, timezone.now()
    opdracht.save(update_fields=["status", "ongedaan_op"])
    return len(gebleven)
