"""What other apps ask of the outbox, what a person does with mails that did not go out, and when he wants his mail."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.taken import na_commit
from zorgapp.notifications.access import te_herstellen
from zorgapp.notifications.models import Herinnering, Mailmoment, Status
from zorgapp.notifications.moment import MOMENTEN
from zorgapp.notifications.tasks import kijk_na_nu, verstuur_nu


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


def verstuur_opnieuw(*, door: Werkplek, zending: UUID) -> bool | None:
    """Plan what was refused or is uncertain of one mail again, because a person asks for it.

    True: it goes at once; False: it goes along with the next daily mail; None: nothing of it is refused or uncertain any
    more, because it was pressed twice or somebody else was first.
    """
    direct = te_herstellen(door, zending).values_list("direct", flat=True).first()
    rijen = te_herstellen(door, zending)
    if not rijen.update(status=Status.GEPLAND, pogingen=0, fout="", niet_voor=timezone.now()):
        return None
    na_commit(verstuur_nu, door.school.pk)
    return bool(direct)


def sluit_probleem(*, door: Werkplek, zending: UUID) -> bool:
    """Let what was refused or is uncertain of one mail be; False when nothing of it is any more."""
    return bool(te_herstellen(door, zending).update(status=Status.VERVALLEN))


def vraag_nakijken(*, door: Werkplek) -> None:
    """Have a worker look what of one's own meldingen is done by now; without a worker what is known stays."""
    na_commit(kijk_na_nu, door.school.pk, door.user.pk)


@transaction.atomic
def mailmoment_kiezen(*, door: Werkplek, minuut: int | None) -> None:
    """Choose from when the daily mail goes; None is the moment of the school. A mail that went today stays the only one.

    ValueError for a minute that cannot be chosen.
    """
    if minuut is None:
        Mailmoment.objects.filter(user=door.user).delete()
        return
    if minuut not in MOMENTEN:
        raise ValueError("Kies een tijd uit de lijst.")
    Mailmoment.objects.update_or_create(user=door.user, defaults={"minuut": minuut})
