"""One activity of the jaarkalender: adding, changing, done, not going on, and back (Herstel)."""

from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_jaar import get_activiteit_slot
from beleid.jaarstroken import Activiteitstatus, Strook
from beleid.klokken_jaar import activiteit_stil, plan_activiteit
from beleid.models import Activiteit, Ontwikkelpunt
from zorgapp.accounts.models import User, Vestiging
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar

MEEST = 200
VOL = f"Er staan al {MEEST} activiteiten in dit schooljaar. Laat er eerst een vervallen."


@dataclass(frozen=True)
class Activiteitgegevens:
    """What an activity is. `budget` in euros; `van` and `tot` within the school year, both belong to it.

    Without a `vestiging` it is of the whole school.
    """

    titel: str
    strook: str
    van: date
    tot: date
    eigenaar: User | None = None
    budget: Decimal | None = None
    indicator: str = ""
    toelichting: str = ""
    vestiging: Vestiging | None = None


def aantal_in(door: Werkplek, jaar: Schooljaar) -> int:
    """How many activities there are in this year; those that do not go on do not count."""
    rijen = Activiteit.objects.filter(school=door.school, schooljaar=jaar.beginjaar)
    return rijen.exclude(status=Activiteitstatus.VERVALLEN).count()


def _eis(gegevens: Activiteitgegevens, jaar: Schooljaar, school_id: int) -> None:
    """What a person can mend, at the field where he can; the table has the same rules."""
    fouten = {}
    for veld in ("van", "tot"):
        if not jaar.begin <= getattr(gegevens, veld) <= jaar.eind:
            fouten[veld] = f"Kies een dag in schooljaar {jaar}."
    if not fouten and gegevens.tot < gegevens.van:
        fouten["tot"] = "De laatste dag ligt voor de eerste."
    if gegevens.strook not in Strook.values:
        fouten["strook"] = "Kies een rij van de kalender."
    if gegevens.vestiging is not None and gegevens.vestiging.school_id != school_id:
        fouten["vestiging"] = "Kies een vestiging uit de lijst."
    if fouten:
        raise ValidationError(fouten)


def punt_van(door: Werkplek, jaar: Schooljaar) -> Ontwikkelpunt | None:
    """The first point of the year: what stands in its row belongs to it."""
    return (
        Ontwikkelpunt.objects.filter(school=door.school, schooljaar=jaar.beginjaar).order_by("nummer").first()
    )


def _vul(rij: Activiteit, gegevens: Activiteitgegevens, door: Werkplek) -> None:
    for veld in fields(gegevens):
        setattr(rij, veld.name, getattr(gegevens, veld.name))
    rij.punt = punt_van(door, rij.jaar) if gegevens.strook == Strook.ONTWIKKELPUNT else None


@transaction.atomic
def activiteit_toevoegen(*, door: Werkplek, jaar: Schooljaar, gegevens: Activiteitgegevens) -> Activiteit:
    """Put one thing in the calendar of a year. Raises PermissionDenied, and ValidationError for what does not hold."""
    door.eis(Recht.BELEID_WERKEN)
    een_tegelijk(door)
    if aantal_in(door, jaar) >= MEEST:
        raise ValidationError(VOL)
    _eis(gegevens, jaar, door.school.pk)
    rij = Activiteit(school=door.school, schooljaar=jaar.beginjaar, gemaakt_door=door.user)
    _vul(rij, gegevens, door)
    bewaar(rij)
    plan_activiteit(rij, door.dag)
    return rij


def _open(rij: Activiteit, versie: int) -> Activiteit:
    if rij.versie != versie:
        raise Verouderd
    if rij.status != Activiteitstatus.GEPLAND:
        raise ValidationError("Deze activiteit is al afgerond. Zet haar eerst terug.")
    activiteit_stil(rij)
    rij.versie += 1
    return rij


@transaction.atomic
def activiteit_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Activiteitgegevens) -> Activiteit:
    """Change a planned activity; from then on it stays where people put it. Raises Verouderd, ValidationError, 403, 404."""
    rij = get_activiteit_slot(door, pk)
    _eis(gegevens, rij.jaar, door.school.pk)
    _open(rij, versie)
    _vul(rij, gegevens, door)
    rij.met_de_hand = True
    bewaar(rij)
    plan_activiteit(rij, door.dag)
    return rij


@transaction.atomic
def activiteit_afronden(
    *, door: Werkplek, pk: int, versie: int, uitkomst: str = "", score: int | None = None
) -> Activiteit:
    """It is done, today, with what came of it and a score of 1 to 5 when one likes; also by its owner.

    Raises Verouderd, ValidationError, 403 or 404.
    """
    rij = _open(get_activiteit_slot(door, pk, eigenaar_ook=True), versie)
    rij.status, rij.klaar_op = Activiteitstatus.KLAAR, door.dag
    rij.uitkomst, rij.score = uitkomst.strip(), score
    return bewaar(rij)


@transaction.atomic
def activiteit_vervalt(*, door: Werkplek, pk: int, versie: int) -> Activiteit:
    """It does not go on this year. Raises Verouderd, ValidationError, 403 or 404."""
    rij = _open(get_activiteit_slot(door, pk), versie)
    rij.status = Activiteitstatus.VERVALLEN
    return bewaar(rij, "status", "versie")


@transaction.atomic
def activiteit_terug(*, door: Werkplek, pk: int, versie: int) -> Activiteit:
    """Herstel: planned again, without what came of it. A second press changes nothing. Raises Verouderd, 403, 404."""
    rij = get_activiteit_slot(door, pk, eigenaar_ook=True)
    if rij.versie != versie:
        raise Verouderd
    if rij.status != Activiteitstatus.GEPLAND:
        if rij.status == Activiteitstatus.VERVALLEN:
            door.eis(Recht.BELEID_WERKEN)
        rij.status, rij.klaar_op, rij.versie = Activiteitstatus.GEPLAND, None, rij.versie + 1
        bewaar(rij, "status", "klaar_op", "versie")
        plan_activiteit(rij, door.dag)
    return rij


@transaction.atomic
def activiteit_overdragen(*, door: Werkplek, pk: int, naar: User | None) -> Activiteit:
    """Give a planned activity another owner, or none; the caller decided that he may."""
    rij = Activiteit.objects.select_for_update().get(school=door.school, pk=pk)
    activiteit_stil(rij)
    rij.eigenaar, rij.versie = naar, rij.versie + 1
    bewaar(rij, "eigenaar", "versie")
    plan_activiteit(rij, door.dag)
    return rij
