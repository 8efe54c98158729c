"""Moving, handing over and closing what a decision left open."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F

from leerlingen.services.toegang import toegang_beeindigen, toegang_verlengen
from ondersteuning import klokken
from ondersteuning.access import get_vervolg, get_vervolg_voor_overdracht
from ondersteuning.models import Signaal, Vervolg, VervolgStatus
from ondersteuning.services.triage import geef_zicht
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek


def _pak(door: Werkplek, pk: int, versie: int, beheer: bool = False) -> Vervolg:
    """Lock an open follow-up of the version the user saw; raises Verouderd otherwise.

    Its signal is locked first, as a decision does: otherwise the two wait for each other.
    `beheer`: for handing over when a role ends; a beheerder may do that without seeing the follow-up.
    """
    Signaal.objects.filter(school=door.school, vervolgen=pk).select_for_update(of=("self",)).first()
    vervolg = get_vervolg_voor_overdracht(door, pk) if beheer else get_vervolg(door, pk, slot=True)
    if vervolg.versie != versie or vervolg.status != VervolgStatus.OPEN:
        raise Verouderd
    return vervolg


@transaction.atomic
def vervolg_plannen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    eigenaar: User,
    datum: date,
    op: datetime,
    beheer: bool = False,
) -> Vervolg:
    """Give a follow-up its owner and next date at `op`; a new owner gets access and is told, the old one keeps it."""
    vervolg = _pak(door, pk, versie, beheer)
    nieuw = vervolg.eigenaar_id != eigenaar.pk
    klokken.vervolg_klaar(vervolg)
    Vervolg.objects.filter(pk=pk).update(eigenaar=eigenaar, volgende_datum=datum, versie=F("versie") + 1)
    vervolg.refresh_from_db()
    if nieuw:
        toegang_beeindigen(door=door, bron=f"vervolg:{pk}")
        geef_zicht(door, vervolg, vervolg.signaal.leerling)
    else:
        toegang_verlengen(door=door, bron=f"vervolg:{pk}", tot=datum)
    klokken.vervolg_toegewezen(door, vervolg, op, nieuw=nieuw)
    return vervolg


@transaction.atomic
def vervolg_afsluiten(*, door: Werkplek, pk: int, versie: int, resultaat: str, op: datetime) -> Vervolg:
    """Close a follow-up with its result; the last one closed makes the signal judged."""
    vervolg = _pak(door, pk, versie)
    Vervolg.objects.filter(pk=pk).update(
        status=VervolgStatus.AFGESLOTEN,
        resultaat=resultaat,
        afgesloten_op=op,
        afgesloten_door=door.user,
        versie=F("versie") + 1,
    )
    klokken.vervolg_klaar(vervolg)
    toegang_beeindigen(door=door, bron=f"vervolg:{pk}")
    if not Vervolg.objects.filter(signaal=vervolg.signaal_id, status=VervolgStatus.OPEN).exists():
        Signaal.objects.filter(pk=vervolg.signaal_id).update(
            status=SignaalStatus.BEOORDEELD, versie=F("versie") + 1
        )
    return vervolg
