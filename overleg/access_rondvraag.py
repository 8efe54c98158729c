"""The doors to what teachers are asked beforehand (rondvraag): who asks, who answers, who reads the answers.

Only who is asked answers, as long as he teaches the pupil. Who asked and who takes part in the meeting and sees the item
read the answers; nobody else does, a coordinator who is not there included.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils import timezone

from leerlingen.eigendom import ROLLEN_LES
from leerlingen.querysets import als_docent_klas, als_docent_lesgroep
from ondersteuning.access_overdracht import lesgevers
from ondersteuning.klokken import begin_van
from overleg.access_agenda import GROND, get_punt
from overleg.loop import Overlegstatus, Puntstatus
from overleg.models import Agendapunt, Rondvraag
from overleg.querysets import deelname_van
from zorgapp.accounts.inzage import inzage_vastleggen
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag

PAS = timedelta(days=42)
"""Days after an answer in which somebody is not suggested again about the same pupil."""
MEEST = 30
_BEANTWOORD = Q(beantwoord_op__isnull=False, ingetrokken_op__isnull=True)
_OPEN = Q(beantwoord_op__isnull=True, ingetrokken_op__isnull=True)


def antwoorden_bij(werkplek: Werkplek, overleg_id: int) -> dict[int, list[Rondvraag]]:
    """The answers per item of a meeting, for who asked and who takes part and sees the item (one statement)."""
    per: dict[int, list[Rondvraag]] = {}
    for rij in _antwoorden.lees(werkplek, overleg_id):
        per.setdefault(rij.punt_id, []).append(rij)
    return per


def leest_antwoorden(werkplek: Werkplek) -> Q:
    """Of items one sees: who takes part in the meeting reads what was answered, and who asked it."""
    return Q(punt__overleg_id__in=deelname_van(werkplek)) | Q(gevraagd_door_id__in=werkplek.namens)


@vaste_vraag
def _antwoorden(werkplek: Werkplek, overleg_id: int) -> QuerySet:
    zichtbaar = Agendapunt.objects.zichtbaar_voor(werkplek).filter(overleg_id=overleg_id)
    rijen = Rondvraag.objects.filter(_BEANTWOORD, leest_antwoorden(werkplek), punt__in=zichtbaar.values("pk"))
    return rijen.select_related("collega").order_by("beantwoord_op", "pk")


# asking


@dataclass(frozen=True)
class Kandidaat:
    """A teacher of the pupil; `rij` is what he was asked about this item, `pas`: he answered about him lately."""

    user_id: int
    naam: str
    vakken: str
    rij: Rondvraag | None
    pas: bool

    @property
    def stand(self) -> str:
        """What became of the question, as a word; empty for who can be asked."""
        if self.rij is None:
            return ""
        if self.rij.ingetrokken_op:
            return "geen_les" if self.rij.beantwoord_op else ""
        return "beantwoord" if self.rij.beantwoord_op else "gevraagd"


def get_punt_om_te_vragen(werkplek: Werkplek, overleg_id: int, punt_id: int) -> Agendapunt:
    """Open an item about a pupil for who makes the agenda; logs the look. 404 for another item, 403 for who may not."""
    punt, mag = get_punt(werkplek, punt_id)
    if punt.overleg_id != overleg_id or punt.leerling_id is None or punt.status == Puntstatus.VERVALLEN:
        raise Http404("agendapunt")
    if not mag.agenda:
        raise PermissionDenied("rondvraag vragen")
    return punt


def kandidaten_voor(werkplek: Werkplek, punt: Agendapunt) -> list[Kandidaat]:
    """Who teaches the pupil of an opened item, or was asked about it: once each, by name (two statements)."""
    leerling_id = punt.leerling_id or 0
    vakken: dict[int, list[str]] = {}
    namen: dict[int, str] = {}
    for les in lesgevers(leerling_id, werkplek.dag):
        namen[les.user_id] = les.naam
        vakken.setdefault(les.user_id, []).extend([les.vak] if les.vak else [])
    rijen: dict[int, Rondvraag] = {}
    pas: set[int] = set()
    for rij in _over_leerling(leerling_id, punt.pk, begin_van(werkplek.dag - PAS)):
        if rij.punt_id == punt.pk:
            rijen[rij.collega_id] = rij
            namen.setdefault(rij.collega_id, rij.collega.naam)
        else:
            pas.add(rij.collega_id)
    return [
        Kandidaat(nr, naam, ", ".join(vakken.get(nr, [])), rijen.get(nr), nr in pas)
        for nr, naam in namen.items()
        if nr != werkplek.user.pk
    ]


def _over_leerling(leerling_id: int, punt_id: int, sinds: datetime) -> Sequence[Rondvraag]:
    hier = Q(punt_id=punt_id)
    elders = _BEANTWOORD & Q(punt__leerling_id=leerling_id, beantwoord_op__gte=sinds)
    return list(Rondvraag.objects.filter(hier | elders).select_related("collega").order_by("pk"))


def lesgever_ids(leerling_id: int, dag: date) -> set[int]:
    """Who may be asked about a pupil: who teaches him on `dag`."""
    return {les.user_id for les in lesgevers(leerling_id, dag)}


# answering


def _van_mij(werkplek: Werkplek) -> QuerySet:
    """What this person himself is asked about pupils he teaches today, of items that are still on an agenda."""
    les = Q(punt__leerling_id__in=als_docent_klas(werkplek))
    les |= Q(punt__leerling_id__in=als_docent_lesgroep(werkplek))
    rijen = Rondvraag.objects.filter(les, school=werkplek.school, collega_id=werkplek.user.pk)
    rijen = rijen.exclude(punt__status=Puntstatus.VERVALLEN)
    return rijen.filter(ingetrokken_op__isnull=True).exclude(punt__overleg__status=Overlegstatus.AFGEZEGD)


def open_rondvragen(werkplek: Werkplek) -> list[Rondvraag]:
    """What this person is asked and did not answer, the first to answer first, while the meeting has not begun."""
    return _open.lees(werkplek, begin_van(werkplek.dag))


@vaste_vraag
def _open(werkplek: Werkplek, vandaag: datetime) -> QuerySet:
    return _te_beantwoorden(werkplek, vandaag).select_related("punt__leerling", "punt__overleg")


def _te_beantwoorden(werkplek: Werkplek, vandaag: datetime) -> QuerySet:
    rijen = _van_mij(werkplek).filter(
        _OPEN, punt__overleg__status=Overlegstatus.GEPLAND, punt__overleg__begin__gte=vandaag
    )
    return rijen.order_by("uiterlijk", "pk")[:MEEST]


def rondvraag_nummers(werkplek: Werkplek, vandaag: datetime) -> QuerySet:
    """The numbers of `open_rondvragen`, for who asks them together with something else (`web.samen`)."""
    return _te_beantwoorden(werkplek, vandaag).values("pk")


def wordt_gevraagd(werkplek: Werkplek) -> bool:
    """Whether this person can be asked at all: who gives no lessons is not, and costs no question."""
    return bool(werkplek.rollen & ROLLEN_LES)


def beantwoorde_rondvragen(werkplek: Werkplek) -> list[Rondvraag]:
    """What this person answered and can still change, the first meeting first."""
    rijen = _van_mij(werkplek).filter(_BEANTWOORD, punt__overleg__status=Overlegstatus.GEPLAND)
    rijen = rijen.filter(punt__overleg__begin__gte=begin_van(werkplek.dag))
    rijen = rijen.select_related("punt__leerling", "punt__overleg")
    return list(rijen.order_by("punt__overleg__begin", "pk")[:MEEST])


def get_rondvraag(werkplek: Werkplek, pk: int) -> Rondvraag:
    """Open what one is asked oneself; logs the look. 404 for anybody else, and once he teaches the pupil no longer."""
    rij = _van_mij(werkplek).filter(pk=pk).select_related("punt__leerling", "punt__overleg").first()
    if rij is None:
        raise Http404("rondvraag")
    inzage_vastleggen(
        door=werkplek,
        onderwerp="rondvraag",
        onderwerp_id=rij.pk,
        leerling_id=rij.punt.leerling_id,
        grond=GROND,
    )
    return rij


def get_rondvraag_slot(werkplek: Werkplek, pk: int) -> Rondvraag:
    """Lock what one is asked oneself for a write; shows nothing. 404 as `get_rondvraag`."""
    rijen = Rondvraag.objects.filter(pk__in=_van_mij(werkplek).filter(pk=pk).values("pk"))
    rij = rijen.select_related("punt__overleg").select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("rondvraag")
    return rij


def get_gevraagde_slot(punt: Agendapunt, pk: int) -> Rondvraag:
    """Lock what somebody was asked about a locked item, to take it back; 404 for another item."""
    rij = Rondvraag.objects.filter(punt=punt, pk=pk).select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("rondvraag")
    return rij


def is_nog_van(werkplek: Werkplek, pk: int, op: datetime) -> bool:
    """Whether a question is still open, before its meeting, about a pupil this person still teaches."""
    rijen = _van_mij(werkplek).filter(_OPEN, pk=pk, punt__overleg__status=Overlegstatus.GEPLAND)
    return rijen.filter(punt__overleg__begin__gt=op).exists()


def heeft_begonnen(rij: Rondvraag) -> bool:
    """Whether the meeting began, so that answers stand."""
    return rij.punt.overleg.status != Overlegstatus.GEPLAND


def dag_van(rij: Rondvraag) -> date:
    """The day of the meeting a question is for."""
    return timezone.localdate(rij.punt.overleg.begin)
