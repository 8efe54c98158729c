"""The three jobs of an import, each in the transaction and school context of its caller."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import IO

from django.utils import timezone

from leerlingen.importeren.herkennen import lees
from leerlingen.importeren.inhoud import Inhoud, LeesFout
from leerlingen.importeren.ongedaan import maak_ongedaan
from leerlingen.importeren.rijen import van_andere_vorm
from leerlingen.importeren.slot import pak_slot
from leerlingen.importeren.stand import lees_stand
from leerlingen.importeren.toepassen import Uitvoering, Verslag
from leerlingen.importeren.vergelijken import Plan, maak_plan
from leerlingen.importeren.voorbeeld import meldingen, regels_van, vingerafdruk
from leerlingen.models import Import, ImportRegel
from zorgapp.accounts.models import School
from zorgapp.accounts.models.school import Sector

BEZET = "Er loopt al een import voor deze school. Probeer het over een paar minuten opnieuw."
VERANDERD = (
    "De gegevens zijn veranderd sinds je dit bekeek. Er is nog niets geïmporteerd: kijk het nog een keer na."
)
VAN_TOEN = (
    "Deze import is van voor de laatste vernieuwing van zorgapp. Terugzetten kan niet meer. "
    "Pas zelf aan wat niet klopt, of importeer een nieuw bestand."
)
Soort = ImportRegel.Soort
Status = Import.Status
TE_KIEZEN = (Soort.VERTROKKEN, Soort.OP_NAAM)


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
    zelfde = school.brin in {genoemd, genoemd[:4]} or genoemd.lstrip("0") == school.brin.lstrip("0")
    return "" if not genoemd or zelfde else genoemd


def stel_op(opdracht: Import, gelezen: Gelezen) -> list[ImportRegel]:
    """Return the lines of the preview; ticks that a person set on an earlier one stay."""
    regels = regels_van(gelezen.plan, opdracht)
    if opdracht.vingerafdruk:
        keuze = dict(opdracht.regels.filter(soort__in=TE_KIEZEN).values_list("sleutel", "gekozen"))
        for regel in regels:
            if regel.soort in TE_KIEZEN:
                regel.gekozen = keuze.get(regel.sleutel, False)
    return regels


def leg_voorbeeld_vast(opdracht: Import, gelezen: Gelezen, dag: date, regels: list[ImportRegel]) -> None:
    """Store what the import would do, instead of an earlier preview."""
    opdracht.vingerafdruk = vingerafdruk(regels)
    opdracht.soort = gelezen.inhoud.soort
    opdracht.status = Status.VOORBEELD
    opdracht.tellingen = gelezen.plan.tellingen
    opdracht.let_op = meldingen(gelezen.inhoud, gelezen.plan, dag)
    opdracht.andere_school = andere_school(gelezen.inhoud, opdracht.school)
    opdracht.save(update_fields=["soort", "status", "tellingen", "let_op", "andere_school", "vingerafdruk"])
    _bewaar(opdracht, regels)


def _bewaar(opdracht: Import, regels: list[ImportRegel]) -> None:
    opdracht.regels.all().delete()
    ImportRegel.objects.bulk_create(regels, batch_size=1000)


def pas_toe(
    opdracht: Import, gelezen: Gelezen, dag: date, meld: Callable[[int], None] = lambda gedaan: None
) -> bool:
    """Write the import when nothing changed since the preview; otherwise store the new preview and return False."""
    regels = stel_op(opdracht, gelezen)
    if vingerafdruk(regels) != opdracht.vingerafdruk:
        leg_voorbeeld_vast(opdracht, gelezen, dag, regels)
        opdracht.let_op = [VERANDERD, *opdracht.let_op]
        opdracht.save(update_fields=["let_op"])
        return False
    gekozen = {soort: {r.sleutel for r in regels if r.soort == soort and r.gekozen} for soort in TE_KIEZEN}
    verslag = Uitvoering(opdracht.school_id, gelezen.inhoud, gelezen.plan, dag, meld).pas_toe(
        op_naam=gekozen[Soort.OP_NAAM], vertrokken=gekozen[Soort.VERTROKKEN]
    )
    _bewaar(opdracht, _met_verslag(opdracht, regels, verslag))
    opdracht.status, opdracht.toegepast_op = Status.TOEGEPAST, timezone.now()
    opdracht.save(update_fields=["status", "toegepast_op"])
    return True


def _met_verslag(opdracht: Import, regels: list[ImportRegel], verslag: Verslag) -> list[ImportRegel]:
    """Give every line the rows it touched, and the new groups a line of their own."""
    for regel in regels:
        if regel.soort != Soort.FOUT:
            regel.rijen = verslag.pop(regel.sleutel, [])
    groepen = [
        ImportRegel(
            school_id=opdracht.school_id,
            opdracht=opdracht,
            soort=Soort.GROEP,
            sleutel=sleutel[:256],
            naam=rijen[0].na["naam"] if rijen[0].na else "",
            rijen=rijen,
        )
        for sleutel, rijen in verslag.items()
    ]
    return regels + groepen


def draai_terug(opdracht: Import) -> int:
    """Undo an applied import; return how many lines had to stay.

    Raises LeesFout when another import runs, and for one of before an upgrade that gave rows more columns.
    """
    if not pak_slot(opdracht.school_id):
        raise LeesFout(BEZET)
    if van_andere_vorm(opdracht.pk):
        raise LeesFout(VAN_TOEN)
    gebleven = maak_ongedaan(opdracht.regels.select_for_update().order_by("-id"))
    ImportRegel.objects.bulk_update(gebleven, ["gebleven", "melding"], batch_size=500)
    opdracht.status, opdracht.ongedaan_op = Status.ONGEDAAN, timezone.now()
    opdracht.save(update_fields=["status", "ongedaan_op"])
    return len(gebleven)
