"""Adding documents to a file, retracting them, and showing one to the schoolleiding."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import File
from django.db import transaction

from leerlingen import klokken_stuk
from leerlingen.access import open_zonder_regel
from leerlingen.access_notities import get_notitie_slot
from leerlingen.access_slot import leerling_op_slot
from leerlingen.access_stukken import OpenStuk, bron_van, get_stuk_slot
from leerlingen.models import Leerling, Niveau, Notitie, Stuk, Stuksoort
from leerlingen.querysets_notities import BEPERKT
from leerlingen.services.toegang import toegang_beeindigen, toegang_verlenen
from leerlingen.stukkeuring import keur
from leerlingen.stukvorm import Vorm
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import User
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar
from zorgapp.werk.services import bestand_bewaren

BESTAND_DAGEN = 100 * 365
"""Days a stored file lasts by itself: longer than any file of a pupil, with which it goes (the key protects it)."""


@dataclass(frozen=True)
class Stukgegevens:
    """What somebody says about the files he adds; `titel` may be empty."""

    soort: str
    gebeurd_op: date
    niveau: str
    titel: str = ""


@transaction.atomic
def stukken_toevoegen(
    *,
    door: Werkplek,
    leerling_id: int,
    sleutel: uuid.UUID,
    gegevens: Stukgegevens,
    bestanden: Sequence[File],
    op: datetime,
    notitie_id: int | None = None,
) -> list[Stuk]:
    """Add files to a pupil's file, or to one of its notes: all of them or none. The same `sleutel` again adds nothing.

    Raises 404 for who may not open the file, PermissionDenied for a note one may not change, ValidationError (at
    `bestanden`, a line per file) for a file that is not allowed.
    """
    leerling, grond = open_zonder_regel(door, leerling_id)
    goed = keur(bestanden)  # before anything is locked: it may take seconds
    notitie = _notitie(door, leerling, notitie_id) if notitie_id is not None else None
    leerling_op_slot(leerling.pk)
    eerder = Stuk.objects.filter(school=door.school, auteur=door.user, sleutel=sleutel)
    if bestaand := list(eerder.order_by("pk")):
        return bestaand
    nieuw = []
    for nummer, (bestand, vorm) in enumerate(goed, start=1):
        titel = _titel(gegevens, nummer, len(goed))
        stuk = _stuk(door, leerling, notitie, gegevens, titel, bestand, vorm, sleutel, op)
        inzage_vastleggen(
            door=door,
            onderwerp="stuk",
            onderwerp_id=stuk.pk,
            leerling_id=leerling.pk,
            grond=grond.grond,
            namens_id=grond.namens_id,
            handeling=Handeling.GEWIJZIGD,
        )
        nieuw.append(stuk)
    return nieuw


def _notitie(door: Werkplek, leerling: Leerling, notitie_id: int) -> Notitie:
    geopend = get_notitie_slot(door, notitie_id)
    if geopend.leerling.pk != leerling.pk or not geopend.mag_wijzigen:
        raise PermissionDenied("een bijlage voegt toe wie de notitie mag wijzigen")
    if geopend.notitie.ingetrokken_op:
        raise ValidationError("Deze notitie is ingetrokken. Voeg het stuk toe zonder notitie.")
    return geopend.notitie


def _titel(gegevens: Stukgegevens, nummer: int, aantal: int) -> str:
    titel = gegevens.titel or str(Stuksoort(gegevens.soort).label)
    return f"{titel[:110]} ({nummer})" if aantal > 1 else titel


def _stuk(
    door: Werkplek,
    leerling: Leerling,
    notitie: Notitie | None,
    gegevens: Stukgegevens,
    titel: str,
    bestand: File,
    vorm: Vorm,
    sleutel: uuid.UUID,
    op: datetime,
) -> Stuk:
    niveau = notitie.niveau if notitie else gegevens.niveau
    stuk = Stuk(
        school=door.school,
        leerling=leerling,
        notitie=notitie,
        bestand=bestand_bewaren(door=door, soort="stuk", upload=bestand, dagen=BESTAND_DAGEN),
        soort=gegevens.soort,
        vorm=vorm.sleutel,
        titel=titel,
        gebeurd_op=gegevens.gebeurd_op,
        niveau=Niveau.ZORGTEAM if gegevens.soort in BEPERKT else niveau,
        auteur=door.user,
        sleutel=sleutel,
        vastgelegd_op=door.dag,
        gemaakt_op=op,
    )
    return bewaar(stuk)


def _pak(door: Werkplek, pk: int) -> OpenStuk:
    geopend = get_stuk_slot(door, pk)
    if not geopend.mag_intrekken:
        raise PermissionDenied("alleen wie het toevoegde en de zorgcoördinator trekken een stuk in")
    return geopend


@transaction.atomic
def stuk_intrekken(*, door: Werkplek, pk: int, reden: str, op: datetime) -> OpenStuk:
    """Retract a document: only who added it and the coordinator still open it. Twice is once."""
    geopend = _pak(door, pk)
    stuk = geopend.stuk
    if stuk.ingetrokken_op is None:
        stuk.ingetrokken_op, stuk.ingetrokken_door, stuk.ingetrokken_reden = op, door.user, reden
        bewaar(stuk, "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden")
        toegang_beeindigen(door=door, bron=bron_van(pk))
    return geopend


@transaction.atomic
def stuk_terugzetten(*, door: Werkplek, pk: int) -> OpenStuk:
    """Undo the retraction. An attachment of a retracted note comes back with its note only: ValidationError."""
    geopend = _pak(door, pk)
    stuk = geopend.stuk
    if stuk.notitie_id and Notitie.objects.filter(pk=stuk.notitie_id, ingetrokken_op__isnull=False).exists():
        raise ValidationError("De notitie hierbij is ingetrokken. Zet die eerst terug.")
    stuk.ingetrokken_op, stuk.ingetrokken_door, stuk.ingetrokken_reden = None, None, ""
    bewaar(stuk, "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden")
    return geopend


@transaction.atomic
def stuk_voorleggen(*, door: Werkplek, pk: int, aan: User, reden: str, tot: date, op: datetime) -> OpenStuk:
    """Show this one document to somebody of the schoolleiding until and with `tot`; he is told in the daily mail."""
    geopend = get_stuk_slot(door, pk)
    if not geopend.mag_voorleggen:
        raise PermissionDenied("alleen de zorgcoördinator legt een stuk voor")
    verlening = toegang_verlenen(
        door=door, user=aan, leerling=geopend.leerling, reden=reden, bron=bron_van(pk), tot=tot
    )
    klokken_stuk.meld_voorgelegd(door, verlening, op)
    return geopend


@transaction.atomic
def stuk_niet_meer_voorleggen(*, door: Werkplek, pk: int) -> int:
    """End what was shown of this document; returns for how many people."""
    geopend = get_stuk_slot(door, pk)
    if geopend.blik != "coordinator":
        raise PermissionDenied("alleen de zorgcoördinator legt een stuk voor")
    return toegang_beeindigen(door=door, bron=bron_van(pk))
