"""Making agreements and working on them. Every change is a row that stays; a second save of one form changes nothing."""

from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.access_slot import leerling_op_slot
from leerlingen.models import Leerling
from overleg import klokken_afspraak as klokken
from overleg.access_afspraak import get_afspraak_slot, get_afspraak_voor_overdracht
from overleg.access_agenda import get_punt_slot
from overleg.access_live import get_afspraak_slot_in
from overleg.afspraakloop import Afspraakdaad, Afspraakstand, controleer, is_klaar
from overleg.loop import Stap, controleer_stap
from overleg.models import Afspraak, Afspraakstap, Agendapunt, Overleg
from overleg.services.afspraakeisen import (
    Afspraakgegevens,
    controleer_dag,
    controleer_mensen,
    eis_eigenaar,
)
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

__all__ = ["Afspraakgegevens", "eis_eigenaar"]  # what callers of these services need besides


@transaction.atomic
def afspraak_maken(
    *, door: Werkplek, punt_id: int, gegevens: Afspraakgegevens, sleutel: UUID, op: datetime
) -> Afspraak:
    """Agree something about an item of a meeting that is on; the same `sleutel` again gives the same agreement.

    404 or 403 for who may not write there, StapNietToegestaan when the meeting is not on, ValidationError otherwise.
    """
    punt = get_punt_slot(door, punt_id, daad="notuleren", ook_overleg=True)  # as closing does: no deadlock
    if al := Afspraak.objects.filter(school=door.school, sleutel=sleutel).first():
        return al
    controleer_stap(punt.overleg.status, Stap.NOTULEREN)
    return _maak(door, gegevens, sleutel, op, punt=punt)


@transaction.atomic
def afspraak_los_maken(
    *, door: Werkplek, leerling: Leerling | None, gegevens: Afspraakgegevens, sleutel: UUID, op: datetime
) -> Afspraak:
    """Agree something outside a meeting. The caller opened `leerling` by his own door; ValidationError as above."""
    if leerling:
        leerling_op_slot(leerling.pk)
    if al := Afspraak.objects.filter(school=door.school, sleutel=sleutel).first():
        return al
    return _maak(door, gegevens, sleutel, op, leerling=leerling)


def _maak(
    door: Werkplek,
    gegevens: Afspraakgegevens,
    sleutel: UUID,
    op: datetime,
    *,
    punt: Agendapunt | None = None,
    leerling: Leerling | None = None,
) -> Afspraak:
    controleer_mensen(door, gegevens, punt.leerling_id if punt else leerling.pk if leerling else None)
    if gegevens.klaar_op < door.dag:
        raise ValidationError({"klaar_op": "Die datum is voorbij. Kies vandaag of later."})
    controleer_dag(door, gegevens.klaar_op)
    afspraak = bewaar(
        Afspraak(
            school=door.school,
            overleg=punt.overleg if punt else None,
            punt=punt,
            leerling_id=punt.leerling_id if punt else leerling.pk if leerling else None,
            wat=gegevens.wat,
            merkt=gegevens.merkt,
            eigenaar=gegevens.eigenaar,
            uitvoerder=gegevens.uitvoerder,
            contact=gegevens.contact,
            partner=gegevens.partner,
            voor_externen=gegevens.voor_externen,
            klaar_op=gegevens.klaar_op,
            gemaakt_door=door.user,
            gemaakt_op=op,
            sleutel=sleutel,
        )
    )
    _stap(door, afspraak, Afspraakdaad.GEMAAKT, op, overleg=afspraak.overleg)
    klokken.afspraak_gemaakt(door, afspraak, op)
    return afspraak


def _stap(
    door: Werkplek | None,
    afspraak: Afspraak,
    daad: Afspraakdaad,
    op: datetime,
    *,
    reden: str = "",
    overleg: Overleg | None = None,
) -> None:
    Afspraakstap.objects.create(
        school_id=afspraak.school_id,
        afspraak=afspraak,
        daad=daad,
        stand=afspraak.stand,
        klaar_op=afspraak.klaar_op,
        eigenaar_id=afspraak.eigenaar_id,
        reden=reden,
        overleg=overleg,
        door=door.user if door else None,
        op=op,
    )


def _pak(door: Werkplek, pk: int, versie: int, daad: Afspraakdaad, recht: str = "bijwerken") -> Afspraak:
    """Lock an agreement of the version the user saw; raises Verouderd, StapNietToegestaan, 403 or 404 otherwise."""
    afspraak = get_afspraak_slot(door, pk, daad=recht)
    if afspraak.versie != versie:
        raise Verouderd
    controleer(afspraak.stand, daad)
    return afspraak


def _bewaar(afspraak: Afspraak, *velden: str) -> None:
    afspraak.versie += 1
    bewaar(afspraak, *velden, "versie")


