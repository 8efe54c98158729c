"""Answering a list: saved per pupil while one taps, and in one go for the pupils of whom nothing stands out."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from ondersteuning.access_lijsten import eigen_antwoorden, get_invulling, get_lijstleerling, leerlingen_van
from ondersteuning.models import Lijstantwoord, Lijstinvulling
from ondersteuning.voorstelregels import lijstvoorstellen_bijwerken
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def antwoord_bewaren(
    *,
    door: Werkplek,
    pk: int,
    leerling_id: int,
    versie: int,
    waarden: Sequence[int],
    toelichting: str,
    op: datetime,
) -> Lijstantwoord:
    """Save what one saw of one pupil, on top of `versie` (0: nothing yet).

    Raises Verouderd when another window saved something else meanwhile; the same answer twice is no conflict.
    404 when the campaign is closed or the pupil is no longer one's own.
    """
    invulling = get_invulling(door, pk, slot=True)
    leerling = get_lijstleerling(door, invulling, leerling_id)
    if len(waarden) != len(invulling.campagne.lijst.punten):
        raise ValueError("Dit zijn niet de punten van deze lijst.")
    rij = Lijstantwoord.objects.filter(invulling=invulling, leerling=leerling).select_for_update().first()
    nieuw = {"opvallend": True, "waarden": list(waarden), "toelichting": toelichting}
    if rij is None:
        rij = Lijstantwoord.objects.create(
            school=door.school, invulling=invulling, leerling=leerling, gewijzigd_op=op, **nieuw
        )
    elif rij.versie != versie and any(getattr(rij, naam) != waarde for naam, waarde in nieuw.items()):
        raise Verouderd
    elif rij.versie == versie:
        Lijstantwoord.objects.filter(pk=rij.pk).update(versie=F("versie") + 1, gewijzigd_op=op, **nieuw)
        rij.refresh_from_db()
    if invulling.klaar_op:
        lijstvoorstellen_bijwerken(invulling.campagne, op, [leerling.pk])
    return rij


@transaction.atomic
def niets_opvallends(*, door: Werkplek, pk: int, leerling_id: int, op: datetime) -> Lijstantwoord:
    """Take back what was filled in about one pupil: he was seen, and nothing stands out."""
    invulling = get_invulling(door, pk, slot=True)
    leerling = get_lijstleerling(door, invulling, leerling_id)
    leeg = {"opvallend": False, "waarden": [], "toelichting": "", "gewijzigd_op": op}
    rij, nieuw = Lijstantwoord.objects.get_or_create(
        invulling=invulling, leerling=leerling, defaults={"school": door.school, **leeg}
    )
    if not nieuw:
        Lijstantwoord.objects.filter(pk=rij.pk).update(versie=F("versie") + 1, **leeg)
        rij.refresh_from_db()
    if invulling.klaar_op:
        lijstvoorstellen_bijwerken(invulling.campagne, op, [leerling.pk])
    return rij


@transaction.atomic
def rest_bevestigen(*, door: Werkplek, pk: int, gezien: Collection[int], op: datetime) -> Lijstinvulling:
    """Nothing stands out of the pupils whose names were on the page (`gezien`) and who have no answer yet.

    Who was not on the page stays open. With everybody answered, this colleague is ready.
    """
    invulling = get_invulling(door, pk, slot=True)
    eigen = {leerling.pk for leerling in leerlingen_van(door, invulling)}
    al = set(eigen_antwoorden(invulling))
    nieuw = (eigen & set(gezien)) - al
    Lijstantwoord.objects.bulk_create(
        [
            Lijstantwoord(school=door.school, invulling=invulling, leerling_id=leerling_id, gewijzigd_op=op)
            for leerling_id in sorted(nieuw)
        ]
    )
    if eigen and eigen <= al | nieuw and invulling.klaar_op is None:
        Lijstinvulling.objects.filter(pk=pk).update(klaar_op=op)
        invulling.klaar_op = op
        lijstvoorstellen_bijwerken(invulling.campagne, op)
    return invulling
