"""Giving somebody access to one pupil for a time, and ending it."""

from datetime import date, timedelta

from django.db import transaction

from leerlingen.models import Leerling, Toegangsverlening
from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def toegang_verlenen(
    *, door: Werkplek, user: User, leerling: Leerling, reden: str, bron: str, tot: date
) -> Toegangsverlening:
    """Give `user` access to `leerling` from today to and with `tot`; the same `bron` twice extends, not doubles."""
    verlening, _ = Toegangsverlening.objects.update_or_create(
        school=door.school,
        user=user,
        bron=bron,
        defaults={
            "leerling": leerling,
            "reden": reden,
            "van": door.dag,
            "tot": max(tot, door.dag),
            "door": door.user,
        },
    )
    return verlening


@transaction.atomic
def toegang_verlengen(*, door: Werkplek, bron: str, tot: date) -> int:
    """Let what was granted for `bron` and still runs last to and with `tot`; never shortens. Returns the count."""
    lopend = Toegangsverlening.objects.filter(school=door.school, bron=bron, tot__gte=door.dag)
    return lopend.filter(tot__lt=tot).update(tot=tot)


@transaction.atomic
def toegang_beeindigen(*, door: Werkplek, bron: str) -> int:
    """End what was granted for `bron` from today on; what was granted today lapses altogether. Returns the count."""
    lopend = Toegangsverlening.objects.filter(school=door.school, bron=bron, tot__gte=door.dag)
    vandaag = lopend.filter(van=door.dag).delete()[0]
    return vandaag + lopend.update(tot=door.dag - timedelta(days=1))
