"""Correcting how one's own week divided over the four roles, and sharing how the year divides."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from beleid.inzet import Taakrol
from beleid.models import Tijdcorrectie, Tijddeling
from beleid.urentijd import weken
from zorgapp.accounts.rollen import Recht
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.schooljaar import Schooljaar


@transaction.atomic
def week_corrigeren(*, door: Werkplek, week: date, verschuivingen: Mapping[Taakrol, int]) -> None:
    """Keep the taps (-2 to +2) of the week that begins on Monday `week`: this one or one of the two before.

    Sending it again replaces them. Raises ValidationError, PermissionDenied.
    """
    door.eis(Recht.BELEID_WERKEN)
    if not all(-2 <= waarde <= 2 for waarde in verschuivingen.values()):
        raise ValidationError("Kies van veel minder tot veel meer.")
    if week not in weken(door.dag):
        raise ValidationError("Deze week kun je niet meer aanpassen.")
    Tijdcorrectie.objects.bulk_create(
        [
            Tijdcorrectie(school=door.school, user=door.user, week=week, rol=rol, verschuiving=waarde)
            for rol, waarde in verschuivingen.items()
        ],
        update_conflicts=True,
        unique_fields=["school", "user", "week", "rol"],
        update_fields=["verschuiving", "op"],
    )


@transaction.atomic
def tijd_delen(*, door: Werkplek, jaar: Schooljaar, delen: bool) -> None:
    """Share the shares of one's own year with the schoolleiding, or stop; twice is once. Raises PermissionDenied."""
    door.eis(Recht.BELEID_WERKEN)
    eigen: dict[str, Any] = {"school": door.school, "schooljaar": jaar.beginjaar, "user": door.user}
    if delen:
        Tijddeling.objects.get_or_create(**eigen)
    else:
        Tijddeling.objects.filter(**eigen).delete()
