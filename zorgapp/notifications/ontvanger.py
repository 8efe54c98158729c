"""Who is to hear of something, as he stands at the moment of sending: asked by the check of nearly every kind of reminder."""

from datetime import datetime

from django.utils import timezone

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek, werkplek_maken
from zorgapp.notifications.models import Herinnering


def ontvanger_nu(rij: Herinnering, op: datetime) -> Werkplek | None:
    """The receiver of a row with his roles of that day; None when he no longer works at its school."""
    user = User.objects.filter(pk=rij.ontvanger_id).first()
    werkplek = user and werkplek_maken(user, timezone.localdate(op), rij.school_id)
    return werkplek if werkplek and werkplek.school.pk == rij.school_id else None
