"""The only doors to hand-overs to the lesson: its owner and the coordinator see who confirmed, a teacher his own part.

The mentor and others around the pupil read on the timeline that it was given; nobody sees teachers beside each other
but the owner and the coordinator, and never as a ranking. Opening one is logged.
"""

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from leerlingen.access import get_leerling, mag_contacten_zien
from leerlingen.eigendom import ROLLEN_LES
from leerlingen.models import Leerling, LesgroepLid, Lesopdracht, Plaatsing
from ondersteuning.models import Lesontvanger, Lesoverdracht, Traject
from ondersteuning.overdrachtloop import OntvangerStatus
from ondersteuning.querysets_hgw import nog_les
from zorgapp.accounts.coordinatie import coordineert
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.querysets import naam_van, op_dag
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

MEEST, TRAJECTEN_MEEST = 8, 30
WACHT = (OntvangerStatus.GEGEVEN, OntvangerStatus.BEVESTIGD, OntvangerStatus.PROBEERT)


@dataclass(frozen=True)
class Lesgever:
    """Who teaches a pupil a subject now; `vak` is empty for a lesson without one."""

    user_id: int
    naam: str
    vak: str

    @property
    def waarde(self) -> str:
        """As a choice in a form."""
        return f"{self.user_id}:{self.vak}"


@dataclass(frozen=True)
class Zicht:
    """What one sees of a hand-over: all of it as its owner or coordinator, or one's own part as a teacher."""

    sturen: bool
    eigen: Lesontvanger | None


def lesgevers(leerling_id: int, dag: date) -> list[Lesgever]:
    """Who teaches this pupil on `dag`, with his class or in a group, once per subject and by name (one query)."""
    return list(dict.fromkeys(Lesgever(*rij[:3]) for rij in _lesgevers.lees(leerling_id, dag)))


@vaste_vraag
def _lesgevers(leerling_id: int, dag: date) -> QuerySet:
    klas = Plaatsing.objects.filter(leerling_id=leerling_id, tot__isnull=True).values("klas_id")
    groep = LesgroepLid.objects.filter(op_dag(dag), leerling_id=leerling_id).values("lesgroep_id")
    met_rol = Aanstelling.objects.op(dag).filter(
        school=OuterRef("school"), user=OuterRef("user"), rol__in=sorted(ROLLEN_LES), user__is_active=True
    )
    rijen = Lesopdracht.objects.filter(op_dag(dag), Q(klas_id__in=klas) | Q(lesgroep_id__in=groep))
    rijen = rijen.filter(Exists(met_rol)).order_by("user__sorteernaam", "vak", "pk")
    return rijen.values_list("user_id", naam_van("user"), "vak", "user__sorteernaam")


def get_leerling_overdragen(werkplek: Werkplek, leerling_id: int) -> Leerling:
    """The pupil, for who may hand advice to his lessons: coordinator, mentor, assigned begeleider. 403 for others."""
    leerling, grond = get_leerling(werkplek, leerling_id)
    if not mag_contacten_zien(werkplek, grond):
        raise PermissionDenied("overdracht naar de les")
    return leerling


def trajecten_om_over_te_dragen(leerling_id: int) -> list[Traject]:
    """Trajectories of a pupil whose advice can go to the lesson, the newest first; after the door of the pupil."""
    return _trajecten.lees(leerling_id)


@vaste_vraag
def _trajecten(leerling_id: int) -> QuerySet:
    rijen = Traject.objects.filter(leerling_id=leerling_id).select_related("partner")
    return rijen.order_by("-start", "-pk")[:TRAJECTEN_MEEST]


def get_overdracht(werkplek: Werkplek, pk: int) -> tuple[Lesoverdracht, Zicht]:
    """Open one hand-over; 404 for who neither owns, coordinates nor received it. Logs the look."""
    rij = _overdracht.een(werkplek, pk)
    if rij is None:
        raise Http404
    zicht = _zicht(werkplek, rij)
    namens = None
    if zicht.eigen and not zicht.sturen and zicht.eigen.docent_id != werkplek.user.pk:
        namens = zicht.eigen.docent_id
    elif zicht.sturen and rij.eigenaar_id in werkplek.namens and rij.eigenaar_id != werkplek.user.pk:
        namens = rij.eigenaar_id
    inzage_vastleggen(
        door=werkplek,
        onderwerp="overdracht",
        onderwerp_id=rij.pk,
        leerling_id=rij.leerling_id,
        grond=_grond(werkplek, rij, zicht),
        namens_id=namens,
    )
    return rij, zicht


def _grond(werkplek: Werkplek, rij: Lesoverdracht, zicht: Zicht) -> str:
    if not zicht.sturen:
        return "docent"
    return "regie" if rij.eigenaar_id in werkplek.namens else Rol.ZORGCOORDINATOR


