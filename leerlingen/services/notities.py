"""Writing, changing and retracting notes, and what parents or pupil think of a report. Nothing is overwritten unseen."""

import uuid
from dataclasses import dataclass, fields
from datetime import date, datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from leerlingen.access import open_zonder_regel
from leerlingen.access_notities import (
    OpenNotitie,
    blik_van,
    get_notitie_slot,
    leesbare_notities,
    notitie_ingezien,
)
from leerlingen.models import Notitie, Notitierevisie, Stuk, Zienswijze
from leerlingen.querysets_notities import BEPERKT
from leerlingen.services.prive import aantekening_verwerkt
from leerlingen.zienswijzen import Spreker, Verslag
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.services.versie import Verouderd
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

MET_NOTITIE = "De notitie waar dit bij hoort is ingetrokken."
INGETROKKEN = "Deze notitie is ingetrokken. Zet hem eerst terug."


@dataclass(frozen=True)
class Notitiegegevens:
    """What somebody fills in; `stem` are literal words of `stem_van`."""

    soort: str
    gebeurd_op: date
    niveau: str
    tekst: str
    titel: str = ""
    domein: str = ""
    stem: str = ""
    stem_van: str = ""

    def als_velden(self) -> dict[str, object]:
        """By the names of the columns."""
        return {veld.name: getattr(self, veld.name) for veld in fields(self)}


VELDEN = tuple(veld.name for veld in fields(Notitiegegevens))


class NotitieVerouderd(Verouderd):
    """Somebody else changed the note meanwhile; nothing was written. `geopend` is what stands there now."""

    def __init__(self, geopend: OpenNotitie) -> None:
        super().__init__(f"{geopend.notitie} is veranderd")
        self.geopend = geopend


@transaction.atomic
def notitie_vastleggen(
    *,
    door: Werkplek,
    leerling_id: int,
    sleutel: uuid.UUID,
    gegevens: Notitiegegevens,
    op: datetime,
    aantekening_id: int | None = None,
) -> Notitie:
    """Add a note to a file; the same `sleutel` again gives the same note. A shared working note is used up by it.

    Raises 404 for who may not open the file, ValidationError when a rule of the note is broken.
    """
    leerling, grond = open_zonder_regel(door, leerling_id)
    blik = blik_van(door, grond)
    eigen = leesbare_notities(door, leerling.pk, blik).filter(auteur=door.user, sleutel=sleutel)
    if bestaand := eigen.first():
        return bestaand
    nieuw = Notitie(
        school=door.school,
        leerling=leerling,
        auteur=door.user,
        sleutel=sleutel,
        vastgelegd_op=door.dag,
        gemaakt_op=op,
        gewijzigd_op=op,
        gewijzigd_door=door.user,
        **gegevens.als_velden(),
    )
    try:
        bewaar(nieuw)
    except ValidationError:
        if bestaand := eigen.first():  # sent twice at the same moment
            return bestaand
        raise
    if aantekening_id is not None:
        aantekening_verwerkt(door=door, pk=aantekening_id, leerling_id=leerling.pk)
    notitie_ingezien(door, OpenNotitie(nieuw, leerling, grond, blik, True), Handeling.GEWIJZIGD)
    return nieuw


@transaction.atomic
def notitie_wijzigen(
    *, door: Werkplek, pk: int, versie: int, gegevens: Notitiegegevens, op: datetime
) -> OpenNotitie:
    """Change a note; what stood there becomes a revision. The same text again changes nothing.

    Raises NotitieVerouderd when `versie` is not the one that stands there, PermissionDenied for a reader who is neither author
    nor coordinator, ValidationError for a retracted note or a broken rule.
    """
    geopend = _pak(door, pk, versie)
    notitie = geopend.notitie
    if notitie.ingetrokken_op:
        raise ValidationError(INGETROKKEN)
    nieuw = gegevens.als_velden()
    oud = {naam: getattr(notitie, naam) for naam in VELDEN}
    if nieuw == oud:
        return geopend
    _bewaar_revisie(notitie, oud)
    for naam, waarde in nieuw.items():
        setattr(notitie, naam, waarde)
    notitie.versie += 1
    notitie.gewijzigd_op, notitie.gewijzigd_door = op, door.user
    bewaar(notitie, *VELDEN, "versie", "gewijzigd_op", "gewijzigd_door")
    bijlagen = Stuk.objects.filter(school=door.school, notitie=pk).exclude(soort__in=BEPERKT)
    bijlagen.exclude(niveau=gegevens.niveau).update(niveau=gegevens.niveau)
    notitie_ingezien(door, geopend, Handeling.GEWIJZIGD)
    return geopend


