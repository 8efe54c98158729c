"""Series of meetings: making one with all its meetings, changing what is still to come, stopping it, standing members.

The dates come from `overleg.ritme`. A meeting that somebody changed by hand is left alone, and the caller hears which.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from leerlingen.models import Klas
from overleg import klokken_plannen as klokken
from overleg.access import get_reeks_slot
from overleg.loop import Overlegstatus
from overleg.models import Deelname, Functie, Overleg, Overlegreeks, Reekslid
from overleg.ritme import REEKS_MAX, reeks_datums
from overleg.services.overleg import (
    Lid,
    Overlegplan,
    eis_soort,
    overleg_plannen,
    overleg_van,
    overleg_wijzigen,
)
from overleg.services.plannen import VER
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import User, Vestiging
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

GESTOPT = "De reeks is gestopt."


@dataclass(frozen=True)
class Reeksplan:
    """What is filled in for a series; `tot` is the last day a meeting may fall on, `elke` is in weeks."""

    soort: str
    naam: str
    eerste_op: date
    tot: date
    elke: int
    begintijd: time
    minuten: int
    voorzitter: User
    notulist: User | None = None
    plek: str = ""
    vestiging: Vestiging | None = None
    klas: Klas | None = None


@dataclass(frozen=True)
class Gevolg:
    """What a change did: how many meetings followed, how many came, and which stay as they were."""

    mee: int
    erbij: int
    blijven: tuple[Overleg, ...]


def dagen_van(plan: Reeksplan) -> list[date]:
    """The days on which this series would meet; raises ValidationError by field when there are none or it cannot be."""
    if plan.tot < plan.eerste_op:
        raise ValidationError({"tot": "De laatste dag ligt voor de eerste. Kies een latere dag."})
    if plan.tot - plan.eerste_op > VER:
        raise ValidationError({"tot": "Dat is meer dan twee jaar na de eerste dag. Kies een dag dichterbij."})
    if plan.eerste_op.weekday() > 4:
        raise ValidationError({"eerste_op": "Die dag valt in het weekend. Kies een schooldag."})
    dagen = reeks_datums(plan.eerste_op, plan.elke, plan.tot, vrije_perioden(plan.eerste_op))
    if not dagen:
        raise ValidationError({"tot": "In deze periode is er op die dag nooit les. Kies een andere periode."})
    return dagen


def _moment(dag: date, tijd: time) -> datetime:
    return timezone.make_aware(datetime.combine(dag, tijd))


@transaction.atomic
def reeks_maken(*, door: Werkplek, plan: Reeksplan, leden: Iterable[Lid], op: datetime) -> Overlegreeks:
    """Make a series with all its meetings, and tell its standing participants once.

    Raises PermissionDenied for a kind one may not plan, ValidationError by field for what does not hold.
    """
    eis_soort(door, plan.soort)
    if plan.eerste_op < door.dag:
        raise ValidationError({"eerste_op": "Die dag is voorbij. Kies vandaag of later."})
    dagen = dagen_van(plan)
    reeks = bewaar(
        Overlegreeks(
            school=door.school,
            soort=plan.soort,
            naam=plan.naam,
            vestiging=plan.vestiging,
            klas=plan.klas,
            eerste_op=plan.eerste_op,
            tot=plan.tot,
            elke=plan.elke,
            begintijd=plan.begintijd,
            minuten=plan.minuten,
            plek=plan.plek,
            voorzitter=plan.voorzitter,
            notulist=plan.notulist,
            gemaakt_door=door.user,
            gemaakt_op=op,
        )
    )
    eerste = overleg_plannen(
        door=door, plan=_overlegplan(reeks, dagen[0]), leden=list(leden), op=op, reeks=reeks
    )
    mensen = list(Deelname.objects.filter(overleg=eerste).order_by("pk"))
    lid_rijen = Reekslid.objects.bulk_create(
        Reekslid(
            school=door.school, reeks=reeks, user_id=d.user_id, functie=d.functie, partner_id=d.partner_id
        )
        for d in mensen
    )
    _zet_neer(door, reeks, dagen[1:], lid_rijen, op)
    Deelname.objects.filter(overleg=eerste).update(uitgenodigd_op=op)
    klokken.meld_reeks(door, reeks, lid_rijen, op)
    return reeks


def _overlegplan(reeks: Overlegreeks, dag: date) -> Overlegplan:
    return Overlegplan(
        soort=reeks.soort,
        naam=reeks.naam,
        begin=_moment(dag, reeks.begintijd),
        minuten=reeks.minuten,
        voorzitter=reeks.voorzitter,
        notulist=reeks.notulist,
        plek=reeks.plek,
        vestiging=reeks.vestiging,
        klas=reeks.klas,
    )


def _zet_neer(
    door: Werkplek, reeks: Overlegreeks, dagen: Sequence[date], leden: Sequence[Reekslid], op: datetime
) -> int:
    """Meetings of a series on these days with its standing participants, in two statements."""
    overleggen = Overleg.objects.bulk_create(
        overleg_van(door, _overlegplan(reeks, dag), op, reeks) for dag in dagen
    )
    Deelname.objects.bulk_create(deelname_van(overleg, lid, op) for overleg in overleggen for lid in leden)
    return len(overleggen)


def deelname_van(overleg: Overleg, lid: Reekslid, op: datetime) -> Deelname:
    """A standing participant in one meeting (unsaved), who was told of the series at `op`."""
    return Deelname(
        school_id=overleg.school_id,
        overleg=overleg,
        user_id=lid.user_id,
        functie=lid.functie,
        partner_id=lid.partner_id,
        uitgenodigd_op=op,
    )


def komende_van(reeks: Overlegreeks, op: datetime) -> list[Overleg]:
    """Its meetings that are planned and still to come, locked."""
    rijen = Overleg.objects.filter(reeks=reeks, status=Overlegstatus.GEPLAND, begin__gt=op)
    return list(rijen.select_for_update(of=("self",)).order_by("begin", "pk"))


def volgt(reeks: Overlegreeks, overleg: Overleg) -> bool:
    """Whether a meeting still is as its series says; otherwise somebody changed it by hand."""
    begin = timezone.localtime(overleg.begin)
    zelf = (overleg.naam, overleg.minuten, overleg.plek, overleg.voorzitter_id, overleg.notulist_id)
    vast = (reeks.naam, reeks.minuten, reeks.plek, reeks.voorzitter_id, reeks.notulist_id)
    dag = begin.weekday() == reeks.eerste_op.weekday()
    return zelf == vast and dag and begin.time().replace(second=0, microsecond=0) == reeks.begintijd


def _pak(door: Werkplek, pk: int, versie: int) -> Overlegreeks:
    reeks = get_reeks_slot(door, pk)
    if reeks.versie != versie:
        raise Verouderd
    if reeks.gestopt_op:
        raise ValidationError("Deze reeks is gestopt. Maak een nieuwe als het overleg toch doorgaat.")
    return reeks


@transaction.atomic
def reeks_wijzigen(*, door: Werkplek, pk: int, versie: int, plan: Reeksplan, op: datetime) -> Gevolg:
    """Another name, time, place, length or leader, and a later end; weekday and rhythm stay.

    Meetings to come that were not changed by hand follow. Raises Verouderd, ValidationError, 403 or 404.
    """
    reeks = _pak(door, pk, versie)
    if plan.tot < reeks.tot:
        raise ValidationError({"tot": "Eerder ophouden? Stop de reeks. Hier kun je hem alleen langer maken."})
    rijen = komende_van(reeks, op)
    mee = [overleg for overleg in rijen if volgt(reeks, overleg)]
    anders = (reeks.begintijd, reeks.plek) != (plan.begintijd, plan.plek)
    was = (reeks.voorzitter_id, reeks.notulist_id)
    for veld in ("naam", "begintijd", "minuten", "plek", "voorzitter", "notulist"):
        setattr(reeks, veld, getattr(plan, veld))
    oud_tot, reeks.tot = reeks.tot, plan.tot
    reeks.versie += 1
    bewaar(reeks, "naam", "begintijd", "minuten", "plek", "voorzitter", "notulist", "tot", "versie")
    for overleg in mee:
        nieuw = _overlegplan(reeks, timezone.localdate(overleg.begin))
        overleg_wijzigen(door=door, pk=overleg.pk, versie=overleg.versie, plan=nieuw)
    if was != (reeks.voorzitter_id, reeks.notulist_id):
        zet_reeksleiding(reeks)
    leden = list(Reekslid.objects.filter(reeks=reeks).order_by("pk"))
    erbij = _verleng(door, reeks, oud_tot, leden, op)
    if anders:
        klokken.meld_reeks(door, reeks, leden, op, soort=klokken.REEKS_GEWIJZIGD)
    return Gevolg(len(mee), erbij, tuple(o for o in rijen if o not in mee))


def _verleng(
    door: Werkplek, reeks: Overlegreeks, oud_tot: date, leden: Sequence[Reekslid], op: datetime
) -> int:
    """The meetings of the days that came with a later end; the rhythm goes on where it was."""
    if reeks.tot <= oud_tot:
        return 0
    if reeks.tot - door.dag > VER:
        raise ValidationError({"tot": "Dat is meer dan twee jaar vooruit. Kies een dag dichterbij."})
    alle = reeks_datums(
        reeks.eerste_op, reeks.elke, reeks.tot, vrije_perioden(reeks.eerste_op), hoeveel=20 * REEKS_MAX
    )
    nieuw = [dag for dag in alle if dag > max(oud_tot, door.dag)][:REEKS_MAX]
    return _zet_neer(door, reeks, nieuw, leden, op)


def zet_reeksleiding(reeks: Overlegreeks) -> None:
    """Chair and minute taker are standing participants in that function; who was that before stays as a participant."""
    hier = Reekslid.objects.filter(reeks=reeks)
    hier.filter(functie__in=(Functie.VOORZITTER, Functie.NOTULIST)).update(functie=Functie.LID)
    leiding = {reeks.notulist_id: Functie.NOTULIST, reeks.voorzitter_id: Functie.VOORZITTER}
    for user_id, functie in leiding.items():
        if user_id:
            Reekslid.objects.update_or_create(
                reeks=reeks,
                user_id=user_id,
                defaults={"school_id": reeks.school_id, "functie": functie, "partner": None},
            )


@transaction.atomic
def reeks_stoppen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Gevolg:
    """Stop a series: meetings to come with nothing on their agenda are called off, the others stay as they are.

    Raises Verouderd, ValidationError when it was stopped before, 403 or 404.
    """
    reeks = _pak(door, pk, versie)
    rijen = komende_van(reeks, op)
    vol = set(_met_punten([overleg.pk for overleg in rijen]))
    weg = [overleg for overleg in rijen if overleg.pk not in vol]
    for overleg in weg:
        overleg.status, overleg.reden, overleg.versie = Overlegstatus.AFGEZEGD, GESTOPT, overleg.versie + 1
    Overleg.objects.bulk_update(weg, ["status", "reden", "versie"])
    reeks.gestopt_op, reeks.versie = door.dag, reeks.versie + 1
    bewaar(reeks, "gestopt_op", "versie")
    leden = list(Reekslid.objects.filter(reeks=reeks))
    klokken.meld_reeks(door, reeks, leden, op, soort=klokken.REEKS_GEWIJZIGD)
    return Gevolg(len(weg), 0, tuple(o for o in rijen if o.pk in vol))


def _met_punten(nummers: list[int]) -> Iterable[int]:
    rijen = Overleg.objects.filter(pk__in=nummers, punten__isnull=False)
    return rijen.values_list("pk", flat=True).distinct()
