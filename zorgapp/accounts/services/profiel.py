"""What everybody may change about himself."""

from typing import Any

from django.db import transaction

from zorgapp.accounts.models import User
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar

VELDEN = ("voornaam", "tussenvoegsel", "achternaam", "telefoon", "thema", "sneltoetsen")


@transaction.atomic
def profiel_wijzigen(*, door: Werkplek, **waarden: Any) -> User:
    """Change own name, phone, theme or shortcuts; anything else is refused with a TypeError."""
    if vreemd := set(waarden) - set(VELDEN):
        raise TypeError(f"geen profielveld: {vreemd}")
    user = User.objects.select_for_update().get(pk=door.user.pk)
    for veld, waarde in waarden.items():
        setattr(user, veld, waarde)
    return bewaar(user, *waarden)
