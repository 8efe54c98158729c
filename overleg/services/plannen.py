"""Planning one meeting from its page, moving it, calling it off, and asking people; who takes part hears of it once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerlingen.models import Leerling
from overleg import klokken_plannen as klokken
from overleg.access_plannen import vrije_dagen_tussen
from overleg.klokken_vooraf import vooraf_alsnog
from overleg.loop import Overlegstatus, Stap
from overleg.models import Agendapunt, Deelname, Overleg
from overleg.models.agenda import PUNT_MINUTEN_MAX
from overleg.services.overleg import (
    Lid,
    Overlegplan,
    deelnemer_toevoegen,
    deelnemer_verwijderen,
    overleg_plannen,
    overleg_wijzigen,
    stap_zetten,
)
from overleg.soorten import Overlegsoort
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.datums import dagdatum

VER = timedelta(days=731)


def eis_moment(door: Werkplek, soort: str, begin: datetime) -> None:
    """Raise ValidationError by field for a moment at which this kind of meeting cannot be.

    Not in the past, not more than two years ahead, and on a school day; only scholing may be on a free day.
    """
    dag = timezone.localdate(begin)
    if dag < door.dag:
        raise ValidationError({"dag": "Die dag is voorbij. Kies vandaag of later."})
    if dag - door.dag > VER:
        raise ValidationError({"dag": "Dat is meer dan twee jaar vooruit. Kies een dag dichterbij."})
    if soort == Overlegsoort.SCHOLING:
        return
    if dag.weekday() > 4:
        raise ValidationError(
            {"dag": f"{dagdatum(dag).capitalize()} valt in het weekend. Kies een schooldag."}
        )
    if vrij := vrije_dagen_tussen(door, dag, dag):
        zin = f"Op {dagdatum(dag)} is er geen les ({vrij[0].naam}). Kies een schooldag."
        raise ValidationError({"dag": zin})


@transaction.atomic
def plan_overleg(
    *,
    door: Werkplek,
    plan: Overlegplan,
    leden: Iterable[Lid],
    op: datetime,
    leerling: Leerling | None = None,
) -> Overleg:
    """Plan one meeting and tell who is asked. `leerling`: whom an MDO is about, opened by the caller's own door.

    Raises PermissionDenied for a kind one may not plan, ValidationError for what does not hold.
    """
    eis_moment(door, plan.soort, plan.begin)
    overleg = overleg_plannen(door=door, plan=plan, leden=leden, op=op)
    if leerling:
        bewaar(
            Agendapunt(
                school=door.school,
                overleg=overleg,
                volgorde=1,
                minuten=min(plan.minuten, PUNT_MINUTEN_MAX),
                leerling=leerling,
                toegevoegd_door=door.user,
                toegevoegd_op=op,
            )
        )
    klokken.nodig_uit(door, overleg, op)
    vooraf_alsnog(overleg, op)
    return overleg


@transaction.atomic
def verzet_overleg(*, door: Werkplek, pk: int, versie: int, plan: Overlegplan, op: datetime) -> Overleg:
    """Change when, where and who leads; who was asked hears of another time or place. Raises as `overleg_wijzigen`."""
    was = Overleg.objects.filter(school=door.school, pk=pk).values("begin", "plek", "minuten").first()
    if was and was["begin"] != plan.begin:
        eis_moment(door, plan.soort, plan.begin)
    overleg = overleg_wijzigen(door=door, pk=pk, versie=versie, plan=plan)
    anders = was and (was["begin"], was["plek"]) != (overleg.begin, overleg.plek)
    if anders and overleg.status == Overlegstatus.GEPLAND:
        klokken.meld_wijziging(door, overleg, op)
    klokken.nodig_uit(door, overleg, op)
    vooraf_alsnog(overleg, op)
    return overleg


@transaction.atomic
def zeg_af(*, door: Werkplek, pk: int, versie: int, reden: str, op: datetime) -> Overleg:
    """Call a meeting off, with the reason, and tell who was asked. Raises as `stap_zetten`."""
    overleg = stap_zetten(door=door, pk=pk, versie=versie, stap=Stap.AFZEGGEN, op=op, reden=reden)
    klokken.meld_wijziging(door, overleg, op)
    return overleg


@transaction.atomic
def herstel(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Overleg:
    """Let a meeting that was called off go on after all, and tell who was asked. Raises as `stap_zetten`."""
    overleg = stap_zetten(door=door, pk=pk, versie=versie, stap=Stap.HERSTELLEN, op=op)
    klokken.meld_wijziging(door, overleg, op)
    vooraf_alsnog(overleg, op)
    return overleg


@transaction.atomic
def vraag_erbij(*, door: Werkplek, pk: int, lid: Lid, op: datetime) -> Deelname:
    """Ask one more person and tell him. Raises as `deelnemer_toevoegen`."""
    al = Deelname.objects.filter(overleg_id=pk, user=lid.user, verwijderd_op__isnull=False)
    al.filter(school=door.school).update(uitgenodigd_op=None)
    deelname = deelnemer_toevoegen(door=door, pk=pk, lid=lid)
    klokken.nodig_uit(door, deelname.overleg, op)
    vooraf_alsnog(deelname.overleg, op)
    return deelname


@transaction.atomic
def haal_eraf(*, door: Werkplek, pk: int, deelname_id: int, op: datetime) -> Deelname:
    """Take somebody off and tell him; twice is once. Raises as `deelnemer_verwijderen`."""
    deelname = deelnemer_verwijderen(door=door, pk=pk, deelname_id=deelname_id, op=op)
    if deelname.verwijderd_op == op:
        klokken.meld_eraf(door, deelname.overleg, deelname, op)
    return deelname
