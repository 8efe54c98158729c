"""The doors to the jaarkalender: everybody of the school reads it, who works at the policy changes it; no pupils here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404
from django.utils import timezone

from beleid.access_punt import PUNTROLLEN, eigenaar_kring
from beleid.jaarstroken import Activiteitstatus
from beleid.models import Activiteit
from ondersteuning.models import Groepstraject
from overleg.loop import Overlegstatus
from overleg.models import Overleg
from overleg.soorten import Overlegsoort
from zorgapp.accounts.instellingen import vrije_perioden
from zorgapp.accounts.models import Aanstelling
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Periode, Schooljaar
from zorgapp.kern.vastevraag import vaste_vraag

__all__ = ["PUNTROLLEN", "eigenaar_kring"]

IN_KALENDER = (Overlegsoort.ZORGOVERLEG, Overlegsoort.ZAT, Overlegsoort.LEERLINGBESPREKING)
GROEPEN_MAX = 20


@dataclass(frozen=True)
class Overlegmaand:
    """How many meetings of a kind there are in a month of the year; `maand` is its first day."""

    soort: str
    maand: date
    aantal: int


@dataclass(frozen=True)
class Groepsperiode:
    """From when until when a group runs, by the name of what is offered; who is in it does not count here."""

    aanbod: str
    van: date
    tot: date


def activiteiten_van(werkplek: Werkplek, jaar: Schooljaar) -> list[Activiteit]:
    """Every activity of a school year with its owner, by its first day."""
    werkplek.eis(Recht.BELEID)
    return _activiteiten.lees(werkplek.school.pk, str(jaar.beginjaar))


@vaste_vraag
def _activiteiten(school_id: int, beginjaar: str) -> QuerySet:
    rijen = Activiteit.objects.filter(school_id=school_id, schooljaar=beginjaar)
    return rijen.select_related("eigenaar", "vestiging").order_by("van", "pk")


def get_activiteit(werkplek: Werkplek, pk: int) -> Activiteit:
    """One activity of this school; 403 for who is not of its staff, 404 when it is not there."""
    werkplek.eis(Recht.BELEID)
    rijen = Activiteit.objects.filter(school=werkplek.school, pk=pk)
    rij = rijen.select_related("eigenaar", "punt", "vestiging").first()
    if rij is None:
        raise Http404("activiteit")
    return rij


def mag_afronden(werkplek: Werkplek, rij: Activiteit) -> bool:
    """Who works at the policy, and who it is of."""
    return werkplek.mag(Recht.BELEID_WERKEN) or rij.eigenaar_id == werkplek.user.pk


def get_activiteit_slot(werkplek: Werkplek, pk: int, *, eigenaar_ook: bool = False) -> Activiteit:
    """Lock one activity for a write, by who works at the policy; `eigenaar_ook`: or by its owner. 403, 404."""
    werkplek.eis(Recht.BELEID if eigenaar_ook else Recht.BELEID_WERKEN)
    rijen = Activiteit.objects.filter(school=werkplek.school, pk=pk)
    rij = rijen.select_for_update(of=("self",)).first()
    if rij is None:
        raise Http404("activiteit")
    if eigenaar_ook and not mag_afronden(werkplek, rij):
        raise PermissionDenied("activiteit van een ander")
    return rij


def vrij_in(jaar: Schooljaar) -> tuple[Periode, ...]:
    """The free periods of the school in context that touch this year."""
    return tuple(periode for periode in vrije_perioden(jaar.begin) if periode.van <= jaar.eind)


def overlegmaanden(werkplek: Werkplek, jaar: Schooljaar) -> list[Overlegmaand]:
    """How many meetings of the support there are per month and kind; numbers and kinds only."""
    werkplek.eis(Recht.BELEID)
    zone = timezone.get_current_timezone()
    van = datetime.combine(jaar.begin, time(), zone)
    tot = datetime.combine(jaar.eind + timedelta(days=1), time(), zone)
    rijen = Overleg.objects.filter(
        school=werkplek.school, begin__gte=van, begin__lt=tot, soort__in=IN_KALENDER
    ).exclude(status=Overlegstatus.AFGEZEGD)
    per_maand = rijen.annotate(maand=TruncMonth("begin")).values("soort", "maand").annotate(n=Count("pk"))
    return [
        Overlegmaand(rij["soort"], timezone.localdate(rij["maand"]), rij["n"])
        for rij in per_maand.order_by("soort", "maand")
    ]


def groepsperioden(werkplek: Werkplek, jaar: Schooljaar) -> list[Groepsperiode]:
    """When groups of what the school offers run, at most 20; without their own names, which people type."""
    werkplek.eis(Recht.BELEID)
    rijen = Groepstraject.objects.filter(
        school=werkplek.school, aanbod__isnull=False, start__lte=jaar.eind, eind__gte=jaar.begin
    )
    waarden = rijen.values_list("aanbod__naam", "start", "eind").order_by("start", "aanbod__naam", "eind")
    return [
        Groepsperiode(naam, max(start, jaar.begin), min(eind, jaar.eind))
        for naam, start, eind in waarden.distinct()[:GROEPEN_MAX]
    ]


def eigenaars_hier(school_id: int, dag: date, ids: Sequence[int]) -> set[int]:
    """Which of these people can own an activity here on that day."""
    return set(_hier(school_id, dag).filter(user_id__in=ids).values_list("user_id", flat=True))


def _hier(school_id: int, dag: date) -> QuerySet:
    aanstellingen = Aanstelling.objects.op(dag).filter(school_id=school_id, rol__in=PUNTROLLEN)
    return aanstellingen.filter(user__is_active=True)


def open_van(school_id: int, user_id: int) -> QuerySet:
    """Activities of this person that are not done."""
    rijen = Activiteit.objects.filter(school_id=school_id, eigenaar_id=user_id)
    return rijen.filter(status=Activiteitstatus.GEPLAND).order_by("van", "pk")


def zonder_eigenaar_hier(school_id: int, dag: date) -> QuerySet:
    """Open activities that are not over, whose owner does not work here any more."""
    rijen = Activiteit.objects.filter(
        Q(eigenaar__isnull=False), school_id=school_id, status=Activiteitstatus.GEPLAND, tot__gte=dag
    )
    return rijen.exclude(eigenaar_id__in=_hier(school_id, dag).values("user_id")).order_by("van", "pk")