def _pak(door: Werkplek, pk: int, versie: int | None) -> OpenNotitie:
    """Lock a note that this person may change, in the version he saw (None: whatever stands there)."""
    geopend = get_notitie_slot(door, pk)
    if not geopend.mag_wijzigen:
        raise PermissionDenied("alleen de auteur en de zorgcoördinator wijzigen een notitie")
    if versie is not None and geopend.notitie.versie != versie:
        raise NotitieVerouderd(geopend)
    return geopend


def _bewaar_revisie(notitie: Notitie, oud: dict[str, object]) -> None:
    Notitierevisie.objects.create(
        school_id=notitie.school_id,
        notitie=notitie,
        versie=notitie.versie,
        auteur_id=notitie.gewijzigd_door_id,
        geschreven_op=notitie.gewijzigd_op,
        **oud,
    )


@transaction.atomic
def notitie_intrekken(*, door: Werkplek, pk: int, versie: int, reden: str, op: datetime) -> OpenNotitie:
    """Retract a note with its attachments: the row stays, the text is no longer shown. Twice is once.

    Raises NotitieVerouderd, PermissionDenied as `notitie_wijzigen`.
    """
    geopend = _pak(door, pk, versie)
    notitie = geopend.notitie
    if notitie.ingetrokken_op is None:
        notitie.ingetrokken_op, notitie.ingetrokken_door, notitie.ingetrokken_reden = op, door.user, reden
        notitie.versie += 1
        bewaar(notitie, "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden", "versie")
        staand = Stuk.objects.filter(school=door.school, notitie=pk, ingetrokken_op__isnull=True)
        staand.update(ingetrokken_op=op, ingetrokken_door=door.user, ingetrokken_reden=MET_NOTITIE)
        notitie_ingezien(door, geopend, Handeling.GEWIJZIGD)
    return geopend


@transaction.atomic
def notitie_terugzetten(*, door: Werkplek, pk: int) -> OpenNotitie:
    """Undo the retraction, with the attachments that went along; a note that stands stays as it is."""
    geopend = _pak(door, pk, None)
    notitie = geopend.notitie
    if notitie.ingetrokken_op is not None:
        mee = Stuk.objects.filter(school=door.school, notitie=pk, ingetrokken_op=notitie.ingetrokken_op)
        mee.filter(ingetrokken_reden=MET_NOTITIE).update(
            ingetrokken_op=None, ingetrokken_door=None, ingetrokken_reden=""
        )
        notitie.ingetrokken_op, notitie.ingetrokken_door, notitie.ingetrokken_reden = None, None, ""
        notitie.versie += 1
        bewaar(notitie, "ingetrokken_op", "ingetrokken_door", "ingetrokken_reden", "versie")
        notitie_ingezien(door, geopend, Handeling.GEWIJZIGD)
    return geopend


@transaction.atomic
def zienswijze_optekenen(
    *,
    door: Werkplek,
    bron: str,
    verslag: Verslag,
    sleutel: uuid.UUID,
    spreker: Spreker,
    tekst: str,
    gegeven_op: date,
    op: datetime,
) -> Zienswijze:
    """Write down, word for word, what somebody thinks of a report that was just opened (`open_bron`).

    The same `sleutel` again gives the same one. Raises PermissionDenied for who reads the report only.
    """
    if not verslag.mag_aanvullen:
        raise PermissionDenied("een zienswijze schrijft op wie de ouders kent")
    eigen = Zienswijze.objects.filter(school=door.school, opgetekend_door=door.user, sleutel=sleutel)
    if bestaand := eigen.first():
        return bestaand
    nieuw = Zienswijze(
        school=door.school,
        leerling=verslag.leerling,
        bron=bron,
        van_naam=spreker.naam,
        van_relatie=spreker.relatie,
        tekst=tekst,
        gegeven_op=gegeven_op,
        opgetekend_door=door.user,
        opgetekend_op=op,
        vastgelegd_op=door.dag,
        sleutel=sleutel,
    )
    try:
        return bewaar(nieuw)
    except ValidationError:
        if bestaand := eigen.first():  # sent twice at the same moment
            return bestaand
        raise
