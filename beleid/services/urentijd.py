"""Correcting how one's own week divided over the four roles."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.access_uren import eis
from beleid.access_urentijd import maandag
from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek


@transaction.atomic
def week_corrigeren(*, door: Werkplek, verschuivingen: Mapping[Taakrol, int]) -> None:
    """Keep the taps (-2 to +2) of this week; sending it again replaces them. Raises ValidationError, PermissionDenied."""
    eis(door, Recht.BELEID_WERKEN)
    if not all(-2 <= waarde <= 2 for waarde in verschuivingen.values()):
        raise ValidationError("Kies van veel minder tot veel meer.")
    week = maandag(door.dag)
    Tijdcorrectie.objects.bulk_create(
        [
            Tijdcorrectie(school=door.school, user=door.user, week=week, rol=rol, verschuiving=waarde)
            for rol, waarde in verschuivingen.items()
        ],
        update_conflicts=True,
        unique_fields=["school", "user", "week", "rol"],
        update_fields=["verschuiving", "op"],
    )
