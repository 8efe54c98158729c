"""The only doors to signals, follow-ups and answers, and why one may pass."""

from ondersteuning.models import Signaal
from ondersteuning.workflow import SignaalStatus
from zorgapp.accounts.werkplek import Werkplek


def aantal_nieuw(werkplek: Werkplek) -> int:
    """How many signals wait for this coordinator's judgement."""
    return Signaal.objects.te_beoordelen_door(werkplek).filter(status=SignaalStatus.NIEUW).count()
