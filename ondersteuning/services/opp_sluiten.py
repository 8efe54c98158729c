"""Ending an OPP, and naming who keeps it moving."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from ondersteuning.access_opp import get_opp_slot
from ondersteuning.models import (
    Instemmingverzoek,
    Opp,
    OppLink,
    OppStatus,
    OppVersie,
    Versiestatus,
)
from ondersteuning.opp.loop import DaadNietToegestaan, OppDaad, controleer_daad
from ondersteuning.oppopstellers import OpstellerKring
from ondersteuning.services.opp_leiding import voorlegging_intrekken
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def opp_afsluiten(*, door: Werkplek, pk: int, versie: int, einddatum: date, reden: str, op: datetime) -> Opp:
    """End an OPP: extra support stopped, or the pupil left. What was asked and not answered lapses, links stop working.

    A version in the making makes room; the one that was in force stays as it was. Raises DaadNietToegestaan when it was
    closed already, Verouderd when it changed meanwhile, ValidationError for a day that does not fit or no reason.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    concept = OppVersie.objects.filter(opp=opp, status=Versiestatus.CONCEPT).first()
    controleer_daad(opp.status, concept=concept is not None, daad=OppDaad.AFSLUITEN)
    if opp.versie != versie:
        raise Verouderd
    if einddatum > door.dag:
        raise ValidationError({"einddatum": "Die dag moet nog komen. Sluit af op de dag zelf, of later."})
    if opp.begindatum and einddatum < opp.begindatum:
        raise ValidationError({"einddatum": "De einddatum ligt voor de begindatum."})
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf op waarom het stopt."})
    if concept:
        voorlegging_intrekken(door=door, versie=concept)
        OppVersie.objects.filter(pk=concept.pk).update(
            status=Versiestatus.VERVANGEN, gewijzigd_op=op, versie=F("versie") + 1
        )
    _laat_vervallen(opp, door.dag, op)
    Opp.objects.filter(pk=opp.pk).update(
        status=OppStatus.AFGESLOTEN,
        einddatum=einddatum,
        afsluiting=reden,
        evaluatie_op=None,
        versie=F("versie") + 1,
    )
    opp.refresh_from_db()
    return opp


def _laat_vervallen(opp: Opp, dag: date, op: datetime) -> None:
    open_ = Instemmingverzoek.objects.filter(oppversie__opp=opp, vervallen_op__isnull=True)
    open_.filter(antwoorden__isnull=True).update(vervallen_op=dag, versie=F("versie") + 1)
    links = OppLink.objects.filter(opp=opp, gebruikt_op__isnull=True, ingetrokken_op__isnull=True)
    links.update(ingetrokken_op=op)


@transaction.atomic
def opp_opsteller(*, door: Werkplek, pk: int, versie: int, naar: User) -> Opp:
    """Name another colleague who writes this OPP: the mentor, an assigned begeleider or a coordinator.

    Raises Verouderd, ValidationError at `naar` for who may not have it, DaadNietToegestaan when it was closed.
    """
    opp, _ = get_opp_slot(door, pk, daad="beheren")
    if opp.status == OppStatus.AFGESLOTEN:
        raise DaadNietToegestaan("Dit ontwikkelingsperspectief is afgesloten. Er verandert niets meer aan.")
    if opp.versie != versie:
        raise Verouderd
    if OpstellerKring.voor(door, opp.leerling).kies(str(naar.pk)) is None:
        raise ValidationError({"naar": f"{naar.voornaam} heeft deze leerling niet. Kies een ander."})
    Opp.objects.filter(pk=pk).update(opsteller=naar, versie=F("versie") + 1)
    opp.refresh_from_db()
    return opp


@transaction.atomic
def opp_overdragen(*, door: Werkplek, pk: int, naar: User) -> None:
    """Name another opsteller because the role of this one ends; shows nothing of it (see eigendom_opp)."""
    rijen = Opp.objects.filter(school=door.school, pk=pk).exclude(status=OppStatus.AFGESLOTEN)
    rijen.update(opsteller=naar, versie=F("versie") + 1)
