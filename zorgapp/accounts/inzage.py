"""Writing the read log; called by the doors in each app's access.py."""

from collections.abc import Iterable

from zorgapp.accounts.models import Inzage
from zorgapp.accounts.models.logboek import Handeling
from zorgapp.accounts.werkplek import Werkplek


def inzage_vastleggen(
    *,
    door: Werkplek,
    onderwerp: str,
    onderwerp_id: int,
    leerling_id: int | None,
    grond: str,
    namens_id: int | None = None,
    handeling: Handeling = Handeling.BEKEKEN,
) -> None:
    """Append one look at a file: `onderwerp` is its kind (leerling, signaal), `grond` the reason of access."""
    Inzage.objects.create(
        school_id=door.school.pk,
        user_id=door.user.pk,
        namens_id=namens_id,
        leerling_id=leerling_id,
        onderwerp=onderwerp,
        onderwerp_id=onderwerp_id,
        handeling=handeling,
        grond=grond,
    )


def inzagen_vastleggen(
    *,
    door: Werkplek,
    onderwerp: str,
    rijen: Iterable[tuple[int, int]],
    grond: str,
    namens_id: int | None = None,
    handeling: Handeling = Handeling.BEKEKEN,
) -> None:
    """The same for a page about several pupils, one look for each (object, pupil) of `rijen`, in one statement."""
    Inzage.objects.bulk_create(
        Inzage(
            school_id=door.school.pk,
            user_id=door.user.pk,
            namens_id=namens_id,
            leerling_id=leerling_id,
            onderwerp=onderwerp,
            onderwerp_id=onderwerp_id,
            handeling=handeling,
            grond=grond,
        )
        for onderwerp_id, leerling_id in rijen
    )


def inzage_via_link(
    *,
    school_id: int,
    gegeven_door_id: int,
    leerling_id: int,
    onderwerp: str,
    onderwerp_id: int,
    grond: str,
    handeling: Handeling = Handeling.BEKEKEN,
) -> None:
    """Append a look by somebody without an account; the colleague who gave him the link answers for it."""
    Inzage.objects.create(
        school_id=school_id,
        user_id=gegeven_door_id,
        leerling_id=leerling_id,
        onderwerp=onderwerp,
        onderwerp_id=onderwerp_id,
        handeling=handeling,
        grond=grond,
    )
