"""The only doors to OPPs: the whole of it, the handelingsdeel alone for teachers, and what a person may do with it.

Writing is for the coordinator and for the one colleague he named as `opsteller`; hearing the pupil also for his mentor
(DOMAIN §7.4: others read). Opening one is logged.
"""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from leerlingen.access import Grond, Toegangsgrond, get_leerling, mag_contacten_zien, toegangsgrond
from leerlingen.models import Leerling
from ondersteuning.models import Opp, OppVersie, Versiestatus
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Oppblik:
    """How much of one OPP somebody sees and does.

    heel: everything, else only the handelingsdeel. schrijven: the text, and everything around it. horen: note what the
    pupil says. beheren: name the opsteller, set it, put it before the schoolleiding, close it. contacten: who the
    parents are and what each of them answered.
    """

    heel: bool
    schrijven: bool
    horen: bool
    beheren: bool
    contacten: bool


def blik(werkplek: Werkplek, opp: Opp, grond: Grond) -> Oppblik:
    """What the reason of access gives on this OPP; a named opsteller writes as long as he has the pupil."""
    beheren = grond.grond == Toegangsgrond.ZORGCOORDINATOR
    contacten = mag_contacten_zien(werkplek, grond)
    wie = grond.namens_id or werkplek.user.pk
    schrijven = beheren or (contacten and opp.opsteller_id == wie)
    horen = schrijven or grond.een_van(Toegangsgrond.MENTOR)
    heel = contacten or grond.grond == Toegangsgrond.TEAMLEIDER
    return Oppblik(heel, schrijven, horen, beheren, contacten)


def get_opp(
    werkplek: Werkplek, pk: int, *, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Opp, Oppblik, Grond]:
    """Open one OPP; 404 for who may read neither it nor its handelingsdeel. Logs the look.

    Look at `Oppblik.heel` before you show more than the handelingsdeel.
    """
    opp, mag, grond = get_opp_zonder_regel(werkplek, pk)
    inzage_vastleggen(
        door=werkplek,
        onderwerp="opp",
        onderwerp_id=opp.pk,
        leerling_id=opp.leerling_id,
        grond=grond.grond,
        namens_id=grond.namens_id,
        handeling=handeling,
    )
    return opp, mag, grond


def get_opp_zonder_regel(werkplek: Werkplek, pk: int) -> tuple[Opp, Oppblik, Grond]:
    """The same door without a line in the log: only for what belongs to a visit that is logged (`oppbezoek.py`)."""
    opp = _opp.een(werkplek, pk)
    grond = toegangsgrond(werkplek, opp.leerling) if opp else None
    if opp is None or grond is None:
        raise Http404("opp")
    return opp, blik(werkplek, opp, grond), grond


@vaste_vraag
def _opp(werkplek: Werkplek, pk: int) -> QuerySet:
    return Opp.objects.handelingsdeel_voor(werkplek).filter(pk=pk).select_related("leerling", "opsteller")


def get_opp_heel(
    werkplek: Werkplek, pk: int, *, handeling: Handeling = Handeling.BEKEKEN
) -> tuple[Opp, Oppblik, Grond]:
    """The same for what is more than the handelingsdeel: 404 for a teacher."""
    opp, mag, grond = get_opp(werkplek, pk, handeling=handeling)
    if not mag.heel:
        raise Http404("opp")
    return opp, mag, grond


def get_opp_slot(werkplek: Werkplek, pk: int, *, daad: str) -> tuple[Opp, Oppblik]:
    """Lock one OPP for a write; shows nothing. 404 for who may not read it whole.

    `daad` is the field of `Oppblik` that is needed: "schrijven", "horen" or "beheren"; 403 without it.
    """
    zichtbaar = Opp.objects.zichtbaar_voor(werkplek).filter(pk=pk)
    opp = zichtbaar.select_related("leerling").select_for_update(of=("self",)).first()
    grond = toegangsgrond(werkplek, opp.leerling) if opp else None
    if opp is None or grond is None:
        raise Http404("opp")
    mag = blik(werkplek, opp, grond)
    if not mag.heel:
        raise Http404("opp")
    if not getattr(mag, daad):
        raise PermissionDenied(f"opp {daad}")
    return opp, mag


def get_leerling_opp(werkplek: Werkplek, leerling_id: int) -> tuple[Leerling, Grond]:
    """The pupil for whom somebody begins an OPP: the coordinator only; 403 for who may only read. Logs the look."""
    leerling, grond = get_leerling(werkplek, leerling_id)
    if grond.grond != Toegangsgrond.ZORGCOORDINATOR:
        raise PermissionDenied("opp beginnen")
    return leerling, grond


def opps_van(leerling_id: int) -> list[Opp]:
    """Every OPP of one pupil, the newest first; only after his file was opened."""
    return _van.lees(leerling_id)


@vaste_vraag
def _van(leerling_id: int) -> QuerySet:
    return Opp.objects.filter(leerling_id=leerling_id).select_related("opsteller").order_by("-pk")[:10]


def versies_van(opp_id: int) -> list[OppVersie]:
    """Every version of one OPP, the newest first; only after `get_opp_heel`."""
    return _versies.lees(opp_id)


@vaste_vraag
def _versies(opp_id: int) -> QuerySet:
    rijen = OppVersie.objects.filter(opp_id=opp_id).select_related("vastgesteld_door", "gewijzigd_door")
    return rijen.order_by("-nummer")[:40]


def geldend(versies: list[OppVersie]) -> OppVersie | None:
    """The version that is in force."""
    return next((v for v in versies if v.status == Versiestatus.VASTGESTELD), None)


def in_voorbereiding(versies: list[OppVersie]) -> OppVersie | None:
    """The version that is being made."""
    return next((v for v in versies if v.status == Versiestatus.CONCEPT), None)
