"""`tweede_stap_opnieuw`: for the only beheerder of a school, whom no colleague can help."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from zorgapp.accounts.context import in_school
from zorgapp.accounts.mails import versturen
from zorgapp.accounts.models import User
from zorgapp.accounts.services.tweede_stap import tweede_stap_weg
from zorgapp.accounts.tweestaps import heeft_tweestaps
from zorgapp.accounts.werkplek import aanstellingen_van


class Command(BaseCommand):
    help = "Haalt de tweede stap van een persoon weg; die stelt hem bij het inloggen opnieuw in."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email", help="e-mailadres waarmee de persoon inlogt")

    def handle(self, *args: Any, **opties: Any) -> None:
        user = User.objects.filter(email=opties["email"].strip().lower()).first()
        aanstelling = next(iter(aanstellingen_van(user, timezone.localdate())), None) if user else None
        if user is None or aanstelling is None:
            raise CommandError("Niemand met dit e-mailadres werkt nu op een school.")
        if not heeft_tweestaps(user):
            raise CommandError("Deze persoon heeft geen tweede stap ingesteld.")
        with in_school(aanstelling.school_id):
            mail = tweede_stap_weg(school=aanstelling.school, user=user, door=None)
        versturen(mail.school_id, mail.pk)
        self.stdout.write(f"{user.email} stelt bij het inloggen de tweede stap opnieuw in.")
