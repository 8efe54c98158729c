"""Planning a meeting, changing it, and taking it through its states; asking people and taking them off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.http import Http404

from leerlingen.models import ExternePartner, Klas
from overleg.access import get_overleg_slot
from overleg.loop import NAAR, Stap, controleer_stap
from overleg.models import Deelname, Functie, Overleg, Overlegreeks
from overleg.services.tijd import klok_stil
from overleg.soorten import regels, te_plannen
from zorgapp.accounts.models import Aanstelling, User, Vestiging
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN, Rol
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Lid:
    """Somebody who is asked: what he does there, and for which organisation when he comes from outside."""

    user: User
    functie: str = Functie.LID
    partner: ExternePartner | None = None


@dataclass(frozen=True)
class Overlegplan:
    """What is filled in for a meeting. `begin` is an aware moment; `naam` is of the group, never of a pupil."""

    soort: str
    naam: str
    begin: datetime
    minuten: int
    voorzitter: User
    notulist: User | None = None
    plek: str = ""
    vestiging: Vestiging | None = None
    klas: Klas | None = None


def eis_soort(door: Werkplek, soort: str) -> None:
    """Raise PermissionDenied when nobody with these roles plans this kind of meeting."""
    if soort not in te_plannen(door.rollen):
        raise PermissionDenied("overleg plannen")


def overleg_van(door: Werkplek, plan: Overlegplan, op: datetime, reeks: Overlegreeks | None) -> Overleg:
    """The meeting of a plan (unsaved)."""
    return Overleg(
        school=door.school,
        reeks=reeks,
        soort=plan.soort,
        naam=plan.naam,
        vestiging=plan.vestiging,
        klas=plan.klas,
        begin=plan.begin,
        minuten=plan.minuten,
        plek=plan.plek,
        voorzitter=plan.voorzitter,
        notulist=plan.notulist,
        gemaakt_door=door.user,
        gemaakt_op=op,
    )


@transaction.atomic
def overleg_plannen(
    *,
    door: Werkplek,
    plan: Overlegplan,
    leden: Iterable[Lid],
    op: datetime,
    reeks: Overlegreeks | None = None,
) -> Overleg:
    """Plan one meeting with who takes part; chair and minute taker always do.

    Raises PermissionDenied for a kind one may not plan, ValidationError for what does not hold.
    """
    eis_soort(door, plan.soort)
    overleg = bewaar(overleg_van(door, plan, op, reeks))
    zet_leiding(door, overleg)
    for lid in leden:
        if lid.user.pk not in {plan.voorzitter.pk, plan.notulist.pk if plan.notulist else None}:
            _voeg_toe(door, overleg, lid)
    return overleg


@transaction.atomic
def overleg_wijzigen(*, door: Werkplek, pk: int, versie: int, plan: Overlegplan) -> Overleg:
    """Change when, where and who leads; its kind stays. Raises Verouderd, StapNietToegestaan, ValidationError, 403, 404."""
    overleg = _pak(door, pk, versie, Stap.WIJZIGEN)
    overleg.naam, overleg.begin, overleg.minuten, overleg.plek = (
        plan.naam,
        plan.begin,
        plan.minuten,
        plan.plek,
    )
    overleg.voorzitter, overleg.notulist, overleg.vestiging = plan.voorzitter, plan.notulist, plan.vestiging
    overleg.versie += 1
    bewaar(overleg, "naam", "begin", "minuten", "plek", "voorzitter", "notulist", "vestiging", "versie")
    zet_leiding(door, overleg)
    return overleg


def _pak(door: Werkplek, pk: int, versie: int, stap: Stap) -> Overleg:
    overleg = get_overleg_slot(door, pk, daad="leiden")
    if overleg.versie != versie:
        raise Verouderd
    controleer_stap(overleg.status, stap)
    return overleg


@transaction.atomic
def stap_zetten(
    *, door: Werkplek, pk: int, versie: int, stap: Stap, op: datetime, reden: str = ""
) -> Overleg:
    """Begin, pause, go on, call off or put back. Closing, reopening and taking back have services of their own.

    Raises Verouderd when somebody was first, StapNietToegestaan with a sentence, ValidationError without a reason.
    """
    if stap in {Stap.AFSLUITEN, Stap.HEROPENEN, Stap.TERUGNEMEN} or stap not in NAAR:
        raise ValueError(f"geen gewone stap: {stap}")
    overleg = _pak(door, pk, versie, stap)
    if stap == Stap.AFZEGGEN and not reden.strip():
        raise ValidationError({"reden": "Schrijf kort op waarom het overleg niet doorgaat."})
    if stap == Stap.PAUZEREN:
        klok_stil(overleg.pk, op)
    overleg.status = NAAR[stap]
    if stap in {Stap.AFZEGGEN, Stap.HERSTELLEN}:  # why it was opened again stays through a pause
        overleg.reden = reden.strip() if stap == Stap.AFZEGGEN else ""
    if stap == Stap.BEGINNEN:
        overleg.begonnen_op = op
    overleg.versie += 1
    overleg.save(update_fields=["status", "reden", "begonnen_op", "versie"])
    return overleg


def zet_leiding(door: Werkplek, overleg: Overleg) -> None:
    """Chair and minute taker take part in that function; who was that before stays as a participant."""
    leiding = {overleg.voorzitter_id: Functie.VOORZITTER}
    if overleg.notulist_id and overleg.notulist_id != overleg.voorzitter_id:
        leiding[overleg.notulist_id] = Functie.NOTULIST
    hier = Deelname.objects.filter(overleg=overleg)
    hier.filter(functie__in=(Functie.VOORZITTER, Functie.NOTULIST)).exclude(user__in=leiding).update(
        functie=Functie.LID
    )
    for user_id, functie in leiding.items():
        _eis_collega(door, User(pk=user_id), "voorzitter" if functie == Functie.VOORZITTER else "notulist")
        Deelname.objects.update_or_create(
            overleg=overleg,
            user_id=user_id,
            defaults={
                "school": door.school,
                "functie": functie,
                "partner": None,
                "verwijderd_op": None,
                "verwijderd_door": None,
            },
        )


def _eis_collega(door: Werkplek, user: User, veld: str) -> None:
    rollen = _rollen(door, user)
    if not rollen & ROLLEN_MET_LEERLINGEN:
        raise ValidationError({veld: "Deze collega werkt hier nu niet met leerlingen. Kies een ander."})


def _rollen(door: Werkplek, user: User) -> set[str]:
    rijen = Aanstelling.objects.op(door.dag).filter(school=door.school, user=user, user__is_active=True)
    return set(rijen.values_list("rol", flat=True))


def eis_lid(door: Werkplek, soort: str, lid: Lid) -> None:
    """Raise ValidationError when somebody cannot take part in this kind of meeting, or works here no more."""
    if lid.functie == Functie.EXTERN:
        if not regels(soort).externen:
            raise ValidationError("Bij dit soort overleg zijn geen mensen van buiten. Kies een ZAT of MDO.")
        if Rol.EXTERNE not in _rollen(door, lid.user):
            raise ValidationError("Deze persoon heeft hier geen account als externe.")
    else:
        _eis_collega(door, lid.user, "deelnemer")


def _voeg_toe(door: Werkplek, overleg: Overleg, lid: Lid) -> Deelname:
    eis_lid(door, overleg.soort, lid)
    al = Deelname.objects.filter(overleg=overleg, user=lid.user).first()
    rij = al or Deelname(school=door.school, overleg=overleg, user=lid.user)
    if al is not None and al.verwijderd_op is None:
        return al
    rij.functie, rij.partner, rij.verwijderd_op, rij.verwijderd_door = lid.functie, lid.partner, None, None
    return bewaar(rij)


@transaction.atomic
def deelnemer_toevoegen(*, door: Werkplek, pk: int, lid: Lid) -> Deelname:
    """Ask one more person; who was asked already stays as he is. Raises ValidationError, StapNietToegestaan, 403, 404."""
    overleg = get_overleg_slot(door, pk, daad="leiden")
    controleer_stap(overleg.status, Stap.WIJZIGEN)
    return _voeg_toe(door, overleg, lid)


@transaction.atomic
def deelnemer_verwijderen(*, door: Werkplek, pk: int, deelname_id: int, op: datetime) -> Deelname:
    """Take somebody off; from that moment he sees nothing of it, also when the meeting is on.

    Raises ValidationError for chair or minute taker (name another one first), 403 or 404.
    """
    overleg = get_overleg_slot(door, pk, daad="leiden")
    deelname = Deelname.objects.filter(overleg=overleg, pk=deelname_id).first()
    if deelname is None:
        raise Http404("deelname")
    if deelname.user_id in (overleg.voorzitter_id, overleg.notulist_id):
        raise ValidationError("Kies eerst een andere voorzitter of notulist.")
    Deelname.objects.filter(pk=deelname.pk, verwijderd_op__isnull=True).update(
        verwijderd_op=op, verwijderd_door=door.user
    )
    deelname.refresh_from_db()
    return deelname


@transaction.atomic
def aanwezig_zetten(*, door: Werkplek, pk: int, deelname_id: int, aanwezig: bool) -> None:
    """Note who is there, while the meeting is on. Raises StapNietToegestaan, 403 or 404."""
    overleg = get_overleg_slot(door, pk, daad="notuleren")
    controleer_stap(overleg.status, Stap.NOTULEREN)
    rijen = Deelname.objects.filter(overleg=overleg, pk=deelname_id, verwijderd_op__isnull=True)
    if not rijen.update(aanwezig=aanwezig):
        raise Http404("deelname")


def agenda_veranderd(overleg_id: int) -> None:
    """Whoever has the meeting open sees that it changed."""
    Overleg.objects.filter(pk=overleg_id).update(versie=F("versie") + 1)
