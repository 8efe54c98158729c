"""What is destroyed when of OPPs: the list of a bundle that was made; its files go by their own date.

An OPP with its versions and the stored documents belongs to the file of the pupil and goes with it (DOMAIN 7.5).
"""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from ondersteuning.models import Oppbundel

BUNDEL_DAGEN = 30
"""Days that a bundle is listed: as long as the job that made it."""


def ruim_bundels_op(*, dag: date) -> int:
    """Delete bundles of the school in context that were begun over 30 days ago; return how many rows went."""
    grens = datetime.combine(dag - timedelta(days=BUNDEL_DAGEN), time(), timezone.get_current_timezone())
    return Oppbundel.objects.filter(gemaakt_op__lt=grens).delete()[0]
