"""A group with several pupils: making it, measuring before and after, and closing it with an outcome for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ondersteuning.access_groep import deelnemers, get_groep
from ondersteuning.models import Aanbod, Afloop, Groepstraject, Traject
from ondersteuning.services.regie import eis_rol
from ondersteuning.services.traject import Slot, sluit, traject_heropenen
from ondersteuning.trajectloop import TrajectStatus
from ondersteuning.workflow import StapNietToegestaan
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Groepgegevens:
    """What a group is; `meting` names what is measured before and after, empty: nothing."""

    naam: str
    lijn: int
    domein: str
    begeleider: User
    start: date
    evaluatie_op: date
    eind: date
    aanbod: Aanbod | None = None
    plekken: int | None = None
    meting: str = ""
    schaal_van: Decimal | None = None
    schaal_tot: Decimal | None = None
    hoger_is_beter: bool = True


def _zet(groep: Groepstraject, gegevens: Groepgegevens) -> Groepstraject:
    for veld in Groepgegevens.__dataclass_fields__:
        setattr(groep, veld, getattr(gegevens, veld))
    return groep


@transaction.atomic
def groep_maken(*, door: Werkplek, gegevens: Groepgegevens) -> Groepstraject:
    """Make a group without participants; the same group sent twice is one. Raises ValidationError for what the rules
    refuse."""
    eis_rol(door, gegevens.begeleider, "begeleider")
    een_tegelijk(door)
    velden = {naam: getattr(gegevens, naam) for naam in Groepgegevens.__dataclass_fields__}
    if zelfde := Groepstraject.objects.lopend().filter(school=door.school, versie=1, **velden).first():
        return zelfde
    return bewaar(_zet(Groepstraject(school=door.school), gegevens))


def _pak(door: Werkplek, pk: int, versie: int) -> Groepstraject:
    """Lock a running group in the version the user saw; raises Verouderd otherwise."""
    groep = get_groep(door, pk, slot=True)
    if groep.versie != versie:
        raise Verouderd
    if groep.afgesloten_op:
        raise StapNietToegestaan("Deze groep is afgesloten. Er verandert niets meer aan.")
    return groep


@transaction.atomic
def groep_wijzigen(*, door: Werkplek, pk: int, versie: int, gegevens: Groepgegevens) -> Groepstraject:
    """Change a running group; its participants keep the dates of their own trajectories.

    Raises Verouderd, StapNietToegestaan, ValidationError (also for fewer places than there are participants).
    """
    groep = _pak(door, pk, versie)
    eis_rol(door, gegevens.begeleider, "begeleider")
    bezet = Traject.objects.lopend().filter(groep=groep).count()
    if gegevens.plekken is not None and gegevens.plekken < bezet:
        raise ValidationError({"plekken": f"Er doen al {bezet} leerlingen mee. Kies een hoger aantal."})
    _zet(groep, gegevens)
    groep.versie += 1
    return bewaar(groep, *Groepgegevens.__dataclass_fields__, "versie")


@transaction.atomic
def groep_overdragen(*, door: Werkplek, pk: int, naar: User) -> None:
    """Give a group another begeleider when somebody's role ends; shows nothing of it."""
    eis_rol(door, naar, "begeleider")
    Groepstraject.objects.filter(school=door.school, pk=pk).update(begeleider=naar, versie=F("versie") + 1)


@transaction.atomic
def meting_vastleggen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    scores: Mapping[int, tuple[Decimal | None, Decimal | None]],
) -> Groepstraject:
    """Store the score before and after of each participant (trajectory id -> before, after).

    Raises Verouderd, StapNietToegestaan, ValidationError for a score outside the scale.
    """
    groep = _pak(door, pk, versie)
    van, tot = groep.schaal_van, groep.schaal_tot
    if not groep.meting or van is None or tot is None:
        raise StapNietToegestaan("Deze groep heeft geen meting.")
    for score in (s for paar in scores.values() for s in paar if s is not None):
        if not van <= score <= tot:
            raise ValidationError(f"Een score ligt van {float(van):g} tot en met {float(tot):g}.")
    eigen = {traject.pk for traject in deelnemers(door, groep, inzage=False)}
    for traject_id, (voor, na) in scores.items():
        if traject_id in eigen:
            Traject.objects.filter(pk=traject_id).update(voormeting=voor, nameting=na)
    Groepstraject.objects.filter(pk=pk).update(versie=F("versie") + 1)
    groep.refresh_from_db()
    return groep


@transaction.atomic
def groep_afsluiten(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    aflopen: Mapping[int, Afloop],
    tekst: str,
    op: datetime,
) -> Groepstraject:
    """Close a group: every running trajectory in it closes with its own outcome.

    Raises Verouderd, StapNietToegestaan, ValidationError when a participant has no outcome yet.
    """
    groep = _pak(door, pk, versie)
    lopend = list(Traject.objects.lopend().filter(groep=groep).select_for_update(of=("self",)).order_by("pk"))
    if any(traject.pk not in aflopen for traject in lopend):
        raise ValidationError("Kies bij elke deelnemer hoe het is afgelopen.")
    for traject in lopend:
        sluit(door, traject, Slot(afloop=aflopen[traject.pk], afsluiting=tekst), op)
    Groepstraject.objects.filter(pk=pk).update(afgesloten_op=op, versie=F("versie") + 1)
    groep.refresh_from_db()
    return groep


@transaction.atomic
def groep_heropenen(*, door: Werkplek, pk: int, op: datetime) -> Groepstraject:
    """Take the closing of a group back on the day itself, with the trajectories that closed with it."""
    groep = get_groep(door, pk, slot=True)
    if groep.afgesloten_op is None:
        raise Verouderd
    if timezone.localdate(groep.afgesloten_op) != timezone.localdate(op):
        raise StapNietToegestaan("Heropenen kan alleen op de dag van afsluiten. Maak een nieuwe groep.")
    mee = Traject.objects.filter(
        groep=groep, status=TrajectStatus.AFGESLOTEN, afgesloten_op=groep.afgesloten_op
    )
    for traject_id in mee.order_by("pk").values_list("pk", flat=True):
        traject_heropenen(door=door, pk=traject_id, op=op)
    Groepstraject.objects.filter(pk=pk).update(afgesloten_op=None, versie=F("versie") + 1)
    groep.refresh_from_db()
    return groep
