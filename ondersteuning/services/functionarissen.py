"""Who carries out the support: a function for a period, and how many trajectories at once."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F

from ondersteuning.access_aanbod import caseload_van, mag_regelen
from ondersteuning.models import Aanbod, Functionaris
from zorgapp.accounts.models import Aanstelling, User
from zorgapp.accounts.querysets import op_dag
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.services.versie import op_versie_bewaren
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

INHOUD = (
    "functie",
    "functienaam",
    "expertise",
    "lijn",
    "domeinen",
    "vestiging",
    "bereikbaar",
    "caseload_max",
    "van",
    "tot",
)


def waarschuwing(werkplek: Werkplek, user: User, erbij: int = 1) -> str:
    """What to confirm before giving a colleague `erbij` more trajectories; empty when it fits, or no limit was agreed."""
    lopend, grens = caseload_van(werkplek, user.pk)
    if grens is None or lopend + erbij <= grens:
        return ""
    return f"{user.voornaam} heeft nu {lopend} van {grens}. Dit komt er dan boven."


@transaction.atomic
def functionaris_bewaren(*, door: Werkplek, functionaris: Functionaris, versie: int) -> Functionaris:
    """Store a new or changed function; raises Verouderd, ValidationError, PermissionDenied, or 404.

    Only somebody with a running appointment in a role that sees pupils can have one.
    """
    if not mag_regelen(door):
        raise PermissionDenied("alleen een zorgcoördinator beheert functies")
    dag = max(functionaris.van, door.dag)
    if functionaris.tot is None or functionaris.tot >= door.dag:
        _controleer_aanstelling(door, functionaris.user, dag)
    functionaris.domeinen = [d for d in ("leer", "pers", "loop") if d in functionaris.domeinen]
    if functionaris.pk:
        return op_versie_bewaren(door=door, rij=functionaris, versie=versie, velden=INHOUD)
    functionaris.school = door.school
    return bewaar(functionaris)


def _controleer_aanstelling(door: Werkplek, user: User, dag: date) -> None:
    hier = Aanstelling.objects.filter(op_dag(dag), school=door.school, user=user, user__is_active=True)
    if not hier.filter(rol__in=ROLLEN_MET_LEERLINGEN).exists():
        raise ValidationError(
            {"user": f"{user.naam} heeft dan geen rol op deze school. Vraag de beheerder om die te geven."}
        )


@transaction.atomic
def functie_overdragen(*, door: Werkplek, pk: int, naar: User | None, vanaf: date) -> None:
    """End a function on the day before `vanaf`; with `naar` he takes it over, and its offerings, from that day.

    For who ends a role; a successor who has the function already keeps his own.
    """
    oud = Functionaris.objects.filter(school=door.school, pk=pk).select_for_update(of=("self",)).first()
    if oud is None:
        return
    opvolger = _opvolger(oud, naar, vanaf) if naar else None
    tot = max(oud.van, vanaf - timedelta(days=1))
    Functionaris.objects.filter(pk=pk).update(tot=tot, versie=F("versie") + 1)
    if opvolger:
        Aanbod.objects.filter(functionaris=oud).filter(gestopt_op__isnull=True).update(
            functionaris=opvolger, versie=F("versie") + 1
        )


def _opvolger(oud: Functionaris, naar: User, vanaf: date) -> Functionaris:
    heeft = Functionaris.objects.filter(op_dag(vanaf), school=oud.school_id, user=naar, functie=oud.functie)
    zelfde = heeft.exclude(pk=oud.pk).first()
    if zelfde:
        return zelfde
    velden = {veld: getattr(oud, veld) for veld in INHOUD} | {"van": max(vanaf, oud.van), "expertise": ""}
    return Functionaris.objects.create(school_id=oud.school_id, user=naar, **velden)
