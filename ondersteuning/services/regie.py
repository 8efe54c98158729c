"""Who steers a trajectory: asking a colleague to take over, his answer, and moving it when somebody's role ends.

Until the receiver accepts, the giver stays the owner: nothing is ever between two chairs.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from leerlingen.eigendom import heeft_rol
from leerlingen.models import Leerling
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen
from ondersteuning import klokken_traject
from ondersteuning.access_traject import get_overdracht, get_traject_om_te_sturen, get_traject_voor_overdracht
from ondersteuning.models import OverdrachtStatus, Regieoverdracht, Traject
from ondersteuning.trajectloop import (
    AFRONDEN,
    ANTWOORD_VAN_ONTVANGER,
    Stap,
    TrajectStatus,
    controleer_stap,
    toegang_tot,
)
from zorgapp.accounts.models import User
from zorgapp.accounts.rollen import ROLLEN_MET_LEERLINGEN
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


def eis_rol(door: Werkplek, user: User, veld: str) -> None:
    """Raise ValidationError at `veld` when a colleague has no running appointment in a role that sees pupils."""
    if not user.is_active or not heeft_rol(door.school.pk, user.pk, ROLLEN_MET_LEERLINGEN, door.dag):
        raise ValidationError(
            {veld: f"{user.voornaam} heeft nu geen rol waarmee je leerlingen begeleidt. Kies een ander."}
        )


def bron_van(traject: Traject) -> str:
    """What the access of its owner hangs on."""
    return f"traject:{traject.pk}"


def geef_zicht(door: Werkplek, traject: Traject) -> None:
    """Its owner, and nobody else by this trajectory, sees the pupil; until a week after the end."""
    _zicht(door, traject, "regievoerder van een traject", toegang_tot(traject.eind, door.dag))


def rond_zicht_af(door: Werkplek, traject: Traject) -> None:
    """The trajectory has closed: its owner sees the pupil a few days more."""
    _zicht(door, traject, "traject is net afgesloten", door.dag + AFRONDEN)


def _zicht(door: Werkplek, traject: Traject, reden: str, tot: date) -> None:
    toegang_beeindigen(door=door, bron=bron_van(traject))
    toegang_verlenen(
        door=door,
        user=traject.regievoerder,
        leerling=Leerling(pk=traject.leerling_id),
        reden=reden,
        bron=bron_van(traject),
        tot=tot,
    )


@transaction.atomic
def regie_vragen(
    *, door: Werkplek, pk: int, versie: int, naar: User, reden: str, op: datetime
) -> Regieoverdracht:
    """Ask a colleague to take a trajectory over; of somebody who left it is moved at once.

    Raises Verouderd for a stale page, StapNietToegestaan for a closed one, ValidationError when the colleague cannot
    own it, has it already, or somebody else was asked before.
    """
    traject = get_traject_om_te_sturen(door, pk, slot=True)
    if traject.versie != versie:
        raise Verouderd
    controleer_stap(traject.status, Stap.OVERDRAGEN)
    eis_rol(door, naar, "naar")
    if naar.pk == traject.regievoerder_id:
        raise ValidationError({"naar": f"{naar.voornaam} heeft de regie al. Kies een ander."})
    if not heeft_rol(door.school.pk, traject.regievoerder_id, ROLLEN_MET_LEERLINGEN, door.dag):
        return regie_verplaatsen(door=door, pk=pk, naar=naar, reden=reden, op=op)
    if Regieoverdracht.objects.gevraagd().filter(traject=traject).exists():
        raise ValidationError(
            "Er wacht al een overdracht op antwoord. Trek die eerst in als je een ander vraagt."
        )
    overdracht = bewaar(
        Regieoverdracht(
            school=door.school,
            traject=traject,
            van_id=traject.regievoerder_id,
            naar=naar,
            reden=reden,
            gevraagd_op=op,
            gevraagd_door=door.user,
        )
    )
    if naar.pk == door.user.pk:  # a coordinator who takes it over himself need not ask himself
        return regie_beantwoorden(
            door=door, overdracht_id=overdracht.pk, antwoord=OverdrachtStatus.AANVAARD, op=op
        )
    klokken_traject.overdracht_gevraagd(door, overdracht, op)
    return overdracht


@transaction.atomic
def regie_beantwoorden(
    *, door: Werkplek, overdracht_id: int, antwoord: OverdrachtStatus, op: datetime, reden: str = ""
) -> Regieoverdracht:
    """Accept, refuse (with a reason) or withdraw a hand-over. Accepting makes the receiver the owner.

    Raises Verouderd when it was answered already, ValidationError for a refusal without a reason or a receiver who
    lost his role, 404 for who may not give this answer.
    """
    overdracht = get_overdracht(door, overdracht_id, slot=True)
    if overdracht.status != OverdrachtStatus.GEVRAAGD:
        raise Verouderd
    ontvanger = overdracht.naar_id in door.namens
    if antwoord in ANTWOORD_VAN_ONTVANGER and not ontvanger:
        raise Verouderd
    if antwoord == OverdrachtStatus.INGETROKKEN:
        get_traject_om_te_sturen(door, overdracht.traject_id, slot=True)
    if antwoord == OverdrachtStatus.GEWEIGERD and not reden:
        raise ValidationError({"antwoord": "Schrijf in een zin op waarom je het niet overneemt."})
    _beantwoord(door, overdracht, antwoord, op, reden)
    if antwoord == OverdrachtStatus.AANVAARD:
        eis_rol(door, overdracht.naar, "naar")
        traject = Traject.objects.get(pk=overdracht.traject_id)
        controleer_stap(traject.status, Stap.OVERDRAGEN)
        _verplaats(door, traject, overdracht.naar)
    return overdracht


def _beantwoord(
    door: Werkplek, overdracht: Regieoverdracht, status: OverdrachtStatus, op: datetime, reden: str
) -> None:
    overdracht.status, overdracht.beantwoord_op, overdracht.antwoord = status, op, reden
    overdracht.save(update_fields=["status", "beantwoord_op", "antwoord"])
    klokken_traject.overdracht_beantwoord(door, overdracht, op)


def trek_open_overdracht_in(door: Werkplek, traject: Traject, op: datetime) -> None:
    """What waited for an answer is no longer asked: the trajectory closed or was moved."""
    for overdracht in Regieoverdracht.objects.gevraagd().filter(traject=traject):
        _beantwoord(door, overdracht, OverdrachtStatus.INGETROKKEN, op, "")


def _verplaats(door: Werkplek, traject: Traject, naar: User) -> Traject:
    klokken_traject.traject_klaar(traject)
    Traject.objects.filter(pk=traject.pk).update(regievoerder=naar, versie=F("versie") + 1)
    traject = Traject.objects.select_related("regievoerder").get(pk=traject.pk)
    geef_zicht(door, traject)
    klokken_traject.plan_traject(traject)
    return traject


@transaction.atomic
def regie_verplaatsen(*, door: Werkplek, pk: int, naar: User, reden: str, op: datetime) -> Regieoverdracht:
    """Make a colleague the owner at once, without asking him: the present one leaves or has left.

    A beheerder who ends a role may do this too, without seeing the trajectory.
    """
    traject = get_traject_voor_overdracht(door, pk)
    if traject.status != TrajectStatus.LOOPT or traject.regievoerder_id == naar.pk:
        raise Verouderd
    eis_rol(door, naar, "naar")
    trek_open_overdracht_in(door, traject, op)
    overdracht = Regieoverdracht.objects.create(
        school=door.school,
        traject=traject,
        van_id=traject.regievoerder_id,
        naar=naar,
        reden=reden,
        gevraagd_op=op,
        gevraagd_door=door.user,
        status=OverdrachtStatus.AANVAARD,
        beantwoord_op=op,
    )
    nieuw = _verplaats(door, traject, naar)
    klokken_traject.traject_toegewezen(door, nieuw, op)
    return overdracht
