"""A complaint of parents: written down, parties heard, agreed, answered and closed. Each step is checked as data."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from leerlingen.access_slot import leerling_op_slot
from leerlingen.models import Contactpersoon
from ondersteuning import klokken_overdracht as klokken
from ondersteuning.access_klacht import (
    get_klacht_slot,
    get_klachtafspraak,
    get_leerling_klacht,
    mag_klacht_bezitten,
)
from ondersteuning.klachtloop import KlachtStap, volgende
from ondersteuning.models import Klacht, Klachtafspraak, Klachtpartij, KlachtStatus
from ondersteuning.overdrachtloop import StapGeweigerd
from zorgapp.accounts.instellingen import instelling, vrije_perioden
from zorgapp.accounts.models import User
from zorgapp.accounts.services.beeindigen import OpenWerk, kan_niet_overnemen
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.notifications.services import laat_vervallen


@dataclass(frozen=True)
class Klachtgegevens:
    """What came in; `contact` when it is somebody of the file."""

    ontvangen_op: date
    ontvangen_door: User
    hoe: str
    van_naam: str
    onderwerp: str
    inhoud: str
    contact: Contactpersoon | None = None


@transaction.atomic
def klacht_vastleggen(*, door: Werkplek, leerling_id: int, gegevens: Klachtgegevens, op: datetime) -> Klacht:
    """Write a complaint down; its term counts from the day it came in. 403 for who does not coordinate the pupil.

    The same complaint sent twice is one.
    """
    leerling, contacten = get_leerling_klacht(door, leerling_id)
    if gegevens.ontvangen_op > door.dag:
        raise StapGeweigerd("Die dag moet nog komen. Kies vandaag of eerder.")
    if gegevens.contact and gegevens.contact.pk not in {c.pk for c in contacten}:
        raise StapGeweigerd("Dit contact hoort niet bij deze leerling. Kies opnieuw.")
    leerling_op_slot(leerling.pk)
    velden = {veld.name: getattr(gegevens, veld.name) for veld in fields(gegevens)}
    eerder = Klacht.objects.filter(school=door.school, leerling=leerling, eigenaar=door.user, **velden)
    if bestaand := eerder.exclude(status=KlachtStatus.GESLOTEN).first():
        return bestaand
    klacht = Klacht.objects.create(
        school=door.school,
        leerling=leerling,
        eigenaar=door.user,
        **velden,
        uiterlijk=_uiterlijk(door, gegevens.ontvangen_op),
        gemaakt_op=op,
    )
    klokken.klacht_loopt(klacht)
    return klacht


def _uiterlijk(door: Werkplek, vanaf: date) -> date:
    return klokken.klacht_uiterlijk(vanaf, instelling("klachttermijn", door.dag), vrije_perioden(vanaf))


def _zet(
    door: Werkplek, pk: int, versie: int | None, stap: KlachtStap, *, als_leider: bool = False, **velden: Any
) -> Klacht:
    """Lock, check version and state, write; None as version for what only adds a row."""
    klacht = get_klacht_slot(door, pk, als_leider=als_leider)
    if versie is not None and klacht.versie != versie:
        raise Verouderd
    status = volgende(klacht.status, stap)
    Klacht.objects.filter(pk=pk).update(status=status, versie=F("versie") + 1, **velden)
    klacht.refresh_from_db()
    return klacht


@transaction.atomic
def partij_horen(
    *, door: Werkplek, pk: int, wie: str, gehoord_op: date, gezegd: str, op: datetime
) -> Klachtpartij:
    """Keep what somebody said when he was heard; what is written is not edited. The same words twice are one."""
    klacht = _zet(door, pk, None, KlachtStap.HOOR)
    if not klacht.ontvangen_op <= gehoord_op <= door.dag:
        raise StapGeweigerd("Kies een dag tussen de ontvangst van de klacht en vandaag.")
    return Klachtpartij.objects.get_or_create(
        school=door.school,
        klacht=klacht,
        wie=wie,
        gehoord_op=gehoord_op,
        gezegd=gezegd,
        door=door.user,
        defaults={"vastgelegd_op": op},
    )[0]


@transaction.atomic
def leider_noemen(*, door: Werkplek, pk: int, versie: int, leider: User | None, op: datetime) -> Klacht:
    """Name the school leader who reads along and may decide, or nobody; who was named before no longer sees it.

    Raises StapGeweigerd once he decided.
    """
    klacht = _zet(door, pk, versie, KlachtStap.NOEM)
    if klacht.besluit_op:
        raise StapGeweigerd("De schoolleider heeft al besloten. Die naam blijft staan.")
    Klacht.objects.filter(pk=pk).update(schoolleider=leider)
    klacht.refresh_from_db()
    klokken.leider_genoemd(klacht, op)
    return klacht


@transaction.atomic
def leider_besluit(*, door: Werkplek, pk: int, versie: int, tekst: str, op: datetime) -> Klacht:
    """The named school leader writes his decision; 403 for the coordinator."""
    return _zet(door, pk, versie, KlachtStap.BESLUIT, als_leider=True, besluit_leiding=tekst, besluit_op=op)


@transaction.atomic
def uitkomst_vastleggen(*, door: Werkplek, pk: int, versie: int, uitkomst: str) -> Klacht:
    """What was agreed; only after somebody was heard."""
    return _zet(door, pk, versie, KlachtStap.UITKOMST, uitkomst=uitkomst)


@transaction.atomic
def afspraak_maken(*, door: Werkplek, pk: int, tekst: str, eigenaar: User, datum: date) -> Klachtafspraak:
    """Ask one colleague to do one thing before one date; he reads these words and nothing else. Twice is once."""
    klacht = _zet(door, pk, None, KlachtStap.AFSPRAAK)
    if datum < door.dag:
        raise StapGeweigerd("Die datum is voorbij. Kies vandaag of later.")
    afspraak, nieuw = Klachtafspraak.objects.get_or_create(
        school=door.school, klacht=klacht, tekst=tekst, eigenaar=eigenaar, datum=datum, door=door.user
    )
    if nieuw:
        klokken.klachtafspraak(afspraak)
    return afspraak


@transaction.atomic
def afspraak_klaar(*, door: Werkplek, pk: int, versie: int, resultaat: str, op: datetime) -> Klachtafspraak:
    """Its owner (or the coordinator) says what became of it; once."""
    afspraak = get_klachtafspraak(door, pk, slot=True)
    if afspraak.klaar_op:
        raise StapGeweigerd("Deze afspraak is al afgerond.")
    if afspraak.versie != versie:
        raise Verouderd
    Klachtafspraak.objects.filter(pk=pk).update(klaar_op=op, resultaat=resultaat, versie=F("versie") + 1)
    afspraak.refresh_from_db()
    return afspraak


@transaction.atomic
def klacht_sluiten(
    *, door: Werkplek, pk: int, versie: int, ouders_gehoord: str, ouders_op: date, op: datetime
) -> Klacht:
    """Close with what the parents were told and when; agreements with colleagues run on."""
    if ouders_op > door.dag:
        raise StapGeweigerd("Die dag moet nog komen. Kies de dag waarop je het de ouders vertelde.")
    klacht = _zet(
        door,
        pk,
        versie,
        KlachtStap.SLUIT,
        ouders_gehoord=ouders_gehoord,
        ouders_op=ouders_op,
        gesloten_op=op,
        gesloten_door=door.user,
    )
    if ouders_op < klacht.ontvangen_op:
        raise StapGeweigerd("Die dag ligt voor de ontvangst van de klacht.")
    return klacht


@transaction.atomic
def klacht_heropenen(*, door: Werkplek, pk: int, versie: int, op: datetime) -> Klacht:
    """Open it again with a new term, because the parents or the school come back to it."""
    klacht = _zet(
        door,
        pk,
        versie,
        KlachtStap.HEROPEN,
        gesloten_op=None,
        gesloten_door=None,
        uiterlijk=_uiterlijk(door, door.dag),
    )
    laat_vervallen(school_id=klacht.school_id, sleutel=klokken.klachtsleutel(klacht))
    klokken.klacht_loopt(klacht)
    return klacht


@transaction.atomic
def klacht_overdragen(*, door: Werkplek, pk: int, naar: User, vanaf: date) -> None:
    """Give a complaint to another coordinator, because a role ends; shows nothing of it.

    Raises OpenWerk when he does not coordinate the pupil's location on `vanaf`.
    """
    klacht = Klacht.objects.filter(school=door.school, pk=pk).exclude(status=KlachtStatus.GESLOTEN)
    rij = klacht.select_related("leerling").select_for_update(of=("self",)).first()
    if rij is None:
        return
    if not mag_klacht_bezitten(rij, naar.pk, vanaf):
        raise OpenWerk(kan_niet_overnemen(naar))
    laat_vervallen(school_id=rij.school_id, sleutel=klokken.klachtsleutel(rij))
    klacht.update(eigenaar=naar, versie=F("versie") + 1)
    rij.refresh_from_db()
    klokken.klacht_loopt(rij)


@transaction.atomic
def afspraak_overdragen(*, door: Werkplek, pk: int, naar: User) -> None:
    """Give an agreement to another colleague, because its owner's role ends."""
    rij = Klachtafspraak.objects.filter(school=door.school, pk=pk, klaar_op__isnull=True)
    afspraak = rij.select_for_update().first()
    if afspraak is None:
        return
    rij.update(eigenaar=naar, versie=F("versie") + 1)
    afspraak.refresh_from_db()
    klokken.klachtafspraak(afspraak)
