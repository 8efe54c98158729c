"""The law watch: saying how the school stands; appended, the last one holds."""

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from beleid.access_wetten import controles_van, mag_werken, wetspunt
from beleid.models import Wetscontrole
from zorgapp.accounts.services.versie import Verouderd, een_tegelijk
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def wet_nagekeken(
    *, door: Werkplek, onderwerp: str, gezien: int, voldoet: str, toelichting: str, op: datetime
) -> Wetscontrole:
    """Say whether the school keeps a point; `gezien` is the check one saw (0: none).

    Raises Verouderd when somebody said something since, ValidationError, 403, 404.
    """
    if not mag_werken(door):
        raise PermissionDenied("wetscontrole")
    punt = wetspunt(onderwerp)
    een_tegelijk(door)
    laatste = next(iter(controles_van(door, punt.sleutel)), None)
    if (laatste.pk if laatste else 0) != gezien:
        raise Verouderd
    return bewaar(
        Wetscontrole(
            school=door.school,
            onderwerp=punt.sleutel,
            voldoet=voldoet,
            toelichting=toelichting.strip(),
            door=door.user,
            op=op,
        )
    )