@transaction.atomic
def stand_zetten(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    stand: str,
    op: datetime,
    reden: str = "",
    overleg_id: int | None = None,
) -> Afspraak:
    """Say how it goes; gelukt and niet meer nodig close it. `overleg_id`: the meeting in which it was said.

    Who takes its minutes may say so too. The stand it has already changes nothing. Raises Verouderd,
    StapNietToegestaan, 403 or 404.
    """
    if overleg_id:
        afspraak = get_afspraak_slot_in(door, pk, overleg_id)
    else:
        afspraak = get_afspraak_slot(door, pk, daad="bijwerken")
    if afspraak.stand == stand:
        return afspraak
    if afspraak.versie != versie:
        raise Verouderd
    weer_open = is_klaar(afspraak.stand) and not is_klaar(stand)
    controleer(afspraak.stand, Afspraakdaad.HEROPEND if weer_open else Afspraakdaad.STAND)
    klokken.afspraak_klaar(afspraak)
    afspraak.stand = Afspraakstand(stand)
    afspraak.afgerond_op = op if is_klaar(stand) else None
    _bewaar(afspraak, "stand", "afgerond_op")
    overleg = Overleg.objects.filter(school=door.school, pk=overleg_id).first() if overleg_id else None
    daad = Afspraakdaad.HEROPEND if weer_open else Afspraakdaad.STAND
    _stap(door, afspraak, daad, op, reden=reden, overleg=overleg)
    if not is_klaar(stand):
        klokken.plan_afspraak(afspraak)
    return afspraak


@transaction.atomic
def afspraak_uitstellen(
    *, door: Werkplek, pk: int, versie: int, klaar_op: date, reden: str, op: datetime
) -> Afspraak:
    """Give an open agreement a later date, with the reason. Raises ValidationError, Verouderd, 403 or 404."""
    afspraak = _pak(door, pk, versie, Afspraakdaad.UITGESTELD)
    if klaar_op <= max(door.dag, afspraak.klaar_op):
        raise ValidationError({"klaar_op": "Kies een datum na vandaag en na de datum die er stond."})
    if not reden.strip():
        raise ValidationError({"reden": "Schrijf in een paar woorden op waarom het later wordt."})
    controleer_dag(door, klaar_op)
    klokken.afspraak_klaar(afspraak)
    afspraak.klaar_op, afspraak.uitgesteld = klaar_op, afspraak.uitgesteld + 1
    _bewaar(afspraak, "klaar_op", "uitgesteld")
    _stap(door, afspraak, Afspraakdaad.UITGESTELD, op, reden=reden.strip())
    klokken.plan_afspraak(afspraak)
    return afspraak


@transaction.atomic
def afspraak_overdragen(
    *, door: Werkplek, pk: int, versie: int | None, naar: User, op: datetime, reden: str = ""
) -> Afspraak:
    """Give an open agreement another owner, who is told. `versie` None: for who ends roles (no page was open).

    Raises ValidationError for a colleague who cannot own it or owns it already, Verouderd, 403 or 404.
    """
    if versie is None:
        afspraak = get_afspraak_voor_overdracht(door, pk)
        controleer(afspraak.stand, Afspraakdaad.OVERGEDRAGEN)
    else:
        afspraak = _pak(door, pk, versie, Afspraakdaad.OVERGEDRAGEN, "overdragen")
    eis_eigenaar(door, naar)
    if naar.pk == afspraak.eigenaar_id:
        raise ValidationError({"naar": f"{naar.voornaam} heeft deze afspraak al. Kies een ander."})
    klokken.afspraak_klaar(afspraak)
    afspraak.eigenaar = naar
    _bewaar(afspraak, "eigenaar")
    _stap(door, afspraak, Afspraakdaad.OVERGEDRAGEN, op, reden=reden)
    klokken.afspraak_gemaakt(door, afspraak, op)
    return afspraak


@transaction.atomic
def afspraak_wijzigen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    wat: str,
    merkt: str,
    op: datetime,
    voor_externen: bool | None = None,
) -> Afspraak:
    """Put an open agreement in other words; what it said stays in the history. Raises as the others."""
    afspraak = _pak(door, pk, versie, Afspraakdaad.GEWIJZIGD, "wijzigen")
    was = afspraak.wat
    afspraak.wat, afspraak.merkt = wat, merkt
    if voor_externen is not None:
        afspraak.voor_externen = voor_externen
    _bewaar(afspraak, "wat", "merkt", "voor_externen")
    _stap(door, afspraak, Afspraakdaad.GEWIJZIGD, op, reden=was)
    return afspraak


@transaction.atomic
def afspraak_valt_terug(*, afspraak_id: int, naar: User, op: datetime) -> None:
    """The owner has left: the coordinator gets it, by the nightly task; nothing is ever of nobody (DOMAIN 60)."""
    afspraak = Afspraak.objects.open().select_for_update(of=("self",)).filter(pk=afspraak_id).first()
    if afspraak is None or afspraak.eigenaar_id == naar.pk:
        return
    klokken.afspraak_klaar(afspraak)
    afspraak.eigenaar = naar
    _bewaar(afspraak, "eigenaar")
    _stap(None, afspraak, Afspraakdaad.TERUGGEVALLEN, op, reden="de eigenaar werkt hier niet meer")
    klokken.afspraak_teruggevallen(afspraak, op)
