"""The doors to the figures: the last state of the school one works at. No names and no pupils pass here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast

from beleid.cijfers.telling import Telling
from beleid.models import Cijferblok, Cijferstand
from zorgapp.accounts.models import Vestiging
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.vastevraag import vaste_vraag


@dataclass(frozen=True)
class Stand:
    """The last state: its number, the day it counts up to and including, and its counts."""

    pk: int
    dag: date
    telling: Telling


def laatste_stand(werkplek: Werkplek, jaren: Sequence[int], figuren: Sequence[str]) -> Stand | None:
    """The counts of last night of some figures in some school years (two statements); None before the first night."""
    laatste = _laatste.een(werkplek.school.pk)
    if laatste is None:
        return None
    pk, dag = laatste
    rijen = _blokken.lees(werkplek.school.pk, pk, min(jaren), max(jaren), tuple(figuren))
    blokken = {(figuur, jaar): cellen for figuur, jaar, cellen in rijen}
    return Stand(pk, dag, Telling(blokken))


@vaste_vraag
def _laatste(school_id: int) -> QuerySet:
    return (
        Cijferstand.objects.filter(school_id=school_id).order_by("-dag", "-pk").values_list("pk", "dag")[:1]
    )


@vaste_vraag
def _blokken(school_id: int, stand_id: int, eerste: int, laatste: int, figuren: tuple[str, ...]) -> QuerySet:
    rijen = Cijferblok.objects.filter(school_id=school_id, stand_id=stand_id, figuur__in=figuren)
    rijen = rijen.alias(jaar=Cast("schooljaar", BigIntegerField())).filter(
        jaar__gte=eerste, jaar__lte=laatste
    )
    return rijen.values_list("figuur", "schooljaar", "cellen")


def locaties(werkplek: Werkplek) -> list[tuple[int, str]]:
    """The locations of the school by name; nothing to choose from when there is one."""
    rijen = _locaties.lees(werkplek.school.pk)
    return rijen if len(rijen) > 1 else []


@vaste_vraag
def _locaties(school_id: int) -> QuerySet:
    return Vestiging.objects.filter(school_id=school_id).order_by("naam", "pk").values_list("pk", "naam")
