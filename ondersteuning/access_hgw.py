"""The only doors to HGW forms: the whole form for who works with it, the needs alone for teachers.

Writing is for the coordinator, the mentor and an assigned begeleider, reading what was finished also for the team leader
(DESIGN §3): a draft is not shared yet, and for him it does not exist. A teacher reads what the pupil needs, on `web:leerling` and on the page of the forms; the form itself does not exist
for him. Opening a form is logged.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, get_leerling, mag_contacten_zien, toegangsgrond
from leerlingen.models import Leerling
from ondersteuning.hgwvelden import BEHOEFTEN, VELDEN, VOOR_DE_LES, zin
from ondersteuning.models import Hgw, HgwStatus, Traject, TrajectStatus
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Geschiedenis
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.querysets import naam_van
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

VERSIES_MEEST = 20


@dataclass(frozen=True)
class Inzicht:
    """How much of the forms of one pupil somebody may see and do."""

    heel: bool
    schrijven: bool


def inzicht(werkplek: Werkplek, grond: Grond) -> Inzicht:
    """What the reason of access gives; a teacher gets neither, he reads the needs."""
    schrijven = mag_contacten_zien(werkplek, grond)
    return Inzicht(schrijven or grond.grond == Toegangsgrond.TEAMLEIDER, schrijven)


def get_leerling_hgw(werkplek: Werkplek, leerling_id: int) -> tuple[Leerling, Inzicht]:
    """The pupil whose forms are asked for, logged as a look at his file; 404 for who may not see him."""
    leerling, grond = get_leerling(werkplek, leerling_id)
    return leerling, inzicht(werkplek, grond)


def get_leerling_schrijven(werkplek: Werkplek, leerling_id: int) -> Leerling:
    """The pupil for who may write a form about him; 403 for who may only read."""
    leerling, mag = get_leerling_hgw(werkplek, leerling_id)
    if not mag.schrijven:
        raise PermissionDenied("hgw schrijven")
    return leerling


def get_hgw(werkplek: Werkplek, pk: int, *, handeling: Handeling = Handeling.BEKEKEN) -> tuple[Hgw, Inzicht]:
    """Open one version of a form; 404 for who may not read it whole. Logs the look."""
    hgw = _hgw.een(werkplek, pk)
    grond = toegangsgrond(werkplek, hgw.leerling) if hgw else None
    mag = inzicht(werkplek, grond) if grond else None
    if hgw is None or grond is None or mag is None or not mag.heel:
        raise Http404
    inzage_vastleggen(
        door=werkplek,
        onderwerp="hgw",
        onderwerp_id=hgw.pk,
        leerling_id=hgw.leerling_id,
        grond=grond.grond,
        namens_id=grond.namens_id,
        handeling=handeling,
    )
    return hgw, mag


@vaste_vraag
def _hgw(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Hgw.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("leerling", "eigenaar", "gewijzigd_door")


def get_hgw_slot(werkplek: Werkplek, pk: int) -> Hgw:
    """Lock one form for a write; shows nothing. 404 for who may not read it, 403 for who may not write it."""
    hgw = Hgw.objects.zichtbaar_voor(werkplek).filter(pk=pk).select_for_update(of=("self",)).first()
    grond = toegangsgrond(werkplek, hgw.leerling) if hgw else None
    if hgw is None or grond is None or not inzicht(werkplek, grond).heel:
        raise Http404
    if not inzicht(werkplek, grond).schrijven:
        raise PermissionDenied("hgw schrijven")
    return hgw


def versies_van(werkplek: Werkplek, leerling_id: int) -> list[Hgw]:
    """The newest versions of one pupil that this person may read, `eigenaar_naam` with it (one query)."""
    return _versies.lees(werkplek, leerling_id)


@vaste_vraag
def _versies(werkplek: Werkplek, leerling_id: int) -> QuerySet:
    rijen = Hgw.objects.zichtbaar_voor(werkplek).filter(leerling_id=leerling_id)
    rijen = rijen.annotate(eigenaar_naam=naam_van("eigenaar"))
    return rijen.order_by("-nummer")[:VERSIES_MEEST]


def geldend(leerling_id: int) -> Hgw | None:
    """The version that holds now; None when there is none, or its goals are met (old data does not follow)."""
    return _geldend.een(leerling_id)


@vaste_vraag
def _geldend(leerling_id: int) -> QuerySet:
    return Hgw.objects.filter(leerling_id=leerling_id, status=HgwStatus.VAST)


def behoeften_uit_hgw(leerling: Leerling, *, voor_les: bool = False) -> list[str]:
    """What a pupil needs, one sentence each, of the version that holds now (one query); for every reader of the file.

    `voor_les` leaves out what is asked of his parents: a teacher cannot act on that.
    """
    gevonden = _behoeften.een(leerling.pk)
    if gevonden is None:
        return []
    namen = VOOR_DE_LES if voor_les else BEHOEFTEN
    return [
        zin(naam, tekst) for naam, tekst in zip(BEHOEFTEN, gevonden, strict=True) if tekst and naam in namen
    ]


@vaste_vraag
def _behoeften(leerling_id: int) -> QuerySet:
    return Hgw.objects.filter(leerling_id=leerling_id, status=HgwStatus.VAST).values_list(*BEHOEFTEN)


def behoeften_voor(werkplek: Werkplek, leerling: Leerling, grond: Grond) -> list[str]:
    """The same, as much as this reader may know: a teacher reads what holds for his lesson."""
    return behoeften_uit_hgw(leerling, voor_les=not inzicht(werkplek, grond).heel)


def inhoud_op(hgw: Hgw, versie: int) -> dict[str, Any]:
    """The fields as they were when `versie` counted: now, or from the history; empty when that is gone."""
    if versie == hgw.versie:
        return inhoud_van(hgw)
    rij = Geschiedenis.objects.filter(
        school_id=hgw.school_id, tabel=Hgw._meta.db_table, rij_id=hgw.pk, oud__versie=versie
    ).first()
    if rij is None:
        return {}
    dag = rij.oud["evaluatie_op"]
    return {naam: rij.oud[naam] for naam in VELDEN} | {
        "evaluatie_op": date.fromisoformat(dag) if dag else None
    }


def inhoud_van(hgw: Hgw) -> dict[str, Any]:
    """The fields of a form by name."""
    return {naam: getattr(hgw, naam) for naam in (*VELDEN, "evaluatie_op")}


def open_evaluaties(werkplek: Werkplek) -> list[Hgw]:
    """For Vandaag, in one query: forms that this person looks back on and whose day has come."""
    return _open_evaluaties.lees(werkplek)


@vaste_vraag
def _open_evaluaties(werkplek: Werkplek) -> QuerySet:
    rijen = Hgw.objects.zichtbaar_voor(werkplek).filter(
        status=HgwStatus.VAST, eigenaar_id__in=werkplek.namens, evaluatie_op__lte=werkplek.dag
    )
    return rijen.select_related("leerling").order_by("evaluatie_op", "pk")[:8]


def behoeften_van_trajecten(leerling_id: int) -> list[Traject]:
    """Running trajectories with what they say a pupil needs, to read beside the form; only after `get_hgw`."""
    return _van_trajecten.lees(leerling_id)


@vaste_vraag
def _van_trajecten(leerling_id: int) -> QuerySet:
    rijen = Traject.objects.filter(leerling_id=leerling_id, status=TrajectStatus.LOOPT)
    return rijen.only("titel", "onderwijsbehoeften").order_by("-start")[:5]
