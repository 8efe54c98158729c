"""Putting one version of an OPP before a schoolleider, withdrawing it, and what he decides."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from ondersteuning import klokken_opp_leiding
from ondersteuning.access_opp import get_opp_slot
from ondersteuning.access_opp_voorleggen import get_voorgelegd_slot, nog_dezelfde
from ondersteuning.models import OppVersie, OppVoorlegging, Versiestatus
from ondersteuning.opp.loop import OppDaad, controleer_daad
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def opp_aan_leiding(
    *, door: Werkplek, pk: int, nummer: int, versie: int, aan: User, reden: str, tot: date, op: datetime
) -> OppVoorlegging:
    """Put the version in the making before a schoolleider, until and with `tot`; he hears it in his daily mail.

    Raises Verouderd when the text changed since it was read, DaadNietToegestaan when there is nothing to set,
    ValidationError when it lies before somebody already.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    rij = OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).first()
    controleer_daad(opp.status, concept=rij is not None, daad=OppDaad.VASTSTELLEN)
    assert rij is not None
    if (rij.nummer, rij.versie) != (nummer, versie):
        raise Verouderd
    open_ = OppVoorlegging.objects.filter(oppversie=rij, besluit="")
    if open_.filter(nog_dezelfde(), tot__gte=door.dag).exists():
        raise ValidationError("Deze versie ligt al bij een schoolleider. Trek dat eerst in.")
    voorlegging_intrekken(door=door, versie=rij)
    voorlegging = bewaar(
        OppVoorlegging(
            school=door.school,
            oppversie=rij,
            aan=aan,
            reden=reden,
            van=door.dag,
            tot=tot,
            door=door.user,
            gemaakt_op=max(op, rij.gewijzigd_op),
        )
    )
    klokken_opp_leiding.voorgelegd(voorlegging, op)
    return voorlegging


@transaction.atomic
def opp_leiding_intrekken(*, door: Werkplek, pk: int) -> int:
    """Withdraw what lies before a schoolleider; returns how many (0 when he decided meanwhile)."""
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    return sum(voorlegging_intrekken(door=door, versie=rij) for rij in OppVersie.objects.filter(opp=opp))


def voorlegging_intrekken(*, door: Werkplek, versie: OppVersie) -> int:
    """End what is open of one version whose OPP is locked; returns how many."""
    rijen = list(OppVoorlegging.objects.filter(oppversie=versie, besluit=""))
    for rij in rijen:
        klokken_opp_leiding.hoeft_niet_meer(rij)
    return OppVoorlegging.objects.filter(pk__in=[r.pk for r in rijen]).update(
        besluit="ingetrokken", besluit_op=door.dag
    )


@transaction.atomic
def opp_terugsturen(*, door: Werkplek, voorlegging_id: int, toelichting: str, op: datetime) -> OppVoorlegging:
    """The schoolleider does not set it and says why; his access ends, and who asked him hears it. 404 for others."""
    voorlegging, _ = get_voorgelegd_slot(door, voorlegging_id)
    if not toelichting.strip():
        raise ValidationError({"toelichting": "Schrijf op wat er eerst moet gebeuren."})
    return besluit_noteren(
        door=door, voorlegging=voorlegging, besluit="terug", toelichting=toelichting, op=op
    )


def besluit_noteren(
    *, door: Werkplek, voorlegging: OppVoorlegging, besluit: str, toelichting: str, op: datetime
) -> OppVoorlegging:
    """Note the decision on something open whose OPP is locked, and tell who asked for it."""
    voorlegging.besluit, voorlegging.besluit_op, voorlegging.toelichting = besluit, door.dag, toelichting
    bewaar(voorlegging, "besluit", "besluit_op", "toelichting")
    klokken_opp_leiding.hoeft_niet_meer(voorlegging)
    klokken_opp_leiding.besloten(voorlegging, op)
    return voorlegging
