"""An empty school and the one-time invitation of its beheerder; from there the application leads."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from zorgapp.accounts.mails import link, versturen
from zorgapp.accounts.models import Mailsoort
from zorgapp.accounts.models.school import Sector, Terminologie
from zorgapp.accounts.services.school import school_maken


class Command(BaseCommand):
    help = "Maakt een lege school en nodigt de beheerder uit met een eenmalige link."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--brin", required=True, help="BRIN (12AB) of Vlaams instellingsnummer")
        parser.add_argument("--naam", required=True, help="naam van de school")
        parser.add_argument(
            "--beheerder", required=True, metavar="EMAIL", help="e-mailadres van de beheerder"
        )
        parser.add_argument("--voornaam", default="", help="voornaam van de beheerder")
        parser.add_argument("--achternaam", default="", help="achternaam van de beheerder")
        parser.add_argument("--sector", choices=Sector.values, help="standaard vo, met --vl secundair")
        parser.add_argument("--vl", action="store_true", help="Vlaamse woorden en vakanties")

    def handle(self, *args: Any, **opties: Any) -> None:
        vlaams = opties["vl"]
        try:
            mail = school_maken(
                brin=opties["brin"],
                naam=opties["naam"],
                beheerder=opties["beheerder"],
                dag=timezone.localdate(),
                voornaam=opties["voornaam"],
                achternaam=opties["achternaam"],
                sector=opties["sector"] or (Sector.SECUNDAIR if vlaams else Sector.VO),
                terminologie=Terminologie.VL if vlaams else Terminologie.NL,
            )
        except ValidationError as fout:
            raise CommandError(" ".join(fout.messages)) from fout
        gegaan = versturen(mail.school_id, mail.pk)
        self.stdout.write(f"{mail.school.naam} staat klaar.")
        if mail.soort == Mailsoort.UITNODIGING:
            self.stdout.write(f"Link voor {mail.ontvanger.email}, 14 dagen geldig, werkt één keer:")
            self.stdout.write(link(mail))
        if not gegaan:
            self.stdout.write("De mail is niet verstuurd door deze opdracht; kijk op de pagina Mensen.")
