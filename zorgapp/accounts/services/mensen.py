"""Inviting people and giving them roles."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from zorgapp.accounts.models import Aanstelling, Accountmail, Afdeling, User, Vestiging
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mail import welkom_heten
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@dataclass(frozen=True)
class Persoon:
    """Who is invited; for an address that is already known, the name that person gave himself stays."""

    email: str
    voornaam: str
    achternaam: str
    tussenvoegsel: str = ""


@dataclass(frozen=True)
class Rolgegevens:
    """One role for a period; a place belongs to a coordinator, a department to a teamleider, else they are ignored."""

    rol: Rol
    van: date
    tot: date | None = None
    functie: str = ""
    vestiging: Vestiging | None = None
    afdeling: Afdeling | None = None

    def velden(self) -> dict[str, Any]:
        return {
            "rol": self.rol,
            "van": self.van,
            "tot": self.tot,
            "functie": self.functie,
            "vestiging": self.vestiging if self.rol == Rol.ZORGCOORDINATOR else None,
            "afdeling": self.afdeling if self.rol == Rol.TEAMLEIDER else None,
        }


@transaction.atomic
def collega_uitnodigen(*, door: Werkplek, persoon: Persoon, rollen: Iterable[Rolgegevens]) -> User:
    """Give a person roles at this school and mail him; makes the user when the address is new.

    Raises ValidationError: already a colleague here, no role, a period that does not fit.
    """
    gevraagd = list(rollen)
    if not gevraagd:
        raise ValidationError({"rollen": "Kies minstens één rol."})
    user = _user(persoon)
    if Aanstelling.objects.filter(user=user, school=door.school).exists():
        raise ValidationError(
            {"email": "Deze collega staat al in de lijst. Geef de rol op de pagina van de collega."}
        )
    for rol in gevraagd:
        _aanstellen(door, user, rol)
    welkom_heten(school=door.school, user=user, door=door.user)
    return user


def _user(persoon: Persoon) -> User:
    """Return the user of this address, new when nobody has it; one withdrawn before he ever came in may come again."""
    email = User.objects.normalize_email(persoon.email).lower()
    user = User.objects.filter(email=email).first()
    if user is None:
        user = User(
            email=email,
            voornaam=persoon.voornaam,
            tussenvoegsel=persoon.tussenvoegsel,
            achternaam=persoon.achternaam,
        )
        user.set_unusable_password()
        return bewaar(user)
    if not user.is_active and not user.has_usable_password():
        user.is_active = True
        user.save(update_fields=["is_active"])
    return user


@transaction.atomic
def aanstelling_geven(*, door: Werkplek, user: User, rol: Rolgegevens) -> Aanstelling:
    """Give somebody who works or worked here one more role; who had none running gets a mail again.

    Raises ValidationError when the period does not fit.
    """
    lopend = Aanstelling.objects.filter(user=user, school=door.school).op(door.dag).exists()
    aanstelling = _aanstellen(door, user, rol)
    if not lopend:
        if not user.is_active and not user.has_usable_password():
            User.objects.filter(pk=user.pk).update(is_active=True)
        welkom_heten(school=door.school, user=user, door=door.user)
    return aanstelling


def _aanstellen(door: Werkplek, user: User, rol: Rolgegevens) -> Aanstelling:
    return bewaar(Aanstelling(school=door.school, user=user, door=door.user, **rol.velden()))


@transaction.atomic
def opnieuw_uitnodigen(*, door: Werkplek, user: User) -> Accountmail:
    """Mail the invitation (a new link; the old one stops) or the welcome again. ValidationError without a role here."""
    hier = Aanstelling.objects.filter(user=user, school=door.school)
    if not any(a.tot is None or a.tot >= door.dag for a in hier):
        raise ValidationError("Geef deze collega eerst een rol.")
    return welkom_heten(school=door.school, user=user, door=door.user)