@vaste_vraag
def _overdracht(werkplek: Werkplek, pk: int) -> QuerySet:
    rijen = Lesoverdracht.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    return rijen.select_related("leerling", "eigenaar", "gegeven_door", "traject")


def _stuurt(werkplek: Werkplek, rij: Lesoverdracht) -> bool:
    return rij.eigenaar_id in werkplek.namens or coordineert(werkplek, rij.leerling.vestiging_id)


def _zicht(werkplek: Werkplek, rij: Lesoverdracht) -> Zicht:
    eigen = _eigen_deel.een(werkplek, rij.pk)
    return Zicht(_stuurt(werkplek, rij), eigen)


@vaste_vraag
def _eigen_deel(werkplek: Werkplek, overdracht_id: int) -> QuerySet:
    rijen = Lesontvanger.objects.filter(overdracht_id=overdracht_id, docent_id__in=werkplek.namens)
    return rijen.exclude(status=OntvangerStatus.VERVANGEN).order_by("pk")


def get_overdracht_slot(werkplek: Werkplek, pk: int, *, sturen: bool) -> Lesoverdracht:
    """Lock one hand-over for a write, shows nothing: 404 for who may not see it, 403 to steer for a teacher."""
    rijen = Lesoverdracht.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    rij = rijen.select_for_update(of=("self",)).select_related("leerling").first()
    if rij is None:
        raise Http404
    if sturen and not _stuurt(werkplek, rij):
        raise PermissionDenied("overdracht sturen")
    return rij


def get_eigen_deel(werkplek: Werkplek, overdracht_id: int) -> Lesontvanger:
    """One's own part of a locked hand-over; 404 for who did not receive it, or handed it on."""
    eigen = _eigen_deel.een(werkplek, overdracht_id)
    if eigen is None:
        raise Http404
    return eigen


def get_ontvanger(overdracht_id: int, pk: int) -> Lesontvanger:
    """One teacher of a locked hand-over, for its owner; 404 for another number."""
    rij = Lesontvanger.objects.filter(overdracht_id=overdracht_id, pk=pk).first()
    if rij is None:
        raise Http404
    return rij


def ontvangers_van(overdracht_id: int) -> list[Lesontvanger]:
    """Every teacher it was given to, by name, for its owner and coordinator (one query)."""
    return _ontvangers.lees(overdracht_id)


@vaste_vraag
def _ontvangers(overdracht_id: int) -> QuerySet:
    rijen = Lesontvanger.objects.filter(overdracht_id=overdracht_id).select_related("docent")
    return rijen.order_by("docent__sorteernaam", "pk")


@dataclass(frozen=True)
class OpenOverdrachten:
    """What waits of hand-overs: advice for one's own lessons, and what one looks back on."""

    voor_mijn_les: list[Lesontvanger]
    van_mij: list[Lesoverdracht]


def open_overdrachten(werkplek: Werkplek) -> OpenOverdrachten:
    """For Vandaag, in two queries: not yet confirmed or reported by this person, and owned by him and due."""
    return OpenOverdrachten(_voor_mijn_les.lees(werkplek), _van_mij.lees(werkplek))


@vaste_vraag
def _voor_mijn_les(werkplek: Werkplek) -> QuerySet:
    due = Q(status=OntvangerStatus.GEGEVEN) | Q(overdracht__bericht_op__lte=werkplek.dag)
    return wachtend_voor(werkplek).filter(due)[:MEEST]


@vaste_vraag
def _van_mij(werkplek: Werkplek) -> QuerySet:
    rijen = Lesoverdracht.objects.open().filter(school=werkplek.school, eigenaar_id__in=werkplek.namens)
    rijen = rijen.filter(volgende_datum__lte=werkplek.dag).select_related("leerling")
    return rijen.order_by("volgende_datum", "pk")[:MEEST]


def wachtend_voor(werkplek: Werkplek) -> QuerySet:
    """Advice that waits for this teacher, the nearest date of report first; while it runs only."""
    rijen = Lesontvanger.objects.filter(
        nog_les(werkplek, "overdracht__leerling_id"),
        school=werkplek.school,
        docent_id__in=werkplek.namens,
        status__in=WACHT,
        overdracht__status="loopt",
    )
    return rijen.select_related("overdracht__leerling").order_by("overdracht__bericht_op", "pk")


def overdrachten_van(werkplek: Werkplek, *, alle: bool) -> QuerySet:
    """Open hand-overs this person owns, or (`alle`, for a coordinator) those of his pupils; the nearest date first."""
    rijen = Lesoverdracht.objects.open().van_eigenaar(werkplek)
    if not alle:
        rijen = rijen.filter(eigenaar_id__in=werkplek.namens)
    return rijen.select_related("leerling", "eigenaar").order_by("volgende_datum", "pk")
