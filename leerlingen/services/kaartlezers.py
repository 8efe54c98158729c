"""Confirming a card, and reminding who did not; telling that a facility was not given."""

from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction

from leerlingen.access import toegangsgrond
from leerlingen.access_kaart import eis, get_melding, get_toekenning, kaart_op_slot, mag_melden
from leerlingen.access_kaartlezers import docent_ids, docenten_van, vakken_rond
from leerlingen.klokken import plan_kaart
from leerlingen.models import FaciliteitMelding, Kaartgezien, Leerling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek

TERUG_TOT = timedelta(days=60)


@transaction.atomic
def kaart_gezien(*, door: Werkplek, leerling: Leerling, versie: int, op: datetime) -> None:
    """A teacher confirms what he read; Verouderd when the card changed since, 403 for who does not teach him."""
    eis(not set(door.namens).isdisjoint(rij["user_id"] for rij in docent_ids(leerling.pk, door.dag)))
    kaart = kaart_op_slot(door, leerling.pk)
    if kaart is None or kaart.versie != versie:
        raise Verouderd
    Kaartgezien.objects.get_or_create(
        school=door.school, kaart=kaart, versie=versie, user=door.user, defaults={"op": op}
    )


@transaction.atomic
def docenten_herinneren(*, door: Werkplek, leerling: Leerling, op: datetime) -> int:
    """Remind the teachers who did not confirm, oneself left out and each once per version; returns how many."""
    grond = toegangsgrond(door, leerling)
    eis(grond is not None and mag_melden(grond))
    kaart = kaart_op_slot(door, leerling.pk)
    if kaart is None or not kaart.geldig_van <= door.dag <= kaart.geldig_tot:
        return 0
    te_herinneren = [d for d in docenten_van(door, kaart) if d.te_herinneren(door.user.pk)]
    return sum(plan_kaart(kaart, d.user_id, op) for d in te_herinneren)


@transaction.atomic
def niet_gekregen_melden(
    *, door: Werkplek, leerling: Leerling, toekenning_id: int, vak: str, dag: date, woorden: str, op: datetime
) -> FaciliteitMelding:
    """Say that this pupil did not get a facility on a day; the same twice is one.

    ValidationError for a subject he is not taught, or a day that lies ahead or too far back; 403 for others.
    """
    grond = toegangsgrond(door, leerling)
    eis(grond is not None and mag_melden(grond))
    toekenning = get_toekenning(leerling.pk, toekenning_id)
    if vak not in vakken_rond(leerling.pk, door.dag):
        raise ValidationError({"vak": "Kies een vak dat deze leerling volgt."})
    if not door.dag - TERUG_TOT <= dag <= door.dag:
        raise ValidationError({"dag": "Kies vandaag of een dag in de afgelopen twee maanden."})
    if dag < toekenning.sinds:
        raise ValidationError({"dag": "Op die dag stond dit nog niet op de kaart."})
    melding, _ = FaciliteitMelding.objects.get_or_create(
        school=door.school,
        leerling=leerling,
        toekenning=toekenning,
        vak=vak,
        dag=dag,
        defaults={"woorden": woorden, "door": door.user, "op": op},
    )
    return melding


@transaction.atomic
def melding_herstellen(*, door: Werkplek, leerling: Leerling, pk: int) -> None:
    """Take a report back, by who made it or the coordinator; the history keeps it."""
    grond = toegangsgrond(door, leerling)
    eis(grond is not None and mag_melden(grond))
    if grond is not None:
        get_melding(door, leerling.pk, pk, grond).delete()
