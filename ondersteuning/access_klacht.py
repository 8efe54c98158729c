"""The only doors to complaints of parents: the coordinator of the pupil's location, and the school leader named in it.

For everybody else a complaint does not exist: 404, no timeline, no search, no figures. The school leader reads that one
object and may decide; it opens no file of a pupil. Who holds an agreement sees its words and nothing else. Every look
is logged.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from leerlingen.access import get_leerling
from leerlingen.models import Contactpersoon, Leerling
from ondersteuning.models import Klacht, Klachtafspraak, Klachtpartij, KlachtStatus
from ondersteuning.querysets_hgw import KlachtQuerySet
from zorgapp.accounts.collegas import Kring
from zorgapp.accounts.coordinatie import coordineert, namens_coordinator
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.rollen import Recht, Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

LEIDING = frozenset({Rol.SCHOOLLEIDING})


@dataclass(frozen=True)
class Klachtzicht:
    """As what one opens a complaint."""

    coordinator: bool
    leider: bool


def _coordineert(werkplek: Werkplek, leerling: Leerling) -> bool:
    return coordineert(werkplek, leerling.vestiging_id)


def get_leerling_klacht(werkplek: Werkplek, leerling_id: int) -> tuple[Leerling, list[Contactpersoon]]:
    """The pupil a complaint is about, with who may have complained; 403 for who does not coordinate him."""
    leerling, _ = get_leerling(werkplek, leerling_id)
    if not _coordineert(werkplek, leerling):
        raise PermissionDenied("klacht")
    return leerling, _contacten.lees(leerling.pk)


@vaste_vraag
def _contacten(leerling_id: int) -> QuerySet:
    rijen = Contactpersoon.objects.filter(leerling_id=leerling_id, beeindigd_op__isnull=True)
    return rijen.order_by("huishouden", "naam")


def klachten(werkplek: Werkplek, *, gesloten: bool) -> KlachtQuerySet:
    """Complaints this person handles or is named in: the open ones by their last day, or the closed ones."""
    rijen = Klacht.objects.zichtbaar_voor(werkplek).select_related("leerling", "eigenaar")
    if gesloten:
        return rijen.filter(status=KlachtStatus.GESLOTEN).order_by("-gesloten_op", "pk")
    return rijen.exclude(status=KlachtStatus.GESLOTEN).order_by("uiterlijk", "pk")


def get_klacht(
    werkplek: Werkplek, pk: int, *, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Klacht, Klachtzicht]:
    """Open one complaint; 404 for who neither coordinates its pupil nor is named in it. Logs the look."""
    klacht = _klacht.een(werkplek, pk) if werkplek.mag(Recht.KLACHT) else None
    if klacht is None:
        raise Http404
    zicht = _zicht(werkplek, klacht)
    inzage_vastleggen(
        door=werkplek,
        onderwerp="klacht",
        onderwerp_id=klacht.pk,
        leerling_id=klacht.leerling_id,
        grond=Rol.ZORGCOORDINATOR if zicht.coordinator else "genoemd",
        namens_id=namens_coordinator(werkplek, klacht.leerling.vestiging_id) if zicht.coordinator else None,
        handeling=handeling,
    )
    return klacht, zicht


@vaste_vraag
def _klacht(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Klacht.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("leerling", "eigenaar", "ontvangen_door", "schoolleider", "contact")


def _zicht(werkplek: Werkplek, klacht: Klacht) -> Klachtzicht:
    return Klachtzicht(_coordineert(werkplek, klacht.leerling), klacht.schoolleider_id == werkplek.user.pk)


def get_klacht_slot(werkplek: Werkplek, pk: int, *, als_leider: bool = False) -> Klacht:
    """Lock one complaint for a write, shows nothing; 404 as `get_klacht`, 403 for who may read but not do this."""
    rijen = Klacht.objects.zichtbaar_voor(werkplek) if werkplek.mag(Recht.KLACHT) else Klacht.objects.none()
    klacht = rijen.filter(pk=pk).select_for_update(of=("self",)).select_related("leerling").first()
    if klacht is None:
        raise Http404
    zicht = _zicht(werkplek, klacht)
    if not (zicht.leider if als_leider else zicht.coordinator):
        raise PermissionDenied("klacht")
    return klacht


def mag_klacht_bezitten(klacht: Klacht, user_id: int, dag: date) -> bool:
    """Whether this colleague coordinates the pupil of a complaint on `dag`; nobody else can own one."""
    rollen = Aanstelling.objects.op(dag).filter(school=klacht.school_id, user=user_id, user__is_active=True)
    rollen = rollen.met_rol(Rol.ZORGCOORDINATOR)
    return rollen.filter(Q(vestiging__isnull=True) | Q(vestiging=klacht.leerling.vestiging_id)).exists()


def partijen_van(klacht_id: int) -> list[Klachtpartij]:
    """Who was heard, in order of the day; only after `get_klacht`."""
    return _partijen.lees(klacht_id)


@vaste_vraag
def _partijen(klacht_id: int) -> QuerySet:
    rijen = Klachtpartij.objects.filter(klacht_id=klacht_id).select_related("door")
    return rijen.order_by("gehoord_op", "pk")


def afspraken_van(klacht_id: int) -> list[Klachtafspraak]:
    """What was agreed with colleagues, by date; only after `get_klacht`."""
    return _afspraken.lees(klacht_id)


@vaste_vraag
def _afspraken(klacht_id: int) -> QuerySet:
    rijen = Klachtafspraak.objects.filter(klacht_id=klacht_id).select_related("eigenaar")
    return rijen.order_by("datum", "pk")


def get_klachtafspraak(werkplek: Werkplek, pk: int, *, slot: bool = False) -> Klachtafspraak:
    """One agreement for its owner or the coordinator of the complaint; 404 for others. Opening it is logged."""
    klachten_hier = Klacht.objects.voor_coordinator(werkplek).values("pk")
    mag = Q(eigenaar_id__in=werkplek.namens) | Q(klacht_id__in=klachten_hier)
    rijen = Klachtafspraak.objects.filter(mag, pk=pk, school=werkplek.school)
    rijen = rijen.select_for_update(of=("self",)) if slot else rijen.select_related("eigenaar", "klacht")
    afspraak = rijen.first()
    if afspraak is None:
        raise Http404
    if not slot:
        inzage_vastleggen(
            door=werkplek,
            onderwerp="klachtafspraak",
            onderwerp_id=afspraak.pk,
            leerling_id=afspraak.klacht.leerling_id,
            grond="eigenaar",
        )
    return afspraak


def leider_kring(werkplek: Werkplek) -> Kring:
    """School leaders who can be named."""
    return Kring(werkplek, LEIDING, lambda: (Q(rol=Rol.SCHOOLLEIDING),))


def open_klachten(werkplek: Werkplek) -> list[Klacht]:
    """For Vandaag, in one query: open complaints this person handles or is named in, the nearest last day first."""
    return _open.lees(werkplek) if werkplek.mag(Recht.KLACHT) else []


@vaste_vraag
def _open(werkplek: Werkplek) -> QuerySet:
    return klachten(werkplek, gesloten=False)[:8]


def open_klachtafspraken(werkplek: Werkplek) -> list[Klachtafspraak]:
    """For Vandaag, in one query: agreements after a complaint that are this person's and due, words only."""
    return eigen_klachtafspraken.lees(werkplek)


@vaste_vraag
def eigen_klachtafspraken(werkplek: Werkplek) -> QuerySet:
    """The same as a question, to be asked together with another one."""
    rijen = Klachtafspraak.objects.filter(
        school=werkplek.school, eigenaar_id__in=werkplek.namens, klaar_op__isnull=True
    )
    return rijen.filter(datum__lte=werkplek.dag).order_by("datum", "pk")[:8]
