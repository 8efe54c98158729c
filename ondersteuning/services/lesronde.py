"""One teacher's part of a hand-over: receiving, confirming, trying, reporting, and handing it on to who took over."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F

from leerlingen.access import toegangsgrond
from leerlingen.access_kaart import mag_adviseren
from leerlingen.models import Leerling
from leerlingen.services.advies import advies_geven
from ondersteuning import klokken_overdracht as klokken
from ondersteuning.access_overdracht import (
    WACHT,
    Lesgever,
    get_eigen_deel,
    get_ontvanger,
    get_overdracht_slot,
    lesgevers,
)
from ondersteuning.models import Lesontvanger, Lesoverdracht
from ondersteuning.overdrachtloop import (
    LoopStatus,
    OntvangerStatus,
    Stap,
    StapGeweigerd,
    Uitkomst,
    volgende,
)
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

ADVIES_LANGST = timedelta(days=366)  # what advies_geven allows at most


def bron(overdracht_id: int) -> str:
    """What access and advice hang on."""
    return f"overdracht:{overdracht_id}"


def advies_op_kaarten(door: Werkplek, rij: Lesoverdracht, leerling: Leerling) -> None:
    """Put the one line on the cards of the lessons until the end of the school year, or until the report if later."""
    tot = min(max(Schooljaar.van(door.dag).eind, rij.bericht_op), door.dag + ADVIES_LANGST)
    advies_geven(door=door, leerling=leerling, tekst=rij.actie, vakken=rij.vakken, tot=tot, bron=bron(rij.pk))


def deel_geven(
    overdracht: Lesoverdracht, docent: Lesgever, op: datetime, door_id: int | None
) -> Lesontvanger:
    rij = Lesontvanger.objects.create(
        school_id=overdracht.school_id,
        overdracht=overdracht,
        docent_id=docent.user_id,
        vak=docent.vak,
        gegeven_op=op,
    )
    klokken.advies_gegeven(rij, overdracht, op, door_id)
    return rij


def deel_zetten(rij: Lesontvanger, versie: int, stap: Stap, **velden: Any) -> Lesontvanger:
    """Take one step with one teacher's part; raises Verouderd or StapGeweigerd."""
    if rij.versie != versie:
        raise Verouderd
    status = volgende(rij.status, stap)
    Lesontvanger.objects.filter(pk=rij.pk).update(status=status, versie=F("versie") + 1, **velden)
    rij.refresh_from_db()
    return rij


def _lopend(door: Werkplek, pk: int, *, sturen: bool) -> Lesoverdracht:
    overdracht = get_overdracht_slot(door, pk, sturen=sturen)
    if overdracht.status != LoopStatus.LOOPT:
        raise StapGeweigerd("Deze overdracht loopt niet meer. Je hoeft hier niets meer voor te doen.")
    return overdracht


@transaction.atomic
def stap_zetten(*, door: Werkplek, pk: int, versie: int, stap: Stap, op: datetime) -> Lesontvanger:
    """Confirm, or begin to try; by the teacher himself (or who stands in for him)."""
    velden = {Stap.BEVESTIG: "bevestigd_op", Stap.PROBEER: "probeert_op"}
    if stap not in velden:
        raise StapGeweigerd("Deze stap past niet meer. Bekijk eerst wat er nu staat.")
    overdracht = _lopend(door, pk, sturen=False)
    return deel_zetten(get_eigen_deel(door, overdracht.pk), versie, stap, **{velden[stap]: op})


@transaction.atomic
def bericht_geven(
    *, door: Werkplek, pk: int, versie: int, uitkomst: Uitkomst, wat_zag: str, nodig: str, op: datetime
) -> Lesontvanger:
    """A teacher tells how it goes, and may say it anew as long as it runs; the last one makes it complete."""
    overdracht = _lopend(door, pk, sturen=False)
    eigen = get_eigen_deel(door, overdracht.pk)
    rij = deel_zetten(
        eigen, versie, Stap.BERICHT, uitkomst=uitkomst, wat_zag=wat_zag, nodig=nodig, bericht_op=op
    )
    actief = Lesontvanger.objects.filter(overdracht=overdracht).exclude(status=OntvangerStatus.VERVANGEN)
    if not actief.exclude(status=OntvangerStatus.BERICHT).exists():
        klokken.compleet(overdracht, op)
    return rij


@transaction.atomic
def docent_vervangen(
    *, door: Werkplek, pk: int, ontvanger_id: int, versie: int, naar: Lesgever, op: datetime
) -> Lesontvanger:
    """Give the advice of a teacher who left or cannot do it to another one who teaches the pupil now."""
    overdracht = _lopend(door, pk, sturen=True)
    if naar not in lesgevers(overdracht.leerling_id, door.dag):
        raise StapGeweigerd("Deze docent geeft geen les aan deze leerling. Kies een ander.")
    oud = get_ontvanger(overdracht.pk, ontvanger_id)
    nieuw = _vervang(overdracht, oud, versie, naar, op, door.user.pk)
    if naar.vak and naar.vak not in overdracht.vakken:
        _vak_erbij(door, overdracht, naar.vak)
    return nieuw


def _vak_erbij(door: Werkplek, overdracht: Lesoverdracht, vak: str) -> None:
    """The line also comes on the cards of another subject, when this person may write on them."""
    grond = toegangsgrond(door, overdracht.leerling)
    if grond is None or not mag_adviseren(door, grond):
        return
    Lesoverdracht.objects.filter(pk=overdracht.pk).update(vakken=sorted({*overdracht.vakken, vak}))
    overdracht.vakken = [vak]
    advies_op_kaarten(door, overdracht, overdracht.leerling)


def _vervang(
    overdracht: Lesoverdracht,
    oud: Lesontvanger,
    versie: int,
    naar: Lesgever,
    op: datetime,
    door_id: int | None,
) -> Lesontvanger:
    """Hand one teacher's part on; somebody who has the advice already gets no second one."""
    actief = Lesontvanger.objects.filter(overdracht=overdracht, docent_id=naar.user_id)
    bestaand = actief.exclude(status=OntvangerStatus.VERVANGEN).first()
    if bestaand and bestaand.pk == oud.pk:
        raise StapGeweigerd("Deze docent heeft dit advies al.")
    deel_zetten(oud, versie, Stap.VERVANG)
    nieuw = bestaand or deel_geven(overdracht, naar, op, door_id)
    Lesontvanger.objects.filter(pk=oud.pk).update(opvolger=nieuw)
    return nieuw


@transaction.atomic
def docenten_bijwerken(*, school_id: int, dag: date, op: datetime) -> int:
    """Every night: a teacher who no longer teaches the pupil hands on to who took over his subject; returns how many.

    With nobody for that subject the owner is asked, once. Runs in the school's context, safe to run twice.
    """
    wacht = Lesontvanger.objects.filter(
        school_id=school_id, overdracht__status=LoopStatus.LOOPT, status__in=WACHT
    )
    aantal = 0
    for rij in wacht.select_related("overdracht__leerling", "overdracht__eigenaar").order_by("pk"):
        nu = lesgevers(rij.overdracht.leerling_id, dag)
        if any(les.user_id == rij.docent_id for les in nu):
            continue
        vakken = {vak.strip() for vak in rij.vak.split(",")}
        opvolger = next((les for les in nu if les.vak in vakken), None)
        if opvolger is None:
            klokken.zonder_docent(rij.overdracht, rij, op)
        else:
            _vervang(rij.overdracht, rij, rij.versie, opvolger, op, None)
            aantal += 1
    return aantal
