"""What other apps ask of the outbox, and what the beheerder does with mails that did not go out."""

from datetime import datetime

from django.utils import timezone

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.taken import na_commit
from zorgapp.notifications.models import Herinnering, Status
from zorgapp.notifications.tasks import verstuur_nu


def plan(
    *,
    school_id: int,
    soort: str,
    sleutel: str,
    ontvanger_id: int,
    object_id: int,
    niet_voor: datetime,
    direct: bool = False,
) -> Herinnering | None:
    """Put one thing for one person in the outbox; None when this key was planned before, whatever became of it.

    Needs the school's context. It goes into the daily mail from `niet_voor` on; with `direct` it is sent by itself
    as soon as `niet_voor` has come, right after the commit when that is now.
    """
    rij, nieuw = Herinnering.objects.get_or_create(
        school_id=school_id,
        sleutel=sleutel,
        defaults={
            "soort": soort,
            "ontvanger_id": ontvanger_id,
            "object_id": object_id,
            "niet_voor": niet_voor,
            "direct": direct,
        },
    )
    if nieuw and direct and niet_voor <= timezone.now():
        na_commit(verstuur_nu, school_id)
    return rij if nieuw else None


def bestaat(*, school_id: int, sleutel: str) -> bool:
    """Whether something with this key was ever planned."""
    return Herinnering.objects.filter(school_id=school_id, sleutel=sleutel).exists()


def laat_vervallen(*, school_id: int, sleutel: str) -> bool:
    """Withdraw what was planned under this key; False when it is on its way, sent or unknown."""
    return bool(
        Herinnering.objects.filter(school_id=school_id, sleutel=sleutel, status=Status.GEPLAND).update(
            status=Status.VERVALLEN
        )
    )


def laat_soort_vervallen(
    *, school_id: int, soort: str, object_id: int, ontvanger_id: int | None = None
) -> int:
    """Withdraw what waits of one kind about one object, for everybody or one person; returns how many.

    For news that is replaced by newer news: nobody reads twice a day that the same thing changed.
    """
    rijen = Herinnering.objects.filter(school_id=school_id, soort=soort, object_id=object_id)
    if ontvanger_id is not None:
        rijen = rijen.filter(ontvanger_id=ontvanger_id)
    return rijen.filter(status=Status.GEPLAND).update(status=Status.VERVALLEN)


def verstuur_opnieuw(*, door: Werkplek, herinnering_id: int) -> bool:
    """Plan a refused or uncertain mail again, because a person asks for it; False when it is neither any more.

    What belongs in the daily mail goes along with the next one.
    """
    gelukt = (
        Herinnering.objects.filter(school=door.school, pk=herinnering_id)
        .met_probleem()
        .update(status=Status.GEPLAND, pogingen=0, fout="", niet_voor=timezone.now())
    )
    if gelukt:
        na_commit(verstuur_nu, door.school.pk)
    return bool(gelukt)


def sluit_probleem(*, door: Werkplek, herinnering_id: int) -> bool:
    """Let a refused or uncertain mail be; False when it is neither any more."""
    return bool(
        Herinnering.objects.filter(school=door.school, pk=herinnering_id)
        .met_probleem()
        .update(status=Status.VERVALLEN)
    )
