"""A place in an offering, or a place on its waiting list: two who ask at once never get the same place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F

from leerlingen.models import Leerling
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen, toegang_verlengen
from ondersteuning.access_aanbod import get_aanbod
from ondersteuning.access_wachtlijst import get_wachtplek_om_te_regelen
from ondersteuning.klokken_aanbod import kijk_weer_op, wacht_gepland, wacht_klaar
from ondersteuning.models import Aanbod, Traject, TrajectStatus, Wachtplek, WachtStatus
from zorgapp.accounts.models import User
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.kern.schooljaar import Schooljaar


@dataclass(frozen=True)
class Uitkomst:
    """Whether there is a place; without one the pupil waits at `wachtplek`, behind `voor_je` others."""

    plek: bool
    wachtplek: Wachtplek | None = None
    voor_je: int = 0


@transaction.atomic
def plaats_of_wacht(
    *,
    door: Werkplek,
    aanbod_id: int,
    leerling: Leerling,
    hulpvraag: str,
    op: datetime,
    eigenaar: User | None = None,
    volgende_datum: date | None = None,
    overbrugging: str = "",
) -> Uitkomst:
    """Take a place for `leerling`, or put him on the waiting list; call it in the transaction that starts the traject.

    With a place (`plek`) whatever he waited for here ends as placed, and the offering stays locked until the end of
    the transaction, so that the traject is counted before the next one asks. Places that others wait for longer are
    theirs. 404 for an offering of another school; ValidationError for one that has stopped or is of another year.
    """
    aanbod = _op_slot(door, aanbod_id)
    _controleer_loopt(door, aanbod)
    wacht = list(Wachtplek.objects.filter(aanbod__stam=aanbod.stam).wacht().op_volgorde())
    eigen = next((plek for plek in wacht if plek.leerling_id == leerling.pk), None)
    voor_je = wacht.index(eigen) if eigen else len(wacht)
    if aanbod.capaciteit is None or aanbod.capaciteit - _bezet(aanbod) > voor_je:
        if eigen:
            _sluit(door, eigen, WachtStatus.GEPLAATST, "", op)
        return Uitkomst(plek=True)
    eigen = eigen or _wacht(
        door=door,
        aanbod=aanbod,
        leerling=leerling,
        hulpvraag=hulpvraag,
        eigenaar=eigenaar or door.user,
        volgende_datum=volgende_datum or kijk_weer_op(door.dag),
        overbrugging=overbrugging,
        op=op,
    )
    return Uitkomst(plek=False, wachtplek=eigen, voor_je=voor_je)


def _op_slot(door: Werkplek, aanbod_id: int) -> Aanbod:
    """Lock the offering with its other years: a place is one place, whichever year's row somebody came by."""
    aanbod = get_aanbod(door, aanbod_id)
    alle = Aanbod.objects.filter(school=door.school, stam=aanbod.stam).order_by("pk").select_for_update()
    return next(rij for rij in alle if rij.pk == aanbod.pk)


def _controleer_loopt(door: Werkplek, aanbod: Aanbod) -> None:
    gestopt = aanbod.gestopt_op is not None and aanbod.gestopt_op <= door.dag
    if gestopt or not aanbod.jaar.begin <= door.dag <= aanbod.jaar.eind:
        raise ValidationError("Dit aanbod loopt niet meer. Kies iets uit het aanbod van dit schooljaar.")


def _bezet(aanbod: Aanbod) -> int:
    lopend = Traject.objects.filter(school=aanbod.school_id, aanbod__stam=aanbod.stam)
    return lopend.filter(status=TrajectStatus.LOOPT).count()


def _wacht(*, door: Werkplek, op: datetime, **velden: Any) -> Wachtplek:
    plek = Wachtplek(school=door.school, door=door.user, gemaakt_op=op, aangemeld_op=door.dag, **velden)
    bewaar(plek)
    _geef_zicht(door, plek)
    wacht_gepland(plek)
    return plek


def _geef_zicht(door: Werkplek, plek: Wachtplek) -> None:
    """The owner of a place sees its pupil until the end of the school year, or until the waiting is over."""
    if plek.eigenaar_id == door.user.pk:
        return
    toegang_verlenen(
        door=door,
        user=plek.eigenaar,
        leerling=plek.leerling,
        reden="regelt een plek op een wachtlijst",
        bron=f"wachtplek:{plek.pk}",
        tot=max(Schooljaar.van(door.dag).eind, plek.volgende_datum),
    )


