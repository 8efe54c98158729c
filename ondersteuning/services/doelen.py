"""Goals of a trajectory and where they stand; scores are appended, never edited."""

from dataclasses import dataclass, fields
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from ondersteuning.access_traject import get_doel, get_traject_om_te_sturen
from ondersteuning.models import Doel, Doelstand, Traject
from ondersteuning.trajectloop import Stap, controleer_stap
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

DOELEN_MAX = 10


@dataclass(frozen=True)
class Doelgegevens:
    """A goal as it was filled in (SMART: what, how one notices it, from where, by when)."""

    tekst: str
    klaar_op: date
    merkbaar: str = ""
    beginsituatie: str = ""
    begin: int = -2
    gewenst: int = 0


def _zet(doel: Doel, gegevens: Doelgegevens) -> None:
    for veld in ("tekst", "klaar_op", "merkbaar", "beginsituatie", "begin", "gewenst"):
        setattr(doel, veld, getattr(gegevens, veld))


def _controleer_datum(traject: Traject, gegevens: Doelgegevens) -> None:
    if gegevens.klaar_op < traject.start:
        raise ValidationError({"klaar_op": "Die datum ligt voor de start van het traject. Kies een latere."})
    if traject.eind and gegevens.klaar_op > traject.eind:
        raise ValidationError({"klaar_op": "Die datum ligt na het eind van het traject. Kies een eerdere."})


@transaction.atomic
def doel_toevoegen(
    *, door: Werkplek, traject_id: int, gegevens: Doelgegevens, traject: Traject | None = None
) -> Doel:
    """Add a goal; `traject` is one that was just made and is locked already.

    The same goal sent twice is one. Raises ValidationError for a date outside the trajectory or more than ten goals,
    StapNietToegestaan when it closed.
    """
    traject = traject or get_traject_om_te_sturen(door, traject_id, slot=True)
    controleer_stap(traject.status, Stap.WIJZIGEN)
    _controleer_datum(traject, gegevens)
    bestaand = Doel.objects.filter(traject=traject)
    velden = {veld.name: getattr(gegevens, veld.name) for veld in fields(gegevens)}
    if zelfde := bestaand.geldend().filter(**velden).first():
        return zelfde
    if bestaand.geldend().count() >= DOELEN_MAX:
        raise ValidationError(
            f"Een traject heeft hooguit {DOELEN_MAX} doelen. Laat eerst een doel vervallen."
        )
    laatste = bestaand.aggregate(n=Max("volgorde"))["n"]
    doel = Doel(school=door.school, traject=traject, volgorde=0 if laatste is None else laatste + 1)
    _zet(doel, gegevens)
    return bewaar(doel)


def _pak(door: Werkplek, pk: int, versie: int) -> Doel:
    """Lock the trajectory of a goal that counts, in the version the user saw; raises Verouderd otherwise."""
    doel = get_doel(door, pk, slot=True)
    doel = Doel.objects.select_related("traject").get(pk=doel.pk)
    if doel.versie != versie or doel.vervallen_op is not None:
        raise Verouderd
    controleer_stap(doel.traject.status, Stap.WIJZIGEN)
    return doel


@transaction.atomic
def doel_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Doelgegevens) -> Doel:
    """Change the words of a goal; its scores stay. Raises Verouderd, ValidationError, StapNietToegestaan."""
    doel = _pak(door, pk, versie)
    _controleer_datum(doel.traject, gegevens)
    _zet(doel, gegevens)
    doel.versie += 1
    return bewaar(doel, "tekst", "klaar_op", "merkbaar", "beginsituatie", "begin", "gewenst", "versie")


@transaction.atomic
def doel_laten_vervallen(*, door: Werkplek, pk: int, versie: int, reden: str) -> Doel:
    """Drop a goal with a reason; it stays readable with its scores. Raises Verouderd, StapNietToegestaan."""
    doel = _pak(door, pk, versie)
    if not reden:
        raise ValidationError({"reden": "Schrijf op waarom dit doel vervalt."})
    doel.vervallen_op, doel.vervallen_reden = door.dag, reden
    doel.versie += 1
    return bewaar(doel, "vervallen_op", "vervallen_reden", "versie")


@transaction.atomic
def stand_vastleggen(
    *, door: Werkplek, doel_id: int, stand: int, toelichting: str = "", op: date | None = None
) -> Doelstand:
    """Append where a goal stands, today or on an earlier day of the trajectory; the same twice a day counts once.

    Raises StapNietToegestaan when the trajectory closed or the goal was dropped, ValidationError for a day outside it.
    """
    doel = get_doel(door, doel_id, slot=True)
    traject, dag = doel.traject, op or door.dag
    controleer_stap(traject.status, Stap.SCOREN)
    if doel.vervallen_op is not None:
        raise StapNietToegestaan("Dit doel is vervallen. Kies een ander doel.")
    if dag > door.dag or dag < min(traject.start, door.dag):
        raise ValidationError({"op": "Kies een dag vanaf de start van het traject tot en met vandaag."})
    return leg_stand_vast(door, doel, stand, dag, toelichting)


def leg_stand_vast(door: Werkplek, doel: Doel, stand: int, dag: date, toelichting: str = "") -> Doelstand:
    """Append one score of a goal whose trajectory is locked; nothing when the newest of that day says the same.

    A score without a remark says the same as one with it; another remark is a score of its own.
    """
    nieuwste = Doelstand.objects.filter(doel=doel).order_by("-op", "-pk").first()
    if (
        nieuwste
        and (nieuwste.stand, nieuwste.op) == (stand, dag)
        and toelichting in ("", nieuwste.toelichting)
    ):
        return nieuwste
    nieuw = Doelstand(
        school=door.school, doel=doel, stand=stand, op=dag, toelichting=toelichting, door=door.user
    )
    return bewaar(nieuw)
