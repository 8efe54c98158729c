"""What the tests of people share: a beheerder who works today, and the periods around today."""

from datetime import date, timedelta

from django.utils import timezone

from zorgapp.accounts.models import School
from zorgapp.accounts.rollen import Rol
from zorgapp.accounts.services.mensen import Persoon, Rolgegevens
from zorgapp.accounts.werkplek import Werkplek
from zorgapp.testing.fabriek import maak_werkplek

DAG = timedelta(days=1)
WACHTWOORD = "vier losse woorden achtereen"
JORIS = Persoon("joris@rietveen.example", "Joris", "Hendriks")


def vandaag() -> date:
    return timezone.localdate()


def maak_beheerder(school: School) -> Werkplek:
    """A beheerder who chose a password, at work today."""
    werkplek = maak_werkplek(school, Rol.BEHEERDER, vandaag(), voornaam="Bas")
    werkplek.user.set_password(WACHTWOORD)
    werkplek.user.save(update_fields=["password"])
    return werkplek


def mentor(van: date | None = None, tot: date | None = None) -> Rolgegevens:
    return Rolgegevens(Rol.MENTOR, van or vandaag(), tot)