def _sluit(door: Werkplek, plek: Wachtplek, status: WachtStatus, reden: str, op: datetime) -> None:
    wacht_klaar(plek)
    toegang_beeindigen(door=door, bron=f"wachtplek:{plek.pk}")
    Wachtplek.objects.filter(pk=plek.pk).update(
        status=status, reden=reden, afgesloten_op=op, versie=F("versie") + 1
    )


@transaction.atomic
def op_wachtlijst(
    *,
    door: Werkplek,
    aanbod_id: int,
    leerling: Leerling,
    hulpvraag: str,
    eigenaar: User,
    volgende_datum: date,
    op: datetime,
    voorrang_reden: str = "",
    overbrugging: str = "",
) -> Wachtplek:
    """Put a pupil on the waiting list by hand; ValidationError when he waits there already or the offering stopped."""
    aanbod = _op_slot(door, aanbod_id)
    _controleer_loopt(door, aanbod)
    if Wachtplek.objects.filter(aanbod__stam=aanbod.stam, leerling=leerling).wacht().exists():
        raise ValidationError({"leerling": "Deze leerling wacht al op dit aanbod."})
    return _wacht(
        door=door,
        aanbod=aanbod,
        leerling=leerling,
        hulpvraag=hulpvraag,
        eigenaar=eigenaar,
        volgende_datum=volgende_datum,
        voorrang_reden=voorrang_reden,
        overbrugging=overbrugging,
        op=op,
    )


def _pak(door: Werkplek, pk: int, versie: int) -> Wachtplek:
    """Lock a place that still waits in the version the user saw; raises Verouderd otherwise."""
    plek = get_wachtplek_om_te_regelen(door, pk)
    if plek.versie != versie or plek.status != WachtStatus.WACHT:
        raise Verouderd
    return plek


@transaction.atomic
def wachtplek_plannen(
    *,
    door: Werkplek,
    pk: int,
    versie: int,
    eigenaar: User,
    volgende_datum: date,
    voorrang_reden: str,
    overbrugging: str,
) -> Wachtplek:
    """Another owner, next date, reason to go first or help until then; raises Verouderd for a stale version."""
    plek = _pak(door, pk, versie)
    return _verzet(
        door,
        plek,
        eigenaar=eigenaar,
        volgende_datum=volgende_datum,
        voorrang_reden=voorrang_reden,
        overbrugging=overbrugging,
    )


def _verzet(door: Werkplek, plek: Wachtplek, **velden: Any) -> Wachtplek:
    """Write these fields; a new owner sees the pupil and is reminded, the old one no longer."""
    was = plek.eigenaar_id
    wacht_klaar(plek)
    Wachtplek.objects.filter(pk=plek.pk).update(**velden, versie=F("versie") + 1)
    plek.refresh_from_db()
    if plek.eigenaar_id != was:
        toegang_beeindigen(door=door, bron=f"wachtplek:{plek.pk}")
        _geef_zicht(door, plek)
    else:
        toegang_verlengen(door=door, bron=f"wachtplek:{plek.pk}", tot=plek.volgende_datum)
    wacht_gepland(plek)
    return plek


@transaction.atomic
def wachtplekken_overdragen(*, door: Werkplek, ids: Sequence[int], naar: User) -> None:
    """Give what somebody watched over to another, for who ends his role; shows nothing of it."""
    rijen = Wachtplek.objects.wacht().filter(school=door.school, pk__in=ids)
    for plek in rijen.order_by("pk").select_for_update(of=("self",)):
        _verzet(door, plek, eigenaar=naar)


@transaction.atomic
def wachtplek_vervallen(*, door: Werkplek, pk: int, versie: int, reden: str, op: datetime) -> Wachtplek:
    """He need not wait any more, for a reason; raises Verouderd for a stale version."""
    if not reden:
        raise ValidationError({"reden": "Schrijf op waarom wachten niet meer nodig is."})
    plek = _pak(door, pk, versie)
    _sluit(door, plek, WachtStatus.VERVALLEN, reden, op)
    return plek
