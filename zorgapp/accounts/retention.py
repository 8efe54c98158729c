"""What is destroyed when: sessions that have ended. They hold the last messages that somebody was shown."""

from datetime import datetime

from django.contrib.sessions.models import Session


def ruim_sessies_op(*, op: datetime) -> int:
    """Delete every session whose time is over (10 hours after the last change); return how many. May run twice."""
    return Session.objects.filter(expire_date__lt=op).delete()[0]
