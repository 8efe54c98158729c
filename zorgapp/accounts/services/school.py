"""The school itself: its name, locations and departments, its first run, and making an empty one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError

from zorgapp.accounts.context import in_school
from zorgapp.accounts.instellingsoorten import TWEESTAPS
from zorgapp.accounts.models import Aanstelling, Accountmail, Afdeling, Instelling, School, User, Vestiging
from zorgapp.accounts.models.school import Sector, Terminologie
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mail import welkom_heten
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.kern.constraints import bewaar


@transaction.atomic
def school_wijzigen(*, door: Werkplek, naam: str, sector: str, terminologie: str) -> School:
    """Change name, sector and country of the own school; the BRIN stays."""
    school = School.objects.select_for_update().get(pk=door.school.pk)
    school.naam, school.sector, school.terminologie = naam, sector, terminologie
    return bewaar(school, "naam", "sector", "terminologie")


def plek_bewaren(*, door: Werkplek, plek: Vestiging | Afdeling) -> Vestiging | Afdeling:
    """Store a new or changed location or department; ValidationError for a name that exists."""
    plek.school = door.school
    return bewaar(plek)


@transaction.atomic
def plek_verwijderen(*, door: Werkplek, plek: Vestiging | Afdeling) -> None:
    """Remove a location or department that nothing points to; ValidationError when it is in use."""
    try:
        type(plek).objects.get(pk=plek.pk, school=door.school).delete()
    except ProtectedError as fout:
        raise ValidationError(
            f"{plek.naam} is in gebruik bij klassen, leerlingen of collega's. Haal die er eerst af."
        ) from fout


def eerste_stappen_afronden(*, door: Werkplek) -> None:
    """Close the guided first run; it does not come back."""
    School.objects.filter(pk=door.school.pk, ingericht_op=None).update(ingericht_op=door.dag)


@transaction.atomic
def school_maken(
    *,
    brin: str,
    naam: str,
    beheerder: str,
    dag: date,
    voornaam: str = "",
    achternaam: str = "",
    sector: str = Sector.VO,
    terminologie: str = Terminologie.NL,
) -> Accountmail:
    """Make an empty school with one beheerder from `dag` and put his invitation ready; two-step login is on then too.

    Raises ValidationError: the BRIN exists or is none, the address is none.
    """
    if School.objects.filter(brin=brin.upper()).exists():
        raise ValidationError({"brin": f"Er is al een school met {brin.upper()}."})
    school = bewaar(School(brin=brin.upper(), naam=naam, sector=sector, terminologie=terminologie))
    email = User.objects.normalize_email(beheerder.strip()).lower()
    with in_school(school.pk):
        user = User.objects.filter(email=email).first()
        if user is None:
            user = User(email=email, voornaam=voornaam or "Beheerder", achternaam=achternaam or naam[:80])
            user.set_unusable_password()
            bewaar(user)
        bewaar(Aanstelling(school=school, user=user, rol=Rol.BEHEERDER, van=dag))
        Instelling.objects.create(school=school, sleutel=TWEESTAPS, waarde=1, geldig_vanaf=dag)
        return welkom_heten(school=school, user=user, door=None)
