"""The calendar feed of one person: made, renewed and revoked by himself; its address is shown once and never stored."""

from datetime import datetime, timedelta

from django.db import transaction

from overleg.feedsleutel import nieuw_geheim, token_van, vingerafdruk
from overleg.models import Agendafeed
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek

NOTEER_ELKE = timedelta(hours=12)


@transaction.atomic
def feed_maken(*, door: Werkplek, op: datetime) -> str:
    """Make a feed, or a new address for it; returns the part of the address that opens it, which is stored nowhere."""
    User.objects.select_for_update(no_key=True).get(pk=door.user.pk)  # two taps make one feed
    feed_intrekken(door=door, op=op)
    geheim = nieuw_geheim()
    Agendafeed.objects.create(school=door.school, user=door.user, sleutel=vingerafdruk(geheim), gemaakt_op=op)
    return token_van(door.school.pk, geheim)


@transaction.atomic
def feed_intrekken(*, door: Werkplek, op: datetime) -> bool:
    """Make the address of this person's feed dead; False when he has none."""
    rijen = Agendafeed.objects.filter(school=door.school, user=door.user, ingetrokken_op__isnull=True)
    return bool(rijen.update(ingetrokken_op=op))


def feed_gelezen(*, feed: Agendafeed, op: datetime) -> None:
    """Note that a calendar fetched it, so that its owner sees whether it works; at most twice a day."""
    if feed.gebruikt_op is None or op - feed.gebruikt_op > NOTEER_ELKE:
        Agendafeed.objects.filter(pk=feed.pk).update(gebruikt_op=op)
