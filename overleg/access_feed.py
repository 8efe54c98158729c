"""The doors to calendar feeds: one's own, and the one behind a secret address that nobody signed in for.

The table has a school, so its policy shows no row before a school is set. The address names it, signed (`feedsleutel`).
"""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from ondersteuning.klokken import begin_van
from overleg.feedsleutel import uit_token
from overleg.models import Agendafeed, Deelname, Functie, Overleg
from zorgapp.accounts.context import zet_context
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken

TERUG, VOORUIT = timedelta(days=30), timedelta(days=200)
FEED_MEEST = 400


def eigen_feed(werkplek: Werkplek) -> Agendafeed | None:
    """The feed of this person at this school, when he has one."""
    rijen = Agendafeed.objects.filter(school=werkplek.school, user=werkplek.user, ingetrokken_op__isnull=True)
    return rijen.first()


def open_feed(token: str, op: datetime) -> tuple[Agendafeed, Werkplek] | None:
    """The living feed of this address, and its owner at that school on that day; sets the school for the request.

    None for an address that was never made, was revoked or renewed, and for who works there no more. Then no school is
    set.
    """
    delen = uit_token(token)
    if delen is None:
        return None
    school_id, sleutel = delen
    zet_context(school_id)
    rijen = Agendafeed.objects.filter(school_id=school_id, sleutel=sleutel, ingetrokken_op__isnull=True)
    feed = rijen.select_related("user").first()
    werkplek = feed and werkplek_maken(feed.user, timezone.localdate(op), school_id)
    if feed is None or not werkplek or werkplek.school.pk != school_id:
        zet_context(None)
        return None
    return feed, werkplek


def feed_overleggen(werkplek: Werkplek) -> list[Overleg]:
    """One's own meetings of the past 30 and the coming 200 days, also those that were called off; nothing of a deputy."""
    rijen = Overleg.objects.filter(
        pk__in=eigen_deelnames(werkplek).values("overleg_id"),
        school=werkplek.school,
        begin__gte=begin_van(werkplek.dag - TERUG),
        begin__lt=begin_van(werkplek.dag + VOORUIT),
    )
    return list(rijen.order_by("begin", "pk")[:FEED_MEEST])


def eigen_deelnames(werkplek: Werkplek) -> QuerySet:
    """Where this person takes part himself, as what he is here now: a colleague, or somebody from outside."""
    collega, extern = werkplek.mag(Recht.OVERLEG), werkplek.mag(Recht.OVERLEG_EXTERN)
    rijen = Deelname.objects.filter(school=werkplek.school, user=werkplek.user, verwijderd_op__isnull=True)
    if collega and extern:
        return rijen
    if collega:
        return rijen.exclude(functie=Functie.EXTERN)
    return rijen.filter(functie=Functie.EXTERN) if extern else rijen.none()


def eigen_overleg(werkplek: Werkplek, pk: int) -> Overleg | None:
    """One meeting in which this person takes part himself, for a calendar file."""
    rijen = Overleg.objects.filter(school=werkplek.school, pk=pk)
    return rijen.filter(pk__in=eigen_deelnames(werkplek).values("overleg_id")).first()
