"""Scenarios for the talk with the management: making, changing, choosing, and keeping what came of the talk."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_uren import get_scenario_slot
from beleid.models import Scenario, Scenariokeuze
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

SCENARIOS_MAX, KEUZES_MAX = 12, 8


@dataclass(frozen=True)
class Keuzegegevens:
    """One choice: its kind (Scenariosoort), what it is, and the minutes a week it gives."""

    soort: str
    tekst: str
    minuten: int


def _eis_keuzes(keuzes: Sequence[Keuzegegevens]) -> None:
    if not keuzes:
        raise ValidationError("Zet er minstens één keuze in.")
    if len(keuzes) > KEUZES_MAX:
        raise ValidationError(f"Een scenario heeft hoogstens {KEUZES_MAX} keuzes.")


def _zet_keuzes(scenario: Scenario, keuzes: Sequence[Keuzegegevens], gekozen: Iterable[tuple]) -> None:
    al = set(gekozen)
    for volgorde, keuze in enumerate(keuzes):
        rij = Scenariokeuze(school=scenario.school, scenario=scenario, volgorde=volgorde)
        rij.soort, rij.tekst, rij.minuten = keuze.soort, keuze.tekst, keuze.minuten
        rij.gekozen = (keuze.soort, keuze.tekst) in al
        bewaar(rij)


@transaction.atomic
def scenario_maken(
    *, door: Werkplek, jaar: Schooljaar, titel: str, keuzes: Sequence[Keuzegegevens]
) -> Scenario:
    """Make a scenario for a school year; nothing is chosen yet. Raises ValidationError, PermissionDenied."""
    door.eis(Recht.BELEID_WERKEN)
    een_tegelijk(door)
    if Scenario.objects.filter(school=door.school, schooljaar=jaar.beginjaar).count() >= SCENARIOS_MAX:
        raise ValidationError(f"Er zijn al {SCENARIOS_MAX} scenario's in dit schooljaar. Pas er een aan.")
    al = Scenario.objects.filter(school=door.school, schooljaar=jaar.beginjaar, titel=titel)
    if al.filter(besproken_op__isnull=True).exists():
        raise ValidationError({"titel": "Er is al een scenario met deze naam. Pas dat aan."})
    _eis_keuzes(keuzes)
    scenario = Scenario(school=door.school, schooljaar=jaar.beginjaar, titel=titel, gemaakt_door=door.user)
    bewaar(scenario)
    _zet_keuzes(scenario, keuzes, ())
    return scenario


def _open(door: Werkplek, pk: int, versie: int) -> Scenario:
    """The locked scenario, as it was seen and not yet discussed."""
    scenario = get_scenario_slot(door, pk)
    if scenario.versie != versie:
        raise Verouderd
    if scenario.besproken_op is not None:
        raise ValidationError("Dit scenario is besproken en blijft zoals het was. Maak een nieuw scenario.")
    return scenario


@transaction.atomic
def scenario_wijzigen(
    *, door: Werkplek, pk: int, versie: int, titel: str, keuzes: Sequence[Keuzegegevens]
) -> Scenario:
    """Other words or choices; what was chosen stays so where kind and words stay. Raises Verouderd, ValidationError, 404."""
    scenario = _open(door, pk, versie)
    _eis_keuzes(keuzes)
    oud = Scenariokeuze.objects.filter(school=door.school, scenario=scenario)
    gekozen = list(oud.filter(gekozen=True).values_list("soort", "tekst"))
    oud.delete()
    scenario.titel, scenario.versie = titel, versie + 1
    bewaar(scenario, "titel", "versie")
    _zet_keuzes(scenario, keuzes, gekozen)
    return scenario


@transaction.atomic
def scenario_kiezen(*, door: Werkplek, pk: int, versie: int, gekozen: Iterable[int]) -> Scenario:
    """Tick the choices with these ids, and no others. Raises Verouderd, ValidationError for an id that is not of it, 404."""
    scenario = _open(door, pk, versie)
    ids = set(gekozen)
    rijen = Scenariokeuze.objects.filter(school=door.school, scenario=scenario)
    if ids - set(rijen.values_list("pk", flat=True)):
        raise ValidationError("Een van de keuzes hoort niet bij dit scenario. Kies opnieuw.")
    rijen.filter(pk__in=ids).update(gekozen=True)
    rijen.exclude(pk__in=ids).update(gekozen=False)
    scenario.versie += 1
    return bewaar(scenario, "versie")


@transaction.atomic
def scenario_bespreken(
    *, door: Werkplek, pk: int, versie: int, besproken_op: date, uitkomst: str
) -> Scenario:
    """Keep when the management talked about it and what came of it. Raises Verouderd, ValidationError, 404."""
    scenario = get_scenario_slot(door, pk)
    if scenario.versie != versie:
        raise Verouderd
    begin = Schooljaar(scenario.schooljaar - 1).begin
    if not begin <= besproken_op <= door.dag:
        raise ValidationError({"besproken_op": "Kies de dag van het gesprek: niet later dan vandaag."})
    if not uitkomst.strip():
        raise ValidationError({"uitkomst": "Schrijf op wat jullie afspraken."})
    scenario.besproken_op, scenario.uitkomst = besproken_op, uitkomst.strip()
    scenario.versie += 1
    return bewaar(scenario, "besproken_op", "uitkomst", "versie")
