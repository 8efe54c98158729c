"""Free days: adding, changing, removing, and taking over what was proposed."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction

from zorgapp.accounts.models import Vrijedag
from zorgapp.accounts.vakanties import Voorstel
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

VRIJ_MAX = 92  # days: a long summer and a week; what is longer has a wrong year in it


def vrijedag_bewaren(*, door: Werkplek, vrijedag: Vrijedag) -> Vrijedag:
    """Store a new or changed period of this school; ValidationError when it ends before it starts, exists, or is so
    long that answers would be due years later."""
    if (vrijedag.tot - vrijedag.van).days >= VRIJ_MAX:
        raise ValidationError({"tot": "Dit is langer dan drie maanden vrij. Kijk de jaartallen na."})
    vrijedag.school = door.school
    return bewaar(vrijedag)


def vrijedag_verwijderen(*, door: Werkplek, vrijedag: Vrijedag) -> None:
    """Remove a period; the change history keeps it."""
    Vrijedag.objects.filter(pk=vrijedag.pk, school=door.school).delete()


@transaction.atomic
def voorstellen_overnemen(*, door: Werkplek, voorstellen: Iterable[Voorstel]) -> int:
    """Add the chosen proposals that are not in the list yet; returns how many were new."""
    aantal = 0
    for voorstel in voorstellen:
        _, nieuw = Vrijedag.objects.get_or_create(
            school=door.school, van=voorstel.van, tot=voorstel.tot, defaults={"naam": voorstel.naam}
        )
        aantal += nieuw
    return aantal
