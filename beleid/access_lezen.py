"""What one is asked to read of the school: the plan, protocols and the news, in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse
from django.utils import timezone

from beleid.models import (
    Beleidsplan,
    Nieuwsbrief,
    Nieuwslezing,
    Nieuwsstatus,
    Planlezing,
    Protocollezing,
    Protocolversie,
)
from beleid.planloop import Planstatus
from beleid.protocolsoorten import Versiestatus
from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar

MEEST = 30
NIEUWS_BLIJFT = timedelta(days=60)
"""News that is older waits no more; what holds (protocols, the plan of this year) waits until it is read."""
PLAN, PROTOCOL, NIEUWS = range(3)
_SOORTEN = {
    PLAN: ("Ondersteuningsplan", "beleid:plan_lezen"),
    PROTOCOL: ("Protocol", "beleid:protocol"),
    NIEUWS: ("Nieuwsbrief", "beleid:nieuws_brief"),
}


@dataclass(frozen=True)
class TeLezen:
    """One thing to read, and since when."""

    soort: str
    titel: str
    url: str
    sinds: date


def lezen_sinds(dag: date) -> datetime:
    """From when news still waits on `dag`."""
    return datetime.combine(dag - NIEUWS_BLIJFT, time(), timezone.get_current_timezone())


def te_lezen(werkplek: Werkplek) -> list[TeLezen]:
    """What this person did not read yet: the plan first, then protocols, then news, each the newest first.

    Empty for who reads no policy. One statement, however much there is.
    """
    if not werkplek.mag(Recht.BELEID):
        return []
    beginjaar = str(Schooljaar.van(werkplek.dag).beginjaar)
    delen = lezen_delen(werkplek, beginjaar, lezen_sinds(werkplek.dag))
    [rij] = School.objects.filter(pk=werkplek.school.pk).values_list(*delen)
    return uit_lezen(rij)


def lezen_delen(werkplek: Werkplek, beginjaar: str, sinds: datetime) -> list[ArraySubquery]:
    """The three kinds as values of one row, for a statement that asks more (`uit_lezen` reads them)."""
    delen = (_plannen(werkplek, int(beginjaar)), _protocollen(werkplek), _nieuws(werkplek, sinds))
    return [ArraySubquery(deel) for deel in delen]


def uit_lezen(delen: Sequence[list[dict[str, Any]] | None]) -> list[TeLezen]:
    """What `lezen_delen` gave, in one list."""
    return [_regel(soort, **rij) for soort, rijen in enumerate(delen) for rij in rijen or []]


def _regel(soort: int, nummer: int, titel: Any, sinds: str) -> TeLezen:
    label, pagina = _SOORTEN[soort]
    if soort == PLAN:
        titel = f"Plan {Schooljaar(titel)}"
    dag = timezone.localdate(datetime.fromisoformat(sinds))
    return TeLezen(label, titel, reverse(pagina, args=[nummer]), dag)


def _kort(rijen: QuerySet, nummer: str, titel: str, sinds: str) -> QuerySet:
    """The newest of them, in the words that the three kinds have in common."""
    rij = JSONObject(nummer=nummer, titel=titel, sinds=sinds)
    return rijen.order_by(f"-{sinds}", "-pk").annotate(lezen=rij).values("lezen")[:MEEST]


def _plannen(werkplek: Werkplek, beginjaar: int) -> QuerySet:
    """The version that holds of this school year, and of the next once it is there."""
    later = Beleidsplan.objects.filter(
        school=OuterRef("school"),
        schooljaar=OuterRef("schooljaar"),
        nummer__gt=OuterRef("nummer"),
        status=Planstatus.GEPUBLICEERD,
    )
    al = Planlezing.objects.filter(plan=OuterRef("pk"), user=werkplek.user)
    rijen = Beleidsplan.objects.filter(
        ~Exists(later),
        ~Exists(al),
        school=werkplek.school,
        status=Planstatus.GEPUBLICEERD,
        schooljaar__gte=beginjaar,
    )
    return _kort(rijen, "pk", "schooljaar", "gepubliceerd_op")


def _protocollen(werkplek: Werkplek) -> QuerySet:
    al = Protocollezing.objects.filter(protocolversie=OuterRef("pk"), user=werkplek.user)
    rijen = Protocolversie.objects.filter(
        ~Exists(al), school=werkplek.school, status=Versiestatus.GELDIG, protocol__vervallen_op__isnull=True
    )
    return _kort(rijen, "protocol_id", "protocol__titel", "geldig_op")


def _nieuws(werkplek: Werkplek, sinds: datetime) -> QuerySet:
    al = Nieuwslezing.objects.filter(brief=OuterRef("pk"), user=werkplek.user)
    rijen = Nieuwsbrief.objects.filter(
        ~Exists(al), school=werkplek.school, status=Nieuwsstatus.GEPLAATST, geplaatst_op__gte=sinds
    )
    return _kort(rijen, "pk", "titel", "geplaatst_op")
